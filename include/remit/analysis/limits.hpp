// How much work an analysis may cost.
// Not here: the limits of the language (agreement/limits.hpp).
#pragma once

#include <cstdint>

namespace remit {

/// How much work a question may cost before the answer is "not decided within the budget", counted in cuts of the space of
/// actions: a hundred thousand take about a second. A question is about one promise or clause, or one decision and party.
struct analysis_limits {
  std::uint64_t cuts = 200'000;           ///< for one question
  std::uint64_t cuts_in_all = 1'000'000;  ///< for all the questions of one call
};

}  // namespace remit
