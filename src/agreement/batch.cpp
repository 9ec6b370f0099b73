// Filling a batch beyond the plain columns, and one row of it as an action.
// Not here: judging (batch_evaluation.cpp), what cells mean in bulk (batch_cells.cpp).
#include <remit/agreement/batch.hpp>

#include <new>
#include <utility>

#include "batch_cells.hpp"

namespace remit {
input_error batch::set_slot(input_id slot, column c) noexcept try {
  if (slot.value >= under_.rules().inputs.size()) return input_error::unknown_fact;
  if (columns_.size() <= slot.value) columns_.resize(std::size_t{slot.value} + 1);
  columns_[slot.value] = std::move(c);
  return input_error::none;
} catch (const std::bad_alloc&) {
  return input_error::out_of_memory;
}

input_error batch::set(fact<std::string_view> f, std::span<const std::string_view> texts, validity v) noexcept try {
  if (f.slot.value >= under_.rules().inputs.size() || kind_of(f.slot) != input_kind::text) return input_error::unknown_fact;
  if (texts.size() != rows_) return input_error::wrong_length;
  // A code for each row: only which of the agreement's texts it is matters.
  column c;
  c.cells = cells::none;
  c.by_meaning = true;
  c.validity = v;
  c.meaning.reserve(rows_);
  for (std::size_t i = 0; i < rows_; ++i) c.meaning.push_back(v.has(i) ? text_number(under_.rules(), texts[i]) : 0);
  return set_slot(f.slot, std::move(c));
} catch (const std::bad_alloc&) {
  return input_error::out_of_memory;
}

input_error batch::said(party_id p, std::span<const std::uint8_t> yes, bool approved) noexcept try {
  const auto& parties = under_.rules().parties;
  if (p.value >= parties.size() || (approved && parties[p.value].is_role)) return input_error::unknown_party;
  if (yes.size() != rows_) return input_error::wrong_length;
  sayings_.push_back({p, yes.data(), approved});
  return input_error::none;
} catch (const std::bad_alloc&) {
  return input_error::out_of_memory;
}

action batch::at(std::size_t row) const noexcept {
  const auto number = [&](const column& c, std::uint32_t all) {
    if (!holds_cells(c)) return all;
    return c.validity.has(row) ? static_cast<std::uint32_t>(meaning_of(c, row)) : no_number;
  };
  action a{under_, decision_id{number(decision_, one_decision_.value)}, party_id{number(asker_, one_asker_.value)}};
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    const column& c = columns_[i];
    if (!holds_cells(c) || !c.validity.has(row)) continue;
    const std::int64_t value = meaning_of(c, row);
    const executable& rules = under_.rules();
    const input_kind kind = rules.inputs[i].kind;
    if (kind == input_kind::text && value > 0 && value < std::int64_t{rules.texts.size()})
      a.set(fact<std::string_view>{input_id{i}}, rules.texts[static_cast<std::uint32_t>(value)]);
    else
      a.set_slot(input_id{i}, kind == input_kind::ritual && value == never_held_days * c.scale ? never_held : value);
  }
  for (const saying& s : sayings_)
    if (s.yes[row] != 0) s.approved ? a.approved(s.party) : a.consulted(s.party);
  return a;
}

}  // namespace remit
