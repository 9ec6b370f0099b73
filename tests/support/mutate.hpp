// Every single edit of a stated kind that an agreement allows, each with the agreement that comes of it.
// Not here: whether it changes a verdict.
#pragma once

#include <string>
#include <vector>

#include <remit/check/checked.hpp>

namespace remit::generate {

struct mutation {
  std::string kind;  ///< `a bound one grain up`
  checked::document document;
};

/// Bounds moved by a grain, comparisons made strict or lax, `or` for `and`, conditions negated and dropped, clauses and
/// duties dropped, other parties asked or told, agreement for consultation, `despite` more or less, rules for more or fewer
/// decisions and days, other holders and ranks. All know the same names and types.
std::vector<mutation> mutations(const checked::document& d);

}  // namespace remit::generate
