// Units to words.
// Not here: the words of each unit (core/wording.cpp).
#include "amount.hpp"

#include <algorithm>
#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/core/date.hpp>
#include <remit/core/wording.hpp>

namespace remit {

std::string amount_words(std::int64_t amount, input_kind unit, currency c) {
  switch (unit) {
    case input_kind::money: return money_words(amount, c);
    case input_kind::number:
    case input_kind::whole_number: return number_words(amount);
    case input_kind::duration: return duration_words(amount);
    case input_kind::day:
    case input_kind::date:
    case input_kind::ritual: {
      if (amount == never_held) return "never";
      const auto day = date::from_days(amount / duration::minutes_a_day);
      return day ? date_words(*day) : "a day outside the calendar";
    }
    case input_kind::yes_no: return amount != 0 ? "yes" : "no";
    default: return std::to_string(amount);
  }
}

std::string value_words(std::int64_t value, const input_entry& slot, const executable& rules) {
  if (slot.kind == input_kind::one_of) return std::string{slot.values[static_cast<std::uint32_t>(value)]};
  if (slot.kind == input_kind::text)
    return value == 0 ? "another text" : std::string{rules.texts[static_cast<std::uint32_t>(value)]};
  if (slot.kind != input_kind::any_of) return amount_words(value, slot.kind, rules.currency);
  std::vector<std::string> members;
  for (std::uint32_t i = 0; i < slot.values.size(); ++i)
    if ((static_cast<std::uint64_t>(value) >> i & 1) != 0) members.emplace_back(slot.values[i]);
  return members.empty() ? "none" : listed(members);
}

std::string some_other_text(const executable& rules) {
  std::string other = "another text";
  while (std::find(rules.texts.begin(), rules.texts.end(), other) != rules.texts.end()) other += '\'';
  return other;
}

}  // namespace remit
