// The whole file: its opening, and statements in any order up to its end.
// Not here: how a file gets here (read.cpp).
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using agreement_rule = x3::rule<struct agreement_id>;
BOOST_SPIRIT_DECLARE(agreement_rule)

inline constexpr agreement_rule agreement{"an agreement"};

}  // namespace remit::grammar
