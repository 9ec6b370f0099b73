// Bounds on amounts as people write them: the figure of the agreement, not the last amount before it.
// Not here: bounds on two facts at once, choices (region_words.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <remit/agreement/atom.hpp>
#include <remit/core/amounts.hpp>

#include "space.hpp"

namespace remit::analysis {

/// An end of a range, said without or with its amount.
struct figure {
  std::int64_t amount = 0;
  bool strict = false;  ///< `over` or `under` the amount; else `at least` or `at most`
};

/// `sum` (of one or two variables) as a test has it, its op and limit aside, is at least (or at most) `end`, in steps of
/// `step`. The amount that a condition names there; without one, the rounder of the two around the end.
figure figure_of(const space& s, const test& sum, bool at_least, std::int64_t end, std::int64_t step, bool is_day);

/// `£500`, `3 days`, `2026-04-01 plus 12 hours`. Never negative but for days.
std::string amount_words(std::int64_t n, input_kind kind, currency money);

}  // namespace remit::analysis
