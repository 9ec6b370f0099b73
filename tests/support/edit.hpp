// One edit of an agreement as people make them: a bound moved, a clause dropped, doubled or freed of its condition,
// another party asked.
// Not here: what it changes.
#pragma once

#include <remit/check/checked.hpp>

#include "support/random.hpp"

namespace remit::generate {

/// Only what the agreement means is edited; how its comparisons are told stays.
void edit(random& r, checked::document& d);

}  // namespace remit::generate
