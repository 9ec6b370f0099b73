// A part of the space as a condition of the language: `cost over £500 and placement is secure`.
// Not here: joining parts (region.cpp).
#include "region.hpp"

#include <bit>
#include <cstdlib>
#include <numeric>

#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

class wording {
 public:
  wording(const model& m, currency money) : m_{m}, money_{money} {}

  std::string of(const part& p) {
    const space& s = m_.space();
    for (std::uint32_t v = 0; v < s.variables().size(); ++v) {
      switch (s.at(v).sort) {
        case sort::ordered: ordered(v, p); break;
        case sort::values: values(v, p.may[v]); break;
        case sort::set: members(v, p); break;
      }
    }
    const part whole = s.whole();
    s.each_relation(p, [&](const test& t) {
      if (s.decide(t, whole) != truth::yes) relation(t, p);
      return true;
    });
    std::string all;
    for (const auto& w : said_) all += (all.empty() ? "" : " and ") + w;
    return all;
  }

 private:
  std::string name(std::uint32_t v) const { return m_.of(v).kind == input_kind::day ? "today" : m_.of(v).name; }

  std::string amount(input_kind kind, std::int64_t n) const {
    switch (kind) {
      case input_kind::money: return money_words(n, money_, true);
      case input_kind::duration: return duration_words(n);
      case input_kind::day:
      case input_kind::date: return day(n);
      default: return number_words(n);
    }
  }
  // A day, or a moment within one: `2026-04-01 plus 12 hours`.
  static std::string day(std::int64_t n) {
    const std::int64_t within = ((n % duration::minutes_a_day) + duration::minutes_a_day) % duration::minutes_a_day;
    const auto d = date::from_days((n - within) / duration::minutes_a_day);
    if (!d) return {};
    return date_words(*d) + (within == 0 ? "" : " plus " + duration_words(within));
  }
  static bool is_midnight(std::int64_t n) { return n % duration::minutes_a_day == 0; }
  // "over £500" reads better than "at least £500.01": the amount with fewer digits that count is said.
  static int digits(std::int64_t n) {
    int all = 0;
    for (n = std::llabs(n); n != 0 && n % 10 == 0;) n /= 10;
    for (; n != 0; n /= 10) ++all;
    return all;
  }
  bool is_day(std::uint32_t v) const { return m_.of(v).kind == input_kind::day || m_.of(v).kind == input_kind::date; }
  std::string at_least(input_kind kind, std::int64_t low, std::int64_t step) const {
    const bool days = kind == input_kind::day || kind == input_kind::date;
    const bool strict = days ? !is_midnight(low) && is_midnight(low - step) : digits(low - step) < digits(low);
    return strict ? "over " + amount(kind, low - step) : "at least " + amount(kind, low);
  }
  std::string at_most(input_kind kind, std::int64_t high, std::int64_t step) const {
    const bool days = kind == input_kind::day || kind == input_kind::date;
    const bool strict = days ? !is_midnight(high) && is_midnight(high + step) : digits(high + step) < digits(high);
    return strict ? "under " + amount(kind, high + step) : "at most " + amount(kind, high);
  }

  void ordered(std::uint32_t v, const part& p) {
    const variable& x = m_.space().at(v);
    const auto [low, high] = p.ranges[v];
    const auto whole = m_.space().whole().ranges[v];
    const bool from = low > whole.low, to = high < whole.high;
    const input_kind kind = m_.of(v).kind;
    if (from && to && low == high) return bound(v, "is ", low);
    const std::string least = from ? at_least(kind, low, x.step) : "", most = to ? at_most(kind, high, x.step) : "";
    if (least.starts_with("at least") && most.starts_with("at most") && (low >= 0 || is_day(v)))
      return said_.push_back(name(v) + " between " + amount(kind, low) + " and " + amount(kind, high));
    if (from) least.starts_with("over") ? bound(v, "over ", low - x.step) : bound(v, "at least ", low);
    if (to) most.starts_with("under") ? bound(v, "under ", high + x.step) : bound(v, "at most ", high);
  }
  // The language writes no negative amount in a condition: `f at most -3` is said as `f plus 3 at most 0`.
  void bound(std::uint32_t v, const std::string& op, std::int64_t n) {
    const input_kind kind = m_.of(v).kind;
    if (n >= 0 || is_day(v)) return said_.push_back(name(v) + " " + op + amount(kind, n));
    said_.push_back(name(v) + " plus " + amount(kind, -n) + " " + op + amount(kind, 0));
  }

