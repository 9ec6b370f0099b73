// Everything that is to be said of one action: the exact verdict, what is still possible, and what would change it.
// Not here: finding it out (analysis/foresee.hpp, analysis/nearest.hpp).
#pragma once

#include <string>

#include <remit/analysis/foresee.hpp>
#include <remit/analysis/nearest.hpp>
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>

namespace remit {

struct decided {
  foresight seen;
  nearest_changes would_allow;    ///< where the outcome is not allow
  nearest_changes would_consult;  ///< where it is escalate

  const remit::verdict& verdict() const noexcept { return seen.verdict; }
};

/// Judges the action exactly and looks for the smallest changes of facts that would let it through.
decided decide(const agreement& under, const action& asked, const analysis_limits& limits = {});

/// The verdict's members, and after them `possible`, `ask`, `would_allow` and `would_consult`.
std::string to_json(const action_request& asked, const decided& given, json_layout layout = json_layout::one_line);

}  // namespace remit
