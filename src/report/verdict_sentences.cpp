// A verdict's outcome and basis as a person would say them.
// Not here: comparisons (comparison_words.cpp), names (name_words.cpp).
#include "verdict_sentences.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <remit/core/wording.hpp>
#include "name_words.hpp"

namespace remit {
namespace {

// One sentence has to hold the rules that decided.
constexpr std::size_t most_rules_named = 2;

template <class Of, class Test>
bool any(const Of& of, Test test) {
  return std::any_of(of.begin(), of.end(), test);
}

}  // namespace

verdict_sentences::verdict_sentences(const action& asked, const verdict& given, std::string_view outside_name)
    : asked_{asked}, given_{given}, rules_{asked.rules()}, outside_name_{outside_name}, grounds_{grounds_of(asked, given)} {}

std::string verdict_sentences::headline() const {
  return sentence_of(fmt::format("{}: {}{}", decision(), given_.certain() ? "" : "as far as is known, ", outcome()));
}

std::string verdict_sentences::reason() const {
  if (given_.basis() == basis::outside)
    return "The agreement does not speak of this decision; what it does not speak of is decided there.";
  if (given_.basis() == basis::approved) return sentence_of(approved());
  if (given_.basis() == basis::rule)
    if (const std::string rules = deciding_rules(); !rules.empty()) return sentence_of(rules);
  if (given_.outcome() != outcome::allow) return sentence_of(held());
  const bool met = any(grounds_, [](const ground& g) { return g.met; });
  return sentence_of(held() + (met ? ", and what the rules ask for has been done" : ", and no rule asks for more here"));
}

std::string verdict_sentences::held() const {
  const decision_entry& d = rules_.decisions[asked_.decision().value];
  const class_entry& c = rules_.classes[d.decision_class];
  return fmt::format("Decisions of this kind ({}) are held by {}", quoted(c.title.empty() ? plain(c.name) : c.title),
                     all_of(holders_of(rules_, asked_.decision())));
}

std::string verdict_sentences::clause(const ground& g) const {
  std::string words;
  switch (g.clause->effect) {
    case effect::escalate: words = "this goes to " + all_of(g.parties); break;
    case effect::consult:
      words = (g.clause->for_agreement ? "get the agreement of " : "ask ") + all_of_words(rules_, g.parties, asked_.by());
      break;
    case effect::allow: words = all_of(g.parties) + " may decide"; break;
    case effect::duty: break;
  }
  if (!g.certain) words += ", perhaps";
  if (g.met) words += " (done)";
  if (!g.because.empty()) words += ": " + joined(g.because);
  const std::string aside = set_aside_by(g);
  return sentence_of(words) + (aside.empty() ? "" : fmt::format(" This sets aside {}.", aside));
}

std::string verdict_sentences::decision() const {
  if (!asked_.decision()) return outside_name_.empty() ? "This decision" : quoted(outside_name_);
  const decision_entry& d = rules_.decisions[asked_.decision().value];
  return d.title.empty() ? plain(d.name) : std::string{d.title};
}

std::string verdict_sentences::outcome() const {
  switch (given_.outcome()) {
    case outcome::allow: return allowed();
    case outcome::consult: return asked_first();
    case outcome::escalate: return "this goes to " + all_of(all_groups(given_.to()));
  }
  return {};
}

std::string verdict_sentences::allowed() const {
  const std::string asker = party_words(rules_, asked_.by());
  const bool after_something = any(grounds_, [](const ground& g) { return g.met || g.decides; });
  if (given_.basis() != basis::held || after_something) return asker + " may go ahead";
  return asker + " may decide this " + (is_team(rules_, asked_.by()) ? "itself" : "alone");
}

std::string verdict_sentences::asked_first() const {
  const auto approval = all_groups(given_.approval());
  auto advice = all_groups(given_.consult());
  const auto needs_approval = [&](view<party_id> g) {
    return any(approval, [&](view<party_id> a) { return a.first == g.first; });
  };
  advice.erase(std::remove_if(advice.begin(), advice.end(), needs_approval), advice.end());
  std::vector<std::string> parts;
  if (!advice.empty()) parts.push_back("ask " + all_of_words(rules_, advice, asked_.by()));
  if (!approval.empty()) parts.push_back("get the agreement of " + all_of_words(rules_, approval, asked_.by()));
  return listed(parts) + " first";
}

std::string verdict_sentences::approved() const {
  std::vector<std::string> who;
  asked_.all_approved().each([&](std::uint32_t p) { who.push_back(party_words(rules_, party_id{p})); });
  return fmt::format("{} {} approved it", listed(who), who.size() > 1 ? "have" : "has");
}

std::string verdict_sentences::deciding_rules() const {
  std::vector<std::string> told;
  for (const ground& first : grounds_) {
    if (!first.decides || told.size() == most_rules_named) continue;
    const auto same_rule = [&](const ground& g) { return g.decides && g.told->rule == first.told->rule; };
    if (&*std::find_if(grounds_.begin(), grounds_.end(), same_rule) != &first) continue;
    std::vector<told_comparison> because;
    bool certain = true;
    for (const ground& g : grounds_) {
      if (!same_rule(g)) continue;
      certain = certain && g.certain;
      for (const told_comparison& c : g.because)
        if (std::find(because.begin(), because.end(), c) == because.end()) because.push_back(c);
    }
    told.push_back(fmt::format("{} {}{}{}", rule_words(*first.told), certain ? "applies" : "may apply",
                               because.empty() ? "" : ", as ", joined(because)));
  }
  return fmt::format("{}", fmt::join(told, "; "));
}

std::string verdict_sentences::set_aside_by(const ground& g) const {
  std::vector<std::string> titles;
  const auto clauses = part_of(rules_.clauses, rules_.decisions[asked_.decision().value].clauses);
  for (const std::uint32_t rule : part_of(rules_.rule_numbers, g.clause->lifts)) {
    const auto* const found = std::find_if(clauses.begin(), clauses.end(), [&](const clause_entry& c) { return c.rule == rule; });
    if (found != clauses.end()) titles.push_back(rule_words(rules_.told_clauses[found->told]));
  }
  return listed(titles);
}

std::string verdict_sentences::all_of(const std::vector<view<party_id>>& groups) const { return all_of_words(rules_, groups); }

std::string sentence_about(const action& asked, const verdict& given, std::string_view outside_name) {
  if (given.error() != input_error::none)
    return "This action cannot be judged: something in it does not fit the agreement.";
  const verdict_sentences words{asked, given, outside_name};
  return words.headline() + " " + words.reason();
}

std::string rule_words(const told_clause& clause) {
  return quoted(clause.rule_title.empty() ? plain(clause.rule) : clause.rule_title);
}

}  // namespace remit
