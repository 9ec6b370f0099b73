// Values given to facts: which value is meant, and whether the fact may have it.
// Not here: conditions on them (value_conditions.cpp).
#include "values.hpp"

#include <algorithm>

#include <remit/core/spelling.hpp>
#include <remit/core/wording.hpp>
#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

/// A word of the language may be the name of a value; it was read as a literal then.
syntax::word as_name(const syntax::literal& l) { return {l.raw, l.where}; }

std::optional<slot_value> one_value(pass& p, const scope& s, const checked::input& fact, const syntax::given& given) {
  syntax::word name;
  if (given.names.count > 0) name = s.tree->names[given.names.first];
  if (given.names.count == 0 && given.literal.kind == syntax::literal_kind::yes_no) name = as_name(given.literal);
  if (!name) {
    wrong_literal(p, fact, given.literal);
    return std::nullopt;
  }
  if (given.names.count > 1) {
    p.report(code::type_mismatch, given.where,
             ticked(fact.name) + " has one value, and " + ticked(syntax::phrase(*s.tree, given)) + " are " +
                 std::to_string(given.names.count),
             "name one of them, or declare " + ticked(fact.name) + " as `any of`");
    return std::nullopt;
  }
  const auto value = value_named(p, fact, name.text, name.where);
  if (!value) return std::nullopt;
  return slot_value{static_cast<std::int64_t>(*value), {}};
}

std::optional<slot_value> set_of_values(pass& p, const scope& s, const checked::input& fact, const syntax::given& given) {
  std::vector<syntax::word> listed = distinct_names(p, s, given.names);
  if (listed.empty() && given.literal.kind == syntax::literal_kind::yes_no) listed.push_back(as_name(given.literal));
  if (listed.empty() && given.literal.kind != syntax::literal_kind::invalid) {
    wrong_literal(p, fact, given.literal);
    return std::nullopt;
  }
  const auto has = [&](std::string_view name) {
    for (const auto& v : fact.values)
      if (v.name == name) return true;
    return false;
  };
  if (listed.size() == 1 && listed.front().text == "none" && !has("none")) return slot_value{};
  std::uint64_t mask = 0;
  bool all_known = true;
  for (const syntax::word& name : listed) {
    const auto value = value_named(p, fact, name.text, name.where);
    if (value) mask |= std::uint64_t{1} << (*value % 64);
    all_known = all_known && value;
  }
  if (!all_known) return std::nullopt;
  return slot_value{static_cast<std::int64_t>(mask), {}};
}

std::optional<slot_value> amount(pass& p, const checked::input& fact, const syntax::given& given, span range) {
  const auto worth = worth_for(p, fact, given.literal);
  if (!worth) return std::nullopt;
  if (*worth < fact.least || *worth > fact.most) {
    auto& d = p.report(code::out_of_range, given.literal.where,
                       ticked(syntax::phrase(given.literal)) + " is outside the range of " + ticked(fact.name) + ", " +
                           value_words(p, fact, fact.least) + " to " + value_words(p, fact, fact.most));
    if (range.end != range.begin) d.related.push_back({range, "the range"});
    return std::nullopt;
  }
  return slot_value{*worth, {}};
}

}  // namespace

void wrong_literal(pass& p, const checked::input& fact, const syntax::literal& l) {
  const auto kind = kind_of(l);
  if (!kind) return;
  std::string help = how_to_give(fact);
  if (*kind == input_kind::text)
    for (const auto& v : fact.values)
      if (v.name == syntax::text_of({l.raw, l.where})) help = "did you mean " + ticked(v.name) + ", without quotation marks?";
  p.report(code::type_mismatch, l.where,
           ticked(fact.name) + " is " + kind_words(fact.kind) + ", and " + ticked(syntax::phrase(l)) + " is " + kind_words(*kind),
           std::move(help));
}

std::string values_words(const checked::input& fact) {
  std::vector<std::string> all;
  for (const auto& v : fact.values) all.push_back(ticked(v.name));
  return listed(all);
}

std::string how_to_give(const checked::input& fact) {
  switch (fact.kind) {
    case input_kind::yes_no: return "write `yes` or `no`";
    case input_kind::text: return "write a text between quotation marks";
    case input_kind::one_of:
    case input_kind::any_of: return "its values are " + values_words(fact);
    default: return {};
  }
}

std::optional<std::uint32_t> value_named(pass& p, const checked::input& fact, std::string_view name, span where) {
  std::vector<std::string_view> known;
  for (const auto& v : fact.values) {
    if (v.name == name) return count_of(known);
    known.push_back(v.name);
  }
  if (std::find(p.cut_short.begin(), p.cut_short.end(), fact.name) != p.cut_short.end()) return std::nullopt;
  const std::string_view meant = nearest(name, known);
  p.report(code::unknown_value, where, ticked(fact.name) + " has no value " + ticked(name),
           meant.empty() ? how_to_give(fact) : "did you mean " + ticked(meant) + "?");
  return std::nullopt;
}

std::optional<slot_value> value_of(pass& p, const scope& s, const checked::input& fact, const syntax::given& given, span range) {
  if (fact.kind == input_kind::one_of) return one_value(p, s, fact, given);
  if (fact.kind == input_kind::any_of) return set_of_values(p, s, fact, given);
  if (given.names.count > 0) {
    const syntax::word& name = s.tree->names[given.names.first];
    p.report(code::type_mismatch, name.where,
             ticked(fact.name) + " is " + kind_words(fact.kind) + ", and " + ticked(name.text) + " is a word", how_to_give(fact));
    return std::nullopt;
  }
  if (fact.kind == input_kind::text && given.literal.kind == syntax::literal_kind::text)
    return slot_value{0, syntax::text_of({given.literal.raw, given.literal.where})};
  if (is_amount(fact.kind)) return amount(p, fact, given, range);
  if (fact.kind == input_kind::yes_no && given.literal.kind == syntax::literal_kind::yes_no)
    return slot_value{given.literal.amount, {}};
  wrong_literal(p, fact, given.literal);
  return std::nullopt;
}

}  // namespace remit::checking
