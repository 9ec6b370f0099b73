// Cells read where they lie if nothing in them is missing or out of reach, else decoded.
// Not here: what the values lead to (batch_sieve.cpp).
#include "batch_cells.hpp"

#include <algorithm>
#include <limits>

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

bool has_order(input_kind k) noexcept { return k != input_kind::any_of && k != input_kind::ritual; }

std::int64_t scaled(std::int64_t cell, std::int64_t scale) noexcept {
  std::int64_t value = 0;
  return __builtin_mul_overflow(cell, scale, &value) ? out_of_reach : value;
}

}  // namespace

std::int64_t meaning_of(const column& c, std::size_t row) noexcept {
  std::int64_t value = c.by_meaning ? static_cast<std::int64_t>(row) : 0;
  with_cells(c, [&](auto read) { value = read(row); });
  if (!c.by_meaning) return scaled(value, c.scale);
  return value >= 0 && static_cast<std::size_t>(value) < c.meaning.size() ? c.meaning[static_cast<std::size_t>(value)] : out_of_reach;
}

batch_stretch::batch_stretch(const batch& of) : of_{of}, rules_{of.under().rules()} {
  const std::size_t slots = rules_.inputs.size();
  own_.resize(slots);
  own_known_.resize(slots);
  sources_.resize(slots + 1);
  known_.resize(slots);
  decisions_.resize(most_rows);
  askers_.resize(most_rows);
  asker_values_.resize(most_rows);
  errors_.resize(most_rows);
  sources_[slots] = {asker_values_.data()};
  for (std::uint32_t i = 0; i < slots; ++i)
    if (i >= of.columns().size() || !holds_cells(of.columns()[i])) constant(i);
}

void batch_stretch::constant(std::uint32_t slot) {
  const input_entry& e = rules_.inputs[slot];
  own_[slot].assign(most_rows, e.has_default ? e.default_value : missing_value);
  sources_[slot] = {own_[slot].data()};
  if (has_order(e.kind)) return;
  own_known_[slot].assign(most_rows, e.has_default ? 1 : 0);
  known_[slot] = own_known_[slot].data();
}

void batch_stretch::read(std::size_t first, std::size_t count) {
  count_ = count;
  std::fill_n(errors_.begin(), count, std::uint8_t{0});
  numbers(of_.decision_column(), of_.one_decision().value, first, decisions_);
  numbers(of_.asker_column(), of_.one_asker().value, first, askers_);
  for (std::size_t r = 0; r < count; ++r) {
    const std::uint32_t d = decisions_[r], p = askers_[r];
    if (d != decision_id::nothing && d >= rules_.decisions.size()) refuse(r, input_error::unknown_decision);
    if (p >= rules_.parties.size() || rules_.parties[p].is_role) refuse(r, input_error::unknown_party);
    asker_values_[r] = p;
  }
  for (std::uint32_t i = 0; i < of_.columns().size(); ++i)
    if (const column& c = of_.columns()[i]; holds_cells(c)) read(c, i, first);
  look_at_dates();
}

void batch_stretch::numbers(const column& c, std::uint32_t all, std::size_t first, std::vector<std::uint32_t>& into) {
  if (!holds_cells(c)) return void(std::fill_n(into.begin(), count_, all));
  if (c.cells == cells::unsigned_32 && !c.by_meaning && c.validity.bits == nullptr) {
    std::copy_n(static_cast<const std::uint32_t*>(c.first) + first, count_, into.begin());
    return;
  }
  for (std::size_t r = 0; r < count_; ++r) {
    // What is missing here is no action: nothing is decided outside the agreement by leaving the decision out.
    const std::int64_t number = c.validity.has(first + r) ? meaning_of(c, first + r) : -1;
    into[r] = number < 0 || number > decision_id::nothing ? no_number : static_cast<std::uint32_t>(number);
  }
}

std::int64_t batch_stretch::value(std::uint32_t slot, std::size_t row) const noexcept {
  const source& s = sources_[slot];
  std::int64_t value = 0;
  with_plain_cells(s.cells, s.first, [&](const auto* cells) { value = static_cast<std::int64_t>(cells[row]) * s.scale; });
  return value;
}

