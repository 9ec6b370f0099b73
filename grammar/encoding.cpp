// Goes over every character once, before anything is read.
// Not here: repairing anything. What is reported here is passed over as if it were blank.
#include "encoding.hpp"

#include <cstdint>
#include <cstring>
#include <string>

namespace remit::grammar {
namespace {

std::string code_point(char32_t c) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) text += digits[(c >> shift) & 0xFu];
  return text;
}

/// Nearly all of a text.
bool is_plain(char c) noexcept { return c >= ' ' && c < 0x7F; }

/// The same of eight bytes in a row: none has its highest bit, and none gets it by adding 1 or taking 32 away.
bool are_plain(place eight) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  std::uint64_t bytes;
  std::memcpy(&bytes, eight, sizeof bytes);
  return ((bytes | (bytes + ones) | (bytes - ' ' * ones)) & 0x80 * ones) == 0;
}

}  // namespace

void check_encoding(builder& b) {
  place at = b.first();
  const place last = b.last();
  if (at != last && character_at(at, last).value == 0xFEFF) at += 3;
  while (at != last) {
    while (last - at >= 8 && are_plain(at)) at += 8;
    while (at != last && is_plain(*at)) ++at;
    if (at == last) break;
    if (*at == '\n') {
      ++at;
      continue;
    }
    const character c = character_at(at, last);
    const place begin = at;
    at += c.length;
    if (!c.good) {
      while (at != last && !character_at(at, last).good) ++at;
      b.report(code::invalid_utf8, b.span_of(begin, at), "these bytes are not UTF-8", "save the file as UTF-8");
    } else if (is_forbidden(c.value)) {
      for (character next; at != last && (next = character_at(at, last), next.good && next.value == c.value);) at += next.length;
      b.report(code::control_character, b.span_of(begin, at),
               "the character " + code_point(c.value) + " cannot be seen and may change how the text reads", "remove it");
    }
  }
}

}  // namespace remit::grammar
