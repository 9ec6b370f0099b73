// From action to verdict: which clauses fire, what they lift, and what follows (language reference, "What an action gets").
// Not here: which clauses fire (sieve.hpp), what they ask for and where that leads (plain_case.hpp, plain_unsettled.hpp for
// nearly every action, weigh.hpp and unsettled.hpp for any), words (report/).
#pragma once

#include <cstddef>
#include <cstdint>

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/plain_case.hpp>
#include <remit/agreement/plain_unsettled.hpp>
#include <remit/agreement/settle.hpp>
#include <remit/agreement/sieve.hpp>
#include <remit/agreement/truth.hpp>
#include <remit/agreement/unsettled.hpp>
#include <remit/agreement/verdict.hpp>
#include <remit/agreement/weigh.hpp>

namespace remit {

/// The ways to a verdict. Nothing is kept in it.
struct evaluation {
  static verdict run(const executable& rules, const action& a) noexcept {
    const input_error error = &a.rules() == &rules ? a.error() : input_error::other_agreement;
    if (error != input_error::none) return refused(rules, error);
    const in_force day = in_force_on(rules, a.slot(input_id{0}));
    if (!a.decision()) return outside(rules, a, day);
    if (!rules.stretches.empty()) fetch(rules, a.decision());
    const decision_entry& decision = rules.decisions[a.decision().value];
    if (is_plain(decision, a)) return plainly(rules, a, decision, day);
    return decision.small ? run<few>(rules, a, decision, day) : run<many>(rules, a, decision, day);
  }

  /// `day` in the slot's unit, missing_value where none is given.
  static in_force in_force_on(const executable& rules, std::int64_t day) noexcept {
    if (day == missing_value) return in_force::unknown;
    return rules.first_day <= day && day <= rules.last_day ? in_force::yes : in_force::no;
  }

  /// The verdict if these clauses of the action's decision fired, whatever its facts; and which of the merely possible
  /// ones still make a difference. For tools that reason about many actions at once.
  /// `fired` must hold no `allow` that is not for the asker.
  struct outlook {
    remit::verdict verdict;
    clause_set open;
    remit::outcome at_least = outcome::allow;  ///< no completion is less restrictive
    destination goes;                          ///< of a certain verdict: where the decision goes
    group_set asked, approval;                 ///< and what its clauses still ask for, of which only approval meets these
  };
  static outlook given(const executable& rules, const action& a, const bounds<clause_set>& fired) noexcept {
    outlook o;
    o.verdict.rules_ = &rules;
    o.verdict.error_ = input_error::none;
    const decision_entry& decision = rules.decisions[a.decision().value];
    if (decision.small)
      given<few>(rules, a, decision, fired, o);
    else
      given<many>(rules, a, decision, fired, o);
    return o;
  }

  /// The verdict alone, of an action of a day whose decision is small; what is missing is not told.
  static verdict given(const executable& rules, const action& a, bounds<std::uint64_t> fired, in_force day) noexcept {
    const decision_entry& decision = rules.decisions[a.decision().value];
    if (is_plain(decision, a)) return plainly(rules, a, decision, fired, day, false);
    bounds<clause_set> all;
    all.certain.insert_all(0, fired.certain);
    all.possible.insert_all(0, fired.possible);
    verdict v = given(rules, a, all).verdict;
    v.in_force_ = day;
    return v;
  }

  /// What an action gets whose decision the agreement does not declare.
  static verdict outside(const executable& rules, const action& a, in_force day) noexcept {
    verdict v = refused(rules, input_error::none);
    v.in_force_ = day;
    outside(rules, a, v);
    return v;
  }
  /// What an action gets that cannot be judged.
  static verdict refused(const executable& rules, input_error why) noexcept {
    verdict v;
    v.rules_ = &rules;
    v.error_ = why;
    return v;
  }
  static verdict without_missing(verdict v) noexcept {
    v.missing_ = {};
    return v;
  }

