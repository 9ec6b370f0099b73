// Warnings about clauses and dates that can be decided by looking, without trying any action.
// Not here: what needs every action to be tried (analysis/), what nothing uses (unused.cpp).
#include <algorithm>
#include <string>
#include <vector>

#include <remit/core/wording.hpp>

#include "conditions.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

class advising {
 public:
  explicit advising(pass& p) : p_{p}, out_{p.out} {}

  void run() {
    for (const scope& s : p_.scopes)
      for_each_statement(s, syntax::statement_kind::pillar, s.tree->pillars, [&](const syntax::pillar& pillar, std::uint32_t n) {
        for (std::uint32_t r = 0; r < pillar.rules.count; ++r) {
          const syntax::rule& written = s.tree->rules[pillar.rules.first + r];
          const checked::rule& rule = out_.rules[out_.pillars[n].rules[r].value];
          for (std::uint32_t c = 0; c < written.clauses.count; ++c)
            look_at(rule, rule.clauses[c], s, s.tree->clauses[written.clauses.first + c]);
        }
      });
  }

 private:
  void look_at(const checked::rule& rule, const checked::clause& clause, const scope& s, const syntax::clause& written) {
    if (clause.effect == effect::allow && !clause.despite_rights) look_for_idle(rule, clause, written);
    if (clause.effect != effect::escalate) return;
    for (std::uint32_t i = 0; i < written.choices.count && i < clause.groups.size(); ++i)
      look_for_above(rule, clause, clause.groups[i], s, s.tree->choices[written.choices.first + i]);
  }

  /// The decisions that the rule covers and the clause's conditions do not rule out.
  std::vector<decision_id> reached(const checked::rule& rule, const checked::clause& clause) const {
    std::vector<decision_id> all = rule.covers;
    for (std::uint32_t d = 0; rule.everywhere && d < out_.decisions.size(); ++d) all.push_back(decision_id{d});
    std::erase_if(all, [&](decision_id d) {
      return (clause.when && settled_by_decision(*clause.when, d) == false) ||
             (clause.unless && settled_by_decision(*clause.unless, d) == true);
    });
    return all;
  }

  const checked::decision_class& class_of(decision_id d) const { return out_.classes[out_.decisions[d.value].in.value]; }
  bool is_above(party_id high, party_id low) const {
    const auto& below = out_.parties[high.value].below;
    return std::binary_search(below.begin(), below.end(), low);
  }
  /// Whom `or above` behind the party means, where a decision is given to somebody.
  std::vector<party_id> above(party_id party) const {
    std::vector<party_id> all;
    for (std::uint32_t n = 0; n < out_.parties.size(); ++n) {
      const checked::party& other = out_.parties[n];
      if (!other.is_role && !other.body && !other.advisory && is_above(party_id{n}, party)) all.push_back(party_id{n});
    }
    return all;
  }
  std::vector<party_id> meant_by(const checked::group& group) const {
    std::vector<party_id> all;
    for (const auto& m : group.members) {
      all.push_back(m.party);
      if (m.or_above)
        for (const party_id higher : above(m.party)) all.push_back(higher);
    }
    return all;
  }

  void look_for_idle(const checked::rule& rule, const checked::clause& clause, const syntax::clause& written) {
    if (clause.groups.empty()) return;
    const auto let_in = meant_by(clause.groups.front());
    for (const decision_id d : reached(rule, clause))
      for (const auto& group : class_of(d).held_by)
        for (const party_id holder : meant_by(group))
          if (std::find(let_in.begin(), let_in.end(), holder) != let_in.end()) return;
    p_.report(code::idle_allow, written.where,
              "this `allow` lets nobody in: " + ticked(out_.parties[let_in.front().value].name) + " does not hold the decision",
              clause.despite.empty() ? "add `despite rights`" : "add `rights` to its `despite`");
  }

  void look_for_above(const checked::rule& rule, const checked::clause& clause, const checked::group& group, const scope& s,
                      const syntax::choice& written) {
    const checked::decision_class* held_above = nullptr;
    for (const decision_id d : reached(rule, clause))
      for (const auto& holders : class_of(d).held_by)
        for (const auto& m : holders.members)
          if (m.or_above && held_above == nullptr) held_above = &class_of(d);
    if (held_above == nullptr) return;
    const auto named_or_above = meant_by(group);
    for (std::uint32_t i = 0; i < group.members.size() && i < written.members.count; ++i) {
      const checked::member& m = group.members[i];
      std::vector<std::string> left_out;
      for (const party_id higher : above(m.party))
        if (std::find(named_or_above.begin(), named_or_above.end(), higher) == named_or_above.end())
          left_out.push_back(ticked(out_.parties[higher.value].name));
      if (m.or_above || left_out.empty()) continue;
      const std::string name = out_.parties[m.party.value].name;
      p_.report(code::missing_or_above, s.tree->members[written.members.first + i].where,
                ticked(held_above->name) + " is held `or above`, but here only " + ticked(name) + " will do, not " +
                    listed(left_out, "or"),
                "did you mean `" + name + " or above`?")
          .related.push_back({held_above->where, "held `or above` here"});
    }
  }

  pass& p_;
  const checked::document& out_;
};

}  // namespace

void advise(pass& p) { advising{p}.run(); }

void warn_unsourced(pass& p) {
  for (const checked::rule& rule : p.out.rules)
    if (rule.statutory && rule.source.empty() && !rule.from_framework)
      p.report(code::statutory_unsourced, rule.where, "the statutory rule " + ticked(rule.name) + " has no source",
               "say which law it comes from: `source \"…\"`");
}

void warn_expired(pass& p) {
  const auto& effective = p.root().tree->effectives;
  if (!p.options.on || !p.out.effective.to || !(*p.out.effective.to < *p.options.on)) return;
  p.report(code::expired, effective.front().days.where,
           "the agreement ended on " + date_words(*p.out.effective.to) + ", and is no longer in force on " +
               date_words(*p.options.on));
}

}  // namespace remit::checking
