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

  plain_unsettled(const plain_case& of, const bounds<mask>& f) noexcept
      : c{of}, fired{f.certain & ~of.decision.always_then, f.possible & ~of.decision.always_then} {
    lifted = {c.lifted_by(fired.certain), c.lifted_by(fired.possible)};
    sure = c.claims_of(c.standing(fired.certain, lifted.possible));
    might = c.claims_of(c.standing(fired.possible, lifted.certain));
  }

  struct conclusion {
    plain_conclusion end;
    bool certain = true;
    /// What is asked in every completion: holders' approval only where the decision goes to them in every one.
    asked_word anyway;
  };
  /// The most restrictive of the possible destinations, their parties taken together.
  conclusion settle() const noexcept {
    conclusion found;
    const seat_entry& base = c.seat(sure.asked.moved());
    asked_word most;
    if (sure.asked.moved() == might.asked.moved()) {
      found.end.outcome = outcome_of(base);
      found.end.to = base.to;
      most = c.agreement_of(base);
    } else {
      most = go_every_way(base, found);
    }
    if (found.certain) found.anyway = most;
    found.end.wanted = (most | c.owed(might.asked)).wanted();
    found.anyway |= c.owed(sure.asked);
    found.certain = found.certain && c.same(found.anyway.wanted(), found.end.wanted);
    found.end.outcome = c.with_asked(found.end.outcome, found.end.wanted);
    found.end.basis = c.basis_of(found.end);
    return found;
  }

  /// The clauses with an open condition behind whatever is possible and not certain, and makes a difference to what is asked
  /// anyway.
  mask open_clauses(asked_word anyway) const noexcept {
    // What makes none: demands that are there or implied, duties that are due.
    const mask idle = anyway.made().all | anyway.implied().all | sure.asked.dues() | asked_word::any_implied;
    mask matter = 0;
    each_bit(might.active & ~sure.active, [&](std::uint32_t i) {
      const asked_word asked = c.clauses[i].asked;
      if ((asked.all & ~idle) != 0 && matters(asked, anyway)) matter |= single_bit(i);
    });
    return behind(matter);
  }

 private:
  static outcome outcome_of(const seat_entry& s) noexcept { return static_cast<outcome>(s.outcome); }
  bool same(const seat_entry& a, const seat_entry& b) const noexcept { return a.outcome == b.outcome && c.same(a.unmet, b.unmet); }

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
  asked_word go_every_way(const seat_entry& base, conclusion& found) const noexcept {
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

  // What asks for something that is not idle.
  [[gnu::noinline]] bool matters(asked_word asked, asked_word anyway) const noexcept {
    if ((asked.due() & ~sure.asked.due()) != 0) return true;
    if (const mask moves = asked.moved(); moves != 0)
      return (moves & c.decision.let_in) != 0 ? being_let_in_matters() : redirects(moves);
    const asked_word owed = c.owed(asked);
    return (owed.made().all & ~(anyway.made().all | anyway.implied().all)) != 0 &&
           (!c.decision.alike || !c.same((anyway | owed).wanted(), anyway.wanted()));
  }
  // Whether one of these escalations changes where the decision goes: by itself, or next to one that is merely possible.
  bool redirects(mask escalations) const noexcept {
    bool differs = false;
    each_completion([&](mask moves) {
      each_bit(escalations & ~moves, [&](std::uint32_t m) {
        differs = differs || !same(c.seat(moves | single_bit(m)), c.seat(moves));
      });
    });
    return differs;
  }
  bool being_let_in_matters() const noexcept {
    const mask let_in = c.decision.let_in;
    if ((sure.asked.moved() & let_in) != 0) return false;
    bool matters = false;
    each_completion([&](mask moves) { matters = matters || !same(c.seat(moves | let_in), c.seat(moves & ~let_in)); });
    return matters;
  }

  // What leaves these clauses open: their own conditions, an open `allow` that would lift one, the open clauses a `then`
  // waits for.
  mask behind(mask these) const noexcept {
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
