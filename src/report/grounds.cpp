// The fired clauses of a verdict, each with its reasons.
// Not here: which clauses fired (agreement/evaluate.hpp).
#include "grounds.hpp"

#include <algorithm>

namespace remit {
namespace {

bool same(view<party_id> a, view<party_id> b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

bool any_within(const std::vector<view<party_id>>& some, const std::vector<view<party_id>>& all) {
  return std::any_of(some.begin(), some.end(), [&](view<party_id> s) {
    return std::any_of(all.begin(), all.end(), [&](view<party_id> g) { return same(s, g); });
  });
}

bool has_acted(view<party_id> group, const party_set& who) {
  return std::any_of(group.begin(), group.end(), [&](party_id p) { return who.has(p.value); });
}

bool all_met(const action& a, const ground& g) {
  const auto met = [&](view<party_id> group) {
    if (has_acted(group, a.all_approved())) return true;
    if (g.clause->effect == effect::escalate) return std::find(group.begin(), group.end(), a.by()) != group.end();
    return !g.clause->for_agreement && has_acted(group, a.all_consulted());
  };
  return std::all_of(g.parties.begin(), g.parties.end(), met);
}

}  // namespace

std::vector<view<party_id>> holders_of(const executable& rules, decision_id decision) {
  std::vector<view<party_id>> holders;
  if (!decision) {
    for (const std::uint32_t g : rules.outside) holders.push_back(rules.groups[g].members);
    return holders;
  }
  const decision_entry& d = rules.decisions[decision.value];
  for (std::uint32_t i = 0; i < d.holders; ++i)
    holders.push_back(rules.groups[rules.decision_groups[d.groups.first + i]].members);
  return holders;
}

std::vector<ground> grounds_of(const action& a, const verdict& v) {
  std::vector<ground> grounds;
  if (!a.decision()) return grounds;
  const executable& rules = a.rules();
  const decision_entry& decision = rules.decisions[a.decision().value];
  const auto to = all_groups(v.to()), consult = all_groups(v.consult());
  v.fired().each([&](std::uint32_t i) {
    const clause_entry& c = rules.clauses[decision.clauses.first + i];
    if (c.effect == effect::duty) return;
    ground g;
    g.clause = &c;
    g.told = &rules.told_clauses[c.told];
    g.certain = judge{rules, a}.of(c.condition) == truth::yes;
    g.because = deciding_comparisons(a, c.condition);
    for (const std::uint32_t number : part_of(rules.group_numbers, c.groups))
      g.parties.push_back(rules.groups[rules.decision_groups[decision.groups.first + number]].members);
    if (c.effect == effect::allow) {
      g.parties.push_back(rules.groups[c.asker_group].members);
      g.decides = c.despite_rights || c.lifts.count != 0;
    } else {
      g.decides = any_within(g.parties, c.effect == effect::escalate ? to : consult);
      g.met = all_met(a, g);
    }
    grounds.push_back(std::move(g));
  });
  // What merely may apply matters only where the verdict may still change, or rests on nothing surer.
  const bool rests_on_more = v.basis() != basis::rule ||
                             std::any_of(grounds.begin(), grounds.end(), [](const ground& g) { return g.certain && g.decides; });
  if (v.certain() && rests_on_more)
    grounds.erase(std::remove_if(grounds.begin(), grounds.end(), [](const ground& g) { return !g.certain; }), grounds.end());
  std::stable_partition(grounds.begin(), grounds.end(), [](const ground& g) { return g.decides; });
  return grounds;
}

}  // namespace remit
