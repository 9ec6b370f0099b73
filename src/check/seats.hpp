// Where small decisions go for each asker: by rights, and however their clauses move them, certainly or possibly. Worked out
// once.
// Not here: what clauses ask for (small_decisions.hpp), the use of seats (agreement/plain_case.hpp, plain_unsettled.hpp).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "tables.hpp"

namespace remit {

/// Decisions of one class that the same targets move share their seats.
class seats {
 public:
  explicit seats(tables& t) : t_{t} {}

  /// Tells the clauses of a small decision what they move. Does nothing where more than a few moves, or very many decisions,
  /// would take too many seats.
  void add(decision_entry& d, std::vector<small_clause>& clauses);

 private:
  static constexpr std::size_t most_rows = 1u << 19;  // 8 MB

  struct key {
    std::uint32_t decision_class;
    bool lets_in;
    std::uint64_t targets;              // by the decision's own numbers
    std::vector<std::uint32_t> groups;  // of executable::groups, in that order
    auto operator<=>(const key&) const = default;
  };
  struct both {
    const seat_entry *seats, *open;
  };

  tables& t_;
  std::map<key, both> known_;
  std::size_t rows_ = 0;
};

}  // namespace remit
