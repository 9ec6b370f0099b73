// The types of facts: what each is called, which go together, and what a literal is worth in a slot of one.
// Not here: ranges (facts.cpp), conditions (comparisons.cpp, values.cpp).
#include "kinds.hpp"

#include <remit/core/wording.hpp>
#include <remit/syntax/phrase.hpp>

#include "pass.hpp"

namespace remit::checking {
namespace {

/// Minutes in one of a unit; nothing for those of no fixed length.
std::optional<std::int64_t> minutes_in(period_unit u) noexcept {
  switch (u) {
    case period_unit::minutes: return 1;
    case period_unit::hours: return 60;
    case period_unit::days: return duration::minutes_a_day;
    case period_unit::weeks: return 7 * duration::minutes_a_day;
    case period_unit::working_days:
    case period_unit::months:
    case period_unit::years: break;
  }
  return std::nullopt;
}

std::string_view plural(period_unit u) noexcept {
  return u == period_unit::months ? "months" : u == period_unit::years ? "years" : "working days";
}

}  // namespace

input_kind kind_of(syntax::type_kind k) noexcept {
  switch (k) {
    case syntax::type_kind::yes_no: return input_kind::yes_no;
    case syntax::type_kind::number: return input_kind::number;
    case syntax::type_kind::whole_number: return input_kind::whole_number;
    case syntax::type_kind::money: return input_kind::money;
    case syntax::type_kind::date: return input_kind::date;
    case syntax::type_kind::duration: return input_kind::duration;
    case syntax::type_kind::one_of: return input_kind::one_of;
    case syntax::type_kind::any_of: return input_kind::any_of;
    case syntax::type_kind::text: return input_kind::text;
  }
  return input_kind::text;
}

std::optional<input_kind> kind_of(const syntax::literal& l) noexcept {
  switch (l.kind) {
    case syntax::literal_kind::yes_no: return input_kind::yes_no;
    case syntax::literal_kind::number: return input_kind::number;
    case syntax::literal_kind::money: return input_kind::money;
    case syntax::literal_kind::date: return input_kind::date;
    case syntax::literal_kind::duration: return input_kind::duration;
    case syntax::literal_kind::text: return input_kind::text;
    case syntax::literal_kind::invalid: break;
  }
  return std::nullopt;
}

input_kind measure_of(input_kind k) noexcept {
  if (k == input_kind::whole_number) return input_kind::number;
  return k == input_kind::day ? input_kind::date : k;
}

bool is_amount(input_kind k) noexcept {
  switch (measure_of(k)) {
    case input_kind::number:
    case input_kind::money:
    case input_kind::date:
    case input_kind::duration: return true;
    default: return false;
  }
}

std::string kind_words(input_kind k) {
  switch (k) {
    case input_kind::yes_no: return "a yes/no";
    case input_kind::number: return "a number";
    case input_kind::whole_number: return "a whole number";
    case input_kind::money: return "money";
    case input_kind::day:
    case input_kind::date: return "a date";
    case input_kind::duration: return "a duration";
    case input_kind::one_of: return "a `one of`";
    case input_kind::any_of: return "an `any of`";
    case input_kind::text: return "a text";
    case input_kind::ritual: return "a ritual";
  }
  return {};
}

std::string type_words(const checked::input& fact) {
  switch (fact.kind) {
    case input_kind::yes_no: return "yes/no";
    case input_kind::number: return "number";
    case input_kind::whole_number: return "whole number";
    case input_kind::money: return "money";
    case input_kind::day:
    case input_kind::date: return "date";
    case input_kind::duration: return "duration";
    case input_kind::text: return "text";
    case input_kind::ritual: return "ritual";
    case input_kind::one_of:
    case input_kind::any_of: break;
  }
  std::string all = fact.kind == input_kind::one_of ? "one of " : "any of ";
  for (std::size_t i = 0; i < fact.values.size(); ++i) all += (i > 0 ? ", " : "") + fact.values[i].name;
  return all;
}

std::string value_words(const pass& p, const checked::input& fact, std::int64_t value) {
  switch (measure_of(fact.kind)) {
    case input_kind::yes_no: return value != 0 ? "yes" : "no";
    case input_kind::number: return number_words(value);
    case input_kind::money: return money_words(value, p.out.currency, true);
    case input_kind::duration: return duration_words(value);
    case input_kind::date:
      if (const auto day = date::from_days(value / duration::minutes_a_day)) return date_words(*day);
      break;
    default: break;
  }
  return std::to_string(value);
}

std::optional<std::int64_t> worth_of(pass& p, const syntax::literal& l, bool negative) {
  const std::int64_t sign = negative ? -1 : 1;
  switch (l.kind) {
    case syntax::literal_kind::yes_no:
    case syntax::literal_kind::number:
    case syntax::literal_kind::money: return sign * l.amount;
    case syntax::literal_kind::date: return l.amount * duration::minutes_a_day;
    case syntax::literal_kind::duration: break;
    case syntax::literal_kind::text:
    case syntax::literal_kind::invalid: return std::nullopt;
  }
  const auto unit = minutes_in(l.unit);
  if (!unit) {
    p.report(code::not_computable, l.where,
             "nothing can be computed from " + ticked(syntax::phrase(l)) + ": " + std::string{plural(l.unit)} +
                 " have no fixed length",
             "write it in days, weeks, hours or minutes");
    return std::nullopt;
  }
  if (l.amount > largest_amount / *unit) {
    p.report(code::overflow, l.where, ticked(syntax::phrase(l)) + " is longer than can be held exactly");
    return std::nullopt;
  }
  return sign * l.amount * *unit;
}

std::optional<std::int64_t> worth_for(pass& p, const checked::input& fact, const syntax::literal& l, bool negative) {
  const auto kind = kind_of(l);
  if (!kind) return std::nullopt;
  if (measure_of(*kind) != measure_of(fact.kind)) {
    const std::string proposal = rewritten(p, l, fact.kind);
    p.report(
        code::type_mismatch, l.where,
        ticked(fact.name) + " is " + kind_words(fact.kind) + ", and " + ticked(syntax::phrase(l)) + " is " + kind_words(*kind),
        proposal.empty() ? "" : "did you mean " + ticked(proposal) + "?");
    return std::nullopt;
  }
  const auto worth = worth_of(p, l, negative);
  if (worth && fact.kind == input_kind::whole_number && *worth % number::scale != 0) {
    p.report(code::too_fine, l.where,
             ticked(fact.name) + " is a whole number, and " + ticked(syntax::phrase(l)) + " has a fraction");
    return std::nullopt;
  }
  return worth;
}

std::string rewritten(const pass& p, const syntax::literal& l, input_kind as) {
  const input_kind target = measure_of(as);
  if (l.kind == syntax::literal_kind::number && target == input_kind::money && l.amount % (number::scale / 100) == 0)
    return money_words(l.amount / (number::scale / 100), p.out.currency, true);
  if (l.kind == syntax::literal_kind::money && target == input_kind::number && l.amount <= largest_amount / 100)
    return number_words(l.amount * (number::scale / 100));
  if (l.kind == syntax::literal_kind::number && target == input_kind::duration && l.amount % number::scale == 0)
    return period_words({l.amount / number::scale, period_unit::days});
  if (l.kind == syntax::literal_kind::text && target == input_kind::one_of) return syntax::text_of({l.raw, l.where});
  return {};
}

std::optional<date> day_of(const syntax::literal& l) noexcept {
  return l.kind == syntax::literal_kind::date ? date::from_days(l.amount) : std::nullopt;
}

std::optional<period> period_of(pass& p, const syntax::literal& l) {
  if (l.kind != syntax::literal_kind::duration) return std::nullopt;
  if (l.amount == 0) p.report(code::contradiction, l.where, "a period of " + ticked(syntax::phrase(l)) + " has no length");
  return period{l.amount, l.unit};
}

}  // namespace remit::checking
