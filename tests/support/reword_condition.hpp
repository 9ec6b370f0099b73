// The same condition in other words.
// Not here: clauses and rules (reword.hpp).
#pragma once

#include <remit/check/checked.hpp>

#include "support/random.hpp"

namespace remit::generate {

/// Thresholds that the document does not declare are said by their amounts.
checked::condition reword(random& r, const checked::document& d, checked::condition c);

}  // namespace remit::generate
