// From action to verdict: which clauses fire, what they lift, and what follows (language reference, "What an action gets").
// With facts missing, every clause is certain, possible or out, and the verdict is the most restrictive that is possible.
// Not here: truth of conditions (truth.hpp), ranks and demands (settle.hpp), words (report/).
#pragma once

#include <cstdint>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/settle.hpp>
#include <remit/agreement/truth.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

/// One evaluation, step by step. Lives on the stack of agreement::evaluate.
struct evaluation {
  /// What certainly is so, and what possibly is (a superset).
  template <class Set>
  struct bounds {
    Set certain, possible;
    bool exact() const noexcept { return certain == possible; }
  };
  struct demands {
    group_set asked, approval;
  };

  const executable& rules;
  const action& subject;
  const judge conditions{rules, subject};
  const decision_entry* decision = nullptr;

  bounds<clause_set> fired{}, active{};  // before and after lifting
  bounds<clause_set> lifted_rules{};     // over the decision's rule numbers, of which there are no more than clauses
  bounds<group_set> escalations{}, consulted_plain{}, consulted_for_agreement{};
  bounds<duty_set> duties{};
  bounds<bits<1>> let_in{};

  static verdict run(const executable& rules, const action& a) noexcept {
    verdict v;
    v.rules_ = &rules;
    v.error_ = &a.rules() == &rules ? a.error() : input_error::other_agreement;
    if (v.error_ != input_error::none) return v;
    if (a.is_known(input_id{0})) {
      const std::int64_t day = a.slot(input_id{0});
      v.in_force_ = rules.first_day <= day && day <= rules.last_day ? in_force::yes : in_force::no;
    }
    evaluation e{rules, a};
    if (a.decision()) {
      e.decision = &rules.decisions[a.decision().value];
      e.fire();
    }
    e.follow(v);
    return v;
  }

  /// The verdict if these clauses of the action's decision fired, whatever its facts; and which of the merely possible
  /// ones still make a difference. For tools that reason about many actions at once.
  /// `fired` must hold no `allow` that is not for the asker.
  struct outlook {
    remit::verdict verdict;
    clause_set open;
    remit::outcome at_least = outcome::allow;  ///< no completion is less restrictive
    destination goes;                          ///< of a certain verdict: where the decision goes
    group_set asked, approval;                 ///< and what its clauses still ask for, of which only approval meets these
  };
  static outlook given(const executable& rules, const action& a, const bounds<clause_set>& fired) noexcept {
    outlook o;
    o.verdict.rules_ = &rules;
    o.verdict.error_ = input_error::none;
    evaluation e{rules, a};
    e.decision = &rules.decisions[a.decision().value];
    e.fired = fired;
    e.follow(o.verdict);
    const circle c = e.around(a.all_approved());
    if (o.verdict.certain()) {
      o.at_least = o.verdict.outcome();
      o.goes = c.go(e.escalations.certain, e.let_in.certain.has(0));
      demands owed;
      add_owed(c, e.consulted_plain.certain, e.consulted_for_agreement.certain, owed);
      o.asked = owed.asked;
      o.approval = owed.approval;
      return o;
    }
    o.open = e.open_clauses(c);
    if (e.escalations.exact() && e.let_in.exact()) o.at_least = c.go(e.escalations.certain, e.let_in.certain.has(0)).outcome;
    demands sure;
    add_owed(c, e.consulted_plain.certain, e.consulted_for_agreement.certain, sure);
    if (o.at_least == outcome::allow && !sure.asked.empty()) o.at_least = outcome::consult;
    return o;
  }

  /// Whether two verdicts on one decision of one agreement say the same: outcome, parties and duties.
  static bool alike(const verdict& a, const verdict& b) noexcept {
    const executable& rules = *a.rules_;
    const auto covers = [&](const group_set& all, const group_set& wanted) {
      bool each_found = true;
      wanted.each([&](std::uint32_t w) {
        bool found = all.has(w);
        if (!found) all.each([&](std::uint32_t g) {
            found = found || rules.groups[a.numbers_[g]].met_by == rules.groups[a.numbers_[w]].met_by;
          });
        each_found = each_found && found;
      });
      return each_found;
    };
    const auto same = [&](const group_set& x, const group_set& y) { return x == y || (covers(x, y) && covers(y, x)); };
    return a.outcome_ == b.outcome_ && a.duties_ == b.duties_ && same(a.to_, b.to_) && same(a.consult_, b.consult_) &&
           same(a.approval_, b.approval_);
  }

