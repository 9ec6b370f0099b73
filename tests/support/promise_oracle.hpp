// What a promise says of a verdict of the oracle: section 5 of the language, for groups without `or above`.
// Not here: how promises are proved.
#pragma once

#include <remit/check/checked.hpp>

#include "support/oracle.hpp"

namespace remit::oracle {

/// Whether the verdict is what the promise names.
bool says(const checked::promise& p, const verdict& v);

/// `always allow P` speaks of what P asks, and every promise of the days on which the agreement is in force.
bool speaks_of(const checked::document& d, const checked::promise& p, const situation& s);

}  // namespace remit::oracle
