// Texts and header statements that changed and decide nothing.
// Not here: what changes a verdict (compare.cpp).
#pragma once

#include <vector>

#include "tie.hpp"

namespace remit::analysis {

std::vector<rewording> wording_changes(const checked::document& before, const checked::document& after, const ties& names);

}  // namespace remit::analysis
