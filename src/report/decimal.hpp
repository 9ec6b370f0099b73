// A JSON number as an exact amount.
// Not here: floating point, anywhere.
#pragma once

#include <cstdint>
#include <string_view>

namespace remit {

enum class decimal_fault : std::uint8_t { none, too_fine, too_large };

struct decimal {
  std::int64_t amount = 0;
  decimal_fault fault = decimal_fault::none;
};

/// The number written as `digits` (in JSON's grammar, exponent and all), counted in units of 10^-decimals.
decimal exact_decimal(std::string_view digits, int decimals);

}  // namespace remit
