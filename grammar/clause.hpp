// What a rule asks for: `escalate to`, `consult`, `allow` and the duties, with their `when` and `unless`.
// Not here: the rule around them.
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using clause_rule = x3::rule<struct clause_id, syntax::clause>;
using verdict_rule = x3::rule<struct verdict_id, syntax::clause>;
using expected_rule = x3::rule<struct expected_id, syntax::clause>;
BOOST_SPIRIT_DECLARE(clause_rule, verdict_rule, expected_rule)

/// A clause of a rule.
inline constexpr clause_rule clause{"a clause"};
/// The verdict of a promise: parties may be left out.
inline constexpr verdict_rule verdict{"`allow`, `consult` or `escalate`"};
/// The verdict an example expects: parties must be named, conditions have no place.
inline constexpr expected_rule expected_verdict{"`allow`, `consult` or `escalate`"};

}  // namespace remit::grammar
