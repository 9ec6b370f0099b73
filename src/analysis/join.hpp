// What lies outside a part, and parts joined to larger ones. Exactly, always.
// Not here: saying a part (region.hpp).
#pragma once

#include <functional>
#include <vector>

#include "explore.hpp"
#include "space.hpp"

namespace remit::analysis {

/// What of `from` lies outside `hole`: `from` cut by each side of `hole` in turn, what is beyond it given to `outside`.
/// False as soon as `outside` answers false.
bool without(const space& s, part from, const part& hole, const std::function<bool(part)>& outside);

/// Whether every point of `p` lies in one of `cover`; no where `work` runs out before that is known.
bool within(const space& s, const part& p, const std::vector<part>& cover, budget& work);

/// The same points in fewer parts: two are joined where the smallest part around both holds nothing else.
/// `work` bounds the joining; what is left unjoined is still exact.
std::vector<part> joined(const space& s, std::vector<part> parts, budget& work);

}  // namespace remit::analysis
