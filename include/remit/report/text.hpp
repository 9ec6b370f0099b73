// Findings for people: where, what, the line itself with carets under the place, and what to do about it.
// Not here: findings for programs (json.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>

#include <remit/core/diagnostic.hpp>

namespace remit {

struct text_style {
  bool colour = false;
  std::uint32_t columns = 100;  ///< a longer source line is cut to the part around its place
};

/// How many findings of each severity, over as many lists as are added up.
struct finding_counts {
  std::size_t errors = 0, warnings = 0, infos = 0;

  finding_counts& operator+=(const diagnostics& found);
};

/// One finding with its source line and its related places. Nothing of the source reaches a terminal unescaped.
std::string to_text(const diagnostic& finding, const source_set& sources, const text_style& style = {});
/// `2 errors, 1 warning`, or `nothing found`.
std::string to_text(const finding_counts& counts);
/// Every finding, and the counts as the last line.
std::string to_text(const diagnostics& found, const text_style& style = {});

std::ostream& operator<<(std::ostream& out, const diagnostics& found);

}  // namespace remit
