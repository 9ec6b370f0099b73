// Cells read where they lie if nothing in them is missing or out of reach, else decoded.
// Not here: what the values lead to (batch_sieve.cpp).
#include "batch_cells.hpp"

#include <algorithm>
#include <limits>

#include <remit/agreement/sieve_words.hpp>

namespace remit {
namespace {

bool bit(const column& c, std::size_t row) noexcept {
  const std::size_t at = c.first_bit + row;
  return (static_cast<const std::uint8_t*>(c.first)[at / 8] >> (at % 8) & 1) != 0;
}

/// Calls `visit` with the cells as what they are; not for bits.
template <class Visit>
void with_plain_cells(cells form, const void* first, Visit&& visit) {
  switch (form) {
    case cells::signed_64: return visit(static_cast<const std::int64_t*>(first));
    case cells::signed_32: return visit(static_cast<const std::int32_t*>(first));
    case cells::signed_16: return visit(static_cast<const std::int16_t*>(first));
    case cells::signed_8: return visit(static_cast<const std::int8_t*>(first));
    case cells::unsigned_32: return visit(static_cast<const std::uint32_t*>(first));
    case cells::unsigned_16: return visit(static_cast<const std::uint16_t*>(first));
    case cells::unsigned_8: return visit(static_cast<const std::uint8_t*>(first));
    case cells::none:
    case cells::bit: break;
  }
}
/// Calls `visit(read)` with a function from row to cell.
template <class Visit>
void with_cells(const column& c, Visit&& visit) {
  if (c.cells == cells::bit) return visit([&c](std::size_t r) { return std::int64_t{bit(c, r) ? 1 : 0}; });
  with_plain_cells(c.cells, c.first, [&](const auto* cells) { visit([cells](std::size_t r) { return static_cast<std::int64_t>(cells[r]); }); });
}

std::size_t size_of(cells form) noexcept {
  std::size_t size = 0;
  with_plain_cells(form, nullptr, [&](auto* cell) { size = sizeof *cell; });
  return size;
}

/// Whether no cell is missing and each says its value itself.
bool all_said(const column& c) noexcept { return c.cells != cells::none && !c.by_meaning && c.validity.bits == nullptr; }

bool has_order(input_kind k) noexcept { return k != input_kind::any_of && k != input_kind::ritual; }

/// Whether a slot's values are held as codes.
bool has_codes(const executable& rules, std::uint32_t slot) noexcept {
  const std::uint32_t values = sieve_words::values_of(rules, slot);
  return values != 0 && values <= sieve_words::most_values;
}
std::uint8_t code_instead(const input_entry& e) noexcept {
  return e.has_default ? static_cast<std::uint8_t>(e.default_value) : batch_stretch::missing_code;
}
std::int64_t value_of(std::uint8_t code) noexcept { return code == batch_stretch::missing_code ? missing_value : code; }

std::int64_t scaled(std::int64_t cell, std::int64_t scale) noexcept {
  std::int64_t value = 0;
  return __builtin_mul_overflow(cell, scale, &value) ? out_of_reach : value;
}
/// Calls `visit(meaning)` with a function from row to what its cell says.
template <class Visit>
void with_meanings(const column& c, Visit&& visit) {
  const auto meant = [&c](std::int64_t code) {
    return code >= 0 && static_cast<std::size_t>(code) < c.meaning.size() ? c.meaning[static_cast<std::size_t>(code)] : out_of_reach;
  };
  if (c.by_meaning && c.cells == cells::none) return visit([meant](std::size_t r) { return meant(static_cast<std::int64_t>(r)); });
  with_cells(c, [&](auto cell_at) {
    if (c.by_meaning) return visit([meant, cell_at](std::size_t r) { return meant(cell_at(r)); });
    if (c.scale == 1) return visit(cell_at);
    visit([cell_at, scale = c.scale](std::size_t r) { return scaled(cell_at(r), scale); });
  });
}

/// The least cell that times the scale is at least this, and the greatest that is at most this.
std::int64_t up(std::int64_t value, std::int64_t scale) noexcept { return value / scale + (value % scale > 0 ? 1 : 0); }
std::int64_t down(std::int64_t value, std::int64_t scale) noexcept { return value / scale - (value % scale < 0 ? 1 : 0); }

template <class Cell>
bool all_between(const Cell* cells, std::size_t count, std::int64_t least, std::int64_t most) noexcept {
  Cell low = std::numeric_limits<Cell>::max(), high = std::numeric_limits<Cell>::min();
  for (std::size_t r = 0; r < count; ++r) {
    low = std::min(low, cells[r]);
    high = std::max(high, cells[r]);
  }
  return count == 0 || (std::int64_t{low} >= least && std::int64_t{high} <= most);
}
// Comparing such wide cells takes many instructions where there are none of SSE4: only signs are looked at. Limits lie
// within ±2^62, so that of a cell outside them one difference or the other is negative, even if both wrap around.
[[gnu::always_inline]] inline bool are_between(const std::int64_t* cells, std::size_t count, std::int64_t least, std::int64_t most) noexcept {
  const auto low = static_cast<std::uint64_t>(least), high = static_cast<std::uint64_t>(most);
  std::uint64_t outside = 0;
  for (std::size_t r = 0; r < count; ++r) {
    const auto cell = static_cast<std::uint64_t>(cells[r]);
    outside |= (cell - low) | (high - cell);
  }
  return outside >> 63 == 0;
}
bool between_anywhere(const std::int64_t* c, std::size_t n, std::int64_t least, std::int64_t most) noexcept { return are_between(c, n, least, most); }
constexpr cells_between portable = between_anywhere;
#ifdef REMIT_HAS_WIDE_LOOPS
[[REMIT_AVX2]] bool between_avx2(const std::int64_t* c, std::size_t n, std::int64_t least, std::int64_t most) noexcept { return are_between(c, n, least, most); }
[[REMIT_AVX512]] bool between_avx512(const std::int64_t* c, std::size_t n, std::int64_t least, std::int64_t most) noexcept { return are_between(c, n, least, most); }
constexpr cells_between avx2 = between_avx2, avx512 = between_avx512;
#else
constexpr cells_between avx2 = portable, avx512 = portable;
#endif

}  // namespace

std::int64_t meaning_of(const column& c, std::size_t row) noexcept {
  std::int64_t meaning = 0;
  with_meanings(c, [&](auto meaning_at) { meaning = meaning_at(row); });
  return meaning;
}

batch_stretch::batch_stretch(const batch& of, instructions with)
    : of_{of}, rules_{of.under().rules()}, room_{rows_of(of)}, between_{loops_for(with, portable, avx2, avx512)} {
  const std::size_t slots = rules_.inputs.size();
  codes_.resize(slots + 1);
  open_.resize(slots + 1);
  sources_.resize(slots);
  own_codes_.resize(slots + 1);
  own_.resize(slots);
  own_known_.resize(slots);
  known_.resize(slots);
  errors_.resize(room_);
  own_codes_[slots].resize(room_);
  codes_[slots] = own_codes_[slots].data();
  for (const party_entry& p : rules_.parties) may_not_ask_.push_back(p.is_role ? 1 : 0);
  may_not_ask_.push_back(1);
  for (std::uint32_t i = 0; i < slots; ++i) {
    const bool has_column = i < of.columns().size() && holds_cells(of.columns()[i]);
    open_[i] = (!has_column || of.columns()[i].validity.bits != nullptr) && !rules_.inputs[i].has_default ? 1 : 0;
    if (!has_column) constant(i);
  }
}

void batch_stretch::constant(std::uint32_t slot) {
  const input_entry& e = rules_.inputs[slot];
  if (has_codes(rules_, slot)) {
    own_codes_[slot].assign(room_, code_instead(e));
    codes_[slot] = own_codes_[slot].data();
    return;
  }
  own_[slot].assign(room_, e.has_default ? e.default_value : missing_value);
  sources_[slot] = {own_[slot].data()};
  if (has_order(e.kind)) return;
  own_known_[slot].assign(room_, e.has_default ? 1 : 0);
  known_[slot] = own_known_[slot].data();
}

void batch_stretch::read(std::size_t first, std::size_t count) {
  count_ = count;
  if (any_refused_) std::fill(errors_.begin(), errors_.end(), std::uint8_t{0});
  any_refused_ = false;
  read_who_and_what(first);
  for (std::uint32_t i = 0; i < of_.columns().size(); ++i)
    if (const column& c = of_.columns()[i]; holds_cells(c)) has_codes(rules_, i) ? read_codes(c, i, first) : read_amounts(c, i, first);
  look_at_dates();
}

void batch_stretch::read_who_and_what(std::size_t first) {
  decisions_ = numbers(of_.decision_column(), of_.one_decision().value, first, own_decisions_);
  askers_ = numbers(of_.asker_column(), of_.one_asker().value, first, own_askers_);
  const std::uint32_t decisions = rules_.decisions.size(), parties = rules_.parties.size();
  std::uint8_t* const codes = own_codes_.back().data();
  const auto may_not_ask = [no = may_not_ask_.data(), parties](std::uint32_t p) { return no[std::min(p, parties)]; };
  std::uint32_t strange = 0;
  for (std::size_t r = 0; r < count_; ++r) {
    const std::uint32_t d = decisions_[r], p = askers_[r];
    strange |= (d >= decisions ? ~d : 0) | may_not_ask(p);
    codes[r] = static_cast<std::uint8_t>(p);
  }
  static_assert(decision_id::nothing == ~std::uint32_t{0});
  if (strange == 0) return;
  for (std::size_t r = 0; r < count_; ++r) {
    const std::uint32_t d = decisions_[r], p = askers_[r];
    if (d != decision_id::nothing && d >= decisions) refuse(r, input_error::unknown_decision);
    if (may_not_ask(p) != 0) refuse(r, input_error::unknown_party);
  }
}

const std::uint32_t* batch_stretch::numbers(const column& c, std::uint32_t all, std::size_t first,
                                           std::vector<std::uint32_t>& own) const {
  const bool each_has_its_own = holds_cells(c);
  if (each_has_its_own && c.cells == cells::unsigned_32 && all_said(c)) return static_cast<const std::uint32_t*>(c.first) + first;
  if (own.empty()) own.assign(room_, all);
  if (each_has_its_own)
    for (std::size_t r = 0; r < count_; ++r) {
      // What is missing here is no action: nothing is decided outside the agreement by leaving the decision out.
      const std::int64_t number = c.validity.has(first + r) ? meaning_of(c, first + r) : -1;
      own[r] = number < 0 || number > decision_id::nothing ? no_number : static_cast<std::uint32_t>(number);
    }
  return own.data();
}

std::int64_t batch_stretch::value(std::uint32_t slot, std::size_t row) const noexcept {
  if (codes_[slot] != nullptr) return value_of(codes_[slot][row]);
  const source& s = sources_[slot];
  std::int64_t value = 0;
  with_plain_cells(s.cells, s.first, [&](const auto* cells) { value = static_cast<std::int64_t>(cells[row]) * s.scale; });
  return value;
}

void batch_stretch::gather(std::uint32_t slot, const stretch_row* rows, std::size_t count, std::int64_t* into) const noexcept {
  if (codes_[slot] != nullptr) {
    for (std::size_t i = 0; i < count; ++i) into[i] = value_of(codes_[slot][rows[i]]);
    return;
  }
  const source& s = sources_[slot];
  with_plain_cells(s.cells, s.first, [&](const auto* cells) {
    if (s.scale == 1)
      for (std::size_t i = 0; i < count; ++i) into[i] = static_cast<std::int64_t>(cells[rows[i]]);
    else
      for (std::size_t i = 0; i < count; ++i) into[i] = static_cast<std::int64_t>(cells[rows[i]]) * s.scale;
  });
}

// In the cells' own width: the narrower, the more of them at once.
bool batch_stretch::all_in_range(std::uint32_t slot, std::int64_t least, std::int64_t most) const noexcept {
  const source& s = sources_[slot];
  bool all = false;
  with_plain_cells(s.cells, s.first, [&](const auto* cells) {
    const std::int64_t from = up(least, s.scale), to = down(most, s.scale);
    if constexpr (sizeof *cells == sizeof(std::int64_t))
      all = between_(cells, count_, from, to);
    else
      all = all_between(cells, count_, from, to);
  });
  return all;
}

void batch_stretch::read_codes(const column& c, std::uint32_t slot, std::size_t first) {
  const input_entry& e = rules_.inputs[slot];
  const std::uint32_t values = sieve_words::values_of(rules_, slot);
  if (c.cells == cells::unsigned_8 && c.scale == 1 && all_said(c)) {
    const auto* const bytes = static_cast<const std::uint8_t*>(c.first) + first;
    if (all_between(bytes, count_, 0, values - 1)) {
      codes_[slot] = bytes;
      return;
    }
  }
  auto& own = own_codes_[slot];
  own.resize(room_);
  codes_[slot] = own.data();
  with_meanings(c, [&, codes = own.data(), count = count_](auto meaning_at) {
    std::uint64_t beyond = c.validity.bits != nullptr ? 1 : 0;
    for (std::size_t r = 0; r < count; ++r) {
      const auto value = static_cast<std::uint64_t>(meaning_at(first + r));
      codes[r] = static_cast<std::uint8_t>(value);
      beyond |= value >= values ? 1 : 0;
    }
    if (beyond == 0) return;
    for (std::size_t r = 0; r < count; ++r) {
      const auto value = static_cast<std::uint64_t>(meaning_at(first + r));
      if (!c.validity.has(first + r))
        codes[r] = code_instead(e);
      else if (value >= values)
        codes[r] = 0, refuse(r, input_error::out_of_range);
    }
  });
}

void batch_stretch::read_amounts(const column& c, std::uint32_t slot, std::size_t first) {
  const input_entry& e = rules_.inputs[slot];
  const bool is_mask = e.kind == input_kind::any_of, is_text = e.kind == input_kind::text, is_ritual = e.kind == input_kind::ritual;
  const std::int64_t least = is_mask ? std::numeric_limits<std::int64_t>::min() : is_text ? 0 : e.least;
  const std::int64_t most = is_mask   ? std::numeric_limits<std::int64_t>::max()
                            : is_text ? std::int64_t{rules_.texts.size()} - 1
                                      : e.most;
  // In place: nothing missing, one factor for all, and none of it out of reach.
  bool in_place = c.cells != cells::bit && all_said(c) && !is_ritual && !is_mask && c.scale >= 1;
  if (in_place) {
    sources_[slot] = {static_cast<const char*>(c.first) + first * size_of(c.cells), c.cells, c.scale};
    in_place = all_in_range(slot, least, most);
  }
  if (!in_place) decode(c, slot, first);

  const std::uint64_t no_value = is_mask ? ~e.every_value() : 0;
  const bool has_grain = !is_mask && !is_text && e.step > 1 && (c.by_meaning || c.scale % e.step != 0);
  const std::int64_t never = is_ritual ? batch::never_held_days * c.scale : 0;
  if (!in_place || has_grain)
    for (std::size_t r = 0; r < count_; ++r) {
      const std::int64_t v = value(slot, r);
      if (!c.validity.has(first + r) || (is_ritual && v == never)) continue;
      if (v < least || v > most || (static_cast<std::uint64_t>(v) & no_value) != 0)
        refuse(r, input_error::out_of_range);
      else if (has_grain && v % e.step != 0)
        refuse(r, input_error::too_fine);
    }
  if (in_place) return;

  const bool ordered = has_order(e.kind);
  const std::int64_t instead = !ordered || e.has_default ? e.default_value : missing_value;
  auto& own = own_[slot];
  for (std::size_t r = 0; r < count_; ++r) {
    if (!c.validity.has(first + r)) own[r] = instead;
    if (is_ritual && own[r] == never) own[r] = never_held;
  }
  if (ordered) return;
  auto& known = own_known_[slot];
  known.resize(room_);
  known_[slot] = known.data();
  for (std::size_t r = 0; r < count_; ++r) known[r] = e.has_default || c.validity.has(first + r) ? 1 : 0;
}

void batch_stretch::decode(const column& c, std::uint32_t slot, std::size_t first) {
  auto& own = own_[slot];
  own.resize(room_);
  sources_[slot] = {own.data()};
  with_meanings(c, [&](auto meaning_at) {
    for (std::size_t r = 0; r < count_; ++r) own[r] = meaning_at(first + r);
  });
}

// No ritual was last held after the day of its action.
void batch_stretch::look_at_dates() {
  for (std::uint32_t i = 1; i < rules_.inputs.size(); ++i) {
    if (rules_.inputs[i].kind != input_kind::ritual || i >= of_.columns().size() || !holds_cells(of_.columns()[i])) continue;
    for (std::size_t r = 0; r < count_; ++r)
      if (is_known(0, r) && is_known(i, r) && value(i, r) > value(0, r)) refuse(r, input_error::last_time_after_date);
  }
}

}  // namespace remit
