// One decision asked by one party: what the verdict is in a part of the space, as far as the part settles it.
// Not here: which parts are looked at, and why.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/evaluate.hpp>

#include "model.hpp"

namespace remit::analysis {

class question {
 public:
  /// Enters the decision's clauses into the model; only those that `relevant` keeps ever fire.
  question(model& m, std::uint32_t side, const agreement& agreement, decision_id decision, party_id by,
           const std::function<bool(const clause_entry&)>& relevant = {})
      : question{m, side, action{agreement, decision, by}, relevant} {}
  /// The same with what has been consulted and approved in an action of a declared decision.
  question(model& m, std::uint32_t side, action asked, const std::function<bool(const clause_entry&)>& relevant = {});

  using fired_clauses = bounds<clause_set>;
  /// Which clauses fire in the part.
  fired_clauses fired(const part& p) const;
  evaluation::outlook given(const fired_clauses& f) const { return evaluation::given(rules_, blank_, f); }
  /// The outlook throughout the part: `given(fired(p))`.
  evaluation::outlook at(const part& p) const;
  /// The formula "clause number `i` of the decision fires".
  std::uint32_t fires(std::uint32_t i) const { return fires_.at(i); }
  std::uint32_t clause_count() const noexcept { return static_cast<std::uint32_t>(fires_.size()); }
  /// Where to cut next: an open clause that still makes a difference. Only where the outlook is not certain.
  std::uint32_t next_cut(const evaluation::outlook& o) const;

  const remit::action& blank() const noexcept { return blank_; }

 private:
  const model& model_;
  const executable& rules_;
  remit::action blank_;
  std::vector<std::uint32_t> fires_;
};

/// Gives the action the value that a variable of the model has; the date first, as rituals go by it.
void set_value(const model& m, std::uint32_t side, std::uint32_t variable, std::int64_t value, remit::action& a);

/// The complete action at a point of the model, as agreement `side` sees it: variables the model does not have take
/// their simplest values.
remit::action action_at(const model& m, std::uint32_t side, const agreement& agreement, decision_id decision, party_id by,
                        const point& at);

}  // namespace remit::analysis
