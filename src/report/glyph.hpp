// Text as a terminal shows it: how wide each character is, and nothing in it that could steer the terminal.
// Not here: fonts, grapheme clusters, right-to-left layout.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// One character of a text, ready to be shown.
struct glyph {
  std::uint32_t byte = 0;   ///< where it begins in the text
  std::uint32_t width = 0;  ///< columns it takes: 0 for a combining mark, 2 for a wide one
  std::string shown;        ///< itself, spaces for a tab, `<U+001B>` or `<FF>` for what must not be shown as it is
};

std::vector<glyph> glyphs_of(std::string_view text);

/// The text with everything that could steer a terminal shown by its number instead.
std::string printable(std::string_view text);

/// The bytes of the character that a text begins with; 0 where its bytes are not UTF-8.
std::uint32_t character_bytes(std::string_view text);

/// The columns a printable text takes.
std::uint32_t columns_of(std::string_view text);

}  // namespace remit
