// How much work an analysis may cost.
// Not here: the limits of the language (agreement/limits.hpp).
#pragma once

#include <cstdint>

namespace remit {

/// How much work one question may cost before the answer is "not decided within the budget".
struct analysis_limits {
  std::uint64_t cuts = 200'000;  ///< cuts of the space of actions; a hundred thousand take about a second
};

}  // namespace remit
