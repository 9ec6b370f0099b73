// Does each example of an agreement get the verdict it expects?
// Not here: promises, which speak of every action (analysis/).
#pragma once

#include <string>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>

namespace remit {

struct example_result {
  const checked::example* example = nullptr;
  bool passed = false;
  verdict actual;        ///< good as long as the agreement lives
  std::string expected;  ///< `consult insight, treasurer`
  std::string got;       ///< the same way
  std::string problem;   ///< why the example could not be judged; else empty
};

/// Judges every example, in source order. `document` must outlive the result.
std::vector<example_result> run_examples(const checked::document& document, const agreement& agreement);

/// The action an example describes.
action action_of(const checked::example& example, const agreement& agreement);

/// A verdict as `expect` would write it: `allow`, `consult insight, treasurer`, `escalate to strategy`.
std::string verdict_words(const verdict& v);

/// Adds R0601 for each failing one, at its `expect`.
void report_examples(const std::vector<example_result>& results, diagnostics& found);

}  // namespace remit
