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

/// Whom to ask, and whose approval is needed.
struct plain_demands {
  std::uint64_t asked = 0, approval = 0;
};

struct plain_conclusion {
  remit::outcome outcome = remit::outcome::allow;
  remit::basis basis = remit::basis::held;
  std::uint64_t to = 0;
  plain_demands consult;
};

struct plain_case {
  using mask = std::uint64_t;

  const executable& rules;
  const decision_entry& decision;
  mask consulted;  ///< of the parties
  const seat_entry* asker;
  const small_clause* clauses = decision.small_clauses;
  const small_group* groups = decision.small_groups;

  plain_case(const executable& x, const decision_entry& d, const action& a) noexcept
      : rules{x}, decision{d}, consulted{a.all_consulted().word[0]}, asker{d.seats + a.by().value} {}

  /// What is told of the seat as decided by others, the rest being their approval. No branch: neither is the likelier.
  static mask escalated(const seat_entry& s) noexcept {
    return s.told & every_bit(s.outcome == static_cast<std::uint8_t>(outcome::escalate));
  }
  const seat_entry& seat(mask moves) const noexcept { return asker[moves * rules.parties.size()]; }

  /// No branch for the first dozen clauses: how many are active is as good as random.
  [[gnu::always_inline]] plain_claims claims_of(mask active) const noexcept {
    constexpr std::uint32_t sets = asked_word::sets_of_them;
    const asked_word* asked = decision.asked;
    mask left = active;
    const auto next = [&] {
      const mask some = asked[left % sets].all;
      left >>= asked_word::clauses_at_once;
      asked += sets;
      return some;
    };
    static_assert(asked_word::least_looks == 4);
    mask all = next();
    all |= next();
    all |= next();
    all |= next();
    while (left != 0) all |= next();
    return {active, {all}};
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
    const mask waiting = decision.thens & ~decision.always_then & every_bit((left & decision.followed) == 0);
    return left & ~waiting;
  }

  /// Where it leads, if just these claims are made.
  [[gnu::always_inline]] plain_conclusion settle(const plain_claims& k) const noexcept {
    const seat_entry& goes = seat(k.asked.moved());
    plain_conclusion end;
    end.outcome = static_cast<outcome>(goes.outcome);
    end.basis = static_cast<basis>(goes.basis);
    end.to = escalated(goes);
    end.consult.asked = end.consult.approval = goes.told ^ end.to;
    if ((k.asked.plain() | k.asked.for_agreement()) != 0) {
      owe(k.asked, end.consult);
      end.outcome = with_asked(end.outcome, end.consult.asked);
      end.basis = basis_of(end);
    }
    return end;
  }

  /// Nobody is to be asked before what may be done at once.
  static outcome with_asked(outcome of, mask asked) noexcept {
    static_assert(static_cast<int>(outcome::allow) == 0 && static_cast<int>(outcome::consult) == 1);
    return static_cast<outcome>(static_cast<int>(of) | (static_cast<int>(of == outcome::allow) & static_cast<int>(asked != 0)));
  }

  /// Adds the consultations that are still owed, to demands none of which implies another.
  [[gnu::always_inline]] void owe(asked_word asked, plain_demands& into) const noexcept {
    const mask plain = asked.plain(), for_agreement = asked.for_agreement();
    if ((plain | for_agreement) == 0) return;
    mask owed = plain;
    if (consulted != 0) each_bit(plain, [&](std::uint32_t g) {
        owed &= ~(single_bit(g) & every_bit((groups[g].met_by & consulted) != 0));
      });
    into.asked |= owed | for_agreement;
    into.approval |= for_agreement;
    without_implied(into);
  }
  /// Of demands that imply each other the first stays.
  [[gnu::always_inline]] void without_implied(plain_demands& d) const noexcept {
    const mask weak = d.asked & decision.implied;
    if (weak == 0) return;
    if ((weak & (weak - 1)) == 0)
      leave_out_if_implied(groups, static_cast<std::uint32_t>(std::countr_zero(weak)), plain_demands{d}, d);
    else
      d = without_implied(groups, weak, d);
  }

  /// What decided: a rule, where it would be otherwise if no clause had fired.
  [[gnu::always_inline]] basis basis_of(const plain_conclusion& end) const noexcept {
    const seat_entry& bare = seat(0);
    const mask to = escalated(bare), asked = bare.told ^ to;
    const bool otherwise = end.outcome != static_cast<outcome>(bare.outcome) || !told_alike(end.to, to) ||
                           !told_alike(end.consult.asked, asked) || !told_alike(end.consult.approval, asked);
    return otherwise ? basis::rule : static_cast<basis>(bare.basis);
  }

  /// Whether the same parties meet them, none of either being told twice: then none is part of the other.
  bool told_alike(mask a, mask b) const noexcept { return a == b || ((a & ~b) != 0 && (b & ~a) != 0 && same(a, b)); }
  /// Whether the same parties meet them. Groups that do so for each other are implied, each by the other.
  bool same(mask a, mask b) const noexcept {
    return a == b || (((a ^ b) & ~decision.implied) == 0 && a != 0 && b != 0 && told_as(groups, a) == told_as(groups, b));
  }
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
  [[gnu::noinline]] mask all_lifted_by(mask speaking) const noexcept {
    return clauses_of<few>{rules, decision}.lifted_by({{speaking}}).word[0];
  }
  [[gnu::noinline]] mask all_standing(mask speaking, mask lifted) const noexcept {
    return clauses_of<few>{rules, decision}.standing({{speaking}}, {{lifted}}).word[0];
  }
  [[gnu::always_inline]] static void leave_out_if_implied(const small_group* groups, std::uint32_t weak, const plain_demands& all,
                                                          plain_demands& d) noexcept {
    const small_group& g = groups[weak];
    const mask strongly = every_bit((all.approval >> weak & 1) != 0);
    const mask by = all.asked & g.narrower & (all.approval | ~strongly);
    const mask mutual = g.alike & ~mask{0} << weak & (strongly | ~all.approval);
    const mask leaves_out = single_bit(weak) & every_bit((by & ~mutual) != 0);
    d.asked &= ~leaves_out;
    d.approval &= ~leaves_out;
  }
  [[gnu::noinline]] static plain_demands without_implied(const small_group* groups, mask weak, const plain_demands all) noexcept {
    plain_demands d = all;
    each_bit(weak, [&](std::uint32_t w) { leave_out_if_implied(groups, w, all, d); });
    return d;
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
