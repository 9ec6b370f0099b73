// The case that nearly every action is: a small decision, and nobody has approved yet. What weigh.hpp and settle.hpp say of
// any case, in masks and seats that were worked out beforehand (check/small_decisions.hpp, check/seats.hpp).
// Not here: which clauses fire (sieve.hpp); that while facts are missing (plain_unsettled.hpp); every other case.
#pragma once

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
  party_id asker;
  mask met;  ///< in asked_word::all: the demands that a consultation met already

  plain_case(const executable& x, const decision_entry& d, const action& a) noexcept
      : rules{x}, decision{d}, asker{a.by()}, met{a.all_consulted().word[0] == 0 ? 0 : met_by(d, a.all_consulted().word[0])} {}

  const seat_entry& seat(mask moves) const noexcept { return decision.seats[(std::size_t{asker.value} << decision.moves) + moves]; }
  /// Where the asker's decision can go, if these moves certainly and possibly take place.
  const seat_entry& open_seat(mask certain, mask possible) const noexcept {
    return decision.open_seats[std::size_t{asker.value} * decision.open_places + seat_entry::open_place(certain, possible)];
  }

  /// What these clauses ask for.
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
    if (goes.alike) end.basis = basis_of(decision, seat(0), end);
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
  [[gnu::always_inline]] asked_word owed(asked_word asked) const noexcept { return {asked.all & ~met}; }
  /// The approval that is needed of those to whom a seat leads.
  [[gnu::always_inline]] asked_word agreement_of(const seat_entry& s) const noexcept {
    asked_word all = decision.approvals[s.first];
    if (s.several) all |= agreement_of(decision, s.agrees);
    return all;
  }

  /// Whether the same parties meet them. No two of either are alike, so where all of one are in the other, no further is.
  bool same(small_demands a, small_demands b) const noexcept {
    if ((a.all & ~b.all & every_bit(decision.alike)) != 0) return told_alike(decision, a, b);
    return a == b;
  }
  /// The same demands of the groups, other than theirs, that the same parties meet.
  static small_demands alike(const decision_entry& d, small_demands of) noexcept {
    small_demands all;
    each_bit(of.plain(), [&](std::uint32_t g) { all.all |= d.small_groups[g].alike; });
    each_bit(of.approval(), [&](std::uint32_t g) { all.all |= std::uint32_t{d.small_groups[g].alike} << small_demands::groups; });
    return all;
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

  // What is seldom needed, of the decision alone, so that a case never has to be in memory.

  // A group that a met one implies is met as well.
  [[gnu::noinline]] static mask met_by(const decision_entry& d, mask consulted) noexcept {
    mask groups = 0;
    for (std::uint32_t g = 0; g < d.groups.count; ++g) groups |= mask{(d.small_groups[g].met_by & consulted) != 0} << g;
    const small_demands met = small_demands::of(groups, 0);
    return asked_word::of(met, met).all;
  }
  [[gnu::noinline]] static asked_word agreement_of(const decision_entry& d, mask of) noexcept {
    asked_word all;
    each_bit(of, [&](std::uint32_t g) { all |= d.approvals[1 + g]; });
    return all;
  }
  [[gnu::noinline]] static basis basis_of(const decision_entry& d, const seat_entry& bare, const plain_conclusion& end) noexcept {
    const bool otherwise = end.outcome != static_cast<outcome>(bare.outcome) || !told_alike(d, end.wanted, bare.unmoved) ||
                           !told_alike(d, small_demands::of(end.to, 0), small_demands::of(bare.to, 0));
    return otherwise ? basis::rule : static_cast<basis>(bare.basis);
  }
  // No two of either are alike.
  [[gnu::noinline]] static bool told_alike(const decision_entry& d, small_demands a, small_demands b) noexcept {
    const small_demands more{a.all & ~b.all}, less{b.all & ~a.all};
    return (more.all & ~alike(d, less).all) == 0 && (less.all & ~alike(d, more).all) == 0;
  }
};

}  // namespace remit
