// Many actions at once, held as columns: one per fact, a row per action. Nothing is copied; the columns stay the host's.
// Not here: one action (action.hpp); columns of Arrow (arrow.hpp). In the compiled library (link remit::language).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <remit/agreement/agreement.hpp>

namespace remit {

/// Which rows of a column hold a value, a bit each, lowest first (as in Arrow): where the bit is 0 the value is missing.
/// Without bits every row holds one.
struct validity {
  const std::uint8_t* bits = nullptr;
  std::size_t first = 0;  ///< the bit of row 0

  bool has(std::size_t row) const noexcept {
    return bits == nullptr || (bits[(first + row) / 8] >> ((first + row) % 8) & 1) != 0;
  }
};

/// How the cells of a column lie in memory.
enum class cells : std::uint8_t { none, signed_64, signed_32, signed_16, signed_8, unsigned_32, unsigned_16, unsigned_8, bit };

/// A column: what its cells mean for a slot is `cell * scale`, or `meaning[cell]` where it is a dictionary's.
struct column {
  const void* first = nullptr;
  remit::cells cells = cells::none;
  remit::validity validity;
  std::size_t first_bit = 0;          ///< of `bit` cells
  std::int64_t scale = 1;
  std::vector<std::int64_t> meaning;  ///< slot values by code
  bool by_meaning = false;
};

/// Actions under one agreement, all with as many rows. A fact without a column is missing in every row, or has its default.
/// Each setter says why it refuses (unknown_fact, wrong_length, out_of_memory) and then changes nothing. That a value is
/// within its fact's range is looked at when the batch is judged, row by row.
/// Not shared between threads while it is being filled; reading it is safe from any number.
class batch {
 public:
  batch(const agreement& under, std::size_t rows) noexcept : under_{under}, rows_{rows} {}

  std::size_t rows() const noexcept { return rows_; }

  /// What is to be decided; outside_decision for what the agreement does not declare. Without, every row is outside.
  input_error decisions(std::span<const decision_id> d) noexcept {
    return put(decision_, {d.data(), cells::unsigned_32, {}, 0, 1, {}, false}, d.size());
  }
  void decision(decision_id all) noexcept { decision_ = {}, one_decision_ = all; }
  /// Who asks.
  input_error askers(std::span<const party_id> p) noexcept {
    return put(asker_, {p.data(), cells::unsigned_32, {}, 0, 1, {}, false}, p.size());
  }
  void asker(party_id all) noexcept { asker_ = {}, one_asker_ = all; }

  /// Minor units of the agreement's currency.
  input_error set(fact<money> f, std::span<const std::int64_t> minor, validity v = {}) noexcept {
    return set(f.slot, input_kind::money, minor, v, 1);
  }
  /// Ten-thousandths, for whole numbers too.
  input_error set(fact<number> f, std::span<const std::int64_t> ten_thousandths, validity v = {}) noexcept {
    return set(f.slot, kind_of(f.slot) == input_kind::whole_number ? input_kind::whole_number : input_kind::number,
               ten_thousandths, v, 1);
  }
  /// Minutes.
  input_error set(fact<duration> f, std::span<const std::int64_t> minutes, validity v = {}) noexcept {
    return set(f.slot, input_kind::duration, minutes, v, 1);
  }
  /// Days since 1970-01-01.
  input_error set(fact<date> f, std::span<const std::int32_t> days, validity v = {}) noexcept {
    return set(f.slot, input_kind::date, days, v, duration::minutes_a_day);
  }
  /// 0 or 1.
  input_error set(fact<bool> f, std::span<const std::uint8_t> yes, validity v = {}) noexcept {
    return set(f.slot, input_kind::yes_no, yes, v, 1);
  }
  /// The value's index, as in choice::index.
  input_error set(fact<choice> f, std::span<const std::uint8_t> index, validity v = {}) noexcept {
    return set(f.slot, input_kind::one_of, index, v, 1);
  }
  /// A bit for each value of the set, as in choices::mask.
  input_error set(fact<choices> f, std::span<const std::uint64_t> masks, validity v = {}) noexcept {
    return set(f.slot, input_kind::any_of, masks, v, 1);
  }
  /// Compared byte by byte; read when set.
  input_error set(fact<std::string_view> f, std::span<const std::string_view> texts, validity v = {}) noexcept;
  /// The day each action is proposed for, in days since 1970-01-01.
  input_error on(std::span<const std::int32_t> days, validity v = {}) noexcept {
    return set(input_id{0}, input_kind::day, days, v, duration::minutes_a_day);
  }
  /// When a ritual was last held, in days since 1970-01-01; `never_held_days` where it never was.
  static constexpr std::int32_t never_held_days = INT32_MIN;
  input_error last(ritual r, std::span<const std::int32_t> days, validity v = {}) noexcept {
    return set(r.slot, input_kind::ritual, days, v, duration::minutes_a_day);
  }
  /// 0 or 1: whether a party or role was consulted, whether a party approved. Refused of a party that may not
  /// (unknown_party).
  input_error consulted(party_id p, std::span<const std::uint8_t> yes) noexcept { return said(p, yes, false); }
  input_error approved(party_id p, std::span<const std::uint8_t> yes) noexcept { return said(p, yes, true); }
  /// Any column for a slot, in the slot's own unit times `scale` or by meaning. For tools that hold values untyped.
  input_error set_slot(input_id slot, column c) noexcept;
  /// A column of decisions or parties by code, for tools.
  input_error decisions(column c) noexcept { return put(decision_, static_cast<column&&>(c), rows_); }
  input_error askers(column c) noexcept { return put(asker_, static_cast<column&&>(c), rows_); }

