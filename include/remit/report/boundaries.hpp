// The verdicts around each amount, as a table for people.
// Not here: finding them (analysis/boundaries.hpp).
#pragma once

#include <string>
#include <vector>

#include <remit/analysis/boundaries.hpp>
#include <remit/report/text.hpp>

namespace remit {

/// Amount by amount, the decisions that look at it: just below, at, just above.
std::string to_text(const std::vector<boundary>& all, const text_style& style = {});

}  // namespace remit
