// An action in JSON with the verdict, or the part of one, that it should get.
// Not here: the examples inside an agreement (analysis/examples.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/verdict.hpp>
#include <remit/report/request.hpp>

namespace remit {

struct scenario_result {
  std::optional<std::string> id;
  std::uint32_t line = 0;  ///< of the file of scenarios
  bool passed = false;
  std::string expected;                  ///< JSON, as written in `expect`
  std::string actual;                    ///< the same members of the verdict that was given
  std::optional<input_problem> problem;  ///< why it could not be judged
  std::optional<action_request> asked;   ///< absent with a problem
  verdict given;
};

/// Judges one scenario: an action with a further member `expect`, any members of a verdict. A list is met by the same
/// entries in any order, an object by the members that are written.
scenario_result run_scenario(const agreement& under, std::string_view json, std::uint32_t line);

}  // namespace remit
