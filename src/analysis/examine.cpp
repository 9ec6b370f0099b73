// The passes over every action, one after the other.
// Not here: any of them.
#include <remit/analysis/examine.hpp>

#include <utility>

#include "survey.hpp"

namespace remit {
namespace analysis {

survey::survey(const checked::document& d, const agreement& a, const analysis_limits& l)
    : document{d}, under{a}, rules{a.rules()}, limits{l}, found{d.sources} {
  for (const checked::rule& r : d.rules)
    for (const checked::clause& c : r.clauses) told.push_back({&r, &c});
}

const askers& survey::of(decision_id d) { return askers_.try_emplace(d.value, under, d).first->second; }

void survey::not_decided(span where, const std::string& what) {
  for (const diagnostic& d : found)
    if (d.code == code::not_decided && d.where == where) return;
  found.add(code::not_decided, where, what + " is not decided within the budget",
            "more facts bear on one decision here than can be tried out; fewer comparisons of two facts would help");
}

}  // namespace analysis

diagnostics examine(const checked::document& document, const agreement& agreement, const analysis_limits& limits) {
  using namespace analysis;
  survey s{document, agreement, limits};
  find_idle_clauses(s);
  find_idle_conditions(s);
  find_meeting_targets(s);
  find_holes(s);
  find_wrong_way_round(s);
  find_never_alone(s);
  return std::move(s.found);
}

diagnostics check(const loaded& agreement, const analysis_limits& limits) {
  diagnostics all = agreement.diagnostics();
  if (agreement.executable()) all.append(examine(*agreement.document(), *agreement.executable(), limits));
  all.sort();
  return all;
}

}  // namespace remit
