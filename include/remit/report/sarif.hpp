// Findings as SARIF 2.1.0, which code-review tools read.
// Not here: what a comparison found (differences.hpp).
#pragma once

#include <string>
#include <vector>

#include <remit/core/diagnostic.hpp>
#include <remit/report/json.hpp>

namespace remit {

/// One run with the findings of all lists.
std::string to_sarif(const std::vector<diagnostics>& found, json_layout layout = json_layout::indented);

}  // namespace remit
