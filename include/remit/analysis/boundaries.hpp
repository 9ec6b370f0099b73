// The verdict just below, at and just above each amount that a condition looks at.
// Not here: whether there is a hole (examine.hpp).
#pragma once

#include <string>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/limits.hpp>

namespace remit {

/// An amount, one decision whose clauses look at it, and what happens there to one asking party, all else being the same.
struct boundary {
  std::string threshold;   ///< its name where the amount is that of a threshold; else empty
  std::string expression;  ///< `cost`, `cost plus family_spend`
  std::string amount;      ///< in the language: `£500`
  decision_id decision;
  party_id by;
  action at;                              ///< the expression has the amount; with what else the three verdicts hang on
  std::vector<std::string> sides;         ///< the amount of the expression below, at and above: `£499.99`, `£500`, `£500.01`
  std::vector<remit::verdict> verdicts;   ///< below, at and above
  bool changes = false;                   ///< whether the three are not all alike; else no action that was found shows a change
};

/// For each amount and decision the plainest action whose verdict changes there: asked by who holds the decision if such an
/// action exists, else by the first other party. Good as long as the agreement lives. Amounts in the order of the clauses.
std::vector<boundary> boundaries(const agreement& under, const analysis_limits& limits = {});

}  // namespace remit
