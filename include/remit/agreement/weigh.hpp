// What the clauses that fire ask for, and where that leads, when it is known which ones do.
// Not here: which fire (sieve.hpp), who is above whom (settle.hpp), clauses that may fire or not (unsettled.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/action.hpp>
#include <remit/agreement/clauses.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/limits.hpp>
#include <remit/agreement/settle.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

/// Whom to ask, and whose approval is needed.
template <class Groups>
struct demands {
  Groups asked, approval;
};

template <class Sets>
struct conclusion {
  remit::outcome outcome = remit::outcome::allow;
  typename Sets::groups to;
  demands<typename Sets::groups> consult;
  bool certain = true;
};

/// One action and its decision. Lives on the stack of agreement::evaluate.
template <class Sets>
struct weighing {
  using clause_numbers = typename Sets::clauses;
  using group_numbers = typename Sets::groups;
  using circle = circle_of<Sets>;

  const executable& rules;
  const action& subject;
  const decision_entry* decision;  ///< none for a decision outside the agreement
  circle people = around(circle::of(subject.all_approved()));

  view<clause_entry> list() const noexcept { return part_of(rules.clauses, decision->clauses); }
  clauses_of<Sets> clauses() const noexcept { return {rules, *decision}; }

  circle around(const typename Sets::parties& approved) const noexcept {
    const auto consulted = circle::of(subject.all_consulted());
    if (decision == nullptr)
      return {rules, rules.outside, rules.outside.size(), subject.by(), consulted, approved, true};
    return {rules, part_of(rules.decision_groups, decision->groups), decision->holders, subject.by(), consulted, approved, false};
  }

  /// Where it leads, if just these claims are made.
  conclusion<Sets> settle(const circle& c, const claims<Sets>& k) const noexcept {
    conclusion<Sets> end;
    const auto goes = c.go(k.to, k.let_in);
    end.outcome = goes.outcome;
    c.unite(end.outcome == outcome::escalate ? end.to : end.consult.asked, goes.unmet);
    end.consult.approval = end.consult.asked;
    add_owed(c, k, end.consult);
    if (end.outcome == outcome::allow && !end.consult.asked.empty()) end.outcome = outcome::consult;
    return end;
  }

  void add_owed(const claims<Sets>& k, demands<group_numbers>& into) const noexcept { add_owed(people, k, into); }
  static void add_owed(const circle& c, const claims<Sets>& k, demands<group_numbers>& into) noexcept {
    k.plain.each([&](std::uint32_t g) {
      if (c.owed(g, false)) into.asked.insert(g);
    });
    k.for_agreement.each([&](std::uint32_t g) {
      if (!c.owed(g, true)) return;
      into.asked.insert(g);
      into.approval.insert(g);
    });
    c.without_implied(into.asked, into.approval);
  }

  static bool same(const circle& c, const demands<group_numbers>& a, const demands<group_numbers>& b) noexcept {
    return c.same(a.asked, b.asked) && c.same(a.approval, b.approval);
  }

  /// What decided. `outcome_among(circle)` is the outcome if it were for these people.
  template <class Outcome>
  remit::basis basis_of(const claims<Sets>& k, const conclusion<Sets>& end, Outcome&& outcome_among) const noexcept {
    if (people.outside) return basis::outside;
    if (!people.approved.empty()) {
      if (outcome_among(around({})) != end.outcome) return basis::approved;
    }
    // What it would be if no clause had fired.
    const bool bare = k.to.empty() && !k.let_in && k.plain.empty() && k.for_agreement.empty();
    if (bare) return end.to.empty() && end.consult.asked.empty() ? basis::held : basis::not_held;
    const conclusion<Sets> held = settle(people, {});
    if (held.outcome != end.outcome || !people.same(held.to, end.to) || !same(people, held.consult, end.consult))
      return basis::rule;
    return held.to.empty() && held.consult.asked.empty() ? basis::held : basis::not_held;
  }
};

}  // namespace remit
