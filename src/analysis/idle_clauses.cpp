// Clauses that can never fire, and clauses that never change a verdict: which rules take their place?
// Not here: parts of their conditions (idle_conditions.cpp).
#include <set>

#include <remit/core/wording.hpp>

#include "effect.hpp"
#include "survey.hpp"

namespace remit::analysis {
namespace {

class idling {
 public:
  explicit idling(survey& s) : s_{s} {
    for (std::uint32_t d = 0; d < s.rules.decisions.size(); ++d) {
      const auto clauses = s.clauses_of(decision_id{d});
      for (std::uint32_t i = 0; i < clauses.size(); ++i) at_[clauses[i].told].push_back({decision_id{d}, i});
    }
  }

  void run() {
    for (std::uint32_t told = 0; told < s_.told.size(); ++told)
      if (!s_.told[told].rule->from_framework) look_at(told);
  }

 private:
  /// Where a clause bears on a decision: which of its clauses it is.
  struct place {
    decision_id decision;
    std::uint32_t clause;
  };

  void look_at(std::uint32_t told) {
    const checked::clause& clause = *s_.told[told].clause;
    const auto& places = at_[told];
    const auto matters = some_action(places, [&](const inquiry& q, std::uint32_t c, budget& work) {
      return effect_of{q, s_.rules, c}.found_in(q.all, {}, work);
    });
    if (matters && *matters) return;
    if (!matters) return s_.not_decided(clause.where, "whether this clause ever changes a verdict");
    const auto fires = some_action(places, [&](const inquiry& q, std::uint32_t c, budget& work) { return fires_in(q, c, work); });
    if (!fires) return s_.not_decided(clause.where, "whether this clause ever fires");
    if (!*fires) {
      s_.found.add(code::never_fires, clause.where, "this clause can never fire" + why_never(clause),
                   "take it out, or correct when it applies");
      return;
    }
    if (clause.effect == effect::allow && lets_in_a_stranger(places)) return;  // R1008 says more
    shadowed(told, clause, places);
  }

  template <class Ask>
  std::optional<bool> some_action(const std::vector<place>& places, Ask&& ask) {
    bool decided = true;
    for (const place& at : places)
      for (const inquiry* q : s_.of(at.decision)) {
        budget work = s_.question_budget();
        const std::optional<bool> answer = ask(*q, at.clause, work);
        if (answer && *answer) return true;
        decided = decided && answer.has_value();
      }
    return decided ? std::optional<bool>{false} : std::nullopt;
  }

  static std::optional<bool> fires_in(const inquiry& q, std::uint32_t c, budget& work) {
    bool found = false;
    const bool finished = explore(q.space(), q.model.formulas(), q.all, work, [&](const part& p) {
      const truth fires = q.model.formulas().decide(q.asked.fires(c), q.space(), p);
      if (fires == truth::no) return next_step::leave();
      if (fires == truth::open) return next_step::cut(q.asked.fires(c), truth::yes);
      return found = true, next_step::stop();
    });
    if (found) return true;
    return finished && q.model.exact() ? std::optional<bool>{false} : std::nullopt;
  }

  static std::string why_never(const checked::clause& clause) {
    if (!clause.when && !clause.unless) return ": its rule covers no decision on any day that the agreement is in force";
    if (!clause.unless) return ": its `when` holds for no action";
    return clause.when ? ": whenever its `when` holds, its `unless` does" : ": its `unless` holds for every action";
  }

  bool lets_in_a_stranger(const std::vector<place>& places) const {
    for (const place& at : places) {
      const decision_entry& d = s_.rules.decisions[at.decision.value];
      const clause_entry& c = s_.clauses_of(at.decision)[at.clause];
      if (c.despite_rights) return false;
      for (std::uint32_t h = 0; h < d.holders; ++h)
        if (s_.rules.groups[s_.rules.decision_groups[d.groups.first + h]].met_by.meets(s_.rules.groups[c.asker_group].met_by))
          return false;
    }
    return true;
  }

  /// The fewest rules that take its place: one after the other is left out for as long as it still changes nothing.
  void shadowed(std::uint32_t told, const checked::clause& clause, const std::vector<place>& places) {
    std::set<const checked::rule*> by;
    for (const place& at : places)
      for (const clause_entry& c : s_.clauses_of(at.decision))
        if (c.told != told && &s_.clause(c) != &clause) by.insert(&s_.rule(c));
    std::vector<const checked::rule*> all;  // in source order, whatever the addresses
    for (const checked::rule& r : s_.document.rules)
      if (by.count(&r) != 0) all.push_back(&r);
    std::vector<const checked::rule*> left = all;
    for (const checked::rule* r : all) {
      auto without = left;
      without.erase(std::find(without.begin(), without.end(), r));
      const auto matters = some_action(places, [&](const inquiry& q, std::uint32_t c, budget& work) {
        return effect_of{q, s_.rules, c}.found_in(q.all, absent(q.decision, told, all, without), work);
      });
      if (matters && !*matters) left = std::move(without);
    }
    report(told, clause, left);
  }

  /// The clauses of a decision whose rule is in `all` but not in `kept`; never clause `told` itself.
  clause_set absent(decision_id d, std::uint32_t told, const std::vector<const checked::rule*>& all,
                    const std::vector<const checked::rule*>& kept) const {
    clause_set out;
    const auto clauses = s_.clauses_of(d);
    const auto among = [](const std::vector<const checked::rule*>& rules, const checked::rule* r) {
      return std::find(rules.begin(), rules.end(), r) != rules.end();
    };
    for (std::uint32_t i = 0; i < clauses.size(); ++i)
      if (clauses[i].told != told && among(all, &s_.rule(clauses[i])) && !among(kept, &s_.rule(clauses[i]))) out.insert(i);
    return out;
  }

  void report(std::uint32_t told, const checked::clause& clause, const std::vector<const checked::rule*>& by) {
    std::vector<std::string> names;
    for (const checked::rule* r : by)
      names.push_back(r == s_.told[told].rule ? "the other clauses of this rule" : ticked(r->name));
    std::string why;
    if (!names.empty())
      why = ": " + listed(names) + (names.size() == 1 && by.front() != s_.told[told].rule ? " already decides" : " already decide") +
            " as much wherever it fires";
    else if (clause.effect == effect::allow)
      why = clause.despite.empty() ? ": who holds a decision may take it anyway" : ": what it sets aside never stands in the way";
    else if (clause.effect == effect::escalate)
      why = ": the decision is with those parties anyway";
    auto& d = s_.found.add(code::never_matters, clause.where, "this clause never changes a verdict" + why,
                           "take it out, or correct when it applies");
    for (const checked::rule* r : by)
      if (r != s_.told[told].rule) d.related.push_back({r->where, "this rule takes its place"});
  }

  survey& s_;
  std::map<std::uint32_t, std::vector<place>> at_;
};

}  // namespace

void find_idle_clauses(survey& s) { idling{s}.run(); }

}  // namespace remit::analysis
