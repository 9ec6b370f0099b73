// The texts an agreement was read from, and where a byte of them stands.
// Not here: reading files (syntax/read.hpp takes text; analysis/load.hpp opens files).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <remit/core/span.hpp>

namespace remit {

/// A place for people: both count from 1, columns in characters.
struct position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend constexpr bool operator==(const position&, const position&) noexcept = default;
};

/// Files by number. Texts never move once added, so views into them stay good as long as the set lives.
/// Adding is for one thread; reading is safe from any number.
class source_set {
 public:
  /// Keeps the text under the name people know the file by. Returns its number.
  std::uint32_t add(std::string name, std::string text);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(files_.size()); }
  std::string_view name(std::uint32_t file) const { return files_.at(file).name; }
  std::string_view text(std::uint32_t file) const { return files_.at(file).text; }
  std::string_view text(span where) const { return text(where.file).substr(where.begin, where.end - where.begin); }

  /// Where a byte stands. A byte past the end stands at the end.
  position at(std::uint32_t file, std::uint32_t byte) const;
  position start_of(span where) const { return at(where.file, where.begin); }
  position end_of(span where) const { return at(where.file, where.end); }
  /// The text of a line (counted from 1) without its line break; empty past the end.
  std::string_view line(std::uint32_t file, std::uint32_t line) const;

 private:
  struct entry {
    std::string name;
    std::string text;
    std::vector<std::uint32_t> line_starts;
    std::vector<std::uint32_t> characters_before;  ///< each stretch of the text
  };
  static std::uint32_t characters_between(const entry& e, std::uint32_t begin, std::uint32_t end);

  std::deque<entry> files_;
};

}  // namespace remit
