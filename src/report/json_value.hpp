// JSON as it was written: numbers keep their digits, members their order, and a member stands once.
// Not here: what any of it means; writing JSON (the *_json.cpp files).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::json {

enum class kind : std::uint8_t { null, boolean, number, string, array, object };

struct value {
  json::kind kind = json::kind::null;
  bool truth = false;
  std::string text;                ///< a string's contents, a number's digits
  std::vector<value> items;        ///< of an array or object
  std::vector<std::string> names;  ///< of an object's items

  /// The member of this name, or none.
  const value* member(std::string_view name) const;
};

/// Past these, reading stops with a problem: nobody's action is larger.
struct bounds {
  std::size_t bytes = std::size_t{1} << 20;
  std::size_t depth = 32;
};

/// Why a text is not JSON that can be used, and where (a JSON pointer).
struct fault {
  std::string message;
  std::string at;
};

struct parsed {
  std::optional<value> document;
  fault problem;  ///< where there is no document
};
parsed parse(std::string_view text, const bounds& within = {});

/// `boolean`, `list`, …: what people call it.
std::string_view name_of(kind k) noexcept;
/// The JSON pointer to a member below `at`.
std::string below(std::string_view at, std::string_view name);
std::string below(std::string_view at, std::size_t index);

}  // namespace remit::json
