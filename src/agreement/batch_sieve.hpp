// Rows of one decision through its sieve, a column at a time.
// Not here: a single action (agreement/sieve.hpp), reading cells (batch_cells.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <remit/agreement/sieve.hpp>

#include "batch_cells.hpp"
#include "instructions.hpp"

namespace remit {

struct sieve_loops;
struct sifted_rows;

/// Sends rows of a stretch through a sieve of one block, and keeps the clauses that fire for each. Used again and again.
class batch_sieve {
 public:
  /// `rows`: of the stretch, at most.
  batch_sieve(const executable& rules, const batch_stretch& stretch, std::size_t rows, instructions with);

  void sift(const decision_entry& d, const stretch_row* rows, std::size_t count);

  /// Whether of every row it is certain what fires.
  bool exact() const noexcept { return exact_; }
  /// The clauses that certainly fire, by row.
  const std::uint64_t* certain() const noexcept { return certain_.data(); }
  std::uint64_t possible(std::size_t i) const noexcept { return exact_ ? certain_[i] : possible_[i]; }

 private:
  void known_choices(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows,
                     const sifted_rows& all) const;
  void open_choices(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows,
                    const sifted_rows& all) const;
  void sift_rest(const sieve_words::head& head, const sieve_words::more_head& more, const std::uint64_t* w,
                 const stretch_row* rows, std::size_t count);
  void join(const sieve_words::head& head, const std::uint64_t* to, std::uint32_t further, std::size_t count);
  template <class Step>
  void each_row(const stretch_row* rows, std::size_t count, Step&& step);
  bool is_open(const sieve_words::head& head, const std::uint64_t* block) const noexcept;

  const executable& rules_;
  const batch_stretch& stretch_;
  const sieve_loops& loops_;
  bool exact_ = true;  // what possibly fires fires: possible_ is not kept
  std::vector<std::int64_t> values_, others_;
  std::vector<std::uint64_t> apart_, certain_, possible_;
};

}  // namespace remit
