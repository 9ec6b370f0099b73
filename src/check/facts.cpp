// Facts, rituals and thresholds as they are declared: type, range, default.
// Not here: values in examples (actions.cpp), what uses them (unused.cpp).
#include <limits>

#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"
#include "values.hpp"

namespace remit::checking {
namespace {

constexpr std::int64_t day = duration::minutes_a_day;
constexpr std::int64_t first_day = -719'162 * day;  // 0001-01-01
constexpr std::int64_t last_day = 2'932'896 * day;  // 9999-12-31

/// What a slot of the type may hold where nothing narrower is said.
void take_widest_range(checked::input& fact) {
  const auto set = [&](std::int64_t least, std::int64_t most, std::int64_t step) {
    fact.least = least;
    fact.most = most;
    fact.step = step;
  };
  const auto values = static_cast<std::int64_t>(fact.values.size());
  switch (fact.kind) {
    case input_kind::yes_no: return set(0, 1, 1);
    case input_kind::number:
    case input_kind::money:
    case input_kind::text:
    case input_kind::duration: return set(0, largest_amount, 1);
    case input_kind::whole_number: return set(0, largest_amount - largest_amount % number::scale, number::scale);
    case input_kind::day:
    case input_kind::date:
    case input_kind::ritual: return set(first_day, last_day, day);
    case input_kind::one_of: return set(0, values > 0 ? values - 1 : 0, 1);
    case input_kind::any_of:
      return set(0, values < 63 ? (std::int64_t{1} << values) - 1 : std::numeric_limits<std::int64_t>::max(), 1);
  }
}

void take_values(pass& p, const scope& s, const syntax::type& type, checked::input& fact) {
  listed_once<std::string_view> seen;
  for (std::uint32_t i = 0; i < type.values.count; ++i) {
    const syntax::value& value = s.tree->values[type.values.first + i];
    const auto what = [&] { return ticked(value.name.text) + " stands twice among the values of " + ticked(fact.name); };
    if (!seen.is_first(p, value.name.text, value.name.where, what)) continue;
    if (fact.values.size() == limits::values)
      p.report(code::too_many, value.name.where,
               ticked(fact.name) + " has more than " + std::to_string(limits::values) + " values",
               "make it a `text`, or group the values");
    fact.values.push_back({std::string{value.name.text}, std::string{value.formerly.text}});
  }
}

void take_range(pass& p, const syntax::fact& written, checked::input& fact) {
  if (!is_amount(fact.kind)) {
    p.report(code::type_mismatch, written.range_where,
             ticked(fact.name) + " is " + kind_words(fact.kind) + ", and only numbers, money, dates and durations have a range");
    return;
  }
  const auto least = worth_for(p, fact, written.from, written.from_negative);
  const auto most = worth_for(p, fact, written.to, written.to_negative);
  if (!least || !most) return;
  if (*most < *least) {
    p.report(code::reversed_range, written.range_where,
             "the range of " + ticked(fact.name) + " ends at " + value_words(p, fact, *most) + ", below its start at " +
                 value_words(p, fact, *least),
             "write `from " + value_words(p, fact, *most) + " to " + value_words(p, fact, *least) + "`");
    return;
  }
  fact.least = *least;
  fact.most = *most;
}

void take_default(pass& p, const scope& s, const syntax::fact& written, checked::input& fact) {
  const auto value = value_of(p, s, fact, written.default_value, written.has_range ? written.range_where : span{});
  if (!value) return;
  fact.standard = value->slot;
  fact.standard_text = value->text;
}

}  // namespace

checked::input& add_input(pass& p, const scope& s, const syntax::word& name, const syntax::type& type) {
  checked::input& made = p.out.inputs.emplace_back();
  made.name = name.text;
  made.kind = kind_of(type.kind);
  made.from_framework = !s.is_root();
  made.where = name.where;
  take_values(p, s, type, made);
  if (type.values.count > 0 && p.has_syntax_error_behind(type.where)) p.cut_short.push_back(name.text);
  take_widest_range(made);
  return made;
}

void add_date(pass& p) {
  checked::input& date = p.out.inputs.emplace_back();
  date.name = "on";
  date.kind = input_kind::day;
  take_widest_range(date);
}

std::uint32_t declare_fact(pass& p, const scope& s, const syntax::fact& fact) {
  const std::uint32_t number = count_of(p.out.inputs);
  checked::input& made = add_input(p, s, fact.name, fact.type);
  made.title = syntax::text_of(fact.title);
  made.formerly = fact.formerly.text;
  if (fact.has_range) take_range(p, fact, made);
  if (fact.has_default) take_default(p, s, fact, made);
  declare_name(p, s, fact.name, named::fact, number);
  return number;
}

std::uint32_t declare_ritual(pass& p, const scope& s, const syntax::ritual& ritual) {
  const std::uint32_t number = count_of(p.out.inputs);
  checked::input& made = p.out.inputs.emplace_back();
  made.name = ritual.name.text;
  made.title = syntax::text_of(ritual.title);
  made.formerly = ritual.formerly.text;
  made.kind = input_kind::ritual;
  made.subject = ritual.subject.text;
  made.from_framework = !s.is_root();
  made.where = ritual.name.where;
  take_widest_range(made);
  if (const auto every = period_of(p, ritual.every))
    made.every = *every;
  else
    report_lack(p, ritual.where, ritual.name, "the ritual", "how often it is held", "add `every 1 month`, or however often");
  declare_name(p, s, ritual.name, named::ritual, number);
  return number;
}

std::uint32_t declare_threshold(pass& p, const scope& s, const syntax::threshold& threshold) {
  const std::uint32_t number = count_of(p.out.thresholds);
  checked::threshold& made = p.out.thresholds.emplace_back();
  made.name = threshold.name.text;
  made.formerly = threshold.formerly.text;
  made.where = threshold.name.where;
  const auto kind = kind_of(threshold.value);
  const auto amount = worth_of(p, threshold.value);
  const bool usable = kind && is_amount(*kind) && amount;
  if (usable) {
    made.kind = *kind;
    made.amount = *amount;
  } else if (kind && !is_amount(*kind)) {
    p.report(code::type_mismatch, threshold.value.where,
             "a threshold is an amount, and " + ticked(syntax::phrase(threshold.value)) + " is " + kind_words(*kind));
  }
  p.is_broken_threshold.push_back(!usable);
  declare_name(p, s, threshold.name, named::threshold, number);
  return number;
}

}  // namespace remit::checking
