// What is said of a change of the agreement: `amendment loosens`, `amendment touches spending`.
// Not here: what it means (check/amendments.cpp).
#pragma once

#include "annotate.hpp"
#include "words.hpp"

namespace remit::grammar {

/// The verbs that need names behind them, and those that stand alone. Without one of them `amendment` is a name like any other.
inline constexpr auto does_to = "touches"_w | "widens"_w | "narrows"_w;
inline constexpr auto does = "loosens"_w | "tightens"_w | "redirects"_w;

}  // namespace remit::grammar
