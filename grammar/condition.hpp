// Conditions: comparisons joined by `and`, `or`, `not` and parentheses.
// Not here: whether the things compared can be compared.
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using condition_rule = x3::rule<struct condition_id, std::uint32_t>;
BOOST_SPIRIT_DECLARE(condition_rule)

/// The index of a condition of the tree.
inline constexpr condition_rule condition{"a condition"};

}  // namespace remit::grammar
