// Small decisions: their clauses and groups as masks of one word, and where each goes. Worked out once.
// Not here: sieves (sieve_making.hpp), the use of any of it (agreement/plain_case.hpp, agreement/clauses.hpp).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "tables.hpp"

namespace remit {

bool is_small(const tables& t, const decision_entry& d);
/// Adds the masks of a small decision, all else being closed.
void add_small(tables& t, decision_entry& d);

/// Where small decisions go for each asker: by rights, and however their clauses move them. Decisions of one class that the
/// same targets move share their seats.
class seats {
 public:
  explicit seats(tables& t) : t_{t} {}

  /// The masks are there. Does nothing where more than a few moves, or very many decisions, would take too many seats.
  void add(decision_entry& d);

 private:
  static constexpr std::size_t most_moves = 5;
  static constexpr std::size_t most_rows = 1u << 18;

  struct key {
    std::uint32_t decision_class;
    bool lets_in;
    std::uint64_t targets;              // by the decision's own numbers
    std::vector<std::uint32_t> groups;  // of executable::groups, in that order
    auto operator<=>(const key&) const = default;
  };

  tables& t_;
  std::map<key, std::uint32_t> first_;
};

}  // namespace remit
