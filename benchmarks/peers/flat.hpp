// The agreement as any rule engine could have it: a flat list of rules, each with an outcome, the decisions it is for, and a
// condition; the most restrictive outcome of those that hold is the verdict's. Whose a decision is and who ranks above whom is
// worked into the conditions, as whoever uses such an engine would have to.
// Not here: the words of any engine (policies.py). Nor whom it goes to, duties and reasons, which are not asked of the engines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "by_hand/plan.hpp"

namespace peers {

struct flat_rule {
  remit::outcome outcome = remit::outcome::consult;
  std::string name;  ///< of the rule it comes from, or `holders`
  std::vector<std::uint32_t> decisions;
  drafting::condition when;
};

std::vector<flat_rule> flat_rules(const drafting::plan& p);

}  // namespace peers
