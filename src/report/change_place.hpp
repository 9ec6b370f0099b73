// Where in the files a change is to be seen: at the rule of the new agreement that makes it, else at the decision.
// Not here: how a format writes a place.
#pragma once

#include <vector>

#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

#include "change_groups.hpp"

namespace remit {

/// A place in one of the two agreements.
struct change_place {
  const source_set* sources = nullptr;
  span where;
};

/// Always in the new agreement, where a reviewer looks.
change_place place_of(const differences& d, const change_group& g);
/// The old agreement's clauses that no longer fire.
std::vector<change_place> old_places(const differences& d, const change_group& g);
/// Of a decision or party that came; of one that went, the agreement's own line: what is absent has no other place.
change_place place_of(const differences& d, const named_thing& t, bool was_added);
/// Where the old agreement declared what went.
change_place old_place(const differences& d, const named_thing& t);

}  // namespace remit
