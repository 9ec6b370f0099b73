// Findings as GitHub's workflow commands, which annotate the lines of a pull request.
// Not here: what a comparison found (differences.hpp).
#pragma once

#include <string>
#include <vector>

#include <remit/core/diagnostic.hpp>

namespace remit {

/// `::error file=…,line=…::…`, one line a finding.
std::string to_github(const std::vector<diagnostics>& found);

}  // namespace remit
