// A batch judged with the instructions one chooses.
// Not here: choosing for a host, which agreement::evaluate does.
#pragma once

#include <remit/agreement/batch.hpp>

#include "batch_sieve.hpp"

namespace remit {

/// As agreement::evaluate does with the best ones. Throws std::bad_alloc.
void judge_batch(const batch& actions, verdicts& into, instructions with);

}  // namespace remit
