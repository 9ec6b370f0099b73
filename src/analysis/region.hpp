// Regions: parts of a space joined to fewer and larger ones, and said in the language.
// Not here: how the parts were found.
#pragma once

#include <string>
#include <vector>

#include <remit/core/amounts.hpp>

#include "model.hpp"
#include "space.hpp"

namespace remit::analysis {

/// The same points in fewer parts: two are joined where the smallest part around both holds nothing else.
/// `work` bounds the joining; what is left unjoined is still exact.
std::vector<part> merged(const space& s, std::vector<part> parts, budget& work);

/// The part as a condition of the language; empty where it is the whole space.
std::string condition_words(const model& m, const part& p, currency money);

}  // namespace remit::analysis
