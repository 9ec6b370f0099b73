// The words that a sieve is written in, in the order they are read, so that one decision is one stretch of memory.
// Not here: writing them (check/sieve_making.cpp), what they leave of an action's clauses (sieve.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <remit/agreement/executable.hpp>

namespace remit {

/// The words of a sieve: blocks one after another, each of at most most_in_a_block alternatives. A clause whose condition is
/// `A or B` has two: clause i of the block fires where alternative i is left, or one of the further ones that are told to be
/// its own. Every row tells of each alternative twice: in the low half whether it is certainly left, in the high half whether
/// it possibly is.
///
///   block    head, the first columns, choices, rows and cuts; where there is more: its head, the further columns, sums,
///            tests, residues, further
///   column   slot, number of cuts past its least value, where they are in the block. There are columns_at_once first ones,
///            of few_cuts at most: the only one stands there twice; where there is none, two of nothing
///   choice   slot, number of values, which count from 0, where its rows are in the block. There is one at least, be it of
///            the asker that takes nothing; the last stands there until they are a multiple of choices_at_once
///   cuts     of a column: ascending, at least few_cuts, the further ones out of every value's reach; then its rows
///   rows     what a missing value leaves, then each value; or the least one, and from each cut on
///   sum      its two slots; what each can add at least and at most; a limit; what is left where the sum is not above it,
///            where it may be, where it is
///   test     atom; what is left where it does not hold; where it does
///   residue  condition and whether it must hold or must not; the alternatives that it is part of
///   further  where there are several: the clause that the next alternative belongs to
namespace sieve_words {

/// Two numbers in one word.
constexpr std::uint64_t pair(std::uint32_t low, std::uint32_t high) noexcept { return low | std::uint64_t{high} << 32; }
constexpr std::uint32_t low_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w); }
constexpr std::uint32_t high_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w >> 32); }
constexpr std::uint32_t at_least(std::uint32_t count, std::uint32_t least) noexcept { return count < least ? least : count; }

inline constexpr std::uint32_t head_size = 3, columns_at_once = 2, choices_at_once = 4;
inline constexpr std::uint32_t columns_at = head_size, choices_at = columns_at + columns_at_once;
inline constexpr std::uint32_t most_in_a_block = 31;  ///< alternatives
inline constexpr std::uint32_t joining = 31;          ///< what the further one is told by, where it is the only one
inline constexpr std::uint32_t most_values = 127;     ///< of a choice: a signed byte tells them apart, and that it is missing
static_assert(static_cast<std::int8_t>(missing_value) == -1);

inline constexpr std::uint32_t half = 32;  ///< bits
/// Alternatives in both halves: whether they are left is certain.
constexpr std::uint64_t twice(std::uint64_t alternatives) noexcept { return alternatives | alternatives << half; }
constexpr std::uint64_t certain_half = (std::uint64_t{1} << half) - 1;

/// How many values a slot can hold, if they count from 0; else 0. An `any of` of few values counts its sets.
inline std::uint32_t values_of(const executable& rules, std::uint32_t slot) noexcept {
  constexpr std::uint32_t few = 4;
  if (slot == rules.inputs.size()) return rules.parties.size();
  const input_entry& e = rules.inputs[slot];
  switch (e.kind) {
    case input_kind::yes_no: return 2;
    case input_kind::one_of: return e.values.size();
    case input_kind::any_of: return e.values.size() <= few ? 1u << e.values.size() : 0;
    case input_kind::text: return rules.texts.size();
    default: return 0;
  }
}

// What stands in words is read as what it is.

/// The first words of a block. There are at most as many choices and columns as slots (limits::inputs).
struct [[gnu::may_alias]] head {
  std::uint8_t clauses = 0;
  std::uint8_t joins = 0;           ///< the clause that the alternative `joining` belongs to
  std::uint8_t first_columns = 0;   ///< each counted once
  std::uint32_t choices = 0;
  std::uint32_t more_at = 0;        ///< from the block's first word on; 0 where there is no more
  std::uint32_t size = 0;           ///< of the block
  std::uint64_t all = 0;            ///< the alternatives, twice

  constexpr std::uint32_t tables_at() const noexcept { return choices_at + choices_of(choices); }

  static constexpr std::uint32_t choices_of(std::uint32_t count) noexcept {
    return (count + choices_at_once - 1) / choices_at_once * choices_at_once;
  }
};
static_assert(sizeof(head) == head_size * sizeof(std::uint64_t));

/// Where a slot's rows or cuts are, from the block's first word on.
struct [[gnu::may_alias]] table {
  std::uint16_t slot = 0, count = 0;
  std::uint32_t at = 0;
};
static_assert(sizeof(table) == sizeof(std::uint64_t));

template <class As>
const As& as(const std::uint64_t* w) noexcept {
  return *reinterpret_cast<const As*>(w);
}
template <class As>
void write(const As& as, std::uint64_t* w) noexcept {
  std::memcpy(w, &as, sizeof as);
}

inline constexpr std::uint32_t few_cuts = 3;
constexpr std::uint32_t rows_after(std::uint32_t cuts) noexcept { return at_least(cuts, few_cuts); }  ///< from the first cut on
inline constexpr std::uint32_t least_block = rows_after(few_cuts) + few_cuts + 2;  ///< what is read of a column that is not there
inline constexpr std::uint32_t more_size = 3, sum_size = 10, test_size = 3, residue_size = 2;

/// What stands after the tables: no agreement is so long that a count does not fit.
struct [[gnu::may_alias]] more_head {
  std::uint32_t sums = 0, tests = 0, residues = 0, further = 0;
  std::uint64_t columns = 0;

  constexpr std::size_t sums_at() const noexcept { return more_size + columns; }
  constexpr std::size_t tests_at() const noexcept { return sums_at() + std::size_t{sums} * sum_size; }
  constexpr std::size_t further_at() const noexcept {
    return tests_at() + std::size_t{tests} * test_size + std::size_t{residues} * residue_size;
  }
};
static_assert(sizeof(more_head) == more_size * sizeof(std::uint64_t));

/// Two slots, of which the second may be taken from the first.
struct [[gnu::may_alias]] sum {
  std::uint32_t first = 0, second = 0;
  std::int64_t taken = 0;  ///< all bits where the second is taken
  std::int64_t limit = 0;
  std::int64_t first_least = 0, first_most = 0;    ///< what a missing one can still be
  std::int64_t second_least = 0, second_most = 0;  ///< what a missing one can still add
  std::uint64_t left[3] = {};  ///< where the sum is not above the limit; where it may be; where it is

  /// What the second slot's value adds: all bits make it one less than its negative.
  constexpr std::int64_t added(std::int64_t second_value) const noexcept { return (second_value ^ taken) - taken; }
};
static_assert(sizeof(sum) == sum_size * sizeof(std::uint64_t));

/// Calls `visit` with each column's word once.
template <class Visit>
void each_column(const std::uint64_t* block, Visit&& visit) {
  const auto& h = as<head>(block);
  for (std::uint32_t n = 0; n < h.first_columns; ++n) visit(block[columns_at + n]);
  if (h.more_at == 0) return;
  const std::uint64_t* const w = block + h.more_at;
  for (std::uint32_t n = 0; n < as<more_head>(w).columns; ++n) visit(w[more_size + n]);
}

inline constexpr std::int64_t out_of_reach = INT64_MAX;

}  // namespace sieve_words

}  // namespace remit