  /// Whether two verdicts on one decision of one agreement say the same: outcome, parties and duties.
  static bool alike(const verdict& a, const verdict& b) noexcept {
    const executable& rules = *a.rules_;
    const view<std::uint32_t> of_a = a.numbers();
    const auto covers = [&](const auto& all, const auto& wanted) {
      bool each_found = true;
      wanted.each([&](std::uint32_t w) {
        bool found = all.has(w);
        if (!found) all.each([&](std::uint32_t g) {
            found = found || rules.groups[of_a[g]].met_by == rules.groups[of_a[w]].met_by;
          });
        each_found = each_found && found;
      });
      return each_found;
    };
    const auto same = [&](const auto& x, const auto& y) { return x == y || (covers(x, y) && covers(y, x)); };
    return a.outcome_ == b.outcome_ && a.duties_ == b.duties_ && same(a.to_, b.to_) && same(a.consult_, b.consult_) &&
           same(a.approval_, b.approval_);
  }

  /// A verdict told by somebody who knows more of the action's completions than three values do.
  struct telling {
    remit::outcome outcome = outcome::allow;
    remit::basis basis = basis::held;
    group_set to, consult, approval;
    duty_set duties;
    clause_set fired;
    input_set missing;
    bool certain = false;
  };
  /// `like` is the evaluator's own verdict on the action.
  static verdict tell(const verdict& like, const telling& t) noexcept {
    verdict v = like;
    v.outcome_ = t.outcome;
    v.basis_ = t.basis;
    v.to_ = t.to;
    v.consult_ = t.consult;
    v.approval_ = t.approval;
    v.duties_ = t.duties;
    v.fired_ = t.fired;
    v.missing_ = t.missing;
    v.certain_ = t.certain;
    return v;
  }

 private:
  // Asks for all that a small decision will be judged by at once, before any of it is read: among ten thousand decisions it
  // lies in no cache, and one part is found through another only in time.
  [[gnu::always_inline]] static void fetch(const executable& rules, decision_id decision) noexcept {
    const auto* const entry = reinterpret_cast<const char*>(rules.decisions.first + decision.value);
    __builtin_prefetch(entry);
    __builtin_prefetch(entry + cache_line);
    const stretch_entry stretch = rules.stretches[decision.value];
    const char* at = stretch.first();
    for (std::uint32_t n = stretch.lines(); n != 0; --n, at += cache_line) __builtin_prefetch(at);
  }
  [[gnu::noinline]] static void outside(const executable& rules, const action& a, verdict& v) noexcept {
    conclude(weighing<many>{rules, a, nullptr}, {}, v);
  }

  [[gnu::always_inline]] static verdict plainly(const executable& rules, const action& a, const decision_entry& decision,
                                                in_force day) noexcept {
    const judge conditions{rules, a};
    const std::uint64_t* const block = decision.sieve.begin();
    if (sieve_words::as<sieve_words::head>(block).size != decision.sieve.size()) return plainly_by_blocks(rules, a, decision, day);
    const left_of_block fired = sieve_for<action>{conditions}.sift(block);
    return plainly(rules, a, decision, {fired.certain(), fired.possible()}, day, true);
  }
  [[gnu::noinline]] static verdict plainly_by_blocks(const executable& rules, const action& a, const decision_entry& decision,
                                                     in_force day) noexcept {
    const judge conditions{rules, a};
    bounds<few::clauses> fired;
    sieve_for<action>{conditions}.sift(decision, fired);
    return plainly(rules, a, decision, {fired.certain.word[0], fired.possible.word[0]}, day, true);
  }

  template <class Sets>
  [[gnu::noinline]] static verdict run(const executable& rules, const action& a, const decision_entry& decision,
                                       in_force day) noexcept {
    verdict v = refused(rules, input_error::none);
    v.in_force_ = day;
    const judge conditions{rules, a};
    bounds<typename Sets::clauses> fired;
    sieve_for<action>{conditions}.sift(decision, fired);
    const weighing<Sets> w{rules, a, &decision};
    if (fired.exact()) {
      const clauses_of<Sets> clauses = w.clauses();
      conclude(w, clauses.claims_of(clauses.standing(fired.certain, clauses.lifted_by(fired.certain))), v);
      return v;
    }
    const unsettled<Sets> u{w, fired};
    conclude(u, v);
    if (!v.certain_) tell_missing(conditions, w.list(), u.open_clauses(), v);
    return v;
  }

