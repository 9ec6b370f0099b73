// Whether one clause of a decision makes a difference next to the others.
// Not here: for which actions that is asked (idle_clauses.cpp).
#pragma once

#include <cstdint>
#include <optional>

#include <remit/agreement/settle.hpp>

#include "inquiry.hpp"

namespace remit::analysis {

class effect_of {
 public:
  effect_of(const inquiry& q, const executable& rules, std::uint32_t clause);

  /// Whether some action of the part gets another verdict with the clause than without it. Clauses in `absent` are
  /// taken for unwritten. Nothing where the budget ran out.
  std::optional<bool> found_in(const part& p, const clause_set& absent, budget& work) const;

 private:
  using fired_clauses = question::fired_clauses;

  /// The clauses that fire in the part, of those that are written.
  fired_clauses fired_in(const part& p, const clause_set& absent) const;
  /// Whether the clause makes a difference next to these, all of which certainly fire.
  bool differs(fired_clauses fired) const;
  /// Whether the clause, which fires, certainly changes nothing next to those that certainly fire too.
  bool is_idle(const fired_clauses& fired) const;
  bool stands(const fired_clauses& fired, std::uint32_t other) const;
  bool repeats(std::uint32_t other) const;
  bool brings_thens(const fired_clauses& fired) const;
  bool same_verdict(const evaluation::outlook& with, const evaluation::outlook& without) const;
  const group_entry& group(std::uint32_t local) const;

  const inquiry& q_;
  const executable& rules_;
  view<clause_entry> clauses_;
  std::uint32_t clause_;
  clause_set followed_;  ///< of a `then`: those of its rule, any of which it follows
};

}  // namespace remit::analysis
