// One function a kind of fact. Amounts in strings are read by the language's own reader, so both write them the same way.
// Not here: ranges (agreement/action.hpp keeps them).
#include "slot_value.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <remit/agreement/action.hpp>
#include <remit/core/amounts.hpp>
#include <remit/core/spelling.hpp>
#include <remit/syntax/read.hpp>
#include "decimal.hpp"

namespace remit {
namespace {

slot_value fault(std::string problem, std::string at = {}) { return {0, std::move(problem), std::move(at)}; }

slot_value wrong_type(const json::value& written, std::string_view wanted) {
  const std::string_view hint = written.kind == json::kind::null ? "; leave out what is not known" : "";
  return fault(fmt::format("{} is needed here, not {}{}", wanted, json::name_of(written.kind), hint));
}

// `wanted` in a string as the language writes it.
struct read_amount {
  syntax::literal literal;
  bool negative = false;
  std::string problem;
};
read_amount read(const std::string& text, syntax::literal_kind kind, std::string_view wanted) {
  read_amount r;
  r.literal = syntax::read_literal(text, r.problem, &r.negative);
  if (r.literal.kind == kind) return r;
  // A figure gets the reader's own complaint; a text that is no figure at all is told what is wanted here.
  const bool is_figure = text.find_first_of("0123456789") != std::string::npos;
  if (r.literal.kind != syntax::literal_kind::invalid || r.problem.empty() || !is_figure)
    r.problem = fmt::format("`{}` is not {}", text, wanted);
  return r;
}

slot_value number_value(const json::value& written, int decimals, std::string_view too_fine) {
  if (written.kind != json::kind::number) return wrong_type(written, "a number");
  const decimal d = exact_decimal(written.text, decimals);
  if (d.fault == decimal_fault::too_fine) return fault(fmt::format("{} {}", written.text, too_fine));
  if (d.fault == decimal_fault::too_large) return fault("the number is too large to be held exactly");
  return {d.amount, {}, {}};
}

std::string written_as(currency c) { return c ? std::string(c.code, 3) : "no currency"; }

slot_value money_object(const json::value& written, currency c) {
  for (const std::string& name : written.names)
    if (name != "minor" && name != "currency")
      return fault(fmt::format("money has no member `{}`, only `minor` and `currency`", name), json::below({}, name));
  const json::value *minor = written.member("minor"), *code = written.member("currency");
  if (minor == nullptr || code == nullptr) return fault("money needs both `minor` and `currency`");
  if (code->kind != json::kind::string) return fault("a currency code such as \"GBP\" is needed here", "/currency");
  if (code->text != written_as(c))
    return fault(fmt::format("the agreement's currency is {}, not {}", written_as(c), code->text), "/currency");
  slot_value amount = number_value(*minor, 0, "is a fraction: `minor` counts the smallest coins");
  if (!amount) amount.at = "/minor";
  return amount;
}

slot_value money_value(const json::value& written, currency c) {
  if (written.kind == json::kind::object) return money_object(written, c);
  if (written.kind == json::kind::number)
    return fault(
        fmt::format("is {} pounds or pence? money is a string such as \"£30\", or {{\"minor\": 3000, \"currency\": \"{}\"}}",
                    written.text, written_as(c)));
  if (written.kind != json::kind::string) return wrong_type(written, "money, as a string such as \"£30\",");
  const read_amount r = read(written.text, syntax::literal_kind::money, "money; write it like \"£1,500.50\"");
  if (!r.problem.empty()) return fault(r.problem);
  if (!(r.literal.currency == c))
    return fault(fmt::format("the agreement's currency is {}, not {}", written_as(c), written_as(r.literal.currency)));
  return {r.negative ? -r.literal.amount : r.literal.amount, {}, {}};
}

slot_value duration_value(const json::value& written) {
  if (written.kind != json::kind::string) return wrong_type(written, "a length of time, as a string such as \"3 days\",");
  const read_amount r = read(written.text, syntax::literal_kind::duration, "a length of time; write it like \"3 days\"");
  if (!r.problem.empty()) return fault(r.problem);
  std::int64_t unit = 1;
  switch (r.literal.unit) {
    case period_unit::minutes: unit = 1; break;
    case period_unit::hours: unit = 60; break;
    case period_unit::days: unit = duration::minutes_a_day; break;
    case period_unit::weeks: unit = 7 * duration::minutes_a_day; break;
    default: return fault(fmt::format("`{}` has no fixed length; use minutes, hours, days or weeks", written.text));
  }
  if (r.literal.amount > largest_amount / unit) return fault("the length of time is too large to be held exactly");
  return {(r.negative ? -r.literal.amount : r.literal.amount) * unit, {}, {}};
}

slot_value choice_value(const json::value& written, const input_entry& fact) {
  if (written.kind != json::kind::string) return wrong_type(written, "one of the fact's values, as a string,");
  const auto* const found = std::find(fact.values.begin(), fact.values.end(), written.text);
  if (found != fact.values.end()) return {found - fact.values.begin(), {}, {}};
  const std::string_view meant = nearest(written.text, fact.values);
  return fault(fmt::format(
      "`{}` has no value `{}`{}", fact.name, written.text,
      meant.empty() ? fmt::format("; it has {}", fmt::join(fact.values, ", ")) : fmt::format("; did you mean `{}`?", meant)));
}

slot_value choices_value(const json::value& written, const input_entry& fact) {
  if (written.kind != json::kind::array) return wrong_type(written, "a list of the fact's values");
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < written.items.size(); ++i) {
    slot_value one = choice_value(written.items[i], fact);
    if (!one) return fault(std::move(one.problem), json::below({}, i));
    mask |= std::uint64_t{1} << one.amount;
  }
  return {static_cast<std::int64_t>(mask), {}, {}};
}

}  // namespace

slot_value day_value(const json::value& written) {
  if (written.kind != json::kind::string) return wrong_type(written, "a date, as a string such as \"2026-11-21\",");
  const read_amount r = read(written.text, syntax::literal_kind::date, "a date; write it like \"2026-11-21\"");
  if (!r.problem.empty()) return fault(r.problem);
  return {r.literal.amount * duration::minutes_a_day, {}, {}};
}

slot_value last_time(const json::value& written) {
  if (written.kind == json::kind::string && written.text == "never") return {never_held, {}, {}};
  return day_value(written);
}

slot_value fact_value(const json::value& written, const input_entry& fact, currency c) {
  switch (fact.kind) {
    case input_kind::yes_no:
      if (written.kind != json::kind::boolean) return wrong_type(written, "true or false");
      return {written.truth ? 1 : 0, {}, {}};
    case input_kind::number:
    case input_kind::whole_number: return number_value(written, 4, "has more than four decimals");
    case input_kind::money: return money_value(written, c);
    case input_kind::duration: return duration_value(written);
    case input_kind::one_of: return choice_value(written, fact);
    case input_kind::any_of: return choices_value(written, fact);
    default: return day_value(written);
  }
}

}  // namespace remit
