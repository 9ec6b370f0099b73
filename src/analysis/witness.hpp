// An action that shows a finding.
// Not here: finding it.
#pragma once

#include <string_view>

#include <remit/agreement/action.hpp>
#include <remit/core/diagnostic.hpp>

namespace remit::analysis {

/// Adds the action to the finding, in JSON and in the language, with the verdict it gets.
void show(diagnostic& d, const action& witness, std::string_view gets);

}  // namespace remit::analysis
