// Who: `A or B, C or above`.
// Not here: what they are asked to do.
#pragma once

#include "words.hpp"

namespace remit::grammar {

using choice_rule = x3::rule<struct choice_id, syntax::choice>;
using choices_rule = x3::rule<struct choices_id, syntax::slice>;
BOOST_SPIRIT_DECLARE(choice_rule, choices_rule)

inline constexpr choice_rule choice{"a party"};
/// Choices with commas between: all of them are needed.
inline constexpr choices_rule choices{"a party"};

}  // namespace remit::grammar
