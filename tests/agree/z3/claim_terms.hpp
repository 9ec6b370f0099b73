// What a promise claims, as a term of Z3: section 5 of the language.
// Not here: `or above` in a promise.
#pragma once

#include "agree/z3/verdict_terms.hpp"

namespace remit::smt {

/// That the promise speaks of the action, and that the verdict breaks it.
z3::expr is_broken(terms& t, const checked::document& d, const checked::promise& p, decision_id decision, party_id by,
                   const verdict_terms& verdict);

}  // namespace remit::smt
