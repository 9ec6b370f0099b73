// Random promises of an agreement, and a promise in words.
// Not here: whether they hold.
#pragma once

#include <string>

#include <remit/check/checked.hpp>

#include "support/random.hpp"

namespace remit::generate {

/// Speaks of what the agreement's clauses speak of, so that it has a chance to hold. No `or above`.
checked::promise promise(random& r, const checked::document& d);

std::string text_of(const checked::document& d, const checked::promise& p);

}  // namespace remit::generate
