// The same while facts are missing: every clause is certain, possible or out, and the verdict is the most restrictive one
// that is possible.
// Not here: where the decision can go (ways.hpp), the case that everything is known (weigh.hpp), what a better-informed
// teller says (analysis/foresee.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/sieve.hpp>
#include <remit/agreement/ways.hpp>
#include <remit/agreement/weigh.hpp>

namespace remit {

template <class Sets>
struct unsettled {
  using weighing = remit::weighing<Sets>;
  using circle = typename weighing::circle;
  using clause_numbers = typename Sets::clauses;
  using group_numbers = typename Sets::groups;

  const weighing& w;
  bounds<clause_numbers> fired;
  clauses_of<Sets> clauses = w.clauses();
  bounds<clause_numbers> lifted{clauses.lifted_by(fired.certain), clauses.lifted_by(fired.possible)};
  claims<Sets> sure = clauses.claims_of(clauses.standing(fired.certain, lifted.possible));
  claims<Sets> might = clauses.claims_of(clauses.standing(fired.possible, lifted.certain));

  ways<Sets> ways_of(const circle& c) const noexcept { return {c, {sure.to, sure.let_in}, {might.to, might.let_in}}; }

  /// The most restrictive of the possible destinations, their parties taken together.
  conclusion<Sets> settle(const circle& c) const noexcept {
    conclusion<Sets> result;
    const auto goes = ways_of(c).most_restrictive();
    result.outcome = goes.outcome;
    (result.outcome == outcome::escalate ? result.to : result.consult.asked) = goes.told;
    result.consult.approval = result.consult.asked;
    demands<group_numbers> at_least;
    if (goes.one_way) at_least = result.consult;
    w.add_owed(c, might, result.consult);
    w.add_owed(c, sure, at_least);
    result.certain = goes.one_way && w.same(c, at_least, result.consult);
    if (result.outcome == outcome::allow && !result.consult.asked.empty()) result.outcome = outcome::consult;
    return result;
  }

  /// No completion is less restrictive.
  remit::outcome at_least() const noexcept {
    const auto all = ways_of(w.people);
    const remit::outcome least = all.are_sure() ? all.base.outcome : outcome::allow;
    demands<group_numbers> owed;
    w.add_owed(sure, owed);
    return least == outcome::allow && !owed.asked.empty() ? outcome::consult : least;
  }

  /// The clauses with an open condition behind whatever is possible and not certain, and makes a difference.
  clause_numbers open_clauses() const noexcept {
    clause_numbers open;
    const circle& c = w.people;
    const auto list = w.list();
    // What is asked in every completion: holders' approval only where the decision goes to them in every one.
    demands<group_numbers> asked;
    const auto all = ways_of(c);
    if (all.base.outcome == outcome::consult && all.lead_one_way()) c.unite(asked.asked, all.base.unmet);
    asked.approval = asked.asked;
    w.add_owed(sure, asked);
    (might.active - sure.active).each([&](std::uint32_t i) {
      const clause_entry& clause = list[i];
      bool matters = false;
      switch (clause.effect) {
        case effect::escalate:
          for (std::uint32_t g : part_of(w.rules.group_numbers, clause.groups)) matters = matters || all.redirects(g);
          break;
        case effect::consult: {
          demands<group_numbers> more = asked;
          claims<Sets> further;
          group_numbers& groups = clause.for_agreement ? further.for_agreement : further.plain;
          for (std::uint32_t g : part_of(w.rules.group_numbers, clause.groups)) groups.insert(g);
          w.add_owed(further, more);
          matters = !w.same(c, more, asked);
          break;
        }
        case effect::duty: matters = !sure.due.has(clause.duty); break;
        case effect::allow: matters = clause.despite_rights && all.being_let_in_matters(); break;
      }
      if (matters) blame(i, open);
    });
    return open;
  }

 private:
  // What leaves clause `i` open: its own condition, an open `allow` that would lift it, the open clauses a `then` waits for.
  void blame(std::uint32_t i, clause_numbers& open) const noexcept {
    const auto list = w.list();
    const clause_numbers unknown = fired.possible - fired.certain;
    const auto add = [&](std::uint32_t clause) {
      if (unknown.has(clause)) open.insert(clause);
    };
    add(i);
    if (lifted.possible.has(i))
      unknown.each([&](std::uint32_t a) {
        for (std::uint32_t r : part_of(w.rules.rule_numbers, list[a].lifts))
          if (r == list[i].rule) open.insert(a);
      });
    if (!list[i].then) return;
    (might.active - sure.active).each([&](std::uint32_t other) {
      if (list[other].rule == list[i].rule && !list[other].then) add(other);
    });
  }
};

}  // namespace remit
