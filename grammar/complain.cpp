// Puts a mistake into one sentence, and knows the usual slips and their remedies.
// Not here: mistakes inside a token, which are reported where the token is read.
#include "complain.hpp"

#include <remit/core/spelling.hpp>

#include "vocabulary.hpp"

namespace remit::grammar {
namespace {

std::string quoted(std::string_view text) { return "`" + std::string{text} + "`"; }

/// As much of a token as fits into a sentence.
std::string shown(const token& t) {
  constexpr std::size_t most = 32;
  std::string_view text = t.text();
  text = text.substr(0, text.find_first_of("\r\n"));
  if (text.size() <= most) return quoted(text);
  std::size_t cut = most;
  while (cut != 0 && (static_cast<unsigned char>(text[cut]) & 0xC0u) == 0x80u) --cut;
  return "`" + std::string{text.substr(0, cut)} + "…`";
}

/// A slip: what was written, perhaps what was expected instead, and the remedy.
struct slip {
  std::string_view found;
  std::string_view expected;
  std::string_view help;
};
constexpr slip slips[] = {
    {"if", "", "conditions begin with `when`"},
    {"except", "", "exceptions begin with `unless`"},
    {"&&", "", "write `and`"},
    {"||", "", "write `or`"},
    {"==", "", "write `is` or `=`"},
    {"<>", "", "write `is not` or `!=`"},
    {"=>", "", "write `at least` or `>=`"},
    {"!", "", "write `not`"},
    {"=", "`:`", "the type stands behind a colon, as in `fact cost : money`"},
    {":", "`=`", "the amount stands behind `=`, as in `threshold small = £500`"},
    {"above", "", "comparisons say `over`"},
    {"below", "", "comparisons say `under`"},
    {"exceeds", "", "comparisons say `over`"},
    {"greater", "", "comparisons say `over`"},
    {"more", "", "comparisons say `over` or `at least`"},
    {"less", "", "comparisons say `under` or `at most`"},
    {"equals", "", "comparisons say `is`"},
    {"contains", "", "comparisons say `includes`"},
    {"in", "", "comparisons say `is any of`"},
    {"+", "", "write `plus`"},
    {"-", "", "write `minus`"},
    {";", "", "nothing is needed at the end of a line"},
    {"'", "", "texts stand between double quotes"},
    {"“", "", "texts stand between straight quotes, `\"`"},
    {"”", "", "texts stand between straight quotes, `\"`"},
    {"„", "", "texts stand between straight quotes, `\"`"},
    {"‘", "", "texts stand between straight quotes, `\"`"},
    {"’", "", "texts stand between straight quotes, `\"`"},
    {"\u00a0", "", "this is a no-break space; write an ordinary one"},
    {"–", "", "this is a dash; a minus sign is `-`, and `to` joins the ends of a range"},
    {"plus", "", "at most two amounts are joined by `plus` or `minus`"},
    {"minus", "", "at most two amounts are joined by `plus` or `minus`"},
};

constexpr std::string_view units[] = {"minute", "minutes", "hour",  "hours",  "day",  "days", "week",
                                      "weeks",  "working", "month", "months", "year", "years"};

/// Words that are spelt right and only stand in the wrong place.
bool is_language_word(std::string_view word) {
  const auto among = [word](const auto& words) { return std::find(std::begin(words), std::end(words), word) != std::end(words); };
  return among(statement_words) || among(clause_words) || syntax::is_reserved(word);
}

std::string remedy(builder& b, const token& found, std::string_view expected) {
  for (const slip& s : slips)
    if (found.is(s.found) && (s.expected.empty() || s.expected == expected)) return std::string{s.help};
  const bool word = found.kind == token_kind::word;
  if (word && expected.find("in quotes") != expected.npos)
    return "texts stand between quotes: `\"" + std::string{found.text()} + "…\"`";
  if (word && expected == "a length of time" && std::find(std::begin(units), std::end(units), found.text()) != std::end(units))
    return "say how many: `1 " + std::string{found.text()} + "`";
  if (found.kind == token_kind::text && expected == "a name")
    return "a name stands before the title: lower-case letters, digits and `_`";
  if (found.is("{") && expected == "`:`") return {};
  if (!word || is_language_word(found.text())) return {};
  if (expected == "`to`") return "write `to " + std::string{found.text()} + "`";
  const std::string_view meant = nearest(found.text(), b.tried_at(found));
  return meant.empty() ? std::string{} : "did you mean " + quoted(meant) + "?";
}

/// Where a statement should begin, something else stands.
bool no_statement(builder& b, const token& t) {
  if (t.is("}")) {
    if (b.goes_adrift())
      b.report(code::syntax, b.span_of(t), "this `}` closes nothing", "remove it, or look above for a `{` that is missing");
    return true;
  }
  if (t.kind != token_kind::word || !b.begins_line(t)) return false;
  if (t.is("rule") || t.is("statutory")) {
    complain_of_homeless_rule(b, t);
    return true;
  }
  if (is_next_thing(b, t)) {
    b.report(code::syntax, b.span_of(t), quoted(t.text()) + " stands inside a rule",
             "put it between the braces of a `rule name \"title\" { … }`");
    return true;
  }
  std::string help = remedy(b, t, "a statement");
  const std::string_view meant = nearest(t.text(), statement_words);
  if (!help.empty() && meant.empty()) return false;  // more likely a slip in the statement before it
  b.report(code::unknown_statement, b.span_of(t), quoted(t.text()) + " is not a statement of the language",
           meant.empty() ? std::string{} : "did you mean " + quoted(meant) + "?");
  return true;
}

std::size_t indentation(builder& b, place at) {
  place line = at;
  while (line != b.first() && line[-1] != '\n') --line;
  std::size_t blanks = 0;
  while (line[blanks] == ' ' || line[blanks] == '\t') ++blanks;
  return blanks;
}

}  // namespace

void complain(builder& b, place where, std::string_view expected) {
  const token t = b.peek(where);
  if (!b.is_news(t)) return;
  if (expected == "a statement" && no_statement(b, t)) return;

  std::string message = "expected " + std::string{expected};
  const token before = b.before(where);
  if (before.kind != token_kind::end) message += " after " + shown(before);
  message += t.kind == token_kind::end    ? ", but the file ends here"
             : t.kind == token_kind::text ? ", but found the text " + shown(t)
                                          : ", but found " + shown(t);
  b.report(code::syntax, b.span_of(t), std::move(message), remedy(b, t, expected));
}

void complain_of_homeless_rule(builder& b, const token& t) {
  if (!b.goes_adrift()) return;
  b.report(code::syntax, b.span_of(t), "rules stand inside a pillar",
           "put it between the braces of a `pillar name \"title\" { … }`; perhaps a `}` above is one too many");
}

void close_block(builder& b, const token& open, place& at) {
  const token t = b.peek(at);
  if (t.is("}")) {
    // A brace further left than its block closes an outer one in its author's eyes.
    if (b.begins_line(t) && open.is("{") && indentation(b, t.begin) < indentation(b, open.begin)) b.suspect(open);
    return b.accept(t, at);
  }
  if (!open.is("{") || (t.kind == token_kind::end && b.is_explained(t))) return;
  const token unclosed = b.suspect_since(open);
  diagnostic& d = b.report(code::unclosed_brace, b.span_of(unclosed), "this `{` is never closed", "end the block with `}`");
  if (t.kind != token_kind::end) d.related.push_back({b.span_of(t), "the block must have ended before this"});
}

}  // namespace remit::grammar