void batch_stretch::gather(std::uint32_t slot, const std::uint32_t* rows, std::size_t count, std::int64_t* into) const noexcept {
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
    auto low = cells[0], high = cells[0];
    for (std::size_t r = 1; r < count_; ++r) {
      low = std::min(low, cells[r]);
      high = std::max(high, cells[r]);
    }
    all = scaled(static_cast<std::int64_t>(low), s.scale) >= least && scaled(static_cast<std::int64_t>(high), s.scale) <= most &&
          scaled(static_cast<std::int64_t>(low), s.scale) <= most;
  });
  return all;
}

void batch_stretch::read(const column& c, std::uint32_t slot, std::size_t first) {
  const input_entry& e = rules_.inputs[slot];
  const bool is_mask = e.kind == input_kind::any_of, is_text = e.kind == input_kind::text, is_ritual = e.kind == input_kind::ritual;
  const std::int64_t least = is_mask ? std::numeric_limits<std::int64_t>::min() : is_text ? 0 : e.least;
  const std::int64_t most = is_mask   ? std::numeric_limits<std::int64_t>::max()
                            : is_text ? std::int64_t{rules_.texts.size()} - 1
                                      : e.most;
  // In place: nothing missing, one factor for all, and none of it out of reach.
  bool in_place = c.cells != cells::none && c.cells != cells::bit && !c.by_meaning && c.validity.bits == nullptr && !is_ritual &&
                  c.scale >= 1;
  if (in_place) {
    sources_[slot] = {static_cast<const char*>(c.first) + first * size_of(c.cells), c.cells, c.scale};
    in_place = all_in_range(slot, least, most);
  }
  if (!in_place) decode(c, slot, first);

  const std::uint64_t no_value = is_mask && e.values.size() < 64 ? ~std::uint64_t{0} << e.values.size() : 0;
  const bool has_grain = !is_mask && !is_text && e.step > 1 && (c.by_meaning || c.scale % e.step != 0);
  const std::int64_t never = is_ritual ? batch::never_held_days * c.scale : 0;
  if (!in_place || no_value != 0 || has_grain)
    for (std::size_t r = 0; r < count_; ++r) {
      const std::int64_t v = value(slot, r);
      if (!c.validity.has(first + r) || (is_ritual && v == never)) continue;
      if (v < least || v > most || (static_cast<std::uint64_t>(v) & no_value) != 0)
        refuse(r, input_error::out_of_range);
      else if (has_grain && v % e.step != 0)
        refuse(r, input_error::too_fine);
    }

  if (has_order(e.kind)) {
    if (c.validity.bits == nullptr) return;
    const std::int64_t instead = e.has_default ? e.default_value : missing_value;
    for (std::size_t r = 0; r < count_; ++r)
      if (!c.validity.has(first + r)) own_[slot][r] = instead;
    return;
  }
  auto& known = own_known_[slot];
  known.resize(most_rows);
  known_[slot] = known.data();
  for (std::size_t r = 0; r < count_; ++r) known[r] = e.has_default || c.validity.has(first + r) ? 1 : 0;
  if (in_place) return;
  for (std::size_t r = 0; r < count_; ++r) {
    if (!c.validity.has(first + r)) own_[slot][r] = e.default_value;
    if (is_ritual && own_[slot][r] == never) own_[slot][r] = never_held;
  }
}

void batch_stretch::decode(const column& c, std::uint32_t slot, std::size_t first) {
  auto& own = own_[slot];
  own.resize(most_rows);
  sources_[slot] = {own.data()};
  if (c.by_meaning || c.scale != 1) {
    for (std::size_t r = 0; r < count_; ++r) own[r] = meaning_of(c, first + r);
    return;
  }
  with_cells(c, [&](auto cell_at) {
    for (std::size_t r = 0; r < count_; ++r) own[r] = cell_at(first + r);
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
