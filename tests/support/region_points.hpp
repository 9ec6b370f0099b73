// Actions at the corners and just beyond the bounds of a region of facts and days.
// Not here: what they should get.
#pragma once

#include <vector>

#include <remit/check/checked.hpp>

#include "support/oracle.hpp"

namespace remit::generate {

/// From an action within the region: every variable that the condition speaks of at each of its bounds, and at the ends of
/// its range, alone and together; each of these with one of them a grain further in or out; every other value, member and
/// text; and what the condition compares brought to its border and a grain to either side.
std::vector<oracle::action> region_points(const checked::document& d, const checked::condition& when,
                                          const oracle::action& within);

}  // namespace remit::generate
