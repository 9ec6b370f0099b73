// The case that nearly every action is: a small decision, and nobody has approved yet. What weigh.hpp and settle.hpp say of
// any case, in masks and seats that were worked out beforehand (check/small_decisions.hpp).
// Not here: which clauses fire (sieve.hpp); that while facts are missing (plain_unsettled.hpp); every other case.
#pragma once

#include <bit>
#include <cstdint>

#include <remit/agreement/clauses.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

/// What clauses of a small decision ask for.
struct plain_claims {
  std::uint64_t active = 0;  ///< the clauses
  asked_word asked;
};

struct plain_conclusion {
  remit::outcome outcome = remit::outcome::allow;
  remit::basis basis = remit::basis::held;
  std::uint64_t to = 0;
  small_demands wanted;
};

struct plain_case {
  using mask = std::uint64_t;

  const executable& rules;
  const decision_entry& decision;
  mask consulted;  ///< of the parties
  party_id asker;
  const small_clause* clauses = decision.small_clauses;

  plain_case(const executable& x, const decision_entry& d, const action& a) noexcept
      : rules{x}, decision{d}, consulted{a.all_consulted().word[0]}, asker{a.by()} {}

  const small_group* groups() const noexcept { return decision.small_groups; }
  const seat_entry& seat(mask moves) const noexcept { return decision.seats[(std::size_t{asker.value} << decision.moves) + moves]; }
  /// Where the asker's decision can go, if these moves certainly and possibly take place.
  const seat_entry& open_seat(mask certain, mask possible) const noexcept {
    return decision.open_seats[std::size_t{asker.value} * decision.open_places + seat_entry::open_place(certain, possible)];
  }

  [[gnu::always_inline]] plain_claims claims_of(mask active) const noexcept {
    asked_word all;
    each_few(active, [&](std::uint32_t row, mask set) { all |= decision.asked[row + set]; });
    return {active, all};
  }
  /// Of these clauses, those that ask for any of this.
  [[gnu::always_inline]] mask asking(mask of, mask wanted) const noexcept {
    mask all = 0;
    std::uint32_t at = 0;
    each_few(of, [&](std::uint32_t row, mask) {
      mask set = 0;
      for (std::uint32_t i = asked_word::clauses_at_once; i-- != 0;)
        set = 2 * set + mask{(decision.asked[row + (1u << i)].all & wanted) != 0};
      all |= set << at;
      at += asked_word::clauses_at_once;
    });
    return all & of;
  }
  /// The slots that the conditions of these clauses look at.
  [[gnu::always_inline]] mask looked_at(mask by) const noexcept {
    mask all = 0;
    each_few(by, [&](std::uint32_t row, mask set) { all |= decision.looks[row + set]; });
    return all;
  }

  /// Given the clauses that fire.
  [[gnu::always_inline]] plain_claims claimed(mask fired) const noexcept {
    const mask speaking = fired & ~decision.always_then;
    return claims_of(standing(speaking, lifted_by(speaking)));
  }
  /// The clauses that the `allow … despite` among these lift.
  [[gnu::always_inline]] mask lifted_by(mask speaking) const noexcept {
    if (decision.entangled) return all_lifted_by(speaking);
    return decision.lifted & every_bit((speaking & decision.allows) != 0);
  }
  /// What is left when these are lifted; of duties that follow, those that have something to follow.
  [[gnu::always_inline]] mask standing(mask speaking, mask lifted) const noexcept {
    if (decision.entangled) return all_standing(speaking, lifted);
    const mask left = speaking & ~lifted;
    return left & ~(decision.waiting & every_bit((left & decision.followed) == 0));
  }

  /// Where it leads, if just these claims are made.
  [[gnu::always_inline]] plain_conclusion settle(const plain_claims& k) const noexcept {
    const seat_entry& goes = seat(k.asked.moved());
    return settle(goes, agreement_of(goes) | owed(k.asked));
  }
  /// Where a seat leads, if this is asked.
  [[gnu::always_inline]] plain_conclusion settle(const seat_entry& goes, asked_word asked) const noexcept {
    plain_conclusion end;
    end.wanted = asked.wanted();
    end.outcome = with_asked(static_cast<outcome>(goes.outcome), end.wanted);
    end.to = goes.to;
    end.basis = basis_of(goes, end.wanted);
    if (goes.alike) end.basis = basis_of(groups(), seat(0), end.outcome, end.to, end.wanted);
    return end;
  }

