// The words of the language, and how a statement or clause is told from a name that happens to be spelt the same.
// Not here: reading anything.
#include "vocabulary.hpp"

#include <cctype>

namespace remit::grammar {
namespace {

constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// What follows the first word of a statement or clause, a letter a token:
/// t a text, w a word, d a figure, : = { themselves; a blank and a word mean that word.
struct pattern {
  word_number word;
  std::string_view follow;
  consteval pattern(std::string_view first, std::string_view then) : word{required(first)}, follow{then} {}
};
constexpr pattern statements[] = {
    {"agreement", "t"},  {"framework", "t"}, {"version", "t"},  {"language", "d"}, {"effective", "d"},   {"review", " every"},
    {"applies", " to"},  {"agreed", " by"},  {"currency", "w"}, {"include", "t"},  {"outside", " this"}, {"party", "wt"},
    {"role", "wt"},      {"fact", "w:"},     {"needs", "w:"},   {"needs", "ww"},   {"ritual", "wt"},     {"decisions", "wt"},
    {"threshold", "w="}, {"pillar", "wt"},   {"always", "v"},   {"never", "v"},    {"example", "t{"},
};
/// Those that no line of an example and no decision looks like.
constexpr pattern unmistakable[] = {{"party", "wt"},     {"role", "wt"},   {"fact", "w:"},
                                    {"needs", "w:"},     {"ritual", "wt"}, {"decisions", "wt"},
                                    {"threshold", "w="}, {"pillar", "wt"}, {"example", "t{"}};
constexpr pattern rules[] = {{"rule", "wt"}, {"statutory", " rule"}};
constexpr pattern clauses[] = {
    {"consult", "w"}, {"escalate", " to"}, {"allow", "w"}, {"then", "w"},    {"record", "t"},
    {"notify", "w"},  {"ratify", " by"},   {"do", "t"},    {"because", "t"}, {"source", "t"},
};

bool fits(builder& b, token t, std::string_view follow) {
  if (follow.starts_with(' ')) return b.peek(t.end).is_word(follow.substr(1));
  for (const char c : follow) {
    t = b.peek(t.end);
    const bool good = c == 't'   ? t.kind == token_kind::text
                      : c == 'w' ? t.kind == token_kind::word
                      : c == 'd' ? t.kind == token_kind::figure
                      : c == 'v' ? t.is_word("escalate") || t.is_word("consult") || t.is_word("allow")
                                 : t.is(std::string_view{&c, 1});
    if (!good) return false;
  }
  return true;
}

template <std::size_t N>
bool opens(builder& b, const token t, const pattern (&patterns)[N]) {
  if (t.kind != token_kind::word || t.number == 0) return false;
  return std::any_of(std::begin(patterns), std::end(patterns),
                     [&](const pattern& p) { return t.number == p.word && fits(b, t, p.follow); });
}

}  // namespace

std::string ticked(word_number word) { return "`" + std::string{word_of(word)} + "`"; }

bool is_currency(std::string_view text) noexcept { return text.size() == 3 && std::all_of(text.begin(), text.end(), is_upper); }

std::string proposed_name(std::string_view text) {
  std::string name;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_upper(c)) {
      if (i != 0 && (is_lower(text[i - 1]) || is_digit(text[i - 1]))) name += '_';
      name += static_cast<char>(c - 'A' + 'a');
    } else if (is_lower(c) || (is_digit(c) && !name.empty())) {
      name += c;
    } else if ((c == '-' || c == '_') && !name.empty()) {
      name += '_';
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return {};
    }
  }
  return syntax::is_reserved(name) ? std::string{} : name;
}

bool opens_statement(builder& b, token t) { return opens(b, t, statements); }

bool opens_in(builder& b, token t, room where) {
  switch (where) {
    case room::in_file: return opens(b, t, statements);
    case room::in_pillar: return opens(b, t, rules);
    case room::in_rule:
      return t.kind == token_kind::word && std::find(clause_words.begin(), clause_words.end(), t.text()) != clause_words.end();
    case room::in_decisions: return t.kind == token_kind::word && b.peek(t.end).kind == token_kind::text;
    case room::in_example: return t.kind == token_kind::word;
  }
  return false;
}

bool ends_room(builder& b, token t, room where) {
  if (t.kind == token_kind::end) return true;
  if (where == room::in_file) return false;
  if (t.is("}")) return true;
  if (opens(b, t, unmistakable) || (where != room::in_pillar && opens(b, t, rules))) return true;
  return (where == room::in_pillar || where == room::in_rule) && b.begins_line(t) && opens(b, t, statements);
}

bool is_next_thing(builder& b, token t) {
  return t.number != 0 && b.begins_line(t) && (opens(b, t, clauses) || opens(b, t, rules) || opens(b, t, statements));
}

}  // namespace remit::grammar

namespace remit::syntax {

bool is_reserved(std::string_view word) noexcept { return !word.empty() && grammar::is_reserved(grammar::number_of(word)); }

std::span<const std::string_view> reserved_words() noexcept { return {grammar::lexicon, grammar::reserved_count}; }

}  // namespace remit::syntax