  static bool is_plain(const decision_entry& decision, const action& a) noexcept {
    return decision.seats != nullptr && a.all_approved().word[0] == 0;
  }
  [[gnu::always_inline]] static verdict plainly(const executable& rules, const action& a, const decision_entry& decision,
                                                bounds<std::uint64_t> fired, in_force day, bool tells_missing) noexcept {
    if (!fired.exact()) return plainly_unsettled(rules, a, decision, fired, day, tells_missing);
    const plain_case c{rules, decision, a};
    const plain_claims claims = c.claimed(fired.certain);
    return told(c, claims, c.settle(claims), day, true);
  }
  [[gnu::noinline]] static verdict plainly_unsettled(const executable& rules, const action& a, const decision_entry& decision,
                                                     bounds<std::uint64_t> fired, in_force day, bool tells_missing) noexcept {
    const plain_case c{rules, decision, a};
    const plain_unsettled u{c, fired};
    const auto found = u.settle();
    verdict v = told(c, u.might, found.end, day, found.certain & (u.sure.asked.due() == u.might.asked.due()));
    if (v.certain_ || !tells_missing) return v;
    const plain_unsettled::missing missing = u.behind_differences(found, a.all_known().word[0]);
    each_bit(missing.clauses, [&](std::uint32_t i) {
      judge{rules, a}.missing(part_of(rules.clauses, decision.clauses)[i].condition, v.missing_);
    });
    v.missing_.insert_first(missing.slots);
    return v;
  }
  template <class Clauses>
  static void tell_missing(const judge& conditions, view<clause_entry> list, const Clauses& open, verdict& v) noexcept {
    open.each([&](std::uint32_t i) { conditions.missing(list[i].condition, v.missing_); });
  }

  [[gnu::always_inline]] static verdict told(const plain_case& c, const plain_claims& claims, const plain_conclusion& end,
                                             in_force day, bool certain) noexcept {
    return {c.rules,
            c.decision,
            end.outcome,
            end.basis,
            day,
            certain,
            {end.to, end.wanted.asked(), end.wanted.approval(), claims.asked.due(), claims.active & ~c.decision.thens}};
  }

  template <class Sets>
  static void given(const executable& rules, const action& a, const decision_entry& decision, const bounds<clause_set>& fired,
                    outlook& o) noexcept {
    weighing<Sets> w{rules, a, &decision};
    using clauses = typename Sets::clauses;
    unsettled<Sets> u{w, {clauses::of(fired.certain), clauses::of(fired.possible)}};
    conclude(u, o.verdict);
    if (o.verdict.certain()) {
      o.at_least = o.verdict.outcome();
      const auto goes = w.people.go(u.sure.to, u.sure.let_in);
      o.goes = {group_set::of(goes.unmet), goes.outcome, goes.by_escalation};
      demands<typename Sets::groups> owed;
      w.add_owed(u.sure, owed);
      o.asked = group_set::of(owed.asked);
      o.approval = group_set::of(owed.approval);
      return;
    }
    o.open = clause_set::of(u.open_clauses());
    o.at_least = u.at_least();
  }

  template <class Sets>
  static void conclude(const weighing<Sets>& w, const claims<Sets>& k, verdict& v) noexcept {
    const auto end = w.settle(w.people, k);
    tell(w, k, end, v);
    v.certain_ = true;
    v.basis_ = w.basis_of(k, end, [&](const auto& people) { return w.settle(people, k).outcome; });
  }
  template <class Sets>
  static void conclude(const unsettled<Sets>& u, verdict& v) noexcept {
    const auto end = u.settle(u.w.people);
    tell(u.w, u.might, end, v);
    v.certain_ = end.certain && u.sure.due == u.might.due;
    v.basis_ = u.w.basis_of(u.might, end, [&](const auto& people) { return u.settle(people).outcome; });
  }
  template <class Sets>
  static void tell(const weighing<Sets>& w, const claims<Sets>& k, const conclusion<Sets>& end, verdict& v) noexcept {
    v.decision_ = w.decision;
    v.outcome_ = end.outcome;
    v.to_ = end.to;
    v.consult_ = end.consult.asked;
    v.approval_ = end.consult.approval;
    v.duties_ = k.due;
    if (w.decision != nullptr) v.fired_ = w.clauses().without_then(k.active);
  }
};

inline verdict agreement::evaluate(const action& a) const noexcept { return evaluation::run(*rules_, a); }

}  // namespace remit
