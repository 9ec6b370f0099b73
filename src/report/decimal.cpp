// Digits and a power of ten; nothing is ever rounded.
// Not here: checking the grammar, which the JSON reader has done.
#include "decimal.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <remit/core/amounts.hpp>

namespace remit {

decimal exact_decimal(std::string_view digits, int decimals) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const std::size_t e = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, e);

  // An exponent too large for an int is as good as any other that is too large.
  constexpr int far = 1'000'000;
  int exponent = 0;
  if (e < digits.size()) {
    std::string_view written = digits.substr(e + 1);
    if (written.starts_with('+')) written.remove_prefix(1);
    const auto read = std::from_chars(written.data(), written.data() + written.size(), exponent);
    if (read.ec != std::errc{}) exponent = written.starts_with('-') ? -far : far;
    exponent = std::clamp(exponent, -far, far);
  }

  std::string significant;
  std::int64_t shift = std::int64_t{exponent} + decimals;
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  significant.append(mantissa.substr(0, point));
  if (point < mantissa.size()) {
    significant.append(mantissa.substr(point + 1));
    shift -= static_cast<std::int64_t>(mantissa.size() - point - 1);
  }
  significant.erase(0, significant.find_first_not_of('0'));
  if (significant.empty()) return {};
  const std::size_t zeros = significant.size() - 1 - significant.find_last_not_of('0');
  significant.resize(significant.size() - zeros);
  shift += static_cast<std::int64_t>(zeros);

  if (shift < 0) return {0, decimal_fault::too_fine};
  if (static_cast<std::int64_t>(significant.size()) + shift > 19) return {0, decimal_fault::too_large};
  significant.append(static_cast<std::size_t>(shift), '0');
  std::uint64_t amount = 0;
  const auto read = std::from_chars(significant.data(), significant.data() + significant.size(), amount);
  if (read.ec != std::errc{} || amount > static_cast<std::uint64_t>(largest_amount)) return {0, decimal_fault::too_large};
  return {negative ? -static_cast<std::int64_t>(amount) : static_cast<std::int64_t>(amount), decimal_fault::none};
}

}  // namespace remit
