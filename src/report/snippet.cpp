// The line around a place, at most so many columns of it.
// Not here: where lines begin (core/source.cpp), how wide characters are (glyph.cpp).
#include "snippet.hpp"

#include <algorithm>
#include <string_view>

#include "glyph.hpp"

namespace remit {
namespace {

constexpr std::string_view cut_mark = "…";

struct stretch {
  std::string_view text;
  std::uint32_t first = 0;  ///< the byte of the line it begins at
  bool cut_after = false;
};

// A line may be as long as a file. Far more bytes than fit into the columns need not be looked at.
stretch around(std::string_view line, std::uint32_t from, std::uint32_t most_columns) {
  const std::size_t reach = std::size_t{most_columns} * 8;
  const auto inside = [&](std::size_t at) { return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xc0u) == 0x80u; };
  std::size_t first = from > reach ? from - reach : 0;
  std::size_t last = std::min(line.size(), from + reach);
  while (inside(first) && first < from) ++first;
  while (inside(last)) ++last;
  return {line.substr(first, last - first), static_cast<std::uint32_t>(first), last < line.size()};
}

}  // namespace

snippet snippet_of(const source_set& sources, span where, std::uint32_t most_columns) {
  const std::string_view text = sources.text(where.file);
  const position start = sources.start_of(where);
  const std::string_view line = sources.line(where.file, start.line);
  const auto line_begin = static_cast<std::uint32_t>(line.data() - text.data());
  const auto line_size = static_cast<std::uint32_t>(line.size());
  const std::uint32_t from = std::min(where.begin - std::min(where.begin, line_begin), line_size);
  const std::uint32_t to = std::min(where.end - std::min(where.end, line_begin), line_size);

  const stretch seen = around(line, from, most_columns);
  const auto glyphs = glyphs_of(seen.text);
  std::uint32_t before = 0, under = 0, all = 0;
  for (const glyph& g : glyphs) {
    const std::uint32_t at = seen.first + g.byte;
    if (at < from) before += g.width;
    if (at >= from && at < to) under += g.width;
    all += g.width;
  }

  // A window that begins well left of the place, so that one sees what it belongs to.
  const std::uint32_t left = all <= most_columns ? 0 : before - std::min(before, most_columns / 2);
  const std::uint32_t right = left + most_columns;
  snippet result{start.line, {}, {}};
  const bool cut_left = left > 0 || seen.first > 0;
  if (cut_left) result.source = cut_mark;
  std::uint32_t column = 0, shown_from = left;
  for (const glyph& g : glyphs) {
    if (column >= left && column + g.width <= right) {
      if (result.source.size() == (cut_left ? cut_mark.size() : 0)) shown_from = column;
      result.source += g.shown;
    }
    column += g.width;
  }
  if (all > right || seen.cut_after) result.source += cut_mark;
  result.carets.assign(before - std::min(before, shown_from) + (cut_left ? 1u : 0u), ' ');
  result.carets.append(std::max(1u, std::min(under, right - std::min(right, before))), '^');
  return result;
}

}  // namespace remit
