// Clauses as texts that are equal for equal clauses.
// Not here: conditions as texts (explore.cpp).
#include "clause_twins.hpp"

#include <algorithm>
#include <map>

#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

std::string sorted_words(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  std::string words;
  for (const auto& w : all) words += w + ",";
  return words;
}

std::string party_words(const shared_side& s, const party_set& parties) {
  std::vector<std::string> names;
  parties.each([&](std::uint32_t p) { names.push_back(s.party(s.rules.parties[p].name)); });
  return sorted_words(names);
}

std::string group_words(const shared_side& s, std::uint32_t group) {
  return party_words(s, s.rules.groups[group].met_by) + "/" + party_words(s, s.rules.groups[group].written) + ";";
}

// The rule number `rule` of a decision, by its shared name.
std::string rule_name(const shared_side& s, const decision_entry& d, std::uint32_t rule) {
  for (const clause_entry& c : part_of(s.rules.clauses, d.clauses))
    if (c.rule == rule) return s.rule(s.rules.told_clauses[c.told].rule);
  return {};
}

// What one clause does, in terms both sides share.
std::string deed_words(const shared_side& s, const clause_entry& c, const decision_entry& d) {
  std::string words = std::to_string(static_cast<int>(c.effect)) + (c.then ? "t" : "") + (c.for_agreement ? "a" : "") +
                      (c.despite_rights ? "r" : "") + "|" + s.rule(s.rules.told_clauses[c.told].rule) + "|";
  std::vector<std::string> parts;
  for (std::uint32_t g : part_of(s.rules.group_numbers, c.groups))
    parts.push_back(group_words(s, s.rules.decision_groups[d.groups.first + g]));
  words += sorted_words(parts);
  if (c.effect == effect::duty) {
    const duty_entry& duty = s.rules.duties[s.rules.decision_duties[d.duties.first + c.duty]];
    words += std::to_string(static_cast<int>(duty.kind)) + std::string{duty.what} + "|" + std::string{duty.within} + "|";
    for (std::uint32_t g : duty.to) words += group_words(s, g);
  }
  std::vector<std::string> lifts;
  for (std::uint32_t r : part_of(s.rules.rule_numbers, c.lifts)) lifts.push_back(rule_name(s, d, r));
  return words + "|" + sorted_words(lifts);
}
std::string signature(const shared_side& s, const model& m, const clause_entry& c, const decision_entry& d, std::uint32_t fires) {
  return deed_words(s, c, d) + "|" + m.formulas().words(fires);
}

std::string holder_words(const shared_side& s, const decision_entry& d) {
  std::vector<std::string> holders;
  for (std::uint32_t h = 0; h < d.holders; ++h)
    holders.push_back(group_words(s, s.rules.decision_groups[d.groups.first + h]));
  return sorted_words(std::move(holders));
}

// Who holds the decision, as written too, by which it ranks, and who is above whom: where this differs, no clause may be passed over.
std::string standing(const shared_side& s, const decision_entry& d) { return rank_words(s) + "|" + holder_words(s, d); }

// A condition over the names that both sides share, `and` and `or` in any order.
std::string condition_words(const shared_side& s, const vocabulary& names, std::uint32_t node) {
  if (node == condition_node::none) return "always";
  const condition_node& n = s.rules.conditions[node];
  if (n.join != joined_by::atom) {
    std::vector<std::string> children;
    for (std::uint32_t c = n.first_child; c != condition_node::none; c = s.rules.conditions[c].next)
      children.push_back(condition_words(s, names, c));
    return std::to_string(static_cast<int>(n.join)) + "(" + sorted_words(std::move(children)) + ")";
  }
  const atom& a = s.rules.atoms[n.atom];
  std::string words = std::to_string(static_cast<int>(a.kind)) + "." + std::to_string(static_cast<int>(a.op)) + "." +
                      std::to_string(a.sign_first) + "." + std::to_string(a.sign_second) + "." + std::to_string(a.limit) + "." +
                      std::to_string(a.upper);
  std::vector<std::string> things;
  if (a.party) things.push_back(s.party(s.rules.parties[a.party.value].name));
  if (a.first) {
    const input_entry& e = s.rules.inputs[a.first.value];
    words += "." + names.input(a.first) + "." + std::to_string(static_cast<int>(e.kind)) + "." + period_words(e.every);
    for (std::uint32_t v = 0; v < e.values.size(); ++v)
      if ((a.mask >> v & 1) != 0) things.push_back(names.value(a.first, v));
  }
  if (a.second) words += "." + names.input(a.second) + "." + std::to_string(static_cast<int>(s.rules.inputs[a.second.value].kind));
  for (std::uint32_t t : part_of(s.rules.text_lists, a.texts)) things.push_back(text_words(s.rules.texts[t]));
  return words + ":" + sorted_words(std::move(things));
}

}  // namespace

std::string rank_words(const shared_side& s) {
  std::vector<std::string> ranks;
  for (const party_entry& p : s.rules.parties)
    p.below.each([&](std::uint32_t low) { ranks.push_back(s.party(p.name) + ">" + s.party(s.rules.parties[low].name)); });
  return sorted_words(std::move(ranks));
}

std::string whole_words(const shared_side& s, const vocabulary& names, const decision_entry& d) {
  std::vector<std::string> clauses;
  for (const clause_entry& c : part_of(s.rules.clauses, d.clauses)) {
    const std::string asker = c.effect == effect::allow ? group_words(s, c.asker_group) : std::string{};
    clauses.push_back(deed_words(s, c, d) + "|" + asker + "|" + condition_words(s, names, c.condition));
  }
  return holder_words(s, d) + "|" + sorted_words(std::move(clauses));
}

clause_twins twins(const model& m, const shared_side& old_side, const decision_entry& old_decision, const question& before,
                   const shared_side& new_side, const decision_entry& new_decision, const question& after) {
  const auto old_clauses = part_of(old_side.rules.clauses, old_decision.clauses);
  const auto new_clauses = part_of(new_side.rules.clauses, new_decision.clauses);
  clause_twins t;
  t.same_standing = standing(old_side, old_decision) == standing(new_side, new_decision);
  t.of_old.assign(old_clauses.size(), no_twin);
  t.of_new.assign(new_clauses.size(), no_twin);
  std::multimap<std::string, std::uint32_t> left;
  for (std::uint32_t i = 0; i < old_clauses.size(); ++i)
    left.emplace(signature(old_side, m, old_clauses[i], old_decision, before.fires(i)), i);
  for (std::uint32_t i = 0; i < new_clauses.size(); ++i) {
    const auto twin = left.find(signature(new_side, m, new_clauses[i], new_decision, after.fires(i)));
    if (twin == left.end()) continue;
    t.of_new[i] = twin->second;
    t.of_old[twin->second] = i;
    left.erase(twin);
  }
  return t;
}

}  // namespace remit::analysis
