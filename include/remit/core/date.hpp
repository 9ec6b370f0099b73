// A day of the calendar, and what a period after it falls on.
// Not here: time of day, time zones, bank holidays, and above all the clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include <remit/core/amounts.hpp>

namespace remit {

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
class date {
 public:
  constexpr date() noexcept = default;

  /// The day, or nothing where the calendar has none (30 February, year 0).
  static constexpr std::optional<date> of(int year, int month, int day) noexcept {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return std::nullopt;
    return date{days_from_civil(year, month, day)};
  }
  /// The day `days` days after 1970-01-01, or nothing outside years 1 to 9999.
  static constexpr std::optional<date> from_days(std::int64_t days) noexcept {
    if (days < first_day || days > last_day) return std::nullopt;
    return date{static_cast<std::int32_t>(days)};
  }

  /// Days since 1970-01-01.
  constexpr std::int64_t days() const noexcept { return days_; }
  constexpr int year() const noexcept { return civil().year; }
  constexpr int month() const noexcept { return civil().month; }
  constexpr int day() const noexcept { return civil().day; }

  /// The day one period later by the calendar: 31 January plus 1 month is the last day of February;
  /// working days are Monday to Friday. Hours and minutes are rounded down to the day they fall on.
  /// Past year 9999 it is the last day of 9999.
  constexpr date plus(period p) const noexcept {
    switch (p.unit) {
      case period_unit::minutes: return after_days(p.count / duration::minutes_a_day);
      case period_unit::hours: return after_days(p.count / 24);
      case period_unit::days: return after_days(p.count);
      case period_unit::weeks: return after_days(p.count > largest_count ? largest_count : p.count * 7);
      case period_unit::working_days: return after_working_days(p.count);
      case period_unit::months: return after_months(p.count);
      case period_unit::years: return after_months(p.count > largest_count ? largest_count : p.count * 12);
    }
    return *this;
  }

  friend constexpr auto operator<=>(const date&, const date&) noexcept = default;

 private:
  struct parts {
    int year, month, day;
  };
  static constexpr std::int64_t first_day = -719'162;  // 0001-01-01
  static constexpr std::int64_t last_day = 2'932'896;  // 9999-12-31
  static constexpr std::int64_t largest_count = 10'000'000;

  constexpr explicit date(std::int32_t days) noexcept : days_{days} {}

  static constexpr bool leap(int y) noexcept { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }
  static constexpr int days_in(int y, int m) noexcept {
    constexpr int usual[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return m == 2 && leap(y) ? 29 : usual[m - 1];
  }
  // Counting from 1 March makes the leap day the last of its year; eras are 400 years.
  static constexpr std::int32_t days_from_civil(int y, int m, int d) noexcept {
    y -= m <= 2 ? 1 : 0;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
  }
  constexpr parts civil() const noexcept {
    const std::int64_t z = std::int64_t{days_} + 719'468;
    const std::int64_t era = (z >= 0 ? z : z - 146'096) / 146'097;
    const int doe = static_cast<int>(z - era * 146'097);
    const int yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
    const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const int mp = (5 * doy + 2) / 153;
    const int m = mp < 10 ? mp + 3 : mp - 9;
    return {static_cast<int>(era) * 400 + yoe + (m <= 2 ? 1 : 0), m, doy - (153 * mp + 2) / 5 + 1};
  }
  constexpr date after_days(std::int64_t n) const noexcept {
    if (n > largest_count) n = largest_count;
    const std::int64_t to = days_ + n;
    return date{static_cast<std::int32_t>(to > last_day ? last_day : to)};
  }
  constexpr date after_months(std::int64_t n) const noexcept {
    if (n > largest_count) n = largest_count;
    const parts p = civil();
    const std::int64_t month = std::int64_t{p.year} * 12 + (p.month - 1) + n;
    if (month / 12 > 9999) return date{static_cast<std::int32_t>(last_day)};
    const int y = static_cast<int>(month / 12), m = static_cast<int>(month % 12) + 1;
    const int longest = days_in(y, m);
    return date{days_from_civil(y, m, p.day < longest ? p.day : longest)};
  }
  constexpr date after_working_days(std::int64_t n) const noexcept {
    if (n > largest_count) n = largest_count;
    // 1970-01-01 was a Thursday; 0 is Monday. A weekend day counts from the Friday before it.
    const std::int64_t monday_based = ((days_ + 3) % 7 + 7) % 7;
    const std::int64_t weekday = n > 0 && monday_based > 4 ? 4 : monday_based;
    const std::int64_t from = days_ - (monday_based - weekday);
    if (n == 0) return *this;
    const std::int64_t weeks = n / 5, rest = n % 5;
    const std::int64_t over_weekend = weekday + rest > 4 ? 2 : 0;
    const std::int64_t to = from + weeks * 7 + rest + over_weekend;
    return date{static_cast<std::int32_t>(to > last_day ? last_day : to)};
  }

  std::int32_t days_ = 0;
};

}  // namespace remit
