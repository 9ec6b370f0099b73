// What one JSON value says for one slot of an action.
// Not here: which slots there are and whether the value is within their range (request.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <remit/agreement/executable.hpp>
#include "json_value.hpp"

namespace remit {

/// A value in its slot's unit, or why the JSON does not hold one.
struct slot_value {
  std::int64_t amount = 0;
  std::string problem;  ///< empty where there is a value
  std::string at;       ///< below the value itself: `/currency`

  explicit operator bool() const noexcept { return problem.empty(); }
};

/// The value of a fact of any kind but text.
slot_value fact_value(const json::value& written, const input_entry& fact, currency c);
/// A day: a string such as "2026-11-21".
slot_value day_value(const json::value& written);
/// The last time of a ritual: a day, or "never".
slot_value last_time(const json::value& written);

}  // namespace remit