  /// A verdict told by somebody who knows more of the action's completions than three values do.
  struct telling {
    remit::outcome outcome = outcome::allow;
    remit::basis basis = basis::held;
    group_set to, consult, approval;
    duty_set duties;
    clause_set fired;
    input_set missing;
    bool certain = false;
  };
  /// `like` is the evaluator's own verdict on the action.
  static verdict tell(const verdict& like, const telling& t) noexcept {
    verdict v = like;
    v.outcome_ = t.outcome;
    v.basis_ = t.basis;
    v.to_ = t.to;
    v.consult_ = t.consult;
    v.approval_ = t.approval;
    v.duties_ = t.duties;
    v.fired_ = t.fired;
    v.missing_ = t.missing;
    v.certain_ = t.certain;
    return v;
  }

 private:
  view<clause_entry> clauses() const noexcept { return part_of(rules.clauses, decision->clauses); }

  // From the fired clauses to the verdict.
  void follow(verdict& v) noexcept {
    if (decision != nullptr) {
      lift();
      gather();
    }
    conclude(v);
  }

  // Which clauses fire, were nothing lifted.
  void fire() noexcept {
    const auto list = clauses();
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      const clause_entry& c = list[i];
      if (c.effect == effect::allow && !rules.groups[c.asker_group].met_by.has(subject.by().value)) continue;
      const truth t = conditions.of(c.condition);
      if (t == truth::no) continue;
      fired.possible.insert(i);
      if (t == truth::yes) fired.certain.insert(i);
    }
  }

  // What fired `allow … despite` clauses lift; then duties, which follow the clauses of their rule that are left.
  void lift() noexcept {
    const auto list = clauses();
    const auto lifted_by = [&](const clause_set& by, clause_set& into) {
      by.each([&](std::uint32_t i) {
        for (std::uint32_t r : part_of(rules.rule_numbers, list[i].lifts)) into.insert(r);
      });
    };
    lifted_by(fired.certain, lifted_rules.certain);
    lifted_by(fired.possible, lifted_rules.possible);

    bounds<clause_set> working;  // rules with a clause, not a `then`, that is active
    const auto keep = [&](const clause_set& from, const clause_set& lifted, clause_set& into, clause_set& rule) {
      from.each([&](std::uint32_t i) {
        const clause_entry& c = list[i];
        if (c.then || (c.effect != effect::allow && lifted.has(c.rule))) return;
        into.insert(i);
        rule.insert(c.rule);
      });
      from.each([&](std::uint32_t i) {
        if (list[i].then && !lifted.has(list[i].rule) && rule.has(list[i].rule)) into.insert(i);
      });
    };
    keep(fired.certain, lifted_rules.possible, active.certain, working.certain);
    keep(fired.possible, lifted_rules.certain, active.possible, working.possible);
  }

  // What the active clauses ask for.
  void gather() noexcept {
    const auto list = clauses();
    const auto collect = [&](const clause_set& from, group_set& to, group_set& plain, group_set& agreement, duty_set& due,
                             bits<1>& in) {
      from.each([&](std::uint32_t i) {
        const clause_entry& c = list[i];
        if (c.effect == effect::duty) due.insert(c.duty);
        if (c.effect == effect::allow && c.despite_rights) in.insert(0);
        if (c.effect != effect::escalate && c.effect != effect::consult) return;
        group_set& into = c.effect == effect::escalate ? to : c.for_agreement ? agreement : plain;
        for (std::uint32_t g : part_of(rules.group_numbers, c.groups)) into.insert(g);
      });
    };
    collect(active.certain, escalations.certain, consulted_plain.certain, consulted_for_agreement.certain, duties.certain,
            let_in.certain);
    collect(active.possible, escalations.possible, consulted_plain.possible, consulted_for_agreement.possible,
            duties.possible, let_in.possible);
  }

  circle around(const party_set& approved) const noexcept {
    if (decision == nullptr)
      return {rules, rules.outside, rules.outside.size(), subject.by(), subject.all_consulted(), approved, true};
    return {rules, part_of(rules.decision_groups, decision->groups), decision->holders, subject.by(),
            subject.all_consulted(), approved, false};
  }

  struct conclusion {
    remit::outcome outcome = remit::outcome::allow;
    group_set to;
    demands consult;
    bool certain = true;
  };

  // The most restrictive of the possible destinations, their parties taken together.
  //
  // Escalations fire independently of each other as far as three values can tell, and adding one to the certain ones
  // shows all it can do: it survives the ranking next to the certain ones, or next to nothing. So the certain ones
  // alone, and with each merely possible one added, stand for every combination.
  conclusion settle(const circle& c) const noexcept {
    conclusion result;
    const destination base = c.go(escalations.certain, let_in.certain.has(0));
    group_set reached, held[3];  // what merely belongs to holders, by the outcome that has
    each_completion([&](const group_set& with, bool in) {
      const destination d = c.go(with, in);
      if (!c.same(d, base)) result.certain = false;
      if (d.outcome > result.outcome) result.outcome = d.outcome;
      (d.by_escalation ? reached : held[static_cast<int>(d.outcome)]) |= d.unmet;
    });
    group_set& told = result.outcome == outcome::escalate ? result.to : result.consult.asked;
    if (result.certain) {
      c.unite(told, base.unmet);
    } else {
      const group_set highest = c.without_lower(reached, false);
      c.unite(told, highest);
      held[static_cast<int>(result.outcome)].each([&](std::uint32_t g) {
        if (!c.outranked(g, highest)) c.add_once(told, g);
      });
    }
    result.consult.approval = result.consult.asked;

    demands sure = result.consult;
    add_owed(c, consulted_plain.possible, consulted_for_agreement.possible, result.consult);
    add_owed(c, consulted_plain.certain, consulted_for_agreement.certain, sure);
    if (!same(c, sure, result.consult)) result.certain = false;
    if (result.outcome == outcome::allow && !result.consult.asked.empty()) result.outcome = outcome::consult;
    return result;
  }

  template <class Visit>
  void each_completion(Visit&& visit) const noexcept {
    for (int in = let_in.certain.has(0) ? 1 : 0; in <= (let_in.possible.has(0) ? 1 : 0); ++in) {
      visit(escalations.certain, in != 0);
      (escalations.possible - escalations.certain).each([&](std::uint32_t g) {
        group_set with = escalations.certain;
        with.insert(g);
        visit(with, in != 0);
      });
    }
  }

  static bool same(const circle& c, const demands& a, const demands& b) noexcept {
    return c.same(a.asked, b.asked) && c.same(a.approval, b.approval);
  }

  static void add_owed(const circle& c, const group_set& plain, const group_set& agreement, demands& into) noexcept {
    plain.each([&](std::uint32_t g) {
      if (c.owed(g, false)) into.asked.insert(g);
    });
    agreement.each([&](std::uint32_t g) {
      if (!c.owed(g, true)) return;
      into.asked.insert(g);
      into.approval.insert(g);
    });
    c.without_implied(into.asked, into.approval);
  }

  void conclude(verdict& v) const noexcept {
    const circle c = around(subject.all_approved());
    const conclusion end = settle(c);
    v.decision_ = decision;
    v.numbers_ = c.numbers;
    v.outcome_ = end.outcome;
    v.to_ = end.to;
    v.consult_ = end.consult.asked;
    v.approval_ = end.consult.approval;
    v.duties_ = duties.possible;
    v.certain_ = end.certain && duties.exact();
    active.possible.each([&](std::uint32_t i) {
      if (!clauses()[i].then) v.fired_.insert(i);
    });
    v.basis_ = basis_of(c, end);
    if (v.certain_ || decision == nullptr) return;
    open_clauses(c).each([&](std::uint32_t i) { conditions.missing(clauses()[i].condition, v.missing_); });
  }

  remit::basis basis_of(const circle& c, const conclusion& end) const noexcept {
    if (c.outside) return basis::outside;
    if (!c.approved.empty()) {
      const party_set nobody;
      if (settle(around(nobody)).outcome != end.outcome) return basis::approved;
    }
    const destination held = c.go({}, false);
    const bool moved = held.outcome == outcome::escalate;
    const group_set to = moved ? held.unmet : group_set{};
    demands bare;
    if (!moved) bare = {held.unmet, held.unmet};
    c.without_implied(bare.asked, bare.approval);
    if (held.outcome != end.outcome || !c.same(to, end.to) || !same(c, bare, end.consult)) return basis::rule;
    return held.unmet.empty() ? basis::held : basis::not_held;
  }

  // The clauses with an open condition behind whatever is possible and not certain, and makes a difference.
  clause_set open_clauses(const circle& c) const noexcept {
    clause_set open;
    const auto list = clauses();
    // What is asked in every completion: holders' approval only where the decision goes to them in every one.
    demands sure;
    const destination base = c.go(escalations.certain, let_in.certain.has(0));
    bool fixed = true;
    each_completion([&](const group_set& with, bool in) { fixed = fixed && c.same(c.go(with, in), base); });
    if (fixed && base.outcome == outcome::consult) c.unite(sure.asked, base.unmet);
    sure.approval = sure.asked;
    add_owed(c, consulted_plain.certain, consulted_for_agreement.certain, sure);
    (active.possible - active.certain).each([&](std::uint32_t i) {
      const clause_entry& clause = list[i];
      bool matters = false;
      switch (clause.effect) {
        case effect::escalate:
          for (std::uint32_t g : part_of(rules.group_numbers, clause.groups)) matters = matters || redirects(c, g);
          break;
        case effect::consult: {
          demands more = sure;
          group_set groups;
          for (std::uint32_t g : part_of(rules.group_numbers, clause.groups)) groups.insert(g);
          add_owed(c, clause.for_agreement ? group_set{} : groups, clause.for_agreement ? groups : group_set{}, more);
          matters = !same(c, more, sure);
          break;
        }
        case effect::duty: matters = !duties.certain.has(clause.duty); break;
        case effect::allow: matters = clause.despite_rights && !let_in.exact() && being_let_in_matters(c); break;
      }
      if (matters) blame(i, open);
    });
    return open;
  }

  // Whether escalating to group `g` as well changes where the decision goes: by itself, or next to another one that is
  // merely possible.
  bool redirects(const circle& c, std::uint32_t g) const noexcept {
    bool differs = false;
    each_completion([&](const group_set& with, bool in) {
      if (differs || with.has(g)) return;
      group_set more = with;
      more.insert(g);
      differs = !c.same(c.go(more, in), c.go(with, in));
    });
    return differs;
  }
  bool being_let_in_matters(const circle& c) const noexcept {
    bool matters = false;
    each_completion([&](const group_set& with, bool) { matters = matters || !c.same(c.go(with, true), c.go(with, false)); });
    return matters;
  }

  // What leaves clause `i` open: its own condition, an open `allow` that would lift it, the open clauses a `then` waits for.
  void blame(std::uint32_t i, clause_set& open) const noexcept {
    const auto list = clauses();
    const clause_set unsettled = fired.possible - fired.certain;
    const auto add = [&](std::uint32_t clause) {
      if (unsettled.has(clause)) open.insert(clause);
    };
    add(i);
    if (list[i].effect != effect::allow && lifted_rules.possible.has(list[i].rule))
      unsettled.each([&](std::uint32_t a) {
        for (std::uint32_t r : part_of(rules.rule_numbers, list[a].lifts))
          if (r == list[i].rule) open.insert(a);
      });
    if (!list[i].then) return;
    (active.possible - active.certain).each([&](std::uint32_t other) {
      if (list[other].rule == list[i].rule && !list[other].then) add(other);
    });
  }
};

inline verdict agreement::evaluate(const action& a) const noexcept { return evaluation::run(*rules_, a); }

}  // namespace remit
