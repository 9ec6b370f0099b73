// Exact amounts: money, decimal numbers, lengths of time. All are whole numbers inside; nothing is ever rounded.
// Not here: reading them from text (syntax/read.hpp) and writing them as text (report/words.hpp).
#pragma once

#include <compare>
#include <cstdint>

namespace remit {

/// Every amount the library holds lies within plus and minus this, so the sum of two never wraps.
inline constexpr std::int64_t largest_amount = (std::int64_t{1} << 62) - 1;

/// An ISO 4217 code such as GBP. Three letters; default-constructed it names no currency.
struct currency {
  char code[3] = {0, 0, 0};

  constexpr explicit operator bool() const noexcept { return code[0] != 0; }
  friend constexpr bool operator==(const currency&, const currency&) noexcept = default;
};

inline constexpr currency pound_sterling{{'G', 'B', 'P'}};
inline constexpr currency euro{{'E', 'U', 'R'}};
inline constexpr currency us_dollar{{'U', 'S', 'D'}};

/// An amount of money in hundredths of its currency's unit (pence, cents).
struct money {
  std::int64_t minor = 0;
  remit::currency currency = pound_sterling;

  static constexpr money pounds(std::int64_t whole) noexcept { return {whole * 100, pound_sterling}; }
  static constexpr money pence(std::int64_t pence) noexcept { return {pence, pound_sterling}; }
  static constexpr money of(std::int64_t minor, remit::currency c) noexcept { return {minor, c}; }
  friend constexpr bool operator==(const money&, const money&) noexcept = default;
};

/// A decimal number with at most four decimals, held in ten-thousandths.
struct number {
  static constexpr std::int64_t scale = 10'000;
  std::int64_t ten_thousandths = 0;

  static constexpr number whole(std::int64_t n) noexcept { return {n * scale}; }
  friend constexpr auto operator<=>(const number&, const number&) noexcept = default;
};

/// A length of time in whole minutes.
struct duration {
  std::int64_t minutes = 0;

  static constexpr std::int64_t minutes_a_day = 24 * 60;
  static constexpr duration hours(std::int64_t n) noexcept { return {n * 60}; }
  static constexpr duration days(std::int64_t n) noexcept { return {n * minutes_a_day}; }
  static constexpr duration weeks(std::int64_t n) noexcept { return {n * 7 * minutes_a_day}; }
  friend constexpr auto operator<=>(const duration&, const duration&) noexcept = default;
};

enum class period_unit : std::uint8_t { minutes, hours, days, working_days, weeks, months, years };

/// A length of time as written (`every 1 month`, `within 5 working days`): months have no fixed length.
struct period {
  std::int64_t count = 0;
  period_unit unit = period_unit::days;

  friend constexpr bool operator==(const period&, const period&) noexcept = default;
};

}  // namespace remit
