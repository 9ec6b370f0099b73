// Sieves: what is worked out once about a decision's clauses, so that each action runs through them quickly.
// Not here: the form of a sieve and its use (agreement/sieve_words.hpp, agreement/sieve.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include <remit/agreement/executable.hpp>

namespace remit {

/// The words of the decision's sieve. Everything else about the agreement is in its tables already.
std::vector<std::uint64_t> sieve_of(const executable& rules, const decision_entry& decision);

}  // namespace remit
