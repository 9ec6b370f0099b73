// A made agreement, the same after one or two edits, and what a comparison of the two says.
// Not here: whether that is right.
#pragma once

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/compare.hpp>
#include <remit/check/checked.hpp>

#include "support/random.hpp"

namespace remit::generate {

struct two_versions {
  checked::document before, after;
  agreement old_rules, new_rules;
  remit::comparison comparison;
};

/// Every other pair (by `number`) is of small agreements.
two_versions versions(random& r, unsigned long long number);

}  // namespace remit::generate
