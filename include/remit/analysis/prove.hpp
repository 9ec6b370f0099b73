// Does every promise of an agreement hold, for every action there can be?
// Not here: examples, which speak of one action (analysis/examples.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/limits.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>

namespace remit {

enum class proof : std::uint8_t { holds, refuted, undecided };

struct promise_result {
  const checked::promise* promise = nullptr;
  proof status = proof::undecided;
  std::optional<action> witness;  ///< refuted: a complete action that breaks it, judged again by the evaluator
  verdict actual;                 ///< refuted: what the witness gets
};

/// Proves or refutes each promise, in source order. `document` must outlive the result. Exact within the budget.
std::vector<promise_result> prove(const checked::document& document, const agreement& agreement,
                                  const analysis_limits& limits = {});

/// Adds R0602 for each that is refuted, with the action, and R0603 for each that is not decided.
void report_promises(const std::vector<promise_result>& results, diagnostics& found);

}  // namespace remit
