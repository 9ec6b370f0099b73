// Greedy line breaking at blanks.
// Not here: hyphens.
#include "wrap.hpp"

#include <algorithm>
#include <cstdint>

#include "glyph.hpp"

namespace remit {

std::string wrapped(std::string_view text, unsigned columns, unsigned indent) {
  const std::string safe = printable(text);
  const std::string margin(indent, ' ');
  std::string lines;
  std::uint32_t used = 0;
  for (std::size_t at = 0; at < safe.size();) {
    const std::size_t end = std::min(safe.find(' ', at), safe.size());
    const std::string_view word = std::string_view{safe}.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::uint32_t width = columns_of(word);
    if (used != 0 && used + 1 + width > columns) {
      lines += '\n';
      used = 0;
    }
    lines += used == 0 ? margin : " ";
    used += (used == 0 ? indent : 1) + width;
    lines += word;
  }
  return lines + "\n";
}

}  // namespace remit
