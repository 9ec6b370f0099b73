// The case that nearly every action is: a small decision, every fact known, nobody has approved yet, nobody let in despite
// the rights to a decision that goes elsewhere. What weigh.hpp and settle.hpp say of any case, in masks that were worked out beforehand.
// Not here: which clauses fire (sieve.hpp); every other case.
#pragma once

#include <bit>
#include <cstdint>

#include <remit/agreement/clauses.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

struct plain_case {
  using mask = std::uint64_t;

  const executable& rules;
  const decision_entry& decision;
  party_id asker;
  mask consulted;  // of the parties

  // The verdict, its groups, duties and clauses by the decision's own numbers.
  remit::outcome outcome = remit::outcome::allow;
  remit::basis basis = remit::basis::held;
  mask to = 0, asked = 0, approval = 0, due = 0, active = 0;

  /// Given the clauses that fire. False where it is no plain case after all.
  [[gnu::always_inline]] bool settle(mask fired) noexcept {
    active = fired;
    if ((fired & (decision.allows | decision.thens)) != 0) {
      const clauses_of<few> clauses{rules, decision};
      active = clauses.standing({{fired}}, clauses.lifted_by({{fired}})).word[0];
    }
    const bool let_in = (active & decision.lets_in) != 0;
    mask targets = 0, plain = 0, for_agreement = 0;
    const small_clause* const clause = rules.small_clauses.begin() + decision.small_clauses;
    each(active, [&](std::uint32_t i) {
      targets |= clause[i].to;
      plain |= clause[i].plain;
      for_agreement |= clause[i].for_agreement;
      due |= clause[i].due;
    });

    const seat_entry& seat = rules.seats[decision.decision_class * rules.parties.size() + asker.value];
    const auto by_itself = static_cast<remit::outcome>(seat.outcome);
    outcome = by_itself;
    mask unmet = seat.unmet;
    if ((targets | plain | for_agreement) == 0 && !let_in) {
      (outcome == remit::outcome::escalate ? to : asked) = seat.told;
      approval = asked;
      basis = unmet == 0 ? remit::basis::held : remit::basis::not_held;
      return true;
    }
    if (let_in) {
      if (targets != 0) return false;
      unmet = 0;
      outcome = remit::outcome::allow;
    } else if (targets != 0) {
      unmet = go(targets);
    }
    if ((unmet & (unmet - 1)) != 0) unmet = told_once(unmet);
    if (outcome == remit::outcome::escalate)
      to = unmet;
    else
      asked = approval = unmet;
    owe(plain, for_agreement);
    if (outcome == remit::outcome::allow && asked != 0) outcome = remit::outcome::consult;
    what_decided(seat.told, by_itself);
    return true;
  }

 private:
  template <class Visit>
  static void each(mask of, Visit&& visit) noexcept {
    for (; of != 0; of &= of - 1) visit(static_cast<std::uint32_t>(std::countr_zero(of)));
  }
  const small_group& group(std::uint32_t g) const noexcept { return rules.small_groups[decision.small_groups + g]; }

  // Escalated: to the targets and the holders above one of them, of which none that another is above.
  [[gnu::always_inline]] mask go(mask targets) noexcept {
    mask all = targets, lower = 0, unmet = 0;
    each(targets, [&](std::uint32_t g) { all |= group(g).holders_above; });
    each(all, [&](std::uint32_t g) { lower |= group(g).below; });
    bool all_below = true;
    each(all & ~lower, [&](std::uint32_t g) {
      const small_group& target = group(g);
      if ((target.met_by >> asker.value & 1) != 0) return;
      unmet |= mask{1} << g;
      all_below = all_below && (target.above_all >> asker.value & 1) != 0;
    });
    outcome = unmet == 0 ? remit::outcome::allow : all_below ? remit::outcome::consult : remit::outcome::escalate;
    return unmet;
  }

  mask told_once(mask groups) const noexcept {
    mask told = 0;
    each(groups, [&](std::uint32_t g) {
      if ((group(g).alike & told) == 0) told |= mask{1} << g;
    });
    return told;
  }

  // Consultations that are still owed; of those that imply each other the first.
  [[gnu::always_inline]] void owe(mask plain, mask for_agreement) noexcept {
    each(plain, [&](std::uint32_t g) {
      if ((group(g).met_by & consulted) == 0) asked |= mask{1} << g;
    });
    asked |= for_agreement;
    approval |= for_agreement;
    if ((asked & (asked - 1)) == 0) return;
    const mask all = asked, agreed = approval;
    each(all, [&](std::uint32_t weak) {
      const small_group& g = group(weak);
      mask by = all & g.narrower, mutual = g.alike & ~mask{0} << weak;
      if ((agreed >> weak & 1) != 0)
        by &= agreed;
      else
        mutual &= ~agreed;
      if ((by & ~mutual) == 0) return;
      asked &= ~(mask{1} << weak);
      approval &= ~(mask{1} << weak);
    });
  }

  // A rule, where it would be otherwise if no clause had fired.
  [[gnu::always_inline]] void what_decided(mask told, remit::outcome by_itself) noexcept {
    basis = remit::basis::rule;
    if (outcome != by_itself) return;
    const mask bare_to = by_itself == remit::outcome::escalate ? told : 0, bare_asked = told ^ bare_to;
    if (same(to, bare_to) && same(asked, bare_asked) && same(approval, bare_asked))
      basis = told == 0 ? remit::basis::held : remit::basis::not_held;
  }
  // Whether the same parties meet them.
  bool same(mask a, mask b) const noexcept { return a == b || (a != 0 && b != 0 && told_as(a) == told_as(b)); }
  mask told_as(mask groups) const noexcept {
    mask first_of = 0;
    each(groups, [&](std::uint32_t g) {
      const mask alike = group(g).alike | mask{1} << g;
      first_of |= alike & (~alike + 1);
    });
    return first_of;
  }
};

}  // namespace remit
