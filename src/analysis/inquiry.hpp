// One decision asked by one party, ready to be looked at: its clauses in a space of their own.
// Not here: what is asked about it (idle_clauses.cpp and the other passes of survey.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <remit/agreement/agreement.hpp>

#include "model.hpp"
#include "question.hpp"

namespace remit::analysis {

struct inquiry {
  inquiry(const agreement& under, decision_id decision, party_id by);
  inquiry(const inquiry&) = delete;  // the question looks into the model
  inquiry& operator=(const inquiry&) = delete;

  decision_id decision;
  party_id by;
  analysis::model model;
  question asked;
  part all;       ///< every action on the agreement's days, incomplete ones too
  part complete;  ///< those of which everything is known that is asked about

  const analysis::space& space() const noexcept { return model.space(); }
  /// The complete action at a point of the part.
  action witness(const agreement& under, const part& p) const;
};

/// The inquiries of one decision, one for each party that can ask; who holds it comes first.
std::vector<std::unique_ptr<inquiry>> inquiries_of(const agreement& under, decision_id decision);

/// The part of `all` on the days on which the agreement is in force. False where there are none.
bool in_force(const model& m, const executable& rules, part& all);

}  // namespace remit::analysis
