// Clauses of rules, promises and examples resolved.
// Not here: rules as wholes (rules.cpp).
#pragma once

#include <remit/check/checked.hpp>
#include <remit/syntax/tree.hpp>

#include "names.hpp"

namespace remit::checking {

/// A clause of a rule, as far as it can be resolved; every wrong part is reported.
checked::clause clause_of(pass& p, const scope& s, const syntax::clause& c);

/// The V of a promise or an `expect`.
struct claimed_verdict {
  remit::outcome outcome = outcome::allow;
  std::vector<checked::group> groups;
  bool for_agreement = false;
};
claimed_verdict claimed_by(pass& p, const scope& s, const syntax::clause& c);

}  // namespace remit::checking
