// Conditions resolved: what a rule or promise asks of an action.
// Not here: whether a condition can hold (analysis/).
#pragma once

#include <cstdint>
#include <optional>

#include <remit/check/checked.hpp>
#include <remit/syntax/tree.hpp>

#include "names.hpp"

namespace remit::checking {

/// The condition at a node of the tree. Every wrong part is reported; then there is no condition.
std::optional<checked::condition> condition_of(pass& p, const scope& s, std::uint32_t node);

/// `left OP right`: amounts compared, or one fact's value.
std::optional<checked::condition> comparison_of(pass& p, const scope& s, std::uint32_t node);

/// What a decision answers to a condition that looks at nothing but which decision it is; nothing where more counts.
std::optional<bool> settled_by_decision(const checked::condition& c, decision_id decision);

}  // namespace remit::checking
