// A region as a condition of the language: `cost over £500 and placement is secure`.
// Not here: making it plain (region.hpp).
#pragma once

#include <string>

#include <remit/core/amounts.hpp>

#include "model.hpp"
#include "region.hpp"

namespace remit::analysis {

/// Empty where the region is everywhere.
std::string condition_words(const model& m, const region& r, currency money);

}  // namespace remit::analysis
