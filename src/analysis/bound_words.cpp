// Where a condition cuts the amounts in two, and what it calls that place.
// Not here: comparisons as a whole.
#include "bound_words.hpp"

#include <cstdlib>

#include <remit/core/date.hpp>
#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

// How much there is to read: "over £500" is shorter than "at least £500.01".
int digits(std::int64_t n) {
  int all = 0;
  for (n = std::llabs(n); n != 0 && n % 10 == 0;) n /= 10;
  for (; n != 0; n /= 10) ++all;
  return all;
}

bool is_midnight(std::int64_t n) { return n % duration::minutes_a_day == 0; }

// The test as one of `sum`, where it is one: the same, with the sides swapped, or with both signs turned.
std::optional<test> as_test_of(const test& sum, test t) {
  if (t.kind != test::kind::linear || (t.sign_second == 0) != (sum.sign_second == 0)) return std::nullopt;
  if (t.first != sum.first) {
    std::swap(t.first, t.second);
    std::swap(t.sign_first, t.sign_second);
  }
  if (t.first != sum.first || (sum.sign_second != 0 && t.second != sum.second)) return std::nullopt;
  if (t.sign_first != sum.sign_first) {
    t.sign_first = static_cast<std::int8_t>(-t.sign_first);
    t.sign_second = static_cast<std::int8_t>(-t.sign_second);
    t.limit = -t.limit;
    t.op = turned(t.op);
  }
  if (t.sign_first != sum.sign_first || t.sign_second != sum.sign_second) return std::nullopt;
  return t;
}

}  // namespace

figure figure_of(const space& s, const test& sum, bool at_least, std::int64_t end, std::int64_t step, bool is_day) {
  // The first amounts on the far side of the cut are those after `from`, up to and with `to`.
  const std::int64_t from = at_least ? end - step : end, to = from + step;
  std::optional<figure> named;
  const auto take = [&](std::int64_t amount, bool strict) {
    if (!named || digits(amount) < digits(named->amount)) named = figure{amount, strict};
  };
  for (std::uint32_t i = 0; i < s.test_count(); ++i) {
    const auto t = as_test_of(sum, s.test_at(i));
    if (!t) continue;
    const bool below =
        t->op == relation::less || t->op == relation::at_least || t->op == relation::equal || t->op == relation::unequal;
    const bool above =
        t->op == relation::at_most || t->op == relation::more || t->op == relation::equal || t->op == relation::unequal;
    if (below && t->limit > from && t->limit <= to) take(t->limit, !at_least);
    if (above && t->limit + 1 > from && t->limit + 1 <= to) take(t->limit, at_least);
  }
  if (named) return *named;
  const std::int64_t beyond = at_least ? end - step : end + step;
  const bool strict = is_day ? !is_midnight(end) && is_midnight(beyond) : digits(beyond) < digits(end);
  return {strict ? beyond : end, strict};
}

std::string amount_words(std::int64_t n, input_kind kind, currency money) {
  switch (kind) {
    case input_kind::money: return money_words(n, money, true);
    case input_kind::duration: return duration_words(n);
    case input_kind::day:
    case input_kind::date: {
      const std::int64_t within = ((n % duration::minutes_a_day) + duration::minutes_a_day) % duration::minutes_a_day;
      const auto d = date::from_days((n - within) / duration::minutes_a_day);
      if (!d) return {};
      return date_words(*d) + (within == 0 ? "" : " plus " + duration_words(within));
    }
    default: return number_words(n);
  }
}

}  // namespace remit::analysis
