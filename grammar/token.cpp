// Cuts the text into tokens, one at a time and wherever asked; looks at each byte with no state but its place.
// Not here: complaints. An unclosed text or a strange character is a token like any other.
#include "token.hpp"

#include <algorithm>
#include <array>

namespace remit::grammar {
namespace {

/// What a byte can be part of; looked up, for this is asked of every byte. Bytes beyond ASCII are of no kind here.
enum : std::uint8_t { digit = 1, letter = 2, blank = 4, mark = 8, capital = 16, foreign = 32 };
constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = digit;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = letter;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = letter | capital;
  table['_'] = letter;
  for (const char c : {' ', '\n', '\t', '\r'}) table[static_cast<unsigned char>(c)] = blank;
  for (const char c : {'{', '}', '(', ')', ',', ':', '=', '<', '>', '/', '!', '&', '|'}) table[static_cast<unsigned char>(c)] = mark;
  return table;
}();
constexpr int kinds_of(char c) noexcept { return kinds[static_cast<unsigned char>(c)]; }
constexpr bool is(char c, int kind) noexcept { return (kinds_of(c) & kind) != 0; }
constexpr bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_digit(char c) noexcept { return is(c, digit); }
constexpr bool is_blank(char c) noexcept { return is(c, blank); }

/// The bytes of the currency symbol here, or 0.
std::size_t currency_symbol(place at, place last) noexcept {
  if (*at == '$') return 1;
  if (is_ascii(*at)) return 0;
  const std::string_view rest{at, static_cast<std::size_t>(last - at)};
  return rest.starts_with("£") ? 2 : rest.starts_with("€") ? 3 : 0;
}

/// Letters beyond ASCII stay with their word, so that one complaint covers it.
std::size_t foreign_letter(place at, place last) noexcept {
  if (is_ascii(*at) || currency_symbol(at, last) != 0) return 0;
  const character c = character_at(at, last);
  const bool letter = (c.value >= 0xC0 && c.value < 0x2000) || (c.value >= 0x2C00 && c.value < 0xD800);
  return c.good && letter ? c.length : 0;
}

place word_end(place at, place last) noexcept {
  while (at != last) {
    if (is(*at, letter | digit))
      ++at;
    else if (*at == '-' && at + 1 != last && is(at[1], letter | digit))
      ++at;
    else if (const std::size_t n = foreign_letter(at, last))
      at += n;
    else
      break;
  }
  return at;
}

/// Loosely: whatever a person may have meant as one figure is one token, so that it can be judged as a whole.
place figure_end(place at, place last) noexcept {
  if (at != last && *at == '-') ++at;
  while (at != last) {
    if (is(*at, letter | digit))
      ++at;
    else if (at + 1 != last && is_digit(at[1]) && (*at == ',' || *at == '.' || *at == '-' || *at == '/'))
      ++at;
    else if (const std::size_t n = currency_symbol(at, last))
      at += n;
    else
      break;
  }
  return at;
}

bool begins_figure(place at, place last) noexcept {
  if (is_digit(*at) || currency_symbol(at, last) != 0) return true;
  const bool sign = *at == '-' || *at == '.';
  return sign && at + 1 != last && (is_digit(at[1]) || (*at == '-' && currency_symbol(at + 1, last) != 0));
}

/// A text may run over lines, so a missing quote would pair every later one wrongly. It shows: the text then spans
/// lines and "closes" right before a word. Such a text ends with its first line and counts as unclosed.
token text_token(place begin, place last) noexcept {
  place line_end = nullptr;
  place at = begin + 1;
  for (; at != last && *at != '"'; ++at) {
    if (*at == '\n' && line_end == nullptr) line_end = at;
    if (*at == '\\' && at + 1 != last && at[1] != '\n') ++at;
  }
  const bool ends = at != last;
  const place after = ends ? at + 1 : last;
  const bool plausible = after == last || is_blank(*after) || std::string_view{",{}()#"}.find(*after) != std::string_view::npos;
  if (ends && (line_end == nullptr || plausible)) return {token_kind::text, true, 0, false, begin, after};
  place stop = line_end == nullptr ? last : line_end;
  while (stop != begin + 1 && is_blank(stop[-1])) --stop;
  return {token_kind::text, false, 0, false, begin, stop};
}

}  // namespace

