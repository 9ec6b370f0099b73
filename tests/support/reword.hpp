// The same agreement in other words: conditions, clauses and rules that say the same another way.
// Not here: another order (generate.hpp), other names (rename.hpp).
#pragma once

#include <remit/check/checked.hpp>

#include "support/random.hpp"

namespace remit::generate {

/// De Morgan, double negation, distributing, `over £500` as `at least £500.01`, bounds swapped, split and joined to
/// `between`, lists as `or`, `unless C` as `when not C`, one clause as two, a rule's days and decisions as conditions,
/// thresholds by their amounts.
checked::document reword(random& r, checked::document d);

/// A comparison as a generator makes it: `input OP amount`.
checked::condition comparison(const checked::document& d, input_id input, relation op, std::int64_t amount);

}  // namespace remit::generate
