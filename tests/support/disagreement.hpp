// What a failing comparison with the oracle shows: how to repeat it, the smallest agreement it shrinks to, both answers.
// Not here: comparing (told.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <remit/agreement/agreement.hpp>
#include <remit/check/checked.hpp>

#include "support/oracle.hpp"

namespace remit::agree {

/// How an answer differs from what is expected of it; empty where it does not.
using comparison = std::function<std::string(const checked::document&, const oracle::action&)>;

/// An answer of the oracle compared with lower() and evaluate(): complete actions exactly, incomplete ones for safety.
std::string compare_evaluator(const checked::document& d, const oracle::action& a);

/// Everything a reader needs, after taking away clauses and conditions for as long as the two still differ.
std::string report(std::uint64_t seed, checked::document d, oracle::action a, const comparison& compare);

/// What the evaluator answers, for people.
std::string answer(const checked::document& d, const oracle::action& a, const agreement& under);

/// `basic`, times what the environment variable REMIT_AGREE_TIMES says (1 where it is not set).
std::uint64_t as_many_as(std::uint64_t basic);

/// The seed of the `n`-th agreement of a test: REMIT_AGREE_SEED (0 where it is not set) moves all of them.
std::uint64_t seed_of(std::uint64_t test, std::uint64_t n);

}  // namespace remit::agree
