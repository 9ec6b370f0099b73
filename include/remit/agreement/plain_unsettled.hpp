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
    conclusion found;
    const seat_entry& goes = c.open_seat(sure.asked.moved(), might.asked.moved());
    const asked_word approval = c.agreement_of(goes);
    found.end = c.settle(goes, approval | c.owed(might.asked));
    found.anyway = asked_word{approval.all & every_bit(goes.one_way)} | c.owed(sure.asked);
    found.certain = goes.one_way & c.same(found.anyway.wanted(), found.end.wanted);
    found.turning = goes.turning;
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
    const mask idle = anyway.made().all | anyway.implied().all | sure.asked.dues() | asked_word::any_implied;
    const mask wanted = might.asked.all & ~idle & ~(asked_word::any_moved & ~asked_word::of(0, found.turning).all);
    const mask candidates = might.active & ~sure.active;
    const mask matter = consulted_or_alike(anyway) ? matter_one_by_one(candidates, wanted, anyway) : c.asking(candidates, wanted);
    mask open = matter & unknown;
    if ((matter & (may_be_lifted | c.decision.waiting)) != 0) open |= open_behind(matter, candidates);
    return {c.looked_at(open & c.decision.flat) & ~known, open & ~c.decision.flat};
  }

 private:
  // Whether it takes more than a mask to tell which demands make a difference: some were met already, or stand for others.
  bool consulted_or_alike(asked_word anyway) const noexcept {
    return (c.consulted | (every_bit(c.decision.alike) & anyway.wanted().all & might.asked.implied().all)) != 0;
  }
  [[gnu::noinline]] mask matter_one_by_one(mask candidates, mask wanted, asked_word anyway) const noexcept {
    mask matter = 0;
    each_bit(candidates, [&](std::uint32_t i) {
      const mask asked = c.clauses[i].asked.all & wanted;
      if ((asked & ~asked_word::any_made) != 0 || (asked != 0 && asks_more(c.clauses[i].asked, anyway))) matter |= single_bit(i);
    });
    return matter;
  }
  bool asks_more(asked_word asked, asked_word anyway) const noexcept {
    const asked_word owed = c.owed(asked);
    return (owed.made().all & ~(anyway.made().all | anyway.implied().all)) != 0 &&
           (!c.decision.alike || !c.same((anyway | owed).wanted(), anyway.wanted()));
  }

  // What else leaves these clauses open than their own conditions: an open `allow` that would lift one, the open clauses
  // that a `then` waits for.
  [[gnu::noinline]] mask open_behind(mask these, mask candidates) const noexcept {
    mask open = 0;
    each_bit(unknown & c.decision.allows, [&](std::uint32_t a) {
      if ((c.clauses[a].lifts & these & may_be_lifted) != 0) open |= single_bit(a);
    });
    each_bit(these & c.decision.waiting, [&](std::uint32_t then) { open |= c.clauses[then].followed & candidates & unknown; });
    return open;
  }
};

}  // namespace remit
