// The bookkeeping of one reading: tokens remembered, comments kept once, the same mistake reported once.
// Not here: what the mistakes of the rules are called (complain.cpp).
#include "builder.hpp"

#include <algorithm>

#include "vocabulary.hpp"

namespace remit::grammar {

builder::builder(std::string_view text, std::uint32_t file, diagnostics& found, const syntax::limits& bounds)
    : text_{text}, found_{found}, bounds_{bounds}, comments_up_to_{text.data()} {
  tree.file = file;
}

const token& builder::look(place at, remembered& r) {
  comments_.clear();
  r = {at, next_token(at, last(), comments_)};
  for (const std::string_view comment : comments_) {
    if (comment.data() < comments_up_to_) continue;
    comments_up_to_ = comment.data() + comment.size();
    tree.comments.push_back({span_of(comment.data(), comments_up_to_)});
  }
  return r.what;
}

// How many there will be if the rest of the text goes on like this; at first that is no more than a guess. Large trees
// take their time from memory that is touched the first time, and growing step by step touches most of it twice.
std::size_t builder::foreseen(std::size_t so_far, place at) const noexcept {
  const std::size_t in_all = so_far * text_.size() / static_cast<std::size_t>(at - first() + 1);
  return std::clamp(in_all + in_all / 16, 2 * so_far + 8, 8 * so_far + 8);
}

token builder::before(place at) const noexcept {
  const auto ends_here = [at](const token& t) { return t.end == at; };
  const auto found = std::find_if(accepted_.begin(), accepted_.end(), ends_here);
  return found == accepted_.end() ? token{token_kind::end, true, 0, false, at, at} : *found;
}

bool builder::begins_line(const token& t) const noexcept {
  place at = t.begin;
  while (at != first() && (at[-1] == ' ' || at[-1] == '\t')) --at;
  return at == first() || at[-1] == '\n';
}

diagnostic& builder::report(code c, span where, std::string message, std::string help) {
  if (errors_++ >= bounds_.errors) throw enough{};
  return found_.add(c, where, std::move(message), std::move(help));
}

bool builder::complain_of_name(const token& t) {
  const std::string_view text = t.text();
  const bool reserved = t.good_name;
  if (!reserved && std::find(bad_names_.begin(), bad_names_.end(), text) != bad_names_.end()) return false;

  const std::string quoted = "`" + std::string{text} + "`";
  if (reserved) {
    report(code::reserved_word, span_of(t), quoted + " is a word of the language and cannot be a name");
    return false;
  }
  bad_names_.emplace_back(text);
  const std::string proposal = proposed_name(text);
  report(code::malformed_name, span_of(t), quoted + " is not a name: names are lower-case letters, digits and `_`",
         proposal.empty() ? "" : "write `" + proposal + "`");
  return false;
}

void builder::complain_of_repeat(const token& t) {
  report(code::repeated_item, span_of(t), "`" + std::string{t.text()} + "` stands here for the second time");
}

void builder::check_text(const token& t) {
  if (!t.closed) report(code::unclosed_string, span_of(t.begin, t.begin + 1), "this text is never closed", "end it with `\"`");
  for (place at = t.begin + 1; at + 1 < t.end; ++at) {
    if (*at != '\\') continue;
    const bool known = at[1] == '"' || at[1] == '\\';
    if (!known) {
      const std::size_t length = character_at(at + 1, t.end).length;
      const std::string_view escape{at, length + 1};
      const bool shows = static_cast<unsigned char>(at[1]) > 0x20;
      report(code::unknown_escape, span_of(at, at + 1 + length),
             shows ? "a text has no escape `" + std::string{escape} + "`" : "a single `\\` means nothing in a text",
             "only `\\\"` and `\\\\` have a meaning; write `\\\\` for a backslash");
    }
    ++at;
  }
}

std::vector<std::string_view> builder::tried_at(const token& t) const {
  std::vector<std::string_view> words;
  if (tried_at_ != t.begin) return words;
  for (const auto numbers : tried_)
    for (const word_number n : numbers)
      if (!is_sign(n)) words.push_back(word_of(n));
  return words;
}

bool builder::is_news(const token& t) noexcept {
  const bool news = explained_ != t.begin;
  explained_ = t.begin;
  return news;
}

bool builder::enter() noexcept {
  if (depth_ == bounds_.nesting) return false;
  ++depth_;
  return true;
}

}  // namespace remit::grammar
