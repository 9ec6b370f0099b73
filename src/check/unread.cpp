// What the reader could not read, so that nothing is said twice: names lost with their declarations, and findings that
// only echo one of the reader's.
// Not here: the reader's own findings.
#include <algorithm>
#include <array>
#include <string_view>

#include "pass.hpp"

namespace remit::checking {
namespace {

constexpr std::string_view name_letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
constexpr std::string_view blanks = " \t\r\n";

bool is_of_reading(const diagnostic& d) { return d.code >= code::syntax && d.code <= code::file_too_large; }

struct declaring {
  std::string_view word;
  std::uint32_t kinds;
};
constexpr declaring declaring_words[] = {
    {"party", kinds(named::party)},   {"role", kinds(named::role)},           {"fact", kinds(named::fact)},
    {"ritual", kinds(named::ritual)}, {"threshold", kinds(named::threshold)}, {"decisions", kinds(named::decision_class)},
    {"pillar", kinds(named::pillar)}, {"rule", kinds(named::rule)},           {"needs", kinds(named::fact)},
};

const declaring* declaring_word(std::string_view word) {
  const auto* found =
      std::find_if(std::begin(declaring_words), std::end(declaring_words), [&](const declaring& d) { return d.word == word; });
  return found == std::end(declaring_words) ? nullptr : found;
}

/// Where the first statement behind a place begins: up to there all may be lost.
std::uint32_t next_statement(const scope& s, std::uint32_t at, std::uint32_t end) {
  for (const syntax::statement& st : s.tree->statements)
    if (st.where.begin > at) return std::min(st.where.begin, end);
  return end;
}

/// Every word of a stretch that looks declared: behind a declaring word, or before a text.
void collect_declared(std::string_view text, scope& s) {
  bool declares = true;  // the first word may be the name whose keyword is missing, the next one that of a misspelt keyword
  for (std::size_t at = 0; (at = text.find_first_of(name_letters, at)) != text.npos;) {
    const std::size_t end = std::min(text.find_first_not_of(name_letters, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t next = text.find_first_not_of(blanks, end);
    const bool titled = next != text.npos && text[next] == '"';
    if (declares || titled) s.unread.insert(word);
    declares = at == 0 || declaring_word(word) != nullptr;
    at = titled ? std::min(text.find('"', next + 1), text.size()) : end;
  }
}

}  // namespace

void collect_unread(const pass& p, scope& s) {
  for (const syntax::word& name : s.tree->unread) s.unread.insert(name.text);
  const std::string_view text = p.sources->text(s.tree->file);
  for (const diagnostic& d : *p.from_reading) {
    if (!is_of_reading(d) || d.where.file != s.tree->file) continue;
    collect_declared(text.substr(d.where.begin, next_statement(s, d.where.begin, count_of(text)) - d.where.begin), s);
    // A declaration that lacks its name may have been of any name.
    const std::size_t line = d.where.begin == 0 ? 0 : text.find_last_of('\n', d.where.begin - 1) + 1;
    std::string_view before = text.substr(line, d.where.begin - line);
    before = before.substr(std::min(before.find_first_not_of(blanks), before.size()));
    before = before.substr(0, before.find_last_not_of(blanks) + 1);
    if (before.starts_with("statutory ")) before.remove_prefix(std::min(before.find("rule"), before.size()));
    if (const declaring* word = declaring_word(before)) s.nameless |= word->kinds;
    if (before.empty() && text.substr(d.where.begin, 1) == "\"") s.nameless |= kinds(named::decision);
  }
}

bool pass::has_syntax_error_in(span where) const {
  return std::any_of(from_reading->begin(), from_reading->end(), [&](const diagnostic& d) {
    return is_of_reading(d) && d.where.file == where.file && d.where.begin >= where.begin && d.where.begin <= where.end;
  });
}

bool pass::has_syntax_error_behind(span where) const {
  const std::string_view text = sources->text(where.file);
  const std::size_t next = std::min(text.find_first_not_of(blanks, where.end), text.size());
  return has_syntax_error_in({where.begin, static_cast<std::uint32_t>(next), where.file});
}

span extent_of(const pass& p, const scope& s, span statement) {
  return {statement.begin, next_statement(s, statement.begin, count_of(p.sources->text(s.tree->file))), statement.file};
}

void drop_echoes(pass& p) {
  std::erase_if(p.found,
                [&](const diagnostic& d) { return d.severity() == severity::error && p.has_syntax_error_behind(d.where); });
}

}  // namespace remit::checking
