// One comparison: `cost over £200`, `placement is secure`, `decision in reserved`, `by chair`, a bare name.
// Not here: how comparisons are joined (condition.hpp).
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

using comparison_rule = x3::rule<struct comparison_id, syntax::condition>;
BOOST_SPIRIT_DECLARE(comparison_rule)

inline constexpr comparison_rule comparison{"a condition"};

}  // namespace remit::grammar
