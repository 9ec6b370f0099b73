// The parts of an explanation put together: first what it comes to, then why, then what remains to be done.
// Not here: the words for comparisons (comparison_words.cpp) and names (name_words.cpp).
#include <remit/report/explain.hpp>

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include <remit/agreement/evaluate.hpp>
#include <remit/core/wording.hpp>
#include "amount.hpp"
#include "grounds.hpp"
#include "name_words.hpp"
#include "wrap.hpp"

namespace remit {
namespace {

using groups = std::vector<view<party_id>>;
using section = explanation::section;

std::string rule_name(const told_clause& t) { return quoted(t.rule_title.empty() ? plain(t.rule) : t.rule_title); }

class telling {
 public:
  telling(const action& a, const verdict& v, std::string_view outside_name)
      : action_{a}, verdict_{v}, rules_{a.rules()}, outside_name_{outside_name}, grounds_{grounds_of(a, v)} {}

  std::string headline() const { return sentence_of(decision_words() + ": " + outcome_words()); }

  std::string reason() const {
    if (verdict_.basis() == basis::outside)
      return "The agreement does not speak of this decision; what it does not speak of is decided there.";
    if (verdict_.basis() == basis::approved) return sentence_of(approved_words());
    const std::string rules = deciding_rules();
    if (!rules.empty()) return sentence_of(rules);
    const std::string held = held_words();
    if (verdict_.outcome() != outcome::allow) return sentence_of(held);
    const bool met = std::any_of(grounds_.begin(), grounds_.end(), [](const ground& g) { return g.met; });
    return sentence_of(held + (met ? ", and what the rules ask for has been done" : ", and no rule asks for more here"));
  }

  section why() const {
    section s{"Why", {}};
    if (verdict_.basis() == basis::outside || verdict_.basis() == basis::approved) s.paragraphs.push_back({reason(), 0});
    if (action_.decision()) s.paragraphs.push_back({sentence_of(held_words()), 0});
    for (std::size_t i = 0; i < grounds_.size(); ++i) {
      const told_clause& t = *grounds_[i].told;
      if (std::any_of(grounds_.begin(), grounds_.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const ground& g) { return g.told->rule == t.rule; }))
        continue;
      s.paragraphs.push_back({rule_name(t) + (t.statutory ? " (the law asks for this)" : ""), 0});
      for (const ground& g : grounds_)
        if (g.told->rule == t.rule) s.paragraphs.push_back({ground_words(g), 1});
      if (!t.because.empty()) s.paragraphs.push_back({sentence_of("Because: " + std::string{t.because}), 1});
      s.paragraphs.push_back({source_words(t), 1});
    }
    return s;
  }

  section people() const {
    section s{"Whom to ask", {}};
    const groups consult = all_groups(verdict_.consult()), approval = all_groups(verdict_.approval());
    for (const view<party_id> g : consult) {
      const bool agree = std::any_of(approval.begin(), approval.end(), [&](view<party_id> a) { return a.first == g.first; });
      const std::string who = all_of_words(rules_, {g}, action_.by());
      s.paragraphs.push_back({sentence_of(agree ? who + ", whose agreement is needed" : who), 0});
    }
    if (verdict_.outcome() == outcome::escalate && !consult.empty())
      s.paragraphs.push_back({"Whoever takes the decision asks them first.", 0});
    return s;
  }

  section duties() const {
    section s{"Also to be done", {}};
    for (const duty_entry& d : verdict_.duties()) {
      groups to;
      for (const std::uint32_t g : d.to) to.push_back(rules_.groups[g].members);
      const std::string within = d.within.empty() ? "" : fmt::format(" within {}", d.within);
      switch (d.kind) {
        case duty_kind::record: s.paragraphs.push_back({sentence_of(fmt::format("Write down {}", d.what)), 0}); break;
        case duty_kind::action: s.paragraphs.push_back({sentence_of(std::string{d.what}), 0}); break;
        case duty_kind::notify: s.paragraphs.push_back({sentence_of("Tell " + all_of(to) + within), 0}); break;
        case duty_kind::ratify: s.paragraphs.push_back({sentence_of("Have it confirmed by " + all_of(to) + within), 0}); break;
      }
    }
    return s;
  }

