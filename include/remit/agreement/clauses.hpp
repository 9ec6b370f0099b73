// What the clauses of one decision lift and ask for. Of a small decision by masks worked out beforehand, else one by one.
// Not here: which clauses fire (sieve.hpp), where it leads (weigh.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/executable.hpp>
#include <remit/agreement/limits.hpp>

namespace remit {

/// The sets that one decision needs: of one word each for nearly every decision there is (decision_entry::small), else as
/// large as the limits are.
struct few {
  using clauses = bits<64>;
  using groups = bits<64>;
  using duties = bits<64>;
  using parties = bits<64>;
};
struct many {
  using clauses = clause_set;
  using groups = group_set;
  using duties = duty_set;
  using parties = party_set;
};

/// What clauses ask for.
template <class Sets>
struct claims {
  typename Sets::clauses active;  ///< the clauses
  typename Sets::groups to, plain, for_agreement;
  typename Sets::duties due;
  bool let_in = false;            ///< the asker counts as a holder
};

template <class Sets>
struct clauses_of;

template <>
struct clauses_of<few> {
  using set = few::clauses;

  const decision_entry& decision;
  const small_clause* masks;

  clauses_of(const executable&, const decision_entry& d) noexcept : decision{d}, masks{d.small_clauses} {}

  /// The clauses that the `allow … despite` among these lift.
  set lifted_by(const set& fired) const noexcept {
    set lifted;
    each_bit(fired.word[0] & decision.allows, [&](std::uint32_t i) { lifted.word[0] |= masks[i].lifts; });
    return lifted;
  }
  /// What is left when these are lifted; of duties that follow, those that have something to follow.
  set standing(const set& fired, const set& lifted) const noexcept {
    std::uint64_t left = fired.word[0] & ~lifted.word[0];
    const std::uint64_t others = left & ~decision.thens;
    each_bit(left & decision.thens, [&](std::uint32_t i) {
      if ((masks[i].followed & others) == 0) left &= ~(std::uint64_t{1} << i);
    });
    return {{left}};
  }
  set without_then(const set& active) const noexcept { return {{active.word[0] & ~decision.thens}}; }

  claims<few> claims_of(const set& active) const noexcept {
    std::uint64_t to = 0, plain = 0, for_agreement = 0, due = 0;
    each_bit(active.word[0], [&](std::uint32_t i) {
      const small_clause& c = masks[i];
      to |= c.to;
      plain |= c.plain;
      for_agreement |= c.for_agreement;
      due |= c.due;
    });
    return {active, {{to}}, {{plain}}, {{for_agreement}}, {{due}}, (active.word[0] & decision.lets_in) != 0};
  }
};

template <>
struct clauses_of<many> {
  using set = many::clauses;

  const executable& rules;
  view<clause_entry> list;

  clauses_of(const executable& x, const decision_entry& d) noexcept : rules{x}, list{part_of(x.clauses, d.clauses)} {}

  set lifted_by(const set& fired) const noexcept {
    set lifted_rules, lifted;
    fired.each([&](std::uint32_t i) {
      for (std::uint32_t r : part_of(rules.rule_numbers, list[i].lifts)) lifted_rules.insert(r);
    });
    if (lifted_rules.empty()) return lifted;
    for (std::uint32_t i = 0; i < list.size(); ++i)
      if (list[i].effect != effect::allow && lifted_rules.has(list[i].rule)) lifted.insert(i);
    return lifted;
  }
  set standing(const set& fired, const set& lifted) const noexcept {
    set left, working;  // working: rules with a clause left that is not a `then`
    const set kept = fired - lifted;
    kept.each([&](std::uint32_t i) {
      if (list[i].then) return;
      left.insert(i);
      working.insert(list[i].rule);
    });
    kept.each([&](std::uint32_t i) {
      if (list[i].then && working.has(list[i].rule)) left.insert(i);
    });
    return left;
  }
  set without_then(const set& active) const noexcept {
    set left;
    active.each([&](std::uint32_t i) {
      if (!list[i].then) left.insert(i);
    });
    return left;
  }

  claims<many> claims_of(const set& active) const noexcept {
    claims<many> k;
    k.active = active;
    active.each([&](std::uint32_t i) {
      const clause_entry& c = list[i];
      switch (c.effect) {
        case effect::duty: k.due.insert(c.duty); break;
        case effect::allow: k.let_in = k.let_in || c.despite_rights; break;
        case effect::escalate:
        case effect::consult: {
          group_set& into = c.effect == effect::escalate ? k.to : c.for_agreement ? k.for_agreement : k.plain;
          for (std::uint32_t g : part_of(rules.group_numbers, c.groups)) into.insert(g);
          break;
        }
      }
    });
    return k;
  }
};

}  // namespace remit
