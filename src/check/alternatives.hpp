// A condition as alternatives, each a list of parts that must all hold; a part looks at one slot, or at something a column
// cannot tell. The same in three values as in two: `and` and `or` distribute over each other there as well.
// Not here: what becomes of them (sieve_making.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <remit/agreement/executable.hpp>

namespace remit {

struct part_of_clause {
  enum class kind : std::uint8_t {
    column,   ///< a condition that looks at one slot only, whose values have an order or count from 0
    asker,    ///< the asking party is in `group`
    sum,      ///< one atom that holds a sum of two ordered slots against a limit
    test,     ///< one other atom
    residue   ///< any other condition
  } what = kind::column;
  std::uint32_t slot = 0;      ///< column, asker
  std::uint32_t node = condition_node::none;
  bool positive = true;        ///< else it must not hold
  std::uint32_t group = 0;
};

using alternative = std::vector<part_of_clause>;

/// At most `most_alternatives`; what would take more is left a residue.
inline constexpr std::size_t most_alternatives = 8;
std::vector<alternative> alternatives_of(const executable& rules, std::uint32_t node);

/// The slot that an atom looks at, if its values have an order or count from 0 and nothing else is looked at.
std::optional<std::uint32_t> column_of(const executable& rules, const atom& a);

}  // namespace remit
