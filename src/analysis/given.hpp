// What is known of one action, as a part of the space.
// Not here: what may still be found out (foresee.cpp) or be otherwise (nearest.cpp).
#pragma once

#include <cstdint>

#include <remit/agreement/action.hpp>

#include "model.hpp"

namespace remit::analysis {

/// The value that the action has for a variable of a model of its agreement alone; its input must be known.
std::int64_t value_given(const model& m, std::uint32_t variable, const action& a);

/// Narrows the part to that value.
bool fix(const model& m, part& p, std::uint32_t variable, std::int64_t value);

/// The first day that the action may be dated, as no last time lies after its date; in minutes since 1970.
std::int64_t earliest_day(const action& a);

/// Every way to complete the action.
part as_given(const model& m, const action& a);

}  // namespace remit::analysis
