// How much an agreement holds, against what the executable form can (R0701).
// Not here: the values of one fact (facts.cpp), the size of a file (the reader).
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pass.hpp"

namespace remit::checking {
namespace {

void check_count(pass& p, std::size_t count, std::uint32_t most, span where, std::string_view what) {
  if (count > most)
    p.report(code::too_many, where,
             "an agreement with its includes holds at most " + std::to_string(most) + " " + std::string{what});
}

/// What the clauses about one decision add up to. Groups and duties are told apart by what they say.
struct burden {
  std::size_t clauses = 0;
  std::set<std::string> groups, duties;

  void add(const checked::group& g) {
    std::vector<std::string> members;
    for (const auto& m : g.members) members.push_back(std::to_string(m.party.value) + (m.or_above ? "+" : ""));
    std::sort(members.begin(), members.end());
    std::string key;
    for (const auto& m : members) key += m + " ";
    groups.insert(std::move(key));
  }
  void add(const checked::rule& r) {
    clauses += r.clauses.size();
    for (const auto& c : r.clauses) {
      if (c.effect == effect::duty) duties.insert(c.words.substr(0, c.words.find(" when ")));
      for (const auto& g : c.groups) add(g);
    }
  }
};

void check_burden(pass& p, const burden& b, const checked::decision& d) {
  const auto check = [&](std::size_t count, std::uint32_t most, std::string_view what) {
    if (count > most)
      p.report(code::too_many, d.where,
               "at most " + std::to_string(most) + " " + std::string{what} + " may bear on one decision, and on " +
                   ticked(d.name) + " there are " + std::to_string(count));
  };
  check(b.clauses, limits::clauses_a_decision, "clauses");
  check(b.groups.size(), limits::groups_a_decision, "different choices of parties");
  check(b.duties.size(), limits::duties_a_decision, "different duties");
}

}  // namespace

void check_limits(pass& p) {
  const auto& out = p.out;
  if (out.parties.size() > limits::parties)
    check_count(p, out.parties.size(), limits::parties, out.parties[limits::parties].where, "parties and roles");
  if (out.inputs.size() > limits::inputs)
    check_count(p, out.inputs.size(), limits::inputs - 1, out.inputs[limits::inputs].where, "facts and rituals");

  burden everywhere;
  std::vector<std::vector<const checked::rule*>> covering(out.decisions.size());
  for (const auto& r : out.rules) {
    if (r.everywhere) everywhere.add(r);
    for (const decision_id d : r.covers) covering[d.value].push_back(&r);
  }
  for (std::size_t d = 0; d < out.decisions.size(); ++d) {
    std::size_t clauses = everywhere.clauses;
    for (const checked::rule* r : covering[d]) clauses += r->clauses.size();
    // Few clauses cannot name many parties: most decisions need no closer look.
    if (clauses <= limits::duties_a_decision / 8) continue;
    burden b = everywhere;
    for (const checked::rule* r : covering[d]) b.add(*r);
    for (const auto& g : out.classes[out.decisions[d].in.value].held_by) b.add(g);
    check_burden(p, b, out.decisions[d]);
  }
}

}  // namespace remit::checking
