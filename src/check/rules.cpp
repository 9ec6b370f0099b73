// Pillars and their rules: what each rule covers, and when.
// Not here: clauses (clauses.cpp).
#include <algorithm>
#include <map>

#include "clauses.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

/// The decisions after `for`, classes spelt out; one that is named twice, or with its class, is reported.
std::vector<decision_id> covered_by(pass& p, const scope& s, const syntax::rule& rule) {
  std::map<std::uint32_t, syntax::word> named_by;
  const auto cover = [&](std::uint32_t decision, const syntax::word& name) {
    const auto [at, fresh] = named_by.try_emplace(decision, name);
    if (fresh || at->second.text == name.text) return;
    const std::string covered = ticked(p.out.decisions[decision].name);
    report_repeated(p, covered + " is covered twice: by itself and by its class", name.where, at->second.where);
  };
  for (const syntax::word& name : distinct_names(p, s, rule.covers)) {
    const symbol* found = resolve(p, s, name, decision_or_class);
    if (found == nullptr) continue;
    const slice decisions = found->kind == named::decision ? slice{found->number, 1} : p.decisions_in[found->number];
    for (std::uint32_t d = 0; d < decisions.count; ++d) cover(decisions.first + d, name);
  }
  std::vector<decision_id> all;
  for (const auto& [decision, name] : named_by) all.push_back(decision_id{decision});
  return all;
}

void settle_rule(pass& p, const scope& s, const syntax::rule& rule, checked::rule& made) {
  made.everywhere = !rule.has_for;
  if (rule.has_for) made.covers = covered_by(p, s, rule);
  if (rule.effective != syntax::none) made.effective = days_of(p, s.tree->days[rule.effective], "the rule " + ticked(rule.name.text));
  for (std::uint32_t i = 0; i < rule.clauses.count; ++i)
    made.clauses.push_back(clause_of(p, s, s.tree->clauses[rule.clauses.first + i]));
}

}  // namespace

std::uint32_t declare_pillar(pass& p, const scope& s, const syntax::pillar& pillar) {
  const std::uint32_t number = count_of(p.out.pillars);
  checked::pillar& made = p.out.pillars.emplace_back();
  made.name = pillar.name.text;
  made.title = syntax::text_of(pillar.title);
  made.from_framework = !s.is_root();
  made.where = pillar.name.where;
  declare_name(p, s, pillar.name, named::pillar, number);

  for (std::uint32_t i = 0; i < pillar.rules.count; ++i) {
    const syntax::rule& rule = s.tree->rules[pillar.rules.first + i];
    const std::uint32_t rule_number = count_of(p.out.rules);
    made.rules.push_back(rule_id{rule_number});
    checked::rule& r = p.out.rules.emplace_back();
    r.name = rule.name.text;
    r.title = syntax::text_of(rule.title);
    r.formerly = rule.formerly.text;
    r.because = rule.because ? syntax::text_of(rule.because) : "";
    r.source = rule.source ? syntax::text_of(rule.source) : "";
    r.statutory = rule.statutory;
    r.pillar = number;
    r.from_framework = !s.is_root();
    r.where = rule.name.where;
    declare_name(p, s, rule.name, named::rule, rule_number);
  }
  return number;
}

void settle_pillar(pass& p, const scope& s, const syntax::pillar& pillar, std::uint32_t number) {
  for (std::uint32_t i = 0; i < pillar.rules.count; ++i)
    settle_rule(p, s, s.tree->rules[pillar.rules.first + i], p.out.rules[p.out.pillars[number].rules[i].value]);
}

}  // namespace remit::checking
