// Clauses as texts that are equal for equal clauses.
// Not here: conditions as texts (explore.cpp).
#include "clause_twins.hpp"

#include <algorithm>
#include <map>

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
std::string signature(const shared_side& s, const model& m, const clause_entry& c, const decision_entry& d, std::uint32_t fires) {
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
  return words + "|" + sorted_words(lifts) + "|" + m.formulas().words(fires);
}

// Who holds the decision, as written too, by which it ranks, and who is above whom: where this differs, no clause may be passed over.
std::string standing(const shared_side& s, const decision_entry& d) {
  std::vector<std::string> ranks, holders;
  for (const party_entry& p : s.rules.parties)
    p.below.each([&](std::uint32_t low) { ranks.push_back(s.party(p.name) + ">" + s.party(s.rules.parties[low].name)); });
  for (std::uint32_t h = 0; h < d.holders; ++h)
    holders.push_back(group_words(s, s.rules.decision_groups[d.groups.first + h]));
  return sorted_words(ranks) + "|" + sorted_words(holders);
}

}  // namespace

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
