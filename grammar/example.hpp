// Examples: one action, and the verdict it shall get.
// Not here: finding out whether it does.
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using example_rule = x3::rule<struct example_id, syntax::example>;
BOOST_SPIRIT_DECLARE(example_rule)

inline constexpr example_rule example{"an example"};

}  // namespace remit::grammar