  section missing() const {
    section s{"Find out", {}};
    for (const input_id i : verdict_.missing()) {
      const input_entry& e = rules_.inputs[i.value];
      if (i.value == 0)
        s.paragraphs.push_back({"The date of the action.", 0});
      else if (e.kind == input_kind::ritual)
        s.paragraphs.push_back(
            {sentence_of("When this was last done: " + (e.title.empty() ? plain(e.name) : quoted(e.title))), 0});
      else
        s.paragraphs.push_back({sentence_of("The " + plain(e.name) + (e.title.empty() ? "" : ": " + quoted(e.title))), 0});
    }
    if (!s.paragraphs.empty())
      s.paragraphs.push_back({"Until this is known, the strictest answer that is still possible is given.", 0});
    return s;
  }

  section standing() const {
    section s{"The agreement", {}};
    std::string name = std::string{rules_.title};
    if (!rules_.version.empty()) name += fmt::format(", version {}", rules_.version);
    s.paragraphs.push_back({sentence_of(std::move(name)), 0});
    const auto day = [](std::int64_t d) { return amount_words(d, input_kind::date, {}); };
    const bool starts = rules_.first_day != INT64_MIN, ends = rules_.last_day != INT64_MAX;
    if (!starts && !ends) return s;
    const std::string days = starts && ends ? fmt::format("from {} to {}", day(rules_.first_day), day(rules_.last_day))
                             : starts       ? fmt::format("from {} on", day(rules_.first_day))
                                            : fmt::format("until {}", day(rules_.last_day));
    const auto on = [&] { return day(action_.slot(input_id{0})); };
    switch (verdict_.in_force()) {
      case in_force::yes: s.paragraphs.push_back({fmt::format("In force on {}: it binds {}.", on(), days), 0}); break;
      case in_force::no: s.paragraphs.push_back({fmt::format("Not in force on {}: it binds {}.", on(), days), 0}); break;
      case in_force::unknown: s.paragraphs.push_back({fmt::format("It binds {}; no date was given.", days), 0}); break;
    }
    return s;
  }

 private:
  std::string all_of(const groups& g) const { return all_of_words(rules_, g); }

  std::string decision_words() const {
    if (!action_.decision()) return outside_name_.empty() ? "This decision" : quoted(outside_name_);
    const decision_entry& d = rules_.decisions[action_.decision().value];
    return d.title.empty() ? plain(d.name) : std::string{d.title};
  }

  std::string outcome_words() const {
    const std::string so_far = verdict_.certain() ? "" : "as far as is known, ";
    switch (verdict_.outcome()) {
      case outcome::allow: return so_far + allowed_words();
      case outcome::escalate: return so_far + "this goes to " + all_of(all_groups(verdict_.to()));
      case outcome::consult: return so_far + asked_words();
    }
    return {};
  }

  std::string allowed_words() const {
    const std::string asker = party_words(rules_, action_.by());
    const bool untouched = std::none_of(grounds_.begin(), grounds_.end(), [](const ground& g) { return g.met || g.decides; });
    if (verdict_.basis() != basis::held || !untouched) return asker + " may go ahead";
    return asker + " may decide this " + (is_team(rules_, action_.by()) ? "itself" : "alone");
  }

  std::string asked_words() const {
    const groups approval = all_groups(verdict_.approval());
    groups plain_ones;
    for (const view<party_id> g : verdict_.consult())
      if (std::none_of(approval.begin(), approval.end(), [&](view<party_id> a) { return a.first == g.first; }))
        plain_ones.push_back(g);
    std::vector<std::string> parts;
    if (!plain_ones.empty()) parts.push_back("ask " + all_of_words(rules_, plain_ones, action_.by()));
    if (!approval.empty()) parts.push_back("get the agreement of " + all_of_words(rules_, approval, action_.by()));
    return listed(parts) + " first";
  }

