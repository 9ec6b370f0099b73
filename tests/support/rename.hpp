// The same agreement under other names, each with what it was called before.
// Not here: pillars and titles, which tie nothing.
#pragma once

#include <string>
#include <vector>

#include <remit/check/checked.hpp>

#include "support/random.hpp"

namespace remit::generate {

struct renamed {
  checked::document document;
  std::vector<std::pair<std::string, std::string>> names;  ///< from, to: of everything whose name changed
};

/// Parties, roles, facts, values, rituals, thresholds, classes, decisions and rules: most get a new name; now and then those
/// of one kind pass their names round.
renamed rename(random& r, checked::document d);

}  // namespace remit::generate
