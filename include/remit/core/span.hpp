// A stretch of source text: which file, from which byte, up to which.
// Not here: lines and columns (source.hpp works them out when somebody asks).
#pragma once

#include <cstdint>

namespace remit {

/// Bytes `begin` (included) to `end` (not included) of file number `file` of a source_set.
struct span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t file = 0;

  friend constexpr bool operator==(const span&, const span&) noexcept = default;
};

/// The smallest span that covers both; they stand in the same file.
constexpr span join(span a, span b) noexcept {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end, a.file};
}

}  // namespace remit
