// The case that nearly every action is: a small decision, and nobody has approved yet. What weigh.hpp and settle.hpp say of
// any case, in masks and seats that were worked out beforehand (check/small_decisions.hpp).
// Not here: which clauses fire (sieve.hpp); that while facts are missing (plain_unsettled.hpp); every other case.
#pragma once

#include <cstdint>

#include <remit/agreement/clauses.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

/// What clauses of a small decision ask for.
struct plain_claims {
  std::uint64_t active = 0, moves = 0, plain = 0, for_agreement = 0, due = 0;

  bool bare() const noexcept { return (moves | plain | for_agreement) == 0; }
};

/// Whom to ask, and whose approval is needed.
struct plain_demands {
  std::uint64_t asked = 0, approval = 0;
};

struct plain_conclusion {
  remit::outcome outcome = remit::outcome::allow;
  std::uint64_t to = 0;
  plain_demands consult;
};

struct plain_case {
  using mask = std::uint64_t;

  const executable& rules;
  const decision_entry& decision;
  mask consulted;  ///< of the parties
  const seat_entry* asker;
  const small_clause* clauses = rules.small_clauses.begin() + decision.small_clauses;
  const small_group* groups = rules.small_groups.begin() + decision.small_groups;

  plain_case(const executable& x, const decision_entry& d, const action& a) noexcept
      : rules{x}, decision{d}, consulted{a.all_consulted().word[0]}, asker{x.seats.begin() + d.seats + a.by().value} {}

  /// What is told of the seat as decided by others, the rest being their approval. No branch: neither is the likelier.
  static mask escalated(const seat_entry& s) noexcept {
    return s.told & -static_cast<mask>(s.outcome == static_cast<std::uint8_t>(outcome::escalate));
  }
  const seat_entry& seat(mask moves) const noexcept { return asker[moves * rules.parties.size()]; }

  [[gnu::always_inline]] plain_claims claims_of(mask active) const noexcept {
    plain_claims k{active};
    each_bit(active, [&](std::uint32_t i) {
      const small_clause& c = clauses[i];
      k.moves |= c.moves;
      k.plain |= c.plain;
      k.for_agreement |= c.for_agreement;
      k.due |= c.due_at_once;
    });
    return k;
  }

  /// Given the clauses that fire.
  [[gnu::always_inline]] plain_claims claimed(mask fired) const noexcept {
    const mask speaking = fired & ~decision.always_then;
    if ((speaking & (decision.allows | decision.thens)) == 0) return claims_of(speaking);
    const clauses_of<few> all{rules, decision};
    return claims_of(all.standing({{speaking}}, all.lifted_by({{speaking}})).word[0]);
  }

  [[gnu::always_inline]] plain_conclusion settle(const plain_claims& k) const noexcept {
    const seat_entry& goes = seat(k.moves);
    plain_conclusion end;
    end.outcome = static_cast<outcome>(goes.outcome);
    end.to = escalated(goes);
    end.consult.asked = end.consult.approval = goes.told ^ end.to;
    owe(k, end.consult);
    if (end.outcome == outcome::allow && end.consult.asked != 0) end.outcome = outcome::consult;
    return end;
  }

  /// Adds the consultations that are still owed, to demands none of which implies another.
  [[gnu::always_inline]] void owe(const plain_claims& k, plain_demands& into) const noexcept {
    if ((k.plain | k.for_agreement) == 0) return;
    mask owed = k.plain;
    if (consulted != 0) each_bit(k.plain, [&](std::uint32_t g) {
        if ((groups[g].met_by & consulted) != 0) owed &= ~single_bit(g);
      });
    into.asked |= owed | k.for_agreement;
    into.approval |= k.for_agreement;
    without_implied(into);
  }

  /// Of demands that imply each other the first stays.
  void without_implied(plain_demands& d) const noexcept {
    if ((d.asked & decision.implied) == 0) return;
    const plain_demands all = d;
    each_bit(all.asked & decision.implied, [&](std::uint32_t weak) {
      const small_group& g = groups[weak];
      mask by = all.asked & g.narrower, mutual = g.alike & ~mask{0} << weak;
      if ((all.approval >> weak & 1) != 0)
        by &= all.approval;
      else
        mutual &= ~all.approval;
      if ((by & ~mutual) == 0) return;
      d.asked &= ~single_bit(weak);
      d.approval &= ~single_bit(weak);
    });
  }

  /// What decided: a rule, where it would be otherwise if no clause had fired.
  [[gnu::always_inline]] basis basis_of(const plain_claims& k, const plain_conclusion& end) const noexcept {
    const seat_entry& bare = seat(0);
    const basis by_rights = bare.unmet == 0 ? basis::held : basis::not_held;
    if (k.bare()) return by_rights;
    if (end.outcome != static_cast<outcome>(bare.outcome)) return basis::rule;
    const mask to = escalated(bare), asked = bare.told ^ to;
    return same(end.to, to) && same(end.consult, {asked, asked}) ? by_rights : basis::rule;
  }

  /// Whether the same parties meet them.
  bool same(mask a, mask b) const noexcept { return a == b || (a != 0 && b != 0 && told_as(a) == told_as(b)); }
  bool same(const plain_demands& a, const plain_demands& b) const noexcept {
    return same(a.asked, b.asked) && same(a.approval, b.approval);
  }
  /// The groups that one of these is above.
  mask below(mask of) const noexcept {
    mask all = 0;
    each_bit(of, [&](std::uint32_t g) { all |= groups[g].below; });
    return all;
  }
  /// `told`, and of groups that the same parties meet the first, unless these are told.
  mask told_once(mask of, mask told = 0) const noexcept {
    each_bit(of, [&](std::uint32_t g) {
      if ((groups[g].alike & told) == 0) told |= single_bit(g);
    });
    return told;
  }

 private:
  mask told_as(mask of) const noexcept {
    mask first_of = 0;
    each_bit(of, [&](std::uint32_t g) {
      const mask alike = groups[g].alike | single_bit(g);
      first_of |= alike & (~alike + 1);
    });
    return first_of;
  }
};

}  // namespace remit
