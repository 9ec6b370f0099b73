// The source line a finding stands on, and a caret run under the exact place.
// Not here: colours and the words around it (text.cpp).
#pragma once

#include <cstdint>
#include <string>

#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

namespace remit {

struct snippet {
  std::uint32_t line = 0;
  std::string source;  ///< safe to print; cut to the part around the place where it is longer than asked
  std::string carets;  ///< blanks, then carets; at least one
};

/// Of a span over several lines, the first line up to its end.
snippet snippet_of(const source_set& sources, span where, std::uint32_t most_columns);

}  // namespace remit
