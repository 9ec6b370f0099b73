// The measured agreement and its rules by hand, side by side, and whether they say the same.
// Not here: timing.
#pragma once

#include <string>
#include <vector>

#include <remit/analysis/load.hpp>

#include "by_hand.hpp"
#include "workload/situations.hpp"

namespace workload {

/// Where the measured agreement stands.
std::string agreement_path();

/// A situation as the rules by hand take it.
std::vector<by_hand::question> questions_of(const situations& of);

/// What remit's verdict is in the words of the rules by hand.
by_hand::verdict in_their_words(const remit::verdict& v);

/// How the rules by hand differ from remit on the first of `of` where they do, in one line; empty where they never do.
std::string difference(const remit::agreement& agreement, const situations& of);

}  // namespace workload
