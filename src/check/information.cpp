// What a careful reader would want to know of an agreement as a whole. None of it is a fault.
// Not here: warnings (advice.cpp, unused.cpp).
#include <algorithm>
#include <string>
#include <vector>

#include <remit/core/wording.hpp>

#include "pass.hpp"

namespace remit::checking {
namespace {

void count_pillars(pass& p) {
  std::size_t own = 0;
  for (const auto& pillar : p.out.pillars) {
    if (pillar.from_framework) continue;
    ++own;
    if (pillar.rules.size() > 8)
      p.report(code::rule_count, pillar.where,
               "the pillar " + ticked(pillar.name) + " has " + std::to_string(pillar.rules.size()) +
                   " rules; people keep at most 8 in mind");
  }
  if (own < 3 || own > 4)
    p.report(code::pillar_count, p.out.where,
             "the agreement has " + std::to_string(own) + (own == 1 ? " pillar" : " pillars") + "; people keep 3 or 4 in mind");
}

void count_sign_offs(pass& p) {
  std::vector<party_id> signed_by;
  for (const auto& s : p.out.agreed)
    for (const party_id party : s.parties)
      if (std::find(signed_by.begin(), signed_by.end(), party) == signed_by.end()) signed_by.push_back(party);
  if (signed_by.size() < 2)
    p.report(code::few_sign_offs, p.out.where,
             signed_by.empty() ? "nobody has signed the agreement"
                               : "only " + ticked(p.out.parties[signed_by.front().value].name) + " has signed the agreement",
             "add `agreed by PARTY, PARTY on DATE`");
}

void list_uncovered(pass& p) {
  std::vector<bool> covered(p.out.decisions.size(), false);
  for (const auto& e : p.out.examples)
    if (e.decision) covered[e.decision.value] = true;
  std::vector<std::string> names;
  for (std::size_t d = 0; d < covered.size(); ++d)
    if (!covered[d] && !p.out.classes[p.out.decisions[d].in.value].from_framework)
      names.push_back(ticked(p.out.decisions[d].name));
  if (!names.empty()) p.report(code::uncovered_decision, p.out.where, "no example covers " + listed(names));
}

}  // namespace

void inform(pass& p) {
  if (!p.out.is_framework) {
    count_pillars(p);
    count_sign_offs(p);
  }
  list_uncovered(p);
}

}  // namespace remit::checking
