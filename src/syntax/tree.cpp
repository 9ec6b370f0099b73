// What a string says, as against how it was written.
// Not here: reading strings (grammar/), which has reported escapes that the language does not have.
#include <remit/syntax/tree.hpp>

namespace remit::syntax {
namespace {

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }
constexpr bool is_space(char c) noexcept { return is_blank(c) || c == '\n'; }

}  // namespace

std::string text_of(const words& w) {
  const std::string_view raw = w.raw;
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    if (is_space(raw[i])) {
      std::size_t end = i;
      while (end < raw.size() && is_space(raw[end])) ++end;
      const std::string_view gap = raw.substr(i, end - i);
      // A broken line reads as one space; blanks within a line stand as they are.
      if (gap.find('\n') != gap.npos)
        text += ' ';
      else
        text += gap;
      i = end;
      continue;
    }
    const bool escape = raw[i] == '\\' && i + 1 < raw.size() && (raw[i + 1] == '"' || raw[i + 1] == '\\');
    if (escape) ++i;
    text += raw[i++];
  }
  return text;
}

}  // namespace remit::syntax
