// Judges figures: loosely cut by the tokens, strictly read here, so that what is wrong can be said exactly.
// Not here: whether the amount fits where it stands.
#include "figure.hpp"

#include <algorithm>
#include <string>

namespace remit::grammar {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view s) noexcept { return !s.empty() && std::all_of(s.begin(), s.end(), is_digit); }

struct symbol {
  std::string_view sign;
  remit::currency currency;
};
constexpr symbol symbols[] = {{"£", pound_sterling}, {"€", euro}, {"$", us_dollar}};

bool take(std::string_view& s, std::string_view what) noexcept {
  if (!s.starts_with(what)) return false;
  s.remove_prefix(what.size());
  return true;
}

/// A figure that is no amount: why, and how it is written.
struct malformed {
  std::string message;
  std::string help;
};

/// Multiplies and adds, or says that the result cannot be held.
bool grow(std::int64_t& value, std::int64_t by, std::int64_t plus) noexcept {
  if (value > (largest_amount - plus) / by) return false;
  value = value * by + plus;
  return true;
}

/// The digits before the point: none but commas in groups of three between them.
std::optional<std::string> whole_digits(std::string_view s) {
  if (all_digits(s)) return std::string{s};
  std::string digits;
  for (bool leading = true; !s.empty(); leading = false) {
    const std::string_view group = s.substr(0, s.find(','));
    if (!all_digits(group) || (leading ? group.size() > 3 || group.size() == s.size() : group.size() != 3)) return std::nullopt;
    digits += group;
    s.remove_prefix(std::min(s.size(), group.size() + 1));
  }
  return digits;
}

class judge {
 public:
  judge(builder& b, syntax::literal& read) : b_{b}, read_{read} {}

  void date(std::string_view s) {
    const auto part = [&](std::size_t at, std::size_t n) {
      int value = 0;
      for (const char c : s.substr(at, n)) value = value * 10 + (c - '0');
      return value;
    };
    const bool shaped = s.size() == 10 && s[4] == '-' && s[7] == '-' && all_digits(s.substr(0, 4)) &&
                        all_digits(s.substr(5, 2)) && all_digits(s.substr(8));
    if (!shaped) return bad("is not written as dates are", "write the year, the month and the day, as in `2026-04-01`");
    const auto day = remit::date::of(part(0, 4), part(5, 2), part(8, 2));
    if (!day) {
      b_.report(code::no_such_date, read_.where, "the calendar has no day " + quoted());
      return;
    }
    good(syntax::literal_kind::date, day->days());
  }

  void money(std::string_view s, remit::currency c) {
    std::int64_t amount = 0;
    if (!decimal(s, 2, amount)) return;
    read_.currency = c;
    good(syntax::literal_kind::money, amount);
  }

  void number(std::string_view s) {
    std::int64_t amount = 0;
    if (decimal(s, 4, amount)) good(syntax::literal_kind::number, amount);
  }

  void duration(std::string_view s, period_unit unit) {
    if (s.find('.') != s.npos) return bad("is not a whole number, and lengths of time are", "write it in a smaller unit");
    std::int64_t count = 0;
    if (!decimal(s, 0, count)) return;
    if (count > largest_amount / minutes_of(unit)) return too_large();
    read_.unit = unit;
    good(syntax::literal_kind::duration, count);
  }

  void bad(const std::string& why, std::string help) {
    b_.report(code::malformed_amount, read_.where, quoted() + " " + why, std::move(help));
  }

 private:
  /// Reads `s` into units of 10 to the minus `decimals`. Money has none or two decimals, a number any up to its four.
  bool decimal(std::string_view s, int decimals, std::int64_t& amount) {
    const std::size_t point = s.find('.');
    const std::string_view before = s.substr(0, point);
    const std::string_view after = point == s.npos ? std::string_view{} : s.substr(point + 1);
    const auto whole = whole_digits(before);
    if (!whole || before.empty()) {
      const bool grouped = std::all_of(before.begin(), before.end(), [](char c) { return is_digit(c) || c == ','; });
      if (grouped && !before.empty())
        bad("has its commas in the wrong places", "commas stand between groups of three digits, or are left out");
      else if (before.empty() && all_digits(after))
        bad("has no digit before its point", "write `0." + std::string{after} + "`");
      else
        bad("is not an amount", "write figures as in `1,500`, `0.5`, `£20`, `3 days` or `2026-04-01`");
      return false;
    }
    if (point != s.npos && !all_digits(after)) return bad("is not an amount", "write one point and digits behind it"), false;
    if (decimals == 2 && after.size() != 0 && after.size() != 2) {
      return bad("has " + std::string{after.size() == 1 ? "one decimal" : "too many decimals"}, "money has no decimals or two"),
             false;
    }
    if (decimals == 4 && after.size() > 4) return bad("has too many decimals", "numbers have at most four decimals"), false;
    for (const char c : *whole)
      if (!grow(amount, 10, c - '0')) return too_large(), false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(decimals); ++i)
      if (!grow(amount, 10, i < after.size() ? after[i] - '0' : 0)) return too_large(), false;
    return true;
  }

  static constexpr std::int64_t minutes_of(period_unit unit) noexcept {
    switch (unit) {
      case period_unit::hours: return 60;
      case period_unit::days: return duration::minutes_a_day;
      case period_unit::weeks: return 7 * duration::minutes_a_day;
      default: return 1;
    }
  }
  void good(syntax::literal_kind kind, std::int64_t amount) {
    read_.kind = kind;
    read_.amount = amount;
  }
  void too_large() { b_.report(code::amount_too_large, read_.where, quoted() + " is too large to be held exactly"); }
  std::string quoted() const { return "`" + std::string{read_.raw} + "`"; }

  builder& b_;
  syntax::literal& read_;
};

}  // namespace

bool is_complete(std::string_view figure) noexcept {
  take(figure, "-");
  return figure.empty() || !is_digit(figure.front()) || figure.find_first_of("-/") != figure.npos;
}

void judge_figure(builder& b, std::string_view figure, const figure_unit& unit, syntax::literal& read, bool& negative) {
  judge j{b, read};
  negative = take(figure, "-");
  for (const auto& [sign, currency] : symbols) {
    if (!take(figure, sign)) continue;
    negative = take(figure, "-") || negative;
    if (figure.empty())
      return j.bad("is a currency without an amount", "the amount follows its sign directly: `" + std::string{sign} + "500`");
    return j.money(figure, currency);
  }
  for (const auto& [sign, currency] : symbols)
    if (figure.ends_with(sign))
      return j.bad("has its currency behind the amount",
                   "write `" + std::string{sign} + std::string{figure.substr(0, figure.size() - sign.size())} + "`");

  const std::size_t digits = static_cast<std::size_t>(std::find_if_not(figure.begin(), figure.end(), is_digit) - figure.begin());
  const std::string_view letters = figure.substr(digits);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!letters.empty() && digits != 0 && std::all_of(letters.begin(), letters.end(), is_letter))
    return j.bad("runs a figure and a word together",
                 "write `" + std::string{figure.substr(0, digits)} + " " + std::string{letters} + "`");
  if (figure.find('-') != figure.npos || figure.find('/') != figure.npos || std::count(figure.begin(), figure.end(), '.') == 2)
    return j.date(figure);
  if (unit.currency) return j.money(figure, unit.currency);
  if (unit.period) return j.duration(figure, *unit.period);
  j.number(figure);
}

}  // namespace remit::grammar
