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

/// All of the decision but these masks and its sieve is there.
bool is_small(const tables& t, const decision_entry& d);

/// What a small decision's clauses are in masks.
std::vector<small_clause> masks_of(const tables& t, decision_entry& d);

/// Of a decision with seats: nobody, then each of its groups, as masks.
std::vector<small_group> groups_of(const tables& t, decision_entry& d);
/// Tells the clauses of a decision with seats all that they ask for, in words.
void tell_asked(const decision_entry& d, const std::vector<small_group>& groups, std::vector<small_clause>& clauses);
/// For clauses_at_once after as many, and least_looks times at least, what each set of them asks for.
std::vector<asked_word> asked_by(const std::vector<small_clause>& clauses);

/// Where small decisions go for each asker: by rights, and however their clauses move them. Decisions of one class that the
/// same targets move share their seats.
class seats {
 public:
  explicit seats(tables& t) : t_{t} {}

  /// Tells the clauses of a small decision what they move. Does nothing where more than a few moves, or very many decisions,
  /// would take too many seats.
  void add(decision_entry& d, std::vector<small_clause>& clauses);

 private:
  static constexpr std::size_t most_rows = 1u << 18;

  struct key {
    std::uint32_t decision_class;
    bool lets_in;
    std::uint64_t targets;              // by the decision's own numbers
    std::vector<std::uint32_t> groups;  // of executable::groups, in that order
    auto operator<=>(const key&) const = default;
  };

  std::vector<seat_entry> of(const decision_entry& d, const std::vector<std::uint32_t>& targets, std::size_t moves) const;

  tables& t_;
  std::map<key, const seat_entry*> known_;
  std::size_t rows_ = 0;
};

}  // namespace remit
