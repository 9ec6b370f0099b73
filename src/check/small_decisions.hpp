// Small decisions: their clauses and groups as masks of one word, and where each goes by itself. Worked out once.
// Not here: sieves (sieve_making.hpp), the use of any of it (agreement/clauses.hpp, agreement/settle.hpp).
#pragma once

#include "tables.hpp"

namespace remit {

bool is_small(const tables& t, const decision_entry& d);
/// Adds the masks of a small decision, all else being closed.
void add_small(tables& t, decision_entry& d);
/// Adds where each class goes for each asker. The masks are closed.
void add_seats(tables& t);

}  // namespace remit
