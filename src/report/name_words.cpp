// English for names. Titles are written by policy writers: what can't be known of them is left as they wrote it.
// Not here: any other language.
#include "name_words.hpp"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>

#include <remit/core/wording.hpp>

namespace remit {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool capital_after_first_word(std::string_view title) {
  for (std::size_t i = 1; i < title.size(); ++i)
    if (title[i - 1] == ' ' && is_capital(title[i])) return true;
  return false;
}

bool has_any_suffix(std::string_view title, std::initializer_list<std::string_view> suffixes) {
  return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view s) { return title.ends_with(s); });
}

// `Social worker` and `The court` are ordinary words; `Strategy Team` and `Multi Agency Hub` are names.
std::string within_a_sentence(std::string_view title) {
  std::string words{title};
  const bool article = title.starts_with("The ");
  const bool ordinary = title.find(' ') != std::string_view::npos && !capital_after_first_word(title);
  if (article || ordinary) words[0] = lower(words[0]);
  return words;
}

}  // namespace

std::string plain(std::string_view name) {
  std::string words{name};
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string quoted(std::string_view words) { return "“" + std::string{words} + "”"; }

std::string sentence_of(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (!has_any_suffix(text, {".", "?", "!", ".”", "?”", "!”"})) text += '.';
  return text;
}

std::string party_words(const executable& rules, party_id party) {
  const party_entry& p = rules.parties[party.value];
  if (p.title.empty()) return plain(p.name);
  const std::string words = within_a_sentence(p.title);
  if (words.starts_with("the ")) return words;
  // A single word may be a name ("ask Strategy") or an office ("ask the Director"); offices are told by their endings.
  const bool one_word = p.title.find(' ') == std::string_view::npos;
  const bool office =
      p.is_role || p.body || has_any_suffix(p.title, {"er", "or", "Head", "Lead", "Chair", "Panel", "Court", "Team", "Board"});
  return one_word && !office ? words : "the " + words;
}

std::string any_of_words(const executable& rules, view<party_id> members) {
  std::vector<std::string> parties;
  for (const party_id p : members) parties.push_back(party_words(rules, p));
  return listed(parties, "or");
}

std::string all_of_words(const executable& rules, const std::vector<view<party_id>>& groups, party_id asker) {
  std::vector<std::string> words;
  bool has_choice = false;
  for (const view<party_id> g : groups) {
    has_choice = has_choice || g.size() > 1;
    const bool own = g.size() == 1 && g[0] == asker && is_team(rules, asker);
    std::string name = any_of_words(rules, g);
    words.push_back(own && name.starts_with("the ") ? name.insert(4, "whole ") : name);
  }
  // "A or B, and C": a choice next to another group wants the comma.
  return has_choice ? fmt::format("{}", fmt::join(words, ", and ")) : listed(words);
}

bool is_team(const executable& rules, party_id party) {
  const party_entry& p = rules.parties[party.value];
  return p.body || has_any_suffix(p.title, {"Team", "team", "Panel", "panel", "Hub", "Unit", "unit", "Board"});
}

}  // namespace remit
