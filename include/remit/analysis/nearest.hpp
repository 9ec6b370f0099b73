// What would change a verdict: the smallest changes of facts that would make an action allowed, or a matter of consulting.
// Not here: whom to ask or wait for instead; the verdict itself says that.
#pragma once

#include <string>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/verdict.hpp>
#include <remit/analysis/limits.hpp>

namespace remit {

/// One way to the wanted outcome.
struct nearest_change {
  std::vector<input_id> changed;  ///< facts, rituals, or the date (slot 0), that are known and would have to be otherwise
  std::string when;               ///< a condition of the language: what they, and facts still missing, would have to be
  remit::action action;           ///< the nearest such action, missing facts filled in where they matter
  remit::verdict verdict;         ///< what it gets
};

struct nearest_changes {
  std::vector<nearest_change> ways;  ///< of as few changes as possible; none where no change of facts gets there
  bool decided = true;               ///< false: the budget ran out, there may be further ways
};

/// The ways to `wanted` for an action whose verdict is another: fewest changed facts, never the decision, the party or
/// what has been consulted and approved. Each way is checked by the evaluator. Of missing facts it says what they must
/// turn out to be. Safe to call from any number of threads.
nearest_changes nearest(const agreement& under, const action& asked, outcome wanted = outcome::allow,
                        const analysis_limits& limits = {});

}  // namespace remit
