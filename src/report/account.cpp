// Verdicts and holders under the names of the new agreement, `or above` where that is what a list of parties comes to.
// Not here: grouping.
#include "account.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <remit/analysis/example_words.hpp>

namespace remit {
namespace {

// One of the two agreements, its parties under their new names.
class side_words {
 public:
  side_words(const differences& d, bool is_old)
      : found_{d.found}, document_{is_old ? d.before.document : d.after.document}, is_old_{is_old} {}

  std::string verdict(const difference& change) const {
    const cut_verdict &v = is_old_ ? change.before : change.after, &other = is_old_ ? change.after : change.before;
    std::vector<std::string> words;
    if (!change.duties_only) {
      if (v.outcome == outcome::allow) words.emplace_back("allow");
      if (v.outcome == outcome::escalate) words.push_back("escalate to " + groups(v.to));
      named_groups asked, agreed;
      for (const auto& g : v.consult)
        (std::find(v.approval.begin(), v.approval.end(), g) != v.approval.end() ? agreed : asked).push_back(g);
      if (!agreed.empty()) words.push_back(fmt::format("consult {} for agreement", groups(agreed)));
      if (!asked.empty()) words.push_back("consult " + groups(asked));
    }
    for (const named_duty& duty : v.duties)
      if (std::find(other.duties.begin(), other.duties.end(), duty) == other.duties.end()) words.push_back(duty.words);
    return words.empty() ? "not due" : fmt::format("{}", fmt::join(words, "; "));
  }

  std::string holders(const std::string& decision) const {
    if (decision == outside_this_agreement) return "outside the agreement: " + written(document_.outside);
    const std::string own = is_old_ ? old_name("decision", decision) : decision;
    const auto at =
        std::find_if(document_.decisions.begin(), document_.decisions.end(), [&](const auto& x) { return x.name == own; });
    return at == document_.decisions.end() ? "" : "held by " + written(document_.classes.at(at->in.value).held_by);
  }
  std::string outside() const { return "escalate to " + written(document_.outside); }

 private:
  std::string old_name(std::string_view kind, const std::string& name) const {
    for (const renamed_thing& r : found_.renamed)
      if (r.kind == kind && r.to == name) return r.from;
    return name;
  }
  std::string name(const checked::party& p) const {
    if (is_old_)
      for (const renamed_thing& r : found_.renamed)
        if ((r.kind == "party" || r.kind == "role") && r.from == p.name) return r.to;
    return p.name;
  }

  std::string written(const std::vector<checked::group>& all) const {
    std::vector<std::string> words;
    for (const checked::group& g : all) {
      std::vector<std::string> members;
      for (const checked::member& m : g.members)
        members.push_back(name(document_.parties.at(m.party.value)) + (m.or_above ? " or above" : ""));
      words.push_back(fmt::format("{}", fmt::join(members, " or ")));
    }
    return fmt::format("{}", fmt::join(words, ", "));
  }

  std::string groups(const named_groups& all) const {
    std::vector<std::string> words;
    for (const auto& g : all) words.push_back(is_or_above(g) ? g.front() + " or above" : fmt::format("{}", fmt::join(g, " or ")));
    return fmt::format("{}", fmt::join(words, ", "));
  }
  // Several parties behind the first, and they are those above it, advisory ones counted or not.
  bool is_or_above(const std::vector<std::string>& group) const {
    if (group.size() < 3) return false;
    std::set<std::string> above, advising;
    for (const checked::party& p : document_.parties) {
      const bool ranks_above = std::any_of(p.below.begin(), p.below.end(),
                                           [&](party_id low) { return name(document_.parties.at(low.value)) == group.front(); });
      if (!ranks_above || p.is_role || p.body) continue;
      advising.insert(name(p));
      if (!p.advisory) above.insert(name(p));
    }
    const std::set<std::string> others(group.begin() + 1, group.end());
    return others == above || others == advising;
  }

  const comparison& found_;
  const checked::document& document_;
  bool is_old_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

account told(const differences& d, const change_group& g, bool is_old) {
  const side_words here{d, is_old}, there{d, !is_old};
  const difference& one = *g.one;
  account made{here.verdict(one), {}, {}};
  if (!one.duties_only && here.holders(one.decision) != there.holders(one.decision)) made.holders = here.holders(one.decision);
  // A clause whose figure or surroundings changed, but which asks the same here on both sides, explains nothing.
  const auto &own = is_old ? one.old_rules : one.new_rules, &others = is_old ? one.new_rules : one.old_rules;
  for (const fired_clause& c : own) {
    const bool alike = std::any_of(others.begin(), others.end(), [&](const fired_clause& o) {
      return o.told.text == c.told.text && o.told.rule == c.told.rule;
    });
    if (!c.on_both_sides && !alike) made.clauses.push_back(&c.told);
  }
  return made;
}

}  // namespace

std::string holders_words(const differences& d, const std::string& decision, bool is_old) {
  return side_words{d, is_old}.holders(decision);
}

account old_account(const differences& d, const change_group& g) { return told(d, g, true); }
account new_account(const differences& d, const change_group& g) { return told(d, g, false); }

std::string sentence_of(const differences& d, const change_group& g) {
  return fmt::format("{} asked by {}: now {}, before {}; {}", decisions_words(d, g), askers_words(d, g),
                     new_account(d, g).verdict, old_account(d, g).verdict,
                     (g.one->when.empty() ? "" : "when ") + when_words(*g.one));
}

std::vector<std::string> witness_lines(const differences& d, const difference& change) {
  std::vector<std::string> all;
  if (!change.witness) return all;
  all = lines_of(example_words(*change.witness));
  if (!change.old_witness) return all;
  for (std::string& line : lines_of(example_words(*change.old_witness))) {
    const std::string name = line.substr(0, line.find(' '));
    const bool only_before = std::any_of(d.found.removed.begin(), d.found.removed.end(), [&](const named_thing& t) {
      return (t.kind == "fact" || t.kind == "ritual") && t.name == name;
    });
    if (only_before) all.push_back(std::move(line) + "   # asked before only");
  }
  return all;
}

std::string consequence_words(const differences& d, const named_thing& t, bool was_added) {
  if (t.kind != "decision") return {};
  return (was_added ? "until now outside the agreement: " : "now outside the agreement: ") + side_words{d, was_added}.outside();
}

}  // namespace remit
