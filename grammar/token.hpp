// The smallest parts of the text: words, figures, texts, symbols, with blanks and comments between them.
// Not here: which of them may follow which (the rules), and what a figure is worth (amounts).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <remit/core/span.hpp>

#include "lexicon.hpp"

namespace remit::grammar {

/// Places in the text while it is read.
using place = const char*;

enum class token_kind : std::uint8_t {
  end,     ///< the end of the text
  word,    ///< letters, digits, `_` and hyphens; whether it is a good name is asked later
  figure,  ///< anything that begins as a number, a date or money does
  text,    ///< `"…"`
  symbol,  ///< `{ } ( ) , : = > < >= <= !=` and their like
  other,   ///< a character the language has no use for
};

struct token {
  token_kind kind = token_kind::end;
  bool closed = true;      ///< text: whether its closing quote was found
  word_number number = 0;  ///< word, symbol: its number in the lexicon
  bool good_name = false;  ///< word: a lower-case letter, then lower-case letters, digits and `_`
  place begin = nullptr;
  place end = nullptr;

  std::string_view text() const noexcept { return {begin, static_cast<std::size_t>(end - begin)}; }
  bool is(std::string_view what) const noexcept { return text() == what; }
  bool is_word(std::string_view what) const noexcept { return kind == token_kind::word && is(what); }
};

/// One character of UTF-8: its value and length; length 1 and `good` false where the bytes are not UTF-8.
struct character {
  char32_t value = 0;
  std::uint8_t length = 1;
  bool good = true;
};
character character_at(place at, place last) noexcept;

/// Characters that no agreement may contain: controls but tab and line breaks, and those that turn the direction of writing.
bool is_forbidden(char32_t c) noexcept;

/// The token at `at` or behind the blanks and comments there; the comments are added to `comments`. What the check of the
/// encoding has complained of counts as blank.
token next_token(place at, place last, std::vector<std::string_view>& comments);

}  // namespace remit::grammar
