// Promises proved or refuted: for each decision and asking party, the part of the space that the promise speaks of is
// cut until the claim holds or fails throughout each piece.
// Not here: the space (space.cpp), what a promise claims (claim.cpp).
#include <remit/analysis/prove.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <remit/analysis/examples.hpp>

#include "claim.hpp"
#include "question.hpp"
#include "witness.hpp"

namespace remit {
namespace {

using namespace analysis;

// How many breaking parts are held against each other for the simplest witness.
constexpr int most_breaches = 32;

struct breach {
  action subject;
  std::size_t away;  // how many variables are not at their simplest
};

class proving {
 public:
  proving(const checked::promise& promise, const agreement& agreement, budget& work)
      : agreement_{agreement}, rules_{agreement.rules()}, claim_{promise, rules_}, work_{work} {}

  /// False where the budget ran out.
  bool over(const claim_entry& speaks, party_id by) {
    if (!claim_.speaks_to(by)) return true;
    model m;
    const std::uint32_t side = m.enter(rules_, own_names(rules_));
    const decision_entry& d = rules_.decisions[speaks.decision.value];
    const std::uint32_t when = m.formula(side, speaks.condition, by);
    const std::uint32_t in_force = m.on_days_of(side, rules_.first_day, rules_.last_day);
    const std::uint32_t meant = m.all_of({when, in_force});
    // Most parties are not spoken of at all.
    if (m.formulas().decide(meant, m.space(), m.space().whole()) == truth::no) return true;
    const question asked{m, side, agreement_, speaks.decision, by, [&](const clause_entry& c) { return claim_.concerns(c, d); }};
    int found = 0;
    const bool finished = explore(m.space(), m.formulas(), m.space().whole(), work_, [&](const part& p) {
      const truth spoken_of = m.formulas().decide(meant, m.space(), p);
      if (spoken_of == truth::no) return next_step::leave();
      if (spoken_of == truth::open) return next_step::cut(meant);
      const auto outlook = asked.at(p);
      const truth holds = claim_.holds(outlook);
      if (holds == truth::yes) return next_step::leave();
      if (holds == truth::open) return next_step::cut(asked.next_cut(outlook));
      keep(m, side, speaks.decision, by, p);
      return ++found < most_breaches ? next_step::leave() : next_step::stop();
    });
    return finished && m.exact();
  }

  std::optional<breach>& worst() noexcept { return simplest_; }

 private:
  void keep(const model& m, std::uint32_t side, decision_id decision, party_id by, const part& p) {
    const point at = m.space().sample(p);
    std::size_t away = 0;
    for (std::uint32_t v = 0; v < at.size(); ++v)
      if (at[v] != m.space().at(v).simplest) ++away;
    if (simplest_ && simplest_->away <= away) return;
    action subject = action_at(m, side, agreement_, decision, by, at);
    // Shown only what the evaluator itself confirms.
    const verdict v = agreement_.evaluate(subject);
    if (v.error() == input_error::none && v.certain() && !claim_.holds(v)) simplest_ = breach{std::move(subject), away};
  }

  const agreement& agreement_;
  const executable& rules_;
  claim claim_;
  budget& work_;
  std::optional<breach> simplest_;
};

promise_result prove_one(const checked::promise& promise, std::uint32_t number, const agreement& agreement,
                         budget work) {
  const executable& rules = agreement.rules();
  promise_result result;
  result.promise = &promise;
  proving p{promise, agreement, work};
  bool decided = true;
  for (const claim_entry& speaks : rules.claims) {
    if (speaks.promise != number) continue;
    for (std::uint32_t by = 0; by < rules.parties.size(); ++by)
      if (!rules.parties[by].is_role) decided = p.over(speaks, party_id{by}) && decided;
  }
  if (auto& worst = p.worst()) {
    result.status = proof::refuted;
    result.actual = agreement.evaluate(worst->subject);
    result.witness = std::move(worst->subject);
  } else if (decided) {
    result.status = proof::holds;
  }
  return result;
}

}  // namespace

void report_promises(const std::vector<promise_result>& results, diagnostics& found) {
  for (const promise_result& r : results) {
    if (r.status == proof::holds) continue;
    if (r.status == proof::undecided) {
      found.add(code::promise_undecided, r.promise->where, "this promise is not decided within the budget: nobody knows whether it holds",
                "say it in several promises, each of fewer decisions or a narrower `when`");
      continue;
    }
    diagnostic& d = found.add(code::promise_refuted, r.promise->where, "the rules break this promise: an action gets `" + verdict_words(r.actual) + "`",
                              "correct the promise if it promises too much, else the rules");
    show(d, *r.witness, verdict_words(r.actual));
  }
}

std::vector<promise_result> prove(const checked::document& document, const agreement& agreement, const analysis_limits& limits) {
  std::vector<promise_result> results;
  std::uint64_t in_all = limits.cuts_in_all;
  for (std::uint32_t p = 0; p < document.promises.size(); ++p)
    results.push_back(prove_one(document.promises[p], p, agreement, budget{limits.cuts, &in_all}));
  return results;
}

}  // namespace remit
