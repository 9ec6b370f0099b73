// Finds where reading goes on after a mistake. Blocks are skipped whole; lines tell where a new thing begins.
// Not here: what is said of the mistake (complain.cpp).
#include "resume.hpp"

#include <remit/core/spelling.hpp>

namespace remit::grammar {
namespace {

/// A statement in the first column begins anew whatever braces are open; so does a misspelt one.
bool restarts_file(builder& b, const token& t) {
  const bool first_column = t.begin == b.first() || t.begin[-1] == '\n';
  if (!first_column || t.kind != token_kind::word) return false;
  if (std::find(statement_words.begin(), statement_words.end(), t.text()) != statement_words.end()) return true;
  const token_kind next = b.peek(t.end).kind;
  return (next == token_kind::word || next == token_kind::text) && !nearest(t.text(), statement_words).empty();
}

}  // namespace

place next_in(builder& b, room where, place begin, place at) {
  const place start = b.peek(begin).begin;
  for (int depth = 0;;) {
    const token t = b.peek(at);
    if (t.kind == token_kind::end) return at;
    if (t.begin != start) {
      if (depth == 0 && (ends_room(b, t, where) || (b.begins_line(t) && opens_in(b, t, where)))) return at;
      if (restarts_file(b, t)) return at;
    }
    if (t.is("{")) ++depth;
    if (t.is("}") && depth > 0) --depth;
    at = t.end;
  }
}

place block_behind(builder& b, place at) {
  for (;;) {
    const token t = b.peek(at);
    if (t.is("{")) return at;
    if (t.kind == token_kind::end || t.is("}") || is_next_thing(b, t)) return nullptr;
    at = t.end;
  }
}

void check_opening(builder& b, place& at) {
  const token t = b.peek(at);
  constexpr std::string_view openings[] = {"agreement", "framework"};
  if (t.is_word(openings[0]) || t.is_word(openings[1])) return;
  const std::string_view meant = t.kind == token_kind::word ? nearest(t.text(), openings) : std::string_view{};
  b.report(code::no_agreement, b.span_of(t), "a file begins with `agreement \"…\"` or `framework \"…\"`",
           meant.empty() ? std::string{} : "did you mean `" + std::string{meant} + "`?");
  const bool other_statement = std::find(statement_words.begin(), statement_words.end(), t.text()) != statement_words.end();
  if (!other_statement) at = next_in(b, room::in_file, at, at);
}

void note_unread(builder& b, room where, place begin) {
  token t = b.peek(begin);
  const auto behind = [&](std::string_view word) {
    if (t.is_word(word)) t = b.peek(t.end);
    return t.begin != b.peek(begin).begin;
  };
  switch (where) {
    case room::in_file: {
      if (behind("needs"))
        behind("party");
      else if (!(behind("party") || behind("role") || behind("fact") || behind("ritual") || behind("threshold") ||
                 behind("pillar") || behind("decisions")))
        return;
      break;
    }
    case room::in_pillar:
      behind("statutory");
      if (!behind("rule")) return;
      break;
    case room::in_decisions: break;
    case room::in_rule:
    case room::in_example: return;
  }
  if (t.kind == token_kind::word && t.good_name) b.tree.unread.push_back({t.text(), b.span_of(t)});
}

}  // namespace remit::grammar