  std::string approved_words() const {
    std::vector<std::string> who;
    action_.all_approved().each([&](std::uint32_t p) { who.push_back(party_words(rules_, party_id{p})); });
    return fmt::format("{} {} approved it", listed(who), who.size() > 1 ? "have" : "has");
  }

  std::string held_words() const {
    const decision_entry& d = rules_.decisions[action_.decision().value];
    const class_entry& c = rules_.classes[d.decision_class];
    return fmt::format("Decisions of this kind ({}) are held by {}", quoted(c.title.empty() ? plain(c.name) : c.title),
                       all_of(holders_of(rules_, action_.decision())));
  }

  // At most two rules: one sentence has to hold them.
  std::string deciding_rules() const {
    std::vector<std::string> told;
    std::vector<std::string_view> seen;
    for (const ground& g : grounds_) {
      if (!g.decides || std::find(seen.begin(), seen.end(), g.told->rule) != seen.end()) continue;
      seen.push_back(g.told->rule);
      if (seen.size() > 2) break;
      std::vector<told_comparison> because;
      bool certain = true;
      for (const ground& other : grounds_)
        if (other.decides && other.told->rule == g.told->rule) {
          certain = certain && other.certain;
          for (const told_comparison& c : other.because)
            if (std::find(because.begin(), because.end(), c) == because.end()) because.push_back(c);
        }
      told.push_back(rule_name(*g.told) + (certain ? " applies" : " may apply") +
                     (because.empty() ? "" : ", as " + joined(because)));
    }
    return fmt::format("{}", fmt::join(told, "; "));
  }

  std::string ground_words(const ground& g) const {
    std::string words;
    switch (g.clause->effect) {
      case effect::escalate: words = "To " + all_of(g.parties); break;
      case effect::consult:
        words = (g.clause->for_agreement ? "With the agreement of " : "Ask ") + all_of_words(rules_, g.parties, action_.by());
        break;
      case effect::allow:
        words = sentence_of(all_of(g.parties) + " may decide");
        words.pop_back();
        break;
      case effect::duty: break;
    }
    if (!g.certain) words += ", perhaps";
    if (g.met) words += " (done)";
    if (!g.because.empty()) words += ": " + joined(g.because);
    words = sentence_of(std::move(words));
    const std::string aside = lifted(g);
    return aside.empty() ? words : words + " This sets aside " + aside + ".";
  }

  std::string lifted(const ground& g) const {
    std::vector<std::string> titles;
    const decision_entry& d = rules_.decisions[action_.decision().value];
    for (const std::uint32_t r : part_of(rules_.rule_numbers, g.clause->lifts))
      for (const clause_entry& c : part_of(rules_.clauses, d.clauses))
        if (c.rule == r) {
          titles.push_back(rule_name(rules_.told_clauses[c.told]));
          break;
        }
    return listed(titles);
  }

  static std::string source_words(const told_clause& t) {
    const std::string place = fmt::format("{}, line {}", t.file, t.line);
    return t.source.empty() ? fmt::format("Written in {}.", place) : fmt::format("Source: {} ({}).", t.source, place);
  }

  const action& action_;
  const verdict& verdict_;
  const executable& rules_;
  std::string_view outside_name_;
  std::vector<ground> grounds_;
};

}  // namespace

explanation::explanation(const action& asked, const verdict& given, std::string_view outside_name) {
  if (given.error() != input_error::none) {
    headline_ = sentence_ = "This action cannot be judged: something in it does not fit the agreement.";
    return;
  }
  const telling t{asked, given, outside_name};
  headline_ = t.headline();
  sentence_ = headline_ + " " + t.reason();
  for (section s : {t.why(), t.people(), t.duties(), t.missing(), t.standing()})
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

explanation agreement::explain(const action& a) const { return explanation{a, evaluate(a)}; }

}  // namespace remit
