// The plain case while facts are missing: every clause is certain, possible or out, and the verdict is the most restrictive
// one that is possible. What unsettled.hpp says of any case, and explains, in masks.
// Not here: the case that everything is known (plain_case.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/plain_case.hpp>
#include <remit/agreement/sieve.hpp>

namespace remit {

struct plain_unsettled {
  using mask = std::uint64_t;

  const plain_case& c;
  mask unknown;  ///< the clauses that may fire or not
  mask may_be_lifted;
  plain_claims sure, might;

  [[gnu::always_inline]] plain_unsettled(const plain_case& of, const bounds<mask>& fired) noexcept : c{of} {
    const mask certain = fired.certain & ~c.decision.always_then, possible = fired.possible & ~c.decision.always_then;
    unknown = possible & ~certain;
    may_be_lifted = c.lifted_by(possible);
    sure = c.claims_of(c.standing(certain, may_be_lifted));
    might = c.claims_of(c.standing(possible, c.lifted_by(certain)));
  }

  struct conclusion {
    plain_conclusion end;
    bool certain = true;
    mask turning = 0;  ///< the moves, merely possible, that change where the decision goes
    /// What is asked in every completion: holders' approval only where the decision goes to them in every one.
    asked_word anyway;
  };
  /// The most restrictive of the possible destinations, their parties taken together.
  [[gnu::always_inline]] conclusion settle() const noexcept {
    const seat_entry& goes = c.open_seat(sure.asked.moved(), might.asked.moved());
    const asked_word approval = c.agreement_of(goes);
    const asked_word anyway = asked_word{approval.all & every_bit(goes.one_way)} | c.owed(sure.asked);
    conclusion found{c.settle(goes, approval | c.owed(might.asked)), goes.one_way, goes.turning, anyway};
    found.certain &= c.same(anyway.wanted(), found.end.wanted);
    return found;
  }

  /// The slots that are missing of what the conditions behind a difference look at; and the clauses of which only a judge can
  /// tell which those are.
  struct missing {
    mask slots = 0, clauses = 0;
  };
  /// A difference is made by whatever is possible and not certain, and asks for more than is asked anyway.
  [[gnu::always_inline]] missing behind_differences(const conclusion& found, mask known) const noexcept {
    const asked_word anyway = found.anyway;
    // What makes none: demands that are there or implied, duties that are due, moves that lead nowhere else.
    mask idle = anyway.made().all | anyway.implied().all | sure.asked.dues() | asked_word::any_implied |
                (asked_word::any_moved & ~asked_word::of(0, found.turning).all);
    // Nor demands that are there of a group told after theirs, which the same parties meet.
    if ((every_bit(c.decision.alike) & anyway.wanted().all & might.asked.implied().all) != 0) idle |= c.alike(c.decision, anyway.made()).all;
    const mask candidates = might.active & ~sure.active;
    const mask matter = c.asking(candidates, c.owed(might.asked).all & ~idle);
    mask open = matter & unknown;
    const mask lifted = matter & may_be_lifted, waiting = matter & c.decision.waiting;
    if ((lifted | waiting) != 0) open |= open_behind(c.decision, lifted, unknown, waiting, unknown & candidates);
    return {c.looked_at(open & c.decision.flat) & ~known, open & ~c.decision.flat};
  }

 private:
  // What leaves clauses open besides their own conditions: of `by` each `allow` that would lift one of `lifted`, of `on` each
  // clause that a `then` of `waiting` follows.
  [[gnu::noinline]] static mask open_behind(const decision_entry& d, mask lifted, mask by, mask waiting, mask on) noexcept {
    mask open = 0;
    each_bit(by & d.allows, [&](std::uint32_t a) {
      if ((d.small_clauses[a].lifts & lifted) != 0) open |= single_bit(a);
    });
    each_bit(waiting, [&](std::uint32_t then) { open |= d.small_clauses[then].followed & on; });
    return open;
  }
};

}  // namespace remit
