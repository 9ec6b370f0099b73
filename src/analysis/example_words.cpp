// One line a circumstance, in the order in which the agreement declares them.
// Not here: `expect`, which is for whoever pastes it to say.
#include <remit/analysis/example_words.hpp>

#include <fmt/format.h>

#include <remit/analysis/compare.hpp>
#include <remit/core/wording.hpp>
#include "amount.hpp"

namespace remit {
namespace {

std::string given_words(const executable& rules, const input_entry& fact, std::int64_t value) {
  switch (fact.kind) {
    case input_kind::money: return money_words(value, rules.currency, true);
    case input_kind::text: return text_words(value == 0 ? some_other_text(rules) : value_words(value, fact, rules));
    case input_kind::any_of: {
      std::string members;
      for (std::uint32_t i = 0; i < fact.values.size(); ++i)
        if ((static_cast<std::uint64_t>(value) >> i & 1) != 0)
          members += fmt::format("{}{}", members.empty() ? "" : ", ", fact.values[i]);
      return members.empty() ? "none" : members;
    }
    default: return value_words(value, fact, rules);
  }
}

std::string last_words(std::int64_t last) {
  return last == never_held ? "last never" : "last on " + amount_words(last, input_kind::date, {});
}

std::string party_names(const executable& rules, const party_set& parties) {
  std::string names;
  parties.each([&](std::uint32_t p) { names += fmt::format("{}{}", names.empty() ? "" : ", ", rules.parties[p].name); });
  return names;
}

}  // namespace

std::string example_words(const action& a) {
  const executable& rules = a.rules();
  std::string lines =
      fmt::format("decision {} by {}", a.decision() ? rules.decisions[a.decision().value].name : outside_this_agreement,
                  rules.parties[a.by().value].name);
  if (a.is_known(input_id{0})) lines += " on " + amount_words(a.slot(input_id{0}), input_kind::day, {});
  lines += '\n';
  for (std::uint32_t i = 1; i < rules.inputs.size(); ++i) {
    const input_entry& slot = rules.inputs[i];
    if (!a.is_known(input_id{i})) continue;
    const std::int64_t value = a.slot(input_id{i});
    if (slot.has_default && value == slot.default_value) continue;
    const bool is_ritual = slot.kind == input_kind::ritual;
    lines += fmt::format("{} {}\n", slot.name, is_ritual ? last_words(value) : given_words(rules, slot, value));
  }
  if (!a.all_consulted().empty()) lines += fmt::format("consulted {}\n", party_names(rules, a.all_consulted()));
  if (!a.all_approved().empty()) lines += fmt::format("approved by {}\n", party_names(rules, a.all_approved()));
  return lines;
}

}  // namespace remit
