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

/// Sends rows of a stretch through a sieve, and keeps the clauses that fire for each. Used again and again.
class batch_sieve {
 public:
  /// `rows`: of the stretch, at most.
  batch_sieve(const executable& rules, const batch_stretch& stretch, std::size_t rows, instructions with);

  /// `d`: a small decision.
  void sift(const decision_entry& d, const stretch_row* rows, std::size_t count);

  /// Whether of every row it is certain what fires.
  bool exact() const noexcept { return exact_; }
  /// The clauses that certainly fire, by row; those that possibly do.
  const std::uint64_t* certain() const noexcept { return certain_.data(); }
  const std::uint64_t* possible() const noexcept { return exact_ ? certain_.data() : possible_.data(); }

 private:
  void sift_block(const std::uint64_t* block, const stretch_row* rows, std::size_t count);
  void gather(std::uint32_t slot, const stretch_row* rows, std::size_t count);
  void choices(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows, const sifted_rows& all) const;
  void further(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows, const sifted_rows& all);
  template <class Step>
  void each_row(const stretch_row* rows, const sifted_rows& all, Step&& step) const;
  void join(const sieve_words::head& head, const std::uint64_t* to, std::uint32_t further, std::size_t count);
  void keep(std::uint32_t from, std::size_t count);

  const executable& rules_;
  const batch_stretch& stretch_;
  const sieve_loops& loops_;
  bool exact_ = true;  // what possibly fires fires: possible_ is not kept
  std::uint32_t gathered_ = 0;  // the slot whose values values_ holds: an amount is often both compared and added to another
  std::vector<std::int64_t> values_, others_;
  std::vector<std::uint64_t> apart_, left_, certain_, possible_;  // left_: of the block's alternatives, twice
};

}  // namespace remit
