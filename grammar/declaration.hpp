// Declarations of parties, roles, rituals, thresholds and the decisions of a class.
// Not here: facts, whose types make a part of their own (fact.hpp).
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using party_rule = x3::rule<struct party_id, syntax::party>;
using role_rule = x3::rule<struct role_id, syntax::role>;
using ritual_rule = x3::rule<struct ritual_id, syntax::ritual>;
using threshold_rule = x3::rule<struct threshold_id, syntax::threshold>;
using decision_class_rule = x3::rule<struct decision_class_id, syntax::decision_class>;
BOOST_SPIRIT_DECLARE(party_rule, role_rule, ritual_rule, threshold_rule, decision_class_rule)

inline constexpr party_rule party{"a party"};
inline constexpr role_rule role{"a role"};
inline constexpr ritual_rule ritual{"a ritual"};
inline constexpr threshold_rule threshold{"a threshold"};
inline constexpr decision_class_rule decision_class{"decisions"};

}  // namespace remit::grammar