  static std::string listed_values(const std::vector<std::string>& all) {
    std::string list;
    for (const auto& value : all) list += (list.empty() ? "" : ", ") + value;
    return (all.size() == 1 ? "is " : "is any of ") + list;
  }
  void values(std::uint32_t v, std::uint64_t may) {
    const variable& x = m_.space().at(v);
    const std::uint64_t every = x.count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << x.count) - 1;
    if (may == every) return;
    const auto& meaning = m_.of(v);
    if (meaning.kind == input_kind::yes_no) return said_.push_back((may == 1 ? "not " : "") + name(v));
    if (meaning.kind == input_kind::ritual) return said_.push_back((may == 1 ? "not " : "") + name(v) + " is overdue");
    const bool is_text = meaning.kind == input_kind::text;
    // Value 0 of a text is every text that no condition names: said as "not" the others.
    const bool by_others = is_text ? (may & 1) != 0 : std::popcount(may) > 1 && std::popcount(every & ~may) == 1;
    std::vector<std::string> chosen;
    for (std::uint32_t i = 0; i < x.count; ++i)
      if (((by_others ? ~may : may) >> i & 1) != 0)
        chosen.push_back(is_text ? text_words(meaning.values.at(i)) : meaning.values.at(i));
    if (by_others && chosen.size() == 1 && !is_text) return said_.push_back(name(v) + " is not " + chosen.front());
    said_.push_back((by_others ? "not " : "") + name(v) + " " + listed_values(chosen));
  }

  void members(std::uint32_t v, const part& p) {
    const variable& x = m_.space().at(v);
    std::vector<std::string> in;
    for (std::uint32_t i = 0; i < x.count; ++i) {
      const std::string& value = m_.of(v).values.at(i);
      if ((p.must[v] >> i & 1) != 0) in.push_back(value);
      if ((p.may[v] >> i & 1) == 0) said_.push_back("not " + name(v) + " includes " + value);
    }
    if (in.size() == 1) said_.push_back(name(v) + " includes " + in.front());
    std::string list;
    for (const auto& value : in) list += (list.empty() ? "" : ", ") + value;
    if (in.size() > 1) said_.push_back(name(v) + " includes all of " + list);
  }

  // `cost plus family_spend at most £1,500`, `cost over budget_left`, `court_date under today plus 14 days`.
  void relation(const test& t, const part& p) {
    const bool plus = t.sign_first == t.sign_second;
    // A length of time is taken from a date, never a date from a length of time.
    const bool swapped = !plus && !is_day(t.first) && is_day(t.second);
    const std::uint32_t first = swapped ? t.second : t.first, second = swapped ? t.first : t.second;
    const bool turned = (swapped ? t.sign_second : t.sign_first) < 0;
    const std::int64_t bound = turned ? -t.limit : t.limit;
    const std::int64_t step = std::gcd(m_.space().at(first).step, m_.space().at(second).step);
    const bool of_one_kind = is_day(first) == is_day(second);
    const input_kind kind = !of_one_kind ? input_kind::date : is_day(first) && !plus ? input_kind::duration : m_.of(first).kind;
    // "At least" and "at most" the same is "is", said once.
    test other = t;
    other.sign_first = static_cast<std::int8_t>(-t.sign_first);
    other.sign_second = static_cast<std::int8_t>(-t.sign_second);
    other.limit = -t.limit;
    const bool equal = m_.space().decide(other, p) == truth::yes;
    if (equal && turned) return;

    if (plus && of_one_kind && !is_day(first) && bound < 0) {
      // No negative amount is written: `x plus y at most -3` is said as `x plus 3 at most 0 minus y`.
      said_.push_back(name(first) + " plus " + amount(kind, -bound) + (equal ? " is " : turned ? " at least " : " at most ") +
                      amount(kind, 0) + " minus " + name(second));
      return;
    }
    if (plus || !of_one_kind) {
      const std::string sum = name(first) + (plus ? " plus " : " minus ") + name(second);
      said_.push_back(sum + " " +
                      (equal    ? "is " + amount(kind, bound)
                       : turned ? at_least(kind, bound, step)
                                : at_most(kind, bound, step)));
      return;
    }
    const std::int64_t beyond = turned ? bound - step : bound + step;
    const bool strict = !equal && digits(beyond) < digits(bound);
    const std::int64_t gap = strict ? beyond : bound;
    std::string words = name(first) + (equal    ? " is "
                                       : turned ? (strict ? " over " : " at least ")
                                       : strict ? " under "
                                                : " at most ");
    words += name(second);
    if (gap != 0) words += (gap > 0 ? " plus " : " minus ") + amount(kind, std::llabs(gap));
    said_.push_back(words);
  }

  const model& m_;
  currency money_;
  std::vector<std::string> said_;
};

}  // namespace

std::string condition_words(const model& m, const part& p, currency money) { return wording{m, money}.of(p); }

}  // namespace remit::analysis
