// Two agreements compared, decision by decision and asking party by asking party, in one space of actions.
// Clauses that both sides have alike can only make a difference next to one that they do not: so the space is cut
// along the changed clauses first, and left where none of them can fire.
// Not here: names (tie.cpp), verdicts held against each other (cut.cpp), texts that changed (wording_changes.cpp).
#include <remit/analysis/compare.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "cut.hpp"
#include "question.hpp"
#include "region.hpp"
#include "tie.hpp"
#include "wording_changes.hpp"

namespace remit {
namespace {

using namespace analysis;

constexpr std::uint32_t old_side = 0, new_side = 1;

struct side {
  const checked::document& document;
  const agreement& rules_of;
  vocabulary names;
  party_namer party;
  std::function<std::string(std::string_view)> rule;

  const executable& rules() const { return rules_of.rules(); }
};

class comparing {
 public:
  comparing(const compared& before, const compared& after, const analysis_limits& limits)
      : ties_{tie_names(before.document, after.document, result_)},
        sides_{side{before.document, before.agreement, old_names(before.agreement.rules()),
                    [this](std::string_view p) { return ties_.parties.renamed(std::string{p}); },
                    [this](std::string_view r) { return ties_.rules.renamed(std::string{r}); }},
               side{after.document, after.agreement, own_names(after.agreement.rules()),
                    [](std::string_view p) { return std::string{p}; }, [](std::string_view r) { return std::string{r}; }}},
        limits_{limits} {}

  comparison run() {
    if (!result_.conflicts.empty()) return std::move(result_);
    const executable& after = sides_[new_side].rules();
    for (std::uint32_t d = 0; d < after.decisions.size(); ++d) {
      const auto old_decision = sides_[old_side].rules_of.decision(ties_.decisions.origin(std::string{after.decisions[d].name}));
      if (!old_decision) continue;
      for (std::uint32_t p = 0; p < after.parties.size(); ++p) {
        const auto old_party = sides_[old_side].rules_of.party(ties_.parties.origin(std::string{after.parties[p].name}));
        if (!old_party || after.parties[p].is_role || sides_[old_side].rules().parties[old_party->value].is_role) continue;
        one({*old_decision, decision_id{d}}, {*old_party, party_id{p}});
      }
    }
    result_.wording = wording_changes(sides_[old_side].document, sides_[new_side].document, ties_);
    return std::move(result_);
  }

 private:
  vocabulary old_names(const executable& rules) {
    return {[this, &rules](input_id i) { return ties_.inputs.renamed(std::string{rules.inputs[i.value].name}); },
            [this, &rules](input_id i, std::uint32_t v) {
              const std::string value{rules.inputs[i.value].values[v]};
              const auto tied = ties_.values.find(ties_.inputs.renamed(std::string{rules.inputs[i.value].name}));
              return tied == ties_.values.end() ? value : tied->second.renamed(value);
            }};
  }