character character_at(place at, place last) noexcept {
  const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
  if (byte(0) < 0x80) return {byte(0), 1, true};
  const int length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || last - at < length) return {0, 1, false};
  char32_t value = byte(0) & (0xFFu >> (length + 1));
  for (int i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {0, 1, false};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (overlong || surrogate || value > 0x10FFFF) return {0, 1, false};
  return {value, static_cast<std::uint8_t>(length), true};
}

bool is_forbidden(char32_t c) noexcept {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xFEFF;
}

namespace {

place skip_blanks(place at, place last, std::vector<std::string_view>& comments) {
  while (at != last) {
    if (is_blank(*at)) {
      ++at;
    } else if (is(*at, letter)) {
      break;
    } else if (*at == '#') {
      const place begin = at;
      at = std::find(at, last, '\n');
      const place end = at != last && at[-1] == '\r' ? at - 1 : at;
      comments.emplace_back(begin, static_cast<std::size_t>(end - begin));
    } else if (*at > ' ' && *at < 0x7F) {  // nearly all that follows a blank
      break;
    } else {
      const character c = character_at(at, last);
      if (c.good && !is_forbidden(c.value)) break;
      at += c.length;
    }
  }
  return at;
}

/// `all`: what its bytes are part of, taken together.
token word_token(place begin, place end, int all) noexcept {
  const std::string_view text{begin, static_cast<std::size_t>(end - begin)};
  const bool good_name = (all & ~(letter | digit)) == 0 && is(*begin, letter) && *begin != '_';
  return {token_kind::word, true, number_of(text), good_name, begin, end};
}

token symbol_token(place at, place last) noexcept {
  constexpr std::string_view pairs[] = {">=", "<=", "!=", "==", "&&", "||", "=>", "<>"};
  const bool may_be_two = last - at > 1 && is(at[1], mark);
  const std::string_view sign{at, may_be_two ? 2u : 1u};
  if (may_be_two && std::find(std::begin(pairs), std::end(pairs), sign) != std::end(pairs))
    return {token_kind::symbol, true, number_of(sign), false, at, at + 2};
  const word_number number = number_of(sign.substr(0, 1));
  return {number != 0 ? token_kind::symbol : token_kind::other, true, number, false, at, at + 1};
}

/// Most tokens are words of ASCII.
token word_at(place at, place last) noexcept {
  place end = at;
  int all = 0;
  for (; end != last; ++end) {
    const int kind = kinds_of(*end);
    if ((kind & (letter | digit)) == 0) break;
    all |= kind;
  }
  const place further = end == last || (is_ascii(*end) && *end != '-') ? end : word_end(end, last);
  return word_token(at, further, further == end ? all : foreign);
}

token token_at(place at, place last) noexcept {
  if (at == last) return {token_kind::end, true, 0, false, at, at};
  if (*at == '"') return text_token(at, last);
  if (is(*at, mark)) return symbol_token(at, last);
  if (begins_figure(at, last)) return {token_kind::figure, true, 0, false, at, figure_end(at, last)};
  if (foreign_letter(at, last) != 0) return word_token(at, word_end(at, last), foreign);
  return {token_kind::other, true, 0, false, at, at + character_at(at, last).length};
}

}  // namespace

token next_token(place at, place last, std::vector<std::string_view>& comments) {
  at = skip_blanks(at, last, comments);
  return at != last && is(*at, letter) ? word_at(at, last) : token_at(at, last);
}

}  // namespace remit::grammar
