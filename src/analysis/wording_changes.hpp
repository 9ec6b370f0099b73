// What changed without being a verdict: figures, texts, statements of the header, promises.
// Not here: what changes a verdict (compare.cpp), names (tie.cpp).
#pragma once

#include "tie.hpp"

namespace remit::analysis {

/// Fills `figures` and `wording`, and adds promises that came or went.
void what_else_changed(const checked::document& before, const checked::document& after, const ties& names, comparison& into);

}  // namespace remit::analysis