  // What one clause does, in terms both sides share: equal texts, equal clauses.
  std::string signature(const side& s, const model& m, const clause_entry& c, const decision_entry& d,
                        std::uint32_t fires) const {
    const executable& rules = s.rules();
    const auto group = [&](std::uint32_t global) {
      std::vector<std::string> met, written;
      rules.groups[global].met_by.each([&](std::uint32_t p) { met.push_back(s.party(rules.parties[p].name)); });
      rules.groups[global].written.each([&](std::uint32_t p) { written.push_back(s.party(rules.parties[p].name)); });
      return sorted_words(met) + "/" + sorted_words(written) + ";";
    };
    std::string words = std::to_string(static_cast<int>(c.effect)) + (c.then ? "t" : "") + (c.for_agreement ? "a" : "") +
                        (c.despite_rights ? "r" : "") + "|" + s.rule(rules.told_clauses[c.told].rule) + "|";
    std::vector<std::string> parts;
    for (std::uint32_t g : part_of(rules.group_numbers, c.groups))
      parts.push_back(group(rules.decision_groups[d.groups.first + g]));
    words += sorted_words(parts);
    if (c.effect == effect::duty) {
      const duty_entry& duty = rules.duties[rules.decision_duties[d.duties.first + c.duty]];
      words += std::to_string(static_cast<int>(duty.kind)) + std::string{duty.what} + "|" + std::string{duty.within} + "|";
      for (std::uint32_t g : duty.to) words += group(g);
    }
    std::vector<std::string> lifts;
    for (std::uint32_t r : part_of(rules.rule_numbers, c.lifts)) lifts.push_back(lifted_name(s, d, r));
    return words + "|" + sorted_words(lifts) + "|" + m.formulas().words(fires);
  }
  static std::string lifted_name(const side& s, const decision_entry& d, std::uint32_t rule) {
    const executable& rules = s.rules();
    for (const clause_entry& c : part_of(rules.clauses, d.clauses))
      if (c.rule == rule) return s.rule(rules.told_clauses[c.told].rule);
    return {};
  }
  static std::string sorted_words(std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    std::string words;
    for (const auto& w : all) words += w + ",";
    return words;
  }

  // Who holds the decision and who is above whom: where this differs, no clause may be passed over.
  std::string standing(const side& s, const decision_entry& d) const {
    const executable& rules = s.rules();
    std::vector<std::string> ranks, holders;
    for (const party_entry& p : rules.parties)
      p.below.each([&](std::uint32_t low) { ranks.push_back(s.party(p.name) + ">" + s.party(rules.parties[low].name)); });
    for (std::uint32_t h = 0; h < d.holders; ++h) {
      std::vector<std::string> met;
      rules.groups[rules.decision_groups[d.groups.first + h]].met_by.each(
          [&](std::uint32_t p) { met.push_back(s.party(rules.parties[p].name)); });
      holders.push_back(sorted_words(met));
    }
    return sorted_words(ranks) + "|" + sorted_words(holders);
  }

  struct found_region {
    cut_verdict before, after;
    std::vector<part> parts;
    std::set<std::string> old_rules, new_rules;
  };

  void one(std::array<decision_id, 2> decision, std::array<party_id, 2> by) {
    model m;
    for (const side& s : sides_) m.enter(s.rules(), s.names);
    const question before{m, old_side, sides_[old_side].rules_of, decision[old_side], by[old_side]};
    const question after{m, new_side, sides_[new_side].rules_of, decision[new_side], by[new_side]};
    m.share_inputs();
    const decision_entry& old_entry = sides_[old_side].rules().decisions[decision[old_side].value];
    const decision_entry& new_entry = sides_[new_side].rules().decisions[decision[new_side].value];

    const bool same_standing = standing(sides_[old_side], old_entry) == standing(sides_[new_side], new_entry);
    const auto changed = changed_clauses(m, before, after, old_entry, new_entry);
    if (same_standing && changed.empty()) return;

    std::map<std::string, found_region> found;
    budget work{limits_.cuts, &left_in_all_};
    const bool finished = explore(m.space(), m.formulas(), known_to_both(m), work, [&](const part& p) {
      if (same_standing) {
        bool some_fire = false;
        for (std::uint32_t formula : changed) {
          const truth t = m.formulas().decide(formula, m.space(), p);
          if (t == truth::open) return next_step::cut(formula);
          some_fire = some_fire || t == truth::yes;
        }
        if (!some_fire) return next_step::leave();
      }
      const auto old_outlook = before.at(p), new_outlook = after.at(p);
      if (!old_outlook.verdict.certain()) return next_step::cut(before.next_cut(old_outlook));
      if (!new_outlook.verdict.certain()) return next_step::cut(after.next_cut(new_outlook));
      const cut_verdict was = cut(old_outlook.verdict, sides_[old_side].party),
                        is = cut(new_outlook.verdict, sides_[new_side].party);
      const std::string old_key = key_of(was), new_key = key_of(is);
      if (old_key == new_key) return next_step::leave();
      found_region& region = found[old_key + "=>" + new_key];
      region.before = was;
      region.after = is;
      region.parts.push_back(p);
      for (const told_clause& c : old_outlook.verdict.clauses()) region.old_rules.emplace(c.rule);
      for (const told_clause& c : new_outlook.verdict.clauses()) region.new_rules.emplace(c.rule);
      return next_step::leave();
    });
    const std::string decision_name{new_entry.name}, party_name{sides_[new_side].rules().parties[by[new_side].value].name};
    if (!finished || !m.exact()) result_.undecided.push_back("`" + decision_name + "` asked by `" + party_name + "`");
    for (auto& [key, region] : found)
      for (const part& p : merged(m.space(), std::move(region.parts), work)) {
        difference d;
        d.decision = decision_name;
        d.by = party_name;
        d.when = condition_words(m, p, sides_[new_side].rules().currency);
        d.before = region.before;
        d.after = region.after;
        d.direction = direction_of(region.before, region.after);
        d.old_rules.assign(region.old_rules.begin(), region.old_rules.end());
        d.new_rules.assign(region.new_rules.begin(), region.new_rules.end());
        const point at = m.space().sample(p);
        d.old_witness = action_at(m, old_side, sides_[old_side].rules_of, decision[old_side], by[old_side], at);
        d.witness = action_at(m, new_side, sides_[new_side].rules_of, decision[new_side], by[new_side], at);
        result_.changes.push_back(std::move(d));
      }
  }

