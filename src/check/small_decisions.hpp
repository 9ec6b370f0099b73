// Small decisions: their clauses and groups as masks of one word. Worked out once.
// Not here: where they go (seats.hpp), sieves (sieve_making.hpp), the use of any of it (agreement/plain_case.hpp,
// agreement/clauses.hpp).
#pragma once

#include <vector>

#include "tables.hpp"

namespace remit {

/// All of the decision but these masks and its sieve is there.
bool is_small(const tables& t, const decision_entry& d);

/// What a small decision's clauses are in masks.
std::vector<small_clause> masks_of(const tables& t, decision_entry& d);

/// Of a decision with seats: each of its groups, as masks.
std::vector<small_group> groups_of(const tables& t, decision_entry& d);
/// What each of them is asked for: to be consulted, or to agree; with what that implies of the others.
struct group_asked {
  asked_word consulted, to_agree;
};
std::vector<group_asked> asked_of(const std::vector<small_group>& groups);
/// Nobody's approval, then that of each group.
std::vector<asked_word> approvals_of(const std::vector<group_asked>& groups);
/// Tells the clauses of a decision with seats all that they ask for, in words.
void tell_asked(const decision_entry& d, const std::vector<group_asked>& groups, std::vector<small_clause>& clauses);
/// For clauses_at_once after as many, and least_looks times at least, what each set of them asks for.
std::vector<asked_word> asked_by(const std::vector<small_clause>& clauses);
/// The slots that each set of them looks at, likewise.
std::vector<std::uint64_t> looks_of(const std::vector<small_clause>& clauses);

}  // namespace remit
