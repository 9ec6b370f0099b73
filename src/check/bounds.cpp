// How much an agreement holds, against what the executable form can (R0701).
// Not here: the values of one fact (facts.cpp), the size of a file (the reader).
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "pass.hpp"

namespace remit::checking {
namespace {

template <class Rows>
void check_count(pass& p, const Rows& rows, std::uint32_t most, std::string_view what) {
  if (rows.size() > most)
    p.report(code::too_many, rows[most].where,
             "an agreement with its includes holds at most " + std::to_string(most) + " " + std::string{what});
}

/// What tells one choice of parties from another.
std::string key_of(const checked::group& g) {
  std::vector<std::string> members;
  for (const auto& m : g.members) members.push_back(std::to_string(m.party.value) + (m.or_above ? "+" : ""));
  std::sort(members.begin(), members.end());
  std::string key;
  for (const auto& m : members) key += m + " ";
  return key;
}

/// What tells one duty from another.
std::string key_of(const checked::duty& d) {
  std::string key = std::to_string(static_cast<int>(d.kind)) + d.what + "\n" + d.within;
  for (const auto& g : d.to) key += "\n" + key_of(g);
  return key;
}

/// How much rules bring, each thing counted as often as it stands: never less than what the executable form will hold.
struct mentions {
  std::size_t clauses = 0, groups = 0, duties = 0;

  void add(const checked::rule& r) {
    clauses += r.clauses.size();
    for (const auto& c : r.clauses) {
      groups += c.groups.size();
      duties += c.duty ? 1u : 0u;
    }
  }
  bool is_light() const noexcept {
    return clauses <= limits::clauses_a_decision && groups <= limits::groups_a_decision && duties <= limits::duties_a_decision;
  }
};

void check_count(pass& p, std::size_t count, std::uint32_t most, const checked::decision& d, std::string_view what) {
  if (count > most)
    p.report(code::too_many, d.where,
             "at most " + std::to_string(most) + " " + std::string{what} + " may bear on one decision, and on " + ticked(d.name) +
                 " there are " + std::to_string(count));
}

/// Counts each different thing once, for a decision that bears a heavy load.
void count_closely(pass& p, const checked::decision& d, const std::vector<const checked::rule*>& rules) {
  std::size_t clauses = 0;
  std::set<std::string> groups, duties;
  for (const auto& g : p.out.classes[d.in.value].held_by) groups.insert(key_of(g));
  for (const checked::rule* r : rules) {
    clauses += r->clauses.size();
    for (const auto& c : r->clauses) {
      for (const auto& g : c.groups) groups.insert(key_of(g));
      if (c.duty) duties.insert(key_of(*c.duty));
    }
  }
  check_count(p, clauses, limits::clauses_a_decision, d, "clauses");
  check_count(p, groups.size(), limits::groups_a_decision, d, "different choices of parties");
  check_count(p, duties.size(), limits::duties_a_decision, d, "different duties");
}

}  // namespace

void check_limits(pass& p) {
  const auto& out = p.out;
  check_count(p, out.parties, limits::parties, "parties and roles");
  check_count(p, out.inputs, limits::inputs, "facts, rituals and dates");

  mentions everywhere;
  std::vector<const checked::rule*> everywhere_rules;
  std::vector<std::vector<const checked::rule*>> covering(out.decisions.size());
  for (const auto& r : out.rules) {
    if (r.everywhere) everywhere.add(r), everywhere_rules.push_back(&r);
    for (const decision_id d : r.covers) covering[d.value].push_back(&r);
  }
  for (std::size_t d = 0; d < out.decisions.size(); ++d) {
    mentions all = everywhere;
    for (const checked::rule* r : covering[d]) all.add(*r);
    all.groups += out.classes[out.decisions[d].in.value].held_by.size();
    if (all.is_light()) continue;
    covering[d].insert(covering[d].end(), everywhere_rules.begin(), everywhere_rules.end());
    count_closely(p, out.decisions[d], covering[d]);
  }
}

}  // namespace remit::checking
