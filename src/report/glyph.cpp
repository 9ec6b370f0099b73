// UTF-8 taken apart, strictly; widths from a short table that is right for the scripts people write agreements in.
// Not here: the whole of Unicode's width tables.
#include "glyph.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace remit {
namespace {

struct range {
  char32_t first, last;
};

constexpr range unseen[] = {
    {0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},   {0x180e, 0x180e}, {0x200b, 0x200b},
    {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
};
constexpr range combining[] = {
    {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},   {0x64b, 0x65f},   {0x200c, 0x200d},
    {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xe0100, 0xe01ef},
};
constexpr range wide[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},   {0xa960, 0xa97f}, {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};

template <std::size_t Size>
bool in(const range (&ranges)[Size], char32_t c) {
  const auto* const next =
      std::upper_bound(std::begin(ranges), std::end(ranges), c, [](char32_t value, const range& r) { return value < r.first; });
  return next != std::begin(ranges) && c <= std::prev(next)->last;
}

struct decoded {
  char32_t character = 0;
  std::uint32_t bytes = 0;  ///< 0: no character begins like this
};

decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {};
  char32_t c = lead & (0xffu >> (bytes + 1));
  for (std::uint32_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0u) != 0x80u) return {};
    c = c << 6 | (byte(i) & 0x3fu);
  }
  const bool overlong = (bytes == 3 && c < 0x800) || (bytes == 4 && c < 0x10000);
  if (overlong || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return {};
  return {c, bytes};
}

constexpr std::uint32_t tab_stop = 4;

}  // namespace

std::vector<glyph> glyphs_of(std::string_view text) {
  std::vector<glyph> glyphs;
  glyphs.reserve(text.size());
  std::uint32_t column = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const decoded d = decode(text.substr(at));
    glyph g{at, 1, {}};
    if (d.bytes == 0) {
      g.shown = fmt::format("<{:02X}>", static_cast<unsigned char>(text[at]));
      g.width = static_cast<std::uint32_t>(g.shown.size());
    } else if (d.character == '\t') {
      g.width = tab_stop - column % tab_stop;
      g.shown.assign(g.width, ' ');
    } else if (in(unseen, d.character)) {
      g.shown = fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(d.character));
      g.width = static_cast<std::uint32_t>(g.shown.size());
    } else {
      g.shown = text.substr(at, d.bytes);
      g.width = in(combining, d.character) ? 0 : in(wide, d.character) ? 2 : 1;
    }
    at += std::max(d.bytes, 1u);
    column += g.width;
    glyphs.push_back(std::move(g));
  }
  return glyphs;
}

std::string printable(std::string_view text) {
  std::string shown;
  for (const glyph& g : glyphs_of(text)) shown += g.shown;
  return shown;
}

std::uint32_t columns_of(std::string_view text) {
  std::uint32_t columns = 0;
  for (const glyph& g : glyphs_of(text)) columns += g.width;
  return columns;
}

std::uint32_t character_bytes(std::string_view text) { return decode(text).bytes; }

}  // namespace remit
