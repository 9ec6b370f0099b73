// Literals: `£1,500`, `0.5`, `2026-04-01`, `3 days`, `yes`, `"…"`; and dates and periods where only those will do.
// Not here: whether an amount fits the place it stands in.
#pragma once

#include "annotate.hpp"

namespace remit::grammar {

/// A literal and its sign; a negative stands only where a range begins.
struct signed_literal {
  syntax::literal literal;
  bool negative = false;
  span where;
};

using literal_rule = x3::rule<struct literal_id, syntax::literal>;
using signed_literal_rule = x3::rule<struct signed_literal_id, signed_literal>;
using date_rule = x3::rule<struct date_id, syntax::literal>;
using period_rule = x3::rule<struct period_id, syntax::literal>;
using number_rule = x3::rule<struct number_id, syntax::literal>;
using days_rule = x3::rule<struct days_id, syntax::days>;
BOOST_SPIRIT_DECLARE(literal_rule, signed_literal_rule, date_rule, period_rule, number_rule, days_rule)

inline constexpr literal_rule literal{"an amount"};
inline constexpr signed_literal_rule signed_amount{"an amount"};
inline constexpr date_rule date{"a date"};
inline constexpr period_rule period{"a length of time"};
inline constexpr number_rule language_number{"a number"};
inline constexpr days_rule days{"a date"};

}  // namespace remit::grammar
