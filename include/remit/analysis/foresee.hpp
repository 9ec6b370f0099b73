// An action with facts missing: the exact verdict, the verdicts still possible, and what to find out first.
// Not here: the evaluator behind the host door (agreement/evaluate.hpp), which is safe there but can be over-cautious.
#pragma once

#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/verdict.hpp>
#include <remit/analysis/limits.hpp>

namespace remit {

/// What is known of an action's verdict while facts may be missing.
struct foresight {
  /// Exact where `decided`: the most restrictive of the possible verdicts, their parties and duties taken together, and
  /// exactly the facts that could still change these as missing. Else the evaluator's, which is never too lenient.
  remit::verdict verdict;
  /// The different verdicts of the ways to complete the action, the least restrictive first. One where certain; none
  /// where not decided.
  std::vector<remit::verdict> possible;
  /// The missing facts (slot 0: the date), first what tells most of the possible verdicts apart.
  std::vector<input_id> ask;
  bool decided = true;  ///< false: the budget ran out
};

/// Looks ahead over every way to complete the action. Total; safe to call from any number of threads.
foresight foresee(const agreement& under, const action& asked, const analysis_limits& limits = {});

}  // namespace remit
