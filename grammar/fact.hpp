// Facts and needs: a name, a type, and what a value of that type may be.
// Not here: values given to facts by examples (example.hpp), but for the rule they share.
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using fact_rule = x3::rule<struct fact_id, syntax::fact>;
using need_rule = x3::rule<struct need_id, syntax::need>;
using given_rule = x3::rule<struct given_id, syntax::given>;
BOOST_SPIRIT_DECLARE(fact_rule, need_rule, given_rule)

inline constexpr fact_rule fact{"a fact"};
inline constexpr need_rule need{"a need"};
/// A value of a fact: a literal, or names of its values.
inline constexpr given_rule given{"a value"};

}  // namespace remit::grammar
