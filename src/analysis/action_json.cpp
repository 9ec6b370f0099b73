// An action written the way it is read, so that a witness can be handed straight to `remit decide`.
// Not here: reading one (request.cpp).
#include "action_json.hpp"

#include <algorithm>
#include <string>

#include <remit/agreement/action.hpp>
#include <remit/analysis/compare.hpp>
#include <remit/core/wording.hpp>
#include "amount.hpp"

namespace remit {
namespace {

using nlohmann::ordered_json;

// JSON's decimals have no thousands' commas, and exact ones no detour through floating point.
ordered_json number_json(std::int64_t ten_thousandths) {
  std::string digits = number_words(ten_thousandths);
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  return ordered_json::parse(digits);
}

ordered_json value_json(const executable& rules, const input_entry& slot, std::int64_t value) {
  switch (slot.kind) {
    case input_kind::yes_no: return value != 0;
    case input_kind::number:
    case input_kind::whole_number: return number_json(value);
    case input_kind::money: return money_words(value, rules.currency, true);
    case input_kind::text:
      return value == 0 ? some_other_text(rules) : std::string{rules.texts[static_cast<std::uint32_t>(value)]};
    case input_kind::any_of: {
      ordered_json members = ordered_json::array();
      for (std::uint32_t i = 0; i < slot.values.size(); ++i)
        if ((static_cast<std::uint64_t>(value) >> i & 1) != 0) members.push_back(slot.values[i]);
      return members;
    }
    default: return value_words(value, slot, rules);
  }
}

ordered_json parties_json(const executable& rules, const party_set& parties) {
  ordered_json names = ordered_json::array();
  parties.each([&](std::uint32_t p) { names.push_back(rules.parties[p].name); });
  return names;
}

}  // namespace

ordered_json action_json(const action& a) {
  const executable& rules = a.rules();
  ordered_json json = ordered_json::object();
  json["decision"] = a.decision() ? rules.decisions[a.decision().value].name : outside_this_agreement;
  json["by"] = rules.parties[a.by().value].name;
  ordered_json facts = ordered_json::object(), rituals = ordered_json::object();
  for (std::uint32_t i = 0; i < rules.inputs.size(); ++i) {
    const input_entry& slot = rules.inputs[i];
    if (!a.is_known(input_id{i})) continue;
    const std::int64_t value = a.slot(input_id{i});
    if (slot.has_default && value == slot.default_value) continue;
    if (i == 0)
      json["on"] = amount_words(value, slot.kind, rules.currency);
    else
      (slot.kind == input_kind::ritual ? rituals : facts)[std::string{slot.name}] = value_json(rules, slot, value);
  }
  if (!facts.empty()) json["facts"] = std::move(facts);
  if (!rituals.empty()) json["rituals"] = std::move(rituals);
  if (!a.all_consulted().empty()) json["consulted"] = parties_json(rules, a.all_consulted());
  if (!a.all_approved().empty()) json["approved"] = parties_json(rules, a.all_approved());
  return json;
}

}  // namespace remit
