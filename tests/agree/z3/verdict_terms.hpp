// What an action gets, as terms of Z3: section 4 of the language for one decision and asking party, every sentence of it
// over "this clause fires". From the checked form, so that what makes it executable is held against it too.
// Not here: missing facts, consultations and approvals that happened, decisions outside the agreement.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "agree/z3/terms.hpp"
#include "support/plain_verdict.hpp"

namespace remit::smt {

/// Whether each thing that a verdict can say is said. What is in no map is never said.
struct verdict_terms {
  z3::expr consult, escalate;  ///< the outcome; else `allow`
  std::map<agree::name_set, z3::expr> to, asked, approval;
  std::map<std::string, z3::expr> duties;
  std::vector<std::vector<z3::expr>> fires;  ///< by rule and clause, lifted or not; `then` duties: when due

  z3::expr allow() const { return !consult && !escalate; }
};

verdict_terms verdict_of(terms& t, const checked::document& d, decision_id decision, party_id by,
                         const agree::party_naming& name);

/// That the two say different things.
z3::expr differ(terms& t, const verdict_terms& a, const verdict_terms& b);
/// That it says just this.
z3::expr is_exactly(terms& t, const verdict_terms& v, const agree::plain_verdict& said);

}  // namespace remit::smt
