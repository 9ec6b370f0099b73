// The same while facts are missing: every clause is certain, possible or out, and the verdict is the most restrictive one
// that is possible.
// Not here: the case that everything is known (weigh.hpp), what a better-informed teller says (analysis/foresee.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/sieve.hpp>
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

  /// The most restrictive of the possible destinations, their parties taken together.
  ///
  /// Escalations fire independently of each other as far as three values can tell, and adding one to the certain ones
  /// shows all it can do: it survives the ranking next to the certain ones, or next to nothing. So the certain ones
  /// alone, and with each merely possible one added, stand for every combination.
  conclusion<Sets> settle(const circle& c) const noexcept {
    conclusion<Sets> result;
    const auto base = c.go(sure.to, sure.let_in);
    result.outcome = base.outcome;
    group_numbers reached, held[3];  // what merely belongs to holders, by the outcome that has
    if (!goes_one_way()) each_completion([&](const group_numbers& with, bool in) {
      const auto d = c.go(with, in);
      if (!c.same(d, base)) result.certain = false;
      if (d.outcome > result.outcome) result.outcome = d.outcome;
      (d.by_escalation ? reached : held[static_cast<int>(d.outcome)]) |= d.unmet;
    });
    group_numbers& told = result.outcome == outcome::escalate ? result.to : result.consult.asked;
    if (result.certain) {
      c.unite(told, base.unmet);
    } else {
      const group_numbers highest = c.without_lower(reached, false);
      c.unite(told, highest);
      held[static_cast<int>(result.outcome)].each([&](std::uint32_t g) {
        if (!c.outranked(g, highest)) c.add_once(told, g);
      });
    }
    result.consult.approval = result.consult.asked;

    demands<group_numbers> at_least = result.consult;
    w.add_owed(c, might, result.consult);
    w.add_owed(c, sure, at_least);
    if (!w.same(c, at_least, result.consult)) result.certain = false;
    if (result.outcome == outcome::allow && !result.consult.asked.empty()) result.outcome = outcome::consult;
    return result;
  }

  /// No completion is less restrictive.
  remit::outcome at_least() const noexcept {
    remit::outcome least = outcome::allow;
    if (goes_one_way()) least = w.people.go(sure.to, sure.let_in).outcome;
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
    const auto base = c.go(sure.to, sure.let_in);
    bool fixed = true;
    if (!goes_one_way()) each_completion([&](const group_numbers& with, bool in) { fixed = fixed && c.same(c.go(with, in), base); });
    if (fixed && base.outcome == outcome::consult) c.unite(asked.asked, base.unmet);
    asked.approval = asked.asked;
    w.add_owed(sure, asked);
    (might.active - sure.active).each([&](std::uint32_t i) {
      const clause_entry& clause = list[i];
      bool matters = false;
      switch (clause.effect) {
        case effect::escalate:
          for (std::uint32_t g : part_of(w.rules.group_numbers, clause.groups)) matters = matters || redirects(g);
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
        case effect::allow: matters = clause.despite_rights && sure.let_in != might.let_in && being_let_in_matters(); break;
      }
      if (matters) blame(i, open);
    });
    return open;
  }

 private:
  // Whether all completions escalate alike and let the asker in alike.
  bool goes_one_way() const noexcept { return sure.to == might.to && sure.let_in == might.let_in; }

  template <class Visit>
  void each_completion(Visit&& visit) const noexcept {
    for (int in = sure.let_in ? 1 : 0; in <= (might.let_in ? 1 : 0); ++in) {
      visit(sure.to, in != 0);
      (might.to - sure.to).each([&](std::uint32_t g) {
        group_numbers with = sure.to;
        with.insert(g);
        visit(with, in != 0);
      });
    }
  }

  // Whether escalating to group `g` as well changes where the decision goes: by itself, or next to another one that is
  // merely possible.
  bool redirects(std::uint32_t g) const noexcept {
    const circle& c = w.people;
    bool differs = false;
    each_completion([&](const group_numbers& with, bool in) {
      if (differs || with.has(g)) return;
      group_numbers more = with;
      more.insert(g);
      differs = !c.same(c.go(more, in), c.go(with, in));
    });
    return differs;
  }
  bool being_let_in_matters() const noexcept {
    const circle& c = w.people;
    bool matters = false;
    each_completion([&](const group_numbers& with, bool) { matters = matters || !c.same(c.go(with, true), c.go(with, false)); });
    return matters;
  }

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
