// What rules say and promises claim: clauses, rules in pillars, `always` and `never`.
// Not here: the conditions inside them.
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using rule_rule = x3::rule<struct rule_id, syntax::rule>;
using pillar_rule = x3::rule<struct pillar_id, syntax::pillar>;
using promise_rule = x3::rule<struct promise_id, syntax::promise>;
BOOST_SPIRIT_DECLARE(rule_rule, pillar_rule, promise_rule)

inline constexpr rule_rule rule{"a rule"};
inline constexpr pillar_rule pillar{"a pillar"};
inline constexpr promise_rule promise{"a promise"};

}  // namespace remit::grammar
