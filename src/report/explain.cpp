// An explanation laid out: first what it comes to, then why, then what remains to be done.
// Not here: the sentences (verdict_sentences.cpp), breaking lines (wrap.cpp).
#include <remit/report/explain.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>

#include <remit/analysis/examples.hpp>
#include <remit/core/wording.hpp>
#include <remit/report/decided.hpp>
#include "../analysis/amount.hpp"
#include "name_words.hpp"
#include "verdict_sentences.hpp"
#include "wrap.hpp"

namespace remit {
namespace {

using section = explanation::section;

std::string source_words(const told_clause& t) {
  const std::string place = fmt::format("{}, line {}", t.file, t.line);
  return t.source.empty() ? fmt::format("Written in {}.", place) : fmt::format("Source: {} ({}).", t.source, place);
}

section why(const verdict_sentences& words, const action& asked, const verdict& given) {
  section s{"Why", {}};
  if (given.basis() != basis::rule) s.paragraphs.push_back({words.reason()});
  if (asked.decision() && (given.basis() == basis::rule || given.basis() == basis::approved))
    s.paragraphs.push_back({sentence_of(words.held())});
  const std::vector<ground>& grounds = words.grounds();
  for (auto g = grounds.begin(); g != grounds.end(); ++g) {
    const told_clause& t = *g->told;
    const auto same_rule = [&](const ground& other) { return other.told->rule == t.rule; };
    if (std::any_of(grounds.begin(), g, same_rule)) continue;
    s.paragraphs.push_back({rule_words(t) + (t.statutory ? " (the law asks for this)" : "")});
    for (const ground& of_rule : grounds)
      if (same_rule(of_rule)) s.paragraphs.push_back({words.clause(of_rule), 1});
    if (!t.because.empty()) s.paragraphs.push_back({sentence_of(fmt::format("Because: {}", t.because)), 1});
    s.paragraphs.push_back({source_words(t), 1});
  }
  return s;
}

// Of a `consult` the headline says it already.
section before(const action& asked, const verdict& given) {
  section s{"Before it is decided", {}};
  if (given.outcome() == outcome::escalate && !given.consult().empty())
    s.paragraphs.push_back({sentence_of("Ask " + all_of_words(asked.rules(), all_groups(given.consult()), asked.by()))});
  return s;
}

section duties(const verdict& given) {
  section s{"Also to be done", {}};
  const executable& rules = *given.rules();
  for (const duty_entry& d : given.duties()) {
    std::vector<view<party_id>> to;
    for (const std::uint32_t g : d.to) to.push_back(rules.groups[g].members);
    const std::string whom = all_of_words(rules, to) + (d.within.empty() ? "" : fmt::format(" within {}", d.within));
    switch (d.kind) {
      case duty_kind::record: s.paragraphs.push_back({sentence_of(fmt::format("Write down {}", d.what))}); break;
      case duty_kind::action: s.paragraphs.push_back({sentence_of(std::string{d.what})}); break;
      case duty_kind::notify: s.paragraphs.push_back({sentence_of("Tell " + whom)}); break;
      case duty_kind::ratify: s.paragraphs.push_back({sentence_of("Have it confirmed by " + whom)}); break;
    }
  }
  return s;
}

std::string question(const input_entry& slot) {
  if (slot.kind == input_kind::day) return "The date of the action";
  if (slot.kind == input_kind::ritual)
    return "When this was last done: " + (slot.title.empty() ? plain(slot.name) : quoted(slot.title));
  if (slot.title.ends_with('?')) return std::string{slot.title};
  return "The " + plain(slot.name) + (slot.title.empty() ? "" : ": " + quoted(slot.title));
}

// What tells most of the possible answers apart comes first.
section missing(const verdict& given, const decided* more) {
  section s{"Find out", {}};
  std::vector<input_id> ask;
  for (const input_id i : given.missing()) ask.push_back(i);
  if (more != nullptr && more->seen.decided) ask = more->seen.ask;
  for (const input_id i : ask) s.paragraphs.push_back({sentence_of(question(given.rules()->inputs[i.value]))});
  if (s.paragraphs.empty()) return s;
  s.paragraphs.push_back({"Until this is known, the strictest answer that is still possible is given."});
  if (more == nullptr || more->seen.possible.size() < 2) return s;
  std::vector<std::string> possible;
  for (const verdict& v : more->seen.possible)
    if (const std::string words = verdict_words(v); std::find(possible.begin(), possible.end(), words) == possible.end())
      possible.push_back(words);
  if (possible.size() > 1) s.paragraphs.push_back({sentence_of("Still possible: " + listed(possible, "or"))});
  return s;
}

// Of several ways as short, each is told.
section changes(const decided* more) {
  section s{"What would change it", {}};
  if (more == nullptr) return s;
  const auto tell = [&](const nearest_changes& to, std::string_view outcome) {
    for (const nearest_change& way : to.ways) s.paragraphs.push_back({sentence_of(fmt::format("{} if {}", outcome, way.when))});
  };
  tell(more->would_allow, "Allowed");
  tell(more->would_consult, "Only a matter of asking");
  return s;
}

section standing(const action& asked, const verdict& given) {
  const executable& rules = asked.rules();
  section s{"The agreement", {}};
  s.paragraphs.push_back(
      {sentence_of(std::string{rules.title} + (rules.version.empty() ? "" : fmt::format(", version {}", rules.version)))});
  const auto day = [](std::int64_t d) { return amount_words(d, input_kind::date, {}); };
  const bool starts = rules.first_day != INT64_MIN, ends = rules.last_day != INT64_MAX;
  if (!starts && !ends) return s;
  const std::string days = !ends     ? fmt::format("from {} on", day(rules.first_day))
                           : !starts ? fmt::format("until {}", day(rules.last_day))
                                     : fmt::format("from {} to {}", day(rules.first_day), day(rules.last_day));
  if (given.in_force() == in_force::unknown) {
    s.paragraphs.push_back({fmt::format("It binds {}; no date was given.", days)});
  } else {
    const std::string_view state = given.in_force() == in_force::yes ? "In force" : "Not in force";
    s.paragraphs.push_back({fmt::format("{} on {}: it binds {}.", state, day(asked.slot(input_id{0})), days)});
  }
  return s;
}

}  // namespace

explanation::explanation(const action& asked, const verdict& given, std::string_view outside_name) {
  tell(asked, given, nullptr, outside_name);
}

explanation::explanation(const action& asked, const decided& given, std::string_view outside_name) {
  tell(asked, given.verdict(), &given, outside_name);
}

void explanation::tell(const action& asked, const verdict& given, const decided* more, std::string_view outside_name) {
  if (given.error() != input_error::none) {
    headline_ = sentence_ = sentence_about(asked, given, outside_name);
    return;
  }
  const verdict_sentences words{asked, given, outside_name};
  headline_ = words.headline();
  sentence_ = headline_ + " " + words.reason();
  for (section s : {why(words, asked, given), before(asked, given), duties(given), missing(given, more), changes(more), standing(asked, given)})
    if (!s.paragraphs.empty()) sections_.push_back(std::move(s));
}

std::string explanation::text(unsigned columns) const {
  std::string text = wrapped(headline_, columns);
  for (const section& s : sections_) {
    text += "\n" + wrapped(s.title, columns);
    for (const paragraph& p : s.paragraphs) text += wrapped(p.text, columns, 2 + 2 * p.depth);
  }
  return text;
}

std::ostream& operator<<(std::ostream& out, const explanation& words) { return out << words.text(); }

explanation agreement::explain(const action& a) const { return explanation{a, decide(*this, a)}; }

}  // namespace remit
