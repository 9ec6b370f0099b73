// The words and signs that the rules name, numbered: whether a token is one of them is a comparison of two numbers.
// Not here: what may follow them (vocabulary.hpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace remit::grammar {

/// The number of a word or sign of the language; 0 is none of them.
using word_number = std::uint8_t;

/// Word `n` has the number `n + 1`. The reserved words stand first, in the order of the alphabet.
inline constexpr std::string_view lexicon[] = {
    // Reserved. Kept short: only what a condition, a list or a line of an example could not tell from a name.
    "above", "after", "all", "and", "approved", "at", "before", "between", "by", "consulted", "decision", "expect", "for",
    "formerly", "includes", "is", "minus", "no", "not", "on", "or", "over", "plus", "rights", "today", "under", "unless",
    "when", "yes",
    // Names may be spelt like these.
    "advisory", "agreed", "agreement", "allow", "always", "amendment", "any", "applies", "because", "body", "consult",
    "currency", "date", "day", "days", "decisions", "default", "despite", "do", "duration", "each", "effective", "escalate",
    "every", "example", "fact", "framework", "from", "held", "hour", "hours", "in", "include", "known", "language", "last",
    "least", "loosens", "minute", "minutes", "money", "month", "months", "most", "narrows", "needs", "never", "notify",
    "number", "of", "one", "outside", "overdue", "party", "pillar", "ratify", "record", "redirects", "review", "ritual",
    "role", "rotates", "rule", "source", "statutory", "text", "then", "this", "threshold", "tightens", "to", "touches",
    "unknown", "version", "week", "weeks", "whole", "widens", "within", "working", "year", "years",
    // Signs.
    "{", "}", "(", ")", ",", ":", "=", "<", ">", "/", ">=", "<=", "!=",
};
inline constexpr std::size_t reserved_count = 29, sign_count = 13;

namespace lookup {

inline constexpr std::size_t slots = 512;

/// Told apart by length, first, middle and last letter; the few that are not stand in the next free slot.
constexpr std::size_t slot_of(std::string_view word) noexcept {
  const auto letter = [word](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
  return (letter(0) * 37 + letter(word.size() / 2) * 11 + letter(word.size() - 1) * 5 + word.size()) % slots;
}

constexpr std::array<word_number, slots> made() {
  std::array<word_number, slots> table{};
  for (std::size_t n = 0; n < std::size(lexicon); ++n) {
    std::size_t at = slot_of(lexicon[n]);
    while (table[at] != 0) at = (at + 1) % slots;
    table[at] = static_cast<word_number>(n + 1);
  }
  return table;
}
inline constexpr auto table = made();

}  // namespace lookup

/// The number of `word`, which is not empty.
constexpr word_number number_of(std::string_view word) noexcept {
  for (std::size_t at = lookup::slot_of(word); lookup::table[at] != 0; at = (at + 1) % lookup::slots)
    if (lexicon[lookup::table[at] - 1] == word) return lookup::table[at];
  return 0;
}

/// The number of a word that a rule names; does not compile where the lexicon lacks it.
consteval word_number required(std::string_view word) {
  const word_number n = number_of(word);
  if (n == 0) throw "the lexicon lacks this word";
  return n;
}

constexpr std::string_view word_of(word_number n) noexcept { return lexicon[n - 1]; }
constexpr bool is_reserved(word_number n) noexcept { return n != 0 && n <= reserved_count; }
constexpr bool is_sign(word_number n) noexcept { return n > std::size(lexicon) - sign_count; }
static_assert(!is_sign(required("years")) && is_sign(required("{")));

}  // namespace remit::grammar