  // What the evaluator reads.
  const agreement& under() const noexcept { return under_; }
  const column& decision_column() const noexcept { return decision_; }
  const column& asker_column() const noexcept { return asker_; }
  decision_id one_decision() const noexcept { return one_decision_; }
  party_id one_asker() const noexcept { return one_asker_; }
  /// By slot; shorter than the agreement's inputs where the rest has no column.
  const std::vector<column>& columns() const noexcept { return columns_; }

  /// What a party said, by row.
  struct saying {
    party_id party;
    const std::uint8_t* yes;
    bool approved;
  };
  const std::vector<saying>& sayings() const noexcept { return sayings_; }

  /// One row as an action, to explain it or to see what is missing.
  action at(std::size_t row) const noexcept;

 private:
  input_kind kind_of(input_id i) const noexcept {
    const auto& inputs = under_.rules().inputs;
    return i.value < inputs.size() ? inputs[i.value].kind : input_kind::day;
  }
  static constexpr cells cells_of(const std::int64_t*) noexcept { return cells::signed_64; }
  static constexpr cells cells_of(const std::uint64_t*) noexcept { return cells::signed_64; }
  static constexpr cells cells_of(const std::int32_t*) noexcept { return cells::signed_32; }
  static constexpr cells cells_of(const std::uint8_t*) noexcept { return cells::unsigned_8; }
  template <class Cell>
  input_error set(input_id slot, input_kind kind, std::span<const Cell> values, validity v, std::int64_t scale) noexcept {
    if (slot.value >= under_.rules().inputs.size() || kind_of(slot) != kind) return input_error::unknown_fact;
    if (values.size() != rows_) return input_error::wrong_length;
    return set_slot(slot, {values.data(), cells_of(values.data()), v, 0, scale, {}, false});
  }
  input_error put(column& into, column c, std::size_t rows) noexcept {
    if (rows != rows_) return input_error::wrong_length;
    into = static_cast<column&&>(c);
    return input_error::none;
  }

  input_error said(party_id p, std::span<const std::uint8_t> yes, bool approved) noexcept;

  agreement under_;
  std::size_t rows_;
  column decision_, asker_;
  decision_id one_decision_{};
  party_id one_asker_{};
  std::vector<column> columns_;
  std::vector<saying> sayings_;
};

/// What a batch of actions gets: an outcome a row, and for each row the number of its verdict among the different ones.
/// Kept by the host and used again; it holds about a kilobyte for each different verdict.
class verdicts {
 public:
  std::size_t rows() const noexcept { return numbers_.size(); }
  const std::vector<outcome>& outcomes() const noexcept { return outcomes_; }
  /// Of each row's verdict, in table().
  const std::vector<std::uint32_t>& numbers() const noexcept { return numbers_; }
  /// The different verdicts. Where one is not certain, `missing` is left empty: it differs from row to row (batch::at).
  const std::vector<verdict>& table() const noexcept { return table_; }
  const verdict& operator[](std::size_t row) const noexcept { return table_[numbers_[row]]; }

 private:
  friend class batch_evaluation;
  std::vector<outcome> outcomes_;
  std::vector<std::uint32_t> numbers_;
  std::vector<verdict> table_;
};

}  // namespace remit