  std::vector<std::uint32_t> changed_clauses(const model& m, const question& before, const question& after,
                                             const decision_entry& old_entry, const decision_entry& new_entry) const {
    std::multimap<std::string, std::uint32_t> left;
    const auto old_clauses = part_of(sides_[old_side].rules().clauses, old_entry.clauses);
    const auto new_clauses = part_of(sides_[new_side].rules().clauses, new_entry.clauses);
    for (std::uint32_t i = 0; i < old_clauses.size(); ++i)
      left.emplace(signature(sides_[old_side], m, old_clauses[i], old_entry, before.fires(i)), before.fires(i));
    std::vector<std::uint32_t> changed;
    for (std::uint32_t i = 0; i < new_clauses.size(); ++i) {
      const auto twin = left.find(signature(sides_[new_side], m, new_clauses[i], new_entry, after.fires(i)));
      if (twin == left.end())
        changed.push_back(after.fires(i));
      else
        left.erase(twin);
    }
    for (const auto& [words, formula] : left) changed.push_back(formula);
    return changed;
  }

  // Values that one side does not have are no action of that side.
  part known_to_both(const model& m) const {
    part p = m.space().whole();
    for (std::uint32_t v = 0; v < m.variable_count(); ++v) {
      const auto& meaning = m.of(v);
      if (meaning.kind != input_kind::one_of && meaning.kind != input_kind::any_of) continue;
      if (!meaning.inputs[old_side] || !meaning.inputs[new_side]) continue;
      for (std::uint32_t i = 0; i < meaning.values.size(); ++i)
        if (m.own_value(old_side, v, i).empty() || m.own_value(new_side, v, i).empty()) p.may[v] &= ~(std::uint64_t{1} << i);
    }
    return p;
  }

  comparison result_;
  ties ties_;
  std::array<side, 2> sides_;
  analysis_limits limits_;
  std::uint64_t left_in_all_ = limits_.cuts_in_all;
};

}  // namespace

bool comparison::same() const noexcept {
  const auto matters = [](const named_thing& t) { return t.kind == "decision" || t.kind == "party"; };
  return changes.empty() && undecided.empty() && std::none_of(added.begin(), added.end(), matters) &&
         std::none_of(removed.begin(), removed.end(), matters);
}

comparison compare(const compared& before, const compared& after, const analysis_limits& limits) {
  return comparing{before, after, limits}.run();
}

}  // namespace remit
