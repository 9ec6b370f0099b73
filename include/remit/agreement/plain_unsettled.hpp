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
  bounds<mask> fired, lifted;
  plain_claims sure, might;

  [[gnu::always_inline]] plain_unsettled(const plain_case& of, const bounds<mask>& f) noexcept
      : c{of}, fired{f.certain & ~of.decision.always_then, f.possible & ~of.decision.always_then} {
    lifted = {c.lifted_by(fired.certain), c.lifted_by(fired.possible)};
    sure = c.claims_of(c.standing(fired.certain, lifted.possible));
    might = c.claims_of(c.standing(fired.possible, lifted.certain));
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
    const seat_entry& base = c.seat(sure.asked.moved());
    const mask further = might.asked.moved() & ~sure.asked.moved();
    const bool several = (further & (further - 1)) != 0;
    asked_word most;
    // Together with the only further move, or without one: most often it goes one way.
    if (!several && base.same(c.seat(might.asked.moved()))) {
      found.end.outcome = outcome_of(base);
      found.end.to = base.to;
      most = c.agreement_of(base);
    } else {
      most = go_every_way(base, found);
      found.turning = several ? turning(further) : found.certain ? 0 : further;
    }
    if (found.certain) found.anyway = most;
    found.end.wanted = (most | c.owed(might.asked)).wanted();
    found.anyway |= c.owed(sure.asked);
    found.certain = found.certain && c.same(found.anyway.wanted(), found.end.wanted);
    found.end.outcome = c.with_asked(found.end.outcome, found.end.wanted);
    found.end.basis = c.basis_of(found.end);
    return found;
  }

  /// The slots that are missing of what the conditions behind a difference look at; and the clauses of which only a judge can
  /// tell which those are.
  struct missing {
    mask slots = 0, clauses = 0;
  };
  /// A difference is made by whatever is possible and not certain, and asks for more than is asked anyway.
  missing behind_differences(const conclusion& found, mask known) const noexcept {
    const asked_word anyway = found.anyway;
    // What makes none: demands that are there or implied, duties that are due, moves that lead nowhere else.
    const mask idle = anyway.made().all | anyway.implied().all | sure.asked.dues() | asked_word::any_implied;
    const mask wanted = might.asked.all & ~idle & ~(asked_word::any_moved & ~asked_word::of(0, found.turning).all);
    const mask candidates = might.active & ~sure.active, unknown = fired.possible & ~fired.certain;
    missing all;
    if (consulted_or_alike(anyway)) {
      each_bit(open_clauses(matter_one_by_one(candidates, wanted, anyway)), [&](std::uint32_t i) { look_at(i, single_bit(i), known, all); });
      return all;
    }
    mask matter = 0;
    each_bit(candidates, [&](std::uint32_t i) {
      const mask bit = single_bit(i) & every_bit((c.clauses[i].asked.all & wanted) != 0);
      matter |= bit;
      look_at(i, bit & unknown, known, all);
    });
    each_bit(open_clauses(matter) & ~matter, [&](std::uint32_t i) { look_at(i, single_bit(i), known, all); });
    return all;
  }

 private:
  static outcome outcome_of(const seat_entry& s) noexcept { return static_cast<outcome>(s.outcome); }
  bool same(const seat_entry& a, const seat_entry& b) const noexcept { return a.outcome == b.outcome && c.same(a.unmet, b.unmet); }

  // `bit`: the clause's, or nothing. Where only one slot of a condition is missing, that is the one; where it is flat, every
  // missing one is.
  void look_at(std::uint32_t i, mask bit, mask known, missing& all) const noexcept {
    const mask gone = c.clauses[i].looks_at & ~known;
    const mask at_once = every_bit(gone != 0) & (every_bit((gone & (gone - 1)) == 0) | every_bit((c.decision.flat & bit) != 0));
    all.slots |= gone & at_once & every_bit(bit != 0);
    all.clauses |= bit & ~at_once;
  }

  // The certain moves alone, and with each merely possible escalation added, stand for every combination (unsettled.hpp);
  // the asker let in or not.
  template <class Visit>
  void each_completion(Visit&& visit) const noexcept {
    const mask let_in = c.decision.let_in, certain = sure.asked.moved(), further = might.asked.moved() & ~certain;
    for (mask in = 0;; in = let_in) {
      visit(certain | in);
      each_bit(further & ~let_in, [&](std::uint32_t m) { visit(certain | in | single_bit(m)); });
      if (in == (further & let_in)) return;
    }
  }

  // Returns whose approval is needed.
  [[gnu::noinline]] asked_word go_every_way(const seat_entry& base, conclusion& found) const noexcept {
    plain_conclusion& end = found.end;
    end.outcome = outcome_of(base);
    mask reached = 0, held[3] = {};  // what merely belongs to holders, by the outcome that has
    each_completion([&](mask moves) {
      const seat_entry& goes = c.seat(moves);
      if (!same(goes, base)) found.certain = false;
      if (outcome_of(goes) > end.outcome) end.outcome = outcome_of(goes);
      ((moves & ~c.decision.let_in) != 0 ? reached : held[goes.outcome]) |= goes.unmet;
    });
    if (found.certain) {
      end.to = base.to;
      return c.agreement_of(base);
    }
    const mask highest = reached & ~c.below(reached);
    const mask all = c.told_once(held[static_cast<int>(end.outcome)] & ~c.below(highest), c.told_once(highest));
    if (end.outcome != outcome::escalate) return c.agreement_of(all);
    end.to = all;
    return {};
  }

  // Whether it takes more than a mask to tell which demands make a difference: some were met already, or stand for others.
  bool consulted_or_alike(asked_word anyway) const noexcept {
    return c.consulted != 0 || (c.decision.alike && (anyway.wanted().all & might.asked.implied().all) != 0);
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

  // Of moves that are merely possible, those that change where the decision goes.
  [[gnu::noinline]] mask turning(mask further) const noexcept {
    mask all = 0;
    each_bit(further, [&](std::uint32_t m) {
      const mask move = single_bit(m);
      if (move == c.decision.let_in ? being_let_in_matters() : redirects(move)) all |= move;
    });
    return all;
  }
  // Whether this escalation changes where the decision goes: by itself, or next to one that is merely possible.
  bool redirects(mask escalation) const noexcept {
    bool differs = false;
    each_completion([&](mask moves) { differs = differs || !same(c.seat(moves | escalation), c.seat(moves)); });
    return differs;
  }
  bool being_let_in_matters() const noexcept {
    const mask let_in = c.decision.let_in;
    bool matters = false;
    each_completion([&](mask moves) { matters = matters || !same(c.seat(moves | let_in), c.seat(moves & ~let_in)); });
    return matters;
  }

  // What leaves these clauses open: their own conditions, an open `allow` that would lift one, the open clauses a `then`
  // waits for.
  mask open_clauses(mask these) const noexcept {
    const mask unknown = fired.possible & ~fired.certain;
    mask open = these & unknown;
    if (const mask may_be_lifted = these & lifted.possible; may_be_lifted != 0)
      each_bit(unknown & c.decision.allows, [&](std::uint32_t a) {
        if ((c.clauses[a].lifts & may_be_lifted) != 0) open |= single_bit(a);
      });
    each_bit(these & c.decision.waiting, [&](std::uint32_t then) {
      open |= c.clauses[then].followed & might.active & ~sure.active & unknown;
    });
    return open;
  }
};

}  // namespace remit
