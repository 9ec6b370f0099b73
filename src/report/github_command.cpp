// Escapes after GitHub's own toolkit: `%`, line breaks, and in properties also `:` and `,`.
// Not here: groups, masks and the other commands.
#include "github_command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "glyph.hpp"

namespace remit {
namespace {

std::string escaped(std::string_view text, bool in_property) {
  std::string safe;
  for (const char c : text) switch (c) {
      case '%': safe += "%25"; break;
      case '\r': safe += "%0D"; break;
      case '\n': safe += "%0A"; break;
      case ':': safe += in_property ? "%3A" : ":"; break;
      case ',': safe += in_property ? "%2C" : ","; break;
      default: safe += c;
    }
  return safe;
}

// Line breaks are the message's own; whatever else could steer a terminal is told by its number.
std::string shown(std::string_view text) {
  std::string lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines += (at == 0 ? "" : "\n") + printable(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::string github_command(std::string_view level, const source_set& sources, span where, std::string_view title,
                           std::string_view message) {
  const position start = sources.start_of(where), end = sources.end_of(where);
  // GitHub knows columns only within one line.
  const std::string columns = start.line == end.line ? fmt::format(",col={},endColumn={}", start.column, end.column) : "";
  return fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", level,
                     escaped(printable(sources.name(where.file)), true), start.line, end.line, columns,
                     escaped(printable(title), true), escaped(shown(message), false));
}

std::string github_command(std::string_view level, std::string_view title, std::string_view message) {
  return fmt::format("::{} title={}::{}\n", level, escaped(printable(title), true), escaped(shown(message), false));
}

}  // namespace remit
