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

/// The inquiries of one decision, one for each party that can ask, each made when first looked at; who holds the decision
/// comes first. `for (const inquiry* q : askers{…})`. Not shared between threads.
class askers {
 public:
  askers(const agreement& under, decision_id decision);

  class iterator {
   public:
    iterator(const askers& of, std::size_t at) : of_{&of}, at_{at} {}
    const inquiry* operator*() const { return &of_->made(at_); }
    iterator& operator++() { return ++at_, *this; }
    friend bool operator==(const iterator& a, const iterator& b) { return a.at_ == b.at_; }

   private:
    const askers* of_;
    std::size_t at_;
  };
  iterator begin() const { return {*this, 0}; }
  iterator end() const { return {*this, parties_.size()}; }

 private:
  const inquiry& made(std::size_t i) const;

  const agreement* under_;
  decision_id decision_;
  std::vector<party_id> parties_;
  mutable std::vector<std::unique_ptr<inquiry>> made_;
};

/// The part of `all` on the days on which the agreement is in force. False where there are none.
bool in_force(const model& m, const executable& rules, part& all);

}  // namespace remit::analysis
