// Days of the calendar against std::chrono's, and what periods fall on.
// Not here: reading dates from text.
#include <remit/core/date.hpp>

#include <chrono>

#include "support/catch.hpp"

using remit::date;
using remit::period;
using enum remit::period_unit;

namespace {

date day(int y, int m, int d) { return date::of(y, m, d).value(); }

}  // namespace

TEST_CASE("every day of 1 to 9999 is the one std::chrono has", "[core][date]") {
  using namespace std::chrono;
  sys_days expected = sys_days{year{1} / 1 / 1};
  const sys_days end = sys_days{year{9999} / 12 / 31};
  for (; expected <= end; expected += std::chrono::days{1}) {
    const year_month_day ymd{expected};
    const auto d = date::of(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                            static_cast<int>(static_cast<unsigned>(ymd.day())));
    if (d && d->days() == expected.time_since_epoch().count() && d->day() == static_cast<int>(static_cast<unsigned>(ymd.day())) &&
        d->month() == static_cast<int>(static_cast<unsigned>(ymd.month())) && d->year() == static_cast<int>(ymd.year()))
      continue;
    FAIL("day " << expected.time_since_epoch().count());
  }
}

TEST_CASE("days the calendar does not have", "[core][date]") {
  CHECK_FALSE(date::of(2026, 2, 29));
  CHECK(date::of(2024, 2, 29));
  CHECK_FALSE(date::of(1900, 2, 29));
  CHECK(date::of(2000, 2, 29));
  CHECK_FALSE(date::of(0, 1, 1));
  CHECK_FALSE(date::of(10000, 1, 1));
  CHECK_FALSE(date::of(2026, 13, 1));
  CHECK_FALSE(date::of(2026, 4, 31));
}

TEST_CASE("periods go by the calendar", "[core][date]") {
  CHECK(day(2026, 1, 31).plus({1, months}) == day(2026, 2, 28));
  CHECK(day(2024, 1, 31).plus({1, months}) == day(2024, 2, 29));
  CHECK(day(2024, 2, 29).plus({1, years}) == day(2025, 2, 28));
  CHECK(day(2026, 12, 15).plus({2, weeks}) == day(2026, 12, 29));
  CHECK(day(2026, 12, 15).plus({25, hours}) == day(2026, 12, 16));
  CHECK(day(2026, 12, 15).plus({60, minutes}) == day(2026, 12, 15));
  CHECK(day(2026, 11, 20).plus({1, working_days}) == day(2026, 11, 23));  // Friday to Monday
  CHECK(day(2026, 11, 21).plus({1, working_days}) == day(2026, 11, 23));  // Saturday to Monday
  CHECK(day(2026, 11, 20).plus({5, working_days}) == day(2026, 11, 27));
  CHECK(day(9999, 12, 1).plus({2, months}) == day(9999, 12, 31));
  CHECK(day(9999, 12, 31).plus({remit::largest_amount, years}) == day(9999, 12, 31));
}