  /// What decided, where all that is wanted is told by the same groups as `unmoved`. No branch: neither is the likelier.
  static basis basis_of(const seat_entry& goes, small_demands wanted) noexcept {
    constexpr auto rule = static_cast<std::uint64_t>(basis::rule);
    return static_cast<basis>(rule ^ ((rule ^ goes.basis) & every_bit(wanted == goes.unmoved)));
  }
  /// Nobody is to be asked before what may be done at once.
  static outcome with_asked(outcome of, small_demands wanted) noexcept {
    static_assert(static_cast<int>(outcome::allow) == 0 && static_cast<int>(outcome::consult) == 1);
    return static_cast<outcome>(static_cast<int>(of) | (static_cast<int>(of == outcome::allow) & static_cast<int>(!wanted.empty())));
  }

  /// Without the consultations that took place.
  [[gnu::always_inline]] asked_word owed(asked_word asked) const noexcept { return consulted == 0 ? asked : without_consulted(groups(), consulted, asked); }
  /// The approval that is needed of those to whom a seat leads.
  [[gnu::always_inline]] asked_word agreement_of(const seat_entry& s) const noexcept {
    asked_word all = decision.approvals[s.first];
    if (s.several) all |= agreement_of(groups(), s.agrees);
    return all;
  }

  /// Whether the same parties meet them. No two of either are alike, so where all of one are in the other, no further is.
  bool same(small_demands a, small_demands b) const noexcept {
    if ((a.all & ~b.all & every_bit(decision.alike)) != 0) return told_alike(groups(), a, b);
    return a == b;
  }

 private:
  // Visits the first row of every few clauses, and which of them these are. No branch for the first dozen: how many there
  // are is as good as random.
  template <class Visit>
  [[gnu::always_inline]] static void each_few(mask of, Visit&& visit) noexcept {
    std::uint32_t row = 0;
    const auto next = [&] {
      visit(row, of % asked_word::sets_of_them);
      of >>= asked_word::clauses_at_once;
      row += asked_word::sets_of_them;
    };
    static_assert(asked_word::least_looks == 4);
    next();
    next();
    next();
    next();
    while (of != 0) next();
  }

  [[gnu::noinline]] mask all_lifted_by(mask speaking) const noexcept {
    return clauses_of<few>{rules, decision}.lifted_by({{speaking}}).word[0];
  }
  [[gnu::noinline]] mask all_standing(mask speaking, mask lifted) const noexcept {
    return clauses_of<few>{rules, decision}.standing({{speaking}}, {{lifted}}).word[0];
  }

  // What is seldom needed, of the groups alone, so that a case never has to be in memory.
  [[gnu::noinline]] static asked_word agreement_of(const small_group* groups, mask of) noexcept {
    asked_word all;
    each_bit(of, [&](std::uint32_t g) { all |= groups[g].to_agree; });
    return all;
  }
  // What the others imply is told anew.
  [[gnu::noinline]] static asked_word without_consulted(const small_group* groups, mask consulted, asked_word asked) noexcept {
    const small_demands made = asked.made();
    asked_word all = asked_word::of(asked.due(), asked.moved()) | agreement_of(groups, made.approval());
    each_bit(made.plain(), [&](std::uint32_t g) {
      if ((groups[g].met_by & consulted) == 0) all |= groups[g].consulted;
    });
    return all;
  }
  [[gnu::noinline]] static basis basis_of(const small_group* groups, const seat_entry& bare, outcome of, mask to,
                                          small_demands wanted) noexcept {
    const bool otherwise = of != static_cast<outcome>(bare.outcome) || wanted.empty() != bare.unmoved.empty() ||
                           told_as(groups, to) != told_as(groups, bare.to) || !told_alike(groups, wanted, bare.unmoved);
    return otherwise ? basis::rule : static_cast<basis>(bare.basis);
  }
  static bool told_alike(const small_group* groups, small_demands a, small_demands b) noexcept {
    return told_as(groups, a.asked()) == told_as(groups, b.asked()) && told_as(groups, a.approval()) == told_as(groups, b.approval());
  }
  [[gnu::noinline]] static mask told_as(const small_group* groups, mask of) noexcept {
    mask first_of = 0;
    each_bit(of, [&](std::uint32_t g) {
      const mask alike = groups[g].alike | single_bit(g);
      first_of |= alike & (~alike + 1);
    });
    return first_of;
  }
};

}  // namespace remit
