// Whether one clause of a decision makes a difference next to the others: the verdict with it against that without it.
// Not here: for which actions that is asked (idle_clauses.cpp).
#include "effect.hpp"

#include <algorithm>
#include <utility>

namespace remit::analysis {

effect_of::effect_of(const inquiry& q, const executable& rules, std::uint32_t clause)
    : q_{q}, rules_{rules}, clauses_{part_of(rules.clauses, rules.decisions[q.decision.value].clauses)}, clause_{clause} {
  if (!clauses_[clause].then) return;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i)
    if (clauses_[i].rule == clauses_[clause].rule && !clauses_[i].then) followed_.insert(i);
}

const group_entry& effect_of::group(std::uint32_t local) const {
  return rules_.groups[rules_.decision_groups[rules_.decisions[q_.decision.value].groups.first + local]];
}

effect_of::fired_clauses effect_of::fired_in(const part& p, const clause_set& absent) const {
  fired_clauses fired = q_.asked.fired(p);
  if (absent.empty()) return fired;
  fired.possible -= absent;
  fired.certain -= absent;
  return fired;
}

bool effect_of::differs(fired_clauses fired) const {
  const auto with = q_.asked.given(fired);
  fired.possible.erase(clause_);
  fired.certain.erase(clause_);
  return !same_verdict(with, q_.asked.given(fired));
}

std::optional<bool> effect_of::found_in(const part& where, const clause_set& absent, budget& work) const {
  bool found = false, tried = false;
  const bool finished = explore(q_.space(), q_.model.formulas(), where, work, [&](const part& p) {
    fired_clauses fired = fired_in(p, absent);
    if (!fired.possible.has(clause_)) return next_step::leave();
    if (!fired.certain.has(clause_)) return next_step::cut(q_.asked.fires(clause_), truth::yes);
    if (is_idle(fired)) return next_step::leave();
    if (clauses_[clause_].then && !fired.certain.meets(followed_))
      return next_step::cut(q_.asked.fires((fired.possible & followed_).next(0)), truth::yes);
    // Most often any plain action shows it.
    if (!std::exchange(tried, true)) {
      const fired_clauses there = fired_in(q_.space().single(p), absent);
      if (there.exact() && differs(there)) return found = true, next_step::stop();
    }
    // Where few others fire, it matters most: there first.
    const auto with = q_.asked.given(fired);
    if (!with.verdict.certain()) return next_step::cut(q_.asked.next_cut(with), truth::no);
    fired.possible.erase(clause_);
    fired.certain.erase(clause_);
    const auto without = q_.asked.given(fired);
    if (!without.verdict.certain()) return next_step::cut(q_.asked.next_cut(without), truth::no);
    if (same_verdict(with, without)) return next_step::leave();
    found = true;
    return next_step::stop();
  });
  if (found) return true;
  return finished && q_.model.exact() ? std::optional<bool>{false} : std::nullopt;
}

// Outcome, parties and duties; and the outcome that some approvals would leave: of targets neither above nor below the
// asker it depends on whether an escalation reached them.
bool effect_of::same_verdict(const evaluation::outlook& with, const evaluation::outlook& without) const {
  if (!evaluation::alike(with.verdict, without.verdict)) return false;
  if (with.goes.by_escalation == without.goes.by_escalation) return true;
  bool sideways = false;
  with.goes.unmet.each([&](std::uint32_t g) {
    const group_entry& target = group(g);
    bool above = false;
    target.written.each([&](std::uint32_t p) { above = above || rules_.parties[p].below.has(q_.by.value); });
    sideways = sideways || (!above && !target.written.within(rules_.parties[q_.by.value].below));
  });
  return !sideways;
}

// Another clause certainly fires and nothing can lift it.
bool effect_of::stands(const fired_clauses& fired, std::uint32_t other) const {
  if (other == clause_ || !fired.certain.has(other)) return false;
  const clause_entry& c = clauses_[other];
  if (c.then) return false;
  if (c.effect == effect::allow) return true;
  bool may_be_lifted = false;
  fired.possible.each([&](std::uint32_t a) {
    if (clauses_[a].effect != effect::allow) return;
    for (std::uint32_t r : part_of(rules_.rule_numbers, clauses_[a].lifts)) may_be_lifted = may_be_lifted || r == c.rule;
  });
  return !may_be_lifted;
}

// Another clause asks for as much: each choice of this one is that clause's, or is implied by it.
bool effect_of::repeats(std::uint32_t other) const {
  const clause_entry &mine = clauses_[clause_], &its = clauses_[other];
  if (mine.effect != its.effect) return false;
  if (mine.effect == effect::duty) return mine.duty == its.duty;
  if (mine.effect != effect::escalate && mine.effect != effect::consult) return false;
  if (mine.for_agreement && !its.for_agreement) return false;
  const auto groups = part_of(rules_.group_numbers, mine.groups);
  return std::all_of(groups.begin(), groups.end(), [&](std::uint32_t g) {
    const auto others = part_of(rules_.group_numbers, its.groups);
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t h) {
      if (mine.effect == effect::consult) return group(h).met_by.within(group(g).met_by);
      return group(h).met_by == group(g).met_by && group(h).written == group(g).written;
    });
  });
}

// The `then` duties of its rule may be due because of it alone.
bool effect_of::brings_thens(const fired_clauses& fired) const {
  const std::uint32_t rule = clauses_[clause_].rule;
  bool brings = false, another = false;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
    if (clauses_[i].rule != rule || i == clause_) continue;
    if (clauses_[i].then) brings = brings || fired.possible.has(i);
    another = another || stands(fired, i);
  }
  return brings && !another;
}

bool effect_of::is_idle(const fired_clauses& fired) const {
  const clause_entry& c = clauses_[clause_];
  if (c.then) return !fired.possible.meets(followed_);
  if (c.effect != effect::allow) {
    bool lifted = false;
    fired.certain.each([&](std::uint32_t a) {
      if (clauses_[a].effect != effect::allow) return;
      for (std::uint32_t r : part_of(rules_.rule_numbers, clauses_[a].lifts)) lifted = lifted || r == c.rule;
    });
    if (lifted) return true;
  }
  if (brings_thens(fired)) return false;
  if (c.effect == effect::allow) return c.lifts.count == 0 && !c.despite_rights;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i)
    if (stands(fired, i) && repeats(i)) return true;
  return false;
}

}  // namespace remit::analysis
