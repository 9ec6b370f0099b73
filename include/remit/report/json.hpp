// Findings and verdicts for programs. The members are a contract (examples/schemas holds it as JSON Schema).
// Not here: reading an action (request.hpp), results of tests (tested.hpp).
#pragma once

#include <string>
#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/agreement/verdict.hpp>
#include <remit/analysis/boundaries.hpp>
#include <remit/core/diagnostic.hpp>
#include <remit/report/request.hpp>

namespace remit {

enum class json_layout : bool { one_line, indented };

/// `{"findings": […]}`: those of one run, or of several one after the other.
std::string to_json(const std::vector<diagnostics>& found, json_layout layout = json_layout::indented);

/// The same, and `"boundaries": […]` behind them.
std::string to_json(const std::vector<diagnostics>& found, const std::vector<boundary>& around,
                    json_layout layout = json_layout::indented);

/// An action as read_action reads it; facts at their default are left out.
std::string to_json(const action& a, json_layout layout = json_layout::one_line);

/// The verdict that was given to what was asked.
std::string to_json(const action_request& asked, const verdict& given, json_layout layout = json_layout::one_line);

/// `{"id": …, "error": {"message": …, "at": …}}`.
std::string to_json(const input_problem& problem, json_layout layout = json_layout::one_line);

}  // namespace remit
