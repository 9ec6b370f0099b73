// Strings as JSON has them, the way nlohmann-json writes them: the two must not be told apart.
// Not here: anything but strings.
#include "json_line.hpp"

#include <cstdint>
#include <cstring>

#include <nlohmann/json.hpp>

#include "glyph.hpp"

namespace remit {
namespace {

/// The characters that JSON writes with a letter behind a backslash.
constexpr std::string_view escaped = "\"\\\b\f\n\r\t", letters = "\"\\bfnrt";

/// How many bytes there are before one that is not plain ASCII, taken eight at a time.
std::size_t plain_bytes(std::string_view text) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101u, high = 0x80 * each;
  const auto below = [](std::uint64_t bytes, std::uint64_t limit) { return (bytes - limit * each) & ~bytes; };
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (((eight | below(eight, 0x20) | below(eight ^ ('"' * each), 1) | below(eight ^ ('\\' * each), 1)) & high) != 0) break;
  }
  const auto plain = [](char c) { return c >= 0x20 && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80; };
  while (at < text.size() && plain(text[at])) ++at;
  return at;
}

}  // namespace

void json_line::text(std::string_view value) {
  separate();
  const std::size_t begin = out_.size();
  out_ += '"';
  for (std::string_view rest = value;;) {
    const std::size_t plain = plain_bytes(rest);
    out_.append(rest.data(), plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    std::size_t taken = 1;
    if (const auto byte = static_cast<unsigned char>(rest[0]); byte >= 0x80) {
      taken = character_bytes(rest);
      if (taken == 0) {
        out_.resize(begin);
        out_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
      }
      out_.append(rest.data(), taken);
    } else if (const std::size_t n = escaped.find(rest[0]); n != std::string_view::npos) {
      out_ += {'\\', letters[n]};
    } else {
      constexpr char digits[] = "0123456789abcdef";
      out_ += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 0xfu]};
    }
    rest.remove_prefix(taken);
  }
  out_ += '"';
}

}  // namespace remit
