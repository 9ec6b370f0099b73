// Cells to slot values, a stretch of rows at a time, each value held against its fact's range.
// Not here: the verdicts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <remit/agreement/batch.hpp>

#include "instructions.hpp"

namespace remit {

/// What one cell says, in the slot's unit.
std::int64_t meaning_of(const column& c, std::size_t row) noexcept;
/// Whether the column is there at all.
inline bool holds_cells(const column& c) noexcept { return c.cells != cells::none || c.by_meaning; }
/// A value outside every range.
inline constexpr std::int64_t out_of_reach = INT64_MAX;
/// The number of neither a decision nor a party, nor what is outside the agreement.
inline constexpr std::uint32_t no_number = decision_id::nothing - 1;

/// Whether all of some cells are at least and at most so much.
using cells_between = bool (*)(const std::int64_t* cells, std::size_t count, std::int64_t least, std::int64_t most) noexcept;

/// A row of a stretch, by its place in it: small, so that the rows of all decisions stay near.
using stretch_row = std::uint16_t;

/// A stretch of rows, decoded: values by slot and row, decisions, askers, and the rows that no action can have. Values that
/// count from 0 (sieve_words::values_of) are held as codes, a byte each; others as amounts. Both are read where the host's
/// columns lie wherever these have that form.
class batch_stretch {
 public:
  static constexpr std::size_t most_rows = 8192;
  static_assert(most_rows <= std::size_t{1} << 8 * sizeof(stretch_row));
  /// How many of them a stretch of this batch has at most.
  static std::size_t rows_of(const batch& of) noexcept { return of.rows() < most_rows ? of.rows() : most_rows; }
  /// The code of what is missing.
  static constexpr std::uint8_t missing_code = 255;

  batch_stretch(const batch& of, instructions with);

  void read(std::size_t first, std::size_t count);

  std::size_t count() const noexcept { return count_; }
  /// In the slot's unit. What is missing is `missing_value` where its kind has an order.
  std::int64_t value(std::uint32_t slot, std::size_t row) const noexcept;
  /// The same of many rows.
  void gather(std::uint32_t slot, const stretch_row* rows, std::size_t count, std::int64_t* into) const noexcept;
  /// By row; null for a slot of amounts. After the last slot the asker's number, of the first 255 parties.
  const std::uint8_t* codes(std::uint32_t slot) const noexcept { return codes_[slot]; }
  /// Whether any row lacks the slot's value; may be said of a slot that none does.
  bool is_open(std::uint32_t slot) const noexcept { return open_[slot] != 0; }
  bool is_known(std::uint32_t slot, std::size_t row) const noexcept {
    return known_[slot] != nullptr ? known_[slot][row] != 0 : value(slot, row) != missing_value;
  }
  /// By row.
  const std::uint32_t* decisions() const noexcept { return decisions_; }
  const std::uint32_t* askers() const noexcept { return askers_; }
  bool any_refused() const noexcept { return any_refused_; }
  input_error error(std::size_t row) const noexcept { return static_cast<input_error>(errors_[row]); }

 private:
  void read_who_and_what(std::size_t first);
  const std::uint32_t* numbers(const column& c, std::uint32_t all, std::size_t first, std::vector<std::uint32_t>& own) const;
  void constant(std::uint32_t slot);
  void read_codes(const column& c, std::uint32_t slot, std::size_t first);
  void read_amounts(const column& c, std::uint32_t slot, std::size_t first);
  bool all_in_range(std::uint32_t slot, std::int64_t least, std::int64_t most) const noexcept;
  void decode(const column& c, std::uint32_t slot, std::size_t first);
  void refuse(std::size_t row, input_error e) noexcept {
    any_refused_ = true;
    if (errors_[row] == 0) errors_[row] = static_cast<std::uint8_t>(e);
  }
  void look_at_dates();

  const batch& of_;
  const executable& rules_;
  const std::size_t room_;  // for so many rows
  const cells_between between_;
  std::size_t count_ = 0;
  // Cells that stand for values times a scale: the host's own from the first row on, or decoded ones.
  struct source {
    const void* first = nullptr;
    remit::cells cells = cells::signed_64;
    std::int64_t scale = 1;
  };
  // By slot.
  std::vector<const std::uint8_t*> codes_;
  std::vector<std::uint8_t> open_;
  std::vector<source> sources_;
  std::vector<std::vector<std::uint8_t>> own_codes_;  // where they are not read in place
  std::vector<std::vector<std::int64_t>> own_;
  std::vector<std::vector<std::uint8_t>> own_known_;  // amounts without an order
  std::vector<const std::uint8_t*> known_;
  // By row.
  const std::uint32_t* decisions_ = nullptr;
  const std::uint32_t* askers_ = nullptr;
  std::vector<std::uint32_t> own_decisions_, own_askers_;  // where they are not read in place
  std::vector<std::uint8_t> errors_;
  bool any_refused_ = false;

  std::vector<std::uint8_t> may_not_ask_;  // by party; the last is whatever is none
};

}  // namespace remit
