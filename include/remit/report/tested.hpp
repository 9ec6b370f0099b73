// What a test of an agreement found: its examples, its promises, scenarios from outside, and what none of them reaches.
// Not here: running them (analysis/examples.hpp, analysis/prove.hpp, scenario.hpp).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <remit/analysis/prove.hpp>
#include <remit/check/checked.hpp>
#include <remit/analysis/examples.hpp>
#include <remit/report/coverage.hpp>
#include <remit/report/json.hpp>
#include <remit/report/scenario.hpp>
#include <remit/report/text.hpp>

namespace remit {

/// `document` and the agreement it was run on must outlive it.
struct tested {
  const checked::document* document = nullptr;
  std::vector<example_result> examples;
  std::vector<promise_result> promises;
  std::string scenario_file;
  std::vector<scenario_result> scenarios;
  std::optional<remit::coverage> coverage;

  std::size_t failed_examples() const;
  std::size_t failed_scenarios() const;
  std::size_t refuted_promises() const;
  std::size_t undecided_promises() const;
  /// Whether there are scenarios that are no actions of this agreement.
  bool has_problems() const;
  bool passed() const { return failed_examples() + failed_scenarios() + refuted_promises() + undecided_promises() == 0; }
};

std::string to_text(const tested& results, const text_style& style = {});
std::string to_json(const tested& results, json_layout layout = json_layout::indented);
/// JUnit's XML, as CI jobs read it: promises that are not decided count as errors.
std::string to_junit(const tested& results);

}  // namespace remit
