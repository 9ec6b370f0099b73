// Two agreements compared, decision by decision and asking party by asking party, in one space of actions.
// Clauses that both sides have alike can only make a difference next to one that they do not: so the space is cut
// along the changed clauses first, and left where none of them can fire.
// Not here: names (tie.cpp), verdicts held against each other (cut.cpp), regions made plain (region.cpp), what changed
// without a verdict (wording_changes.cpp).
#include <remit/analysis/compare.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "clause_twins.hpp"
#include "cut.hpp"
#include "gather.hpp"
#include "question.hpp"
#include "region.hpp"
#include "region_words.hpp"
#include "tie.hpp"
#include "short_witness.hpp"
#include "two_periods.hpp"
#include "wording_changes.hpp"

namespace remit {
namespace {

using namespace analysis;

constexpr std::uint32_t old_side = 0, new_side = 1;

class comparing {
 public:
  comparing(const compared& before, const compared& after, const analysis_limits& limits)
      : documents_{before.document, after.document},
        agreements_{before.agreement, after.agreement},
        ties_{tie_names(before.document, after.document, result_)},
        names_{old_names(before.agreement.rules()), own_names(after.agreement.rules())},
        sides_{shared_side{before.agreement.rules(), [this](std::string_view p) { return ties_.parties.renamed(std::string{p}); },
                           [this](std::string_view r) { return ties_.rules.renamed(std::string{r}); }},
               shared_side{after.agreement.rules(), [](std::string_view p) { return std::string{p}; },
                           [](std::string_view r) { return std::string{r}; }}},
        limits_{limits} {}

  comparison run() {
    if (!result_.conflicts.empty()) return std::move(result_);
    const executable& after = sides_[new_side].rules;
    const bool same_ranks = rank_words(sides_[old_side]) == rank_words(sides_[new_side]);
    for (std::uint32_t d = 0; d < after.decisions.size(); ++d) {
      const auto origin = agreements_[old_side].decision(ties_.decisions.origin(std::string{after.decisions[d].name}));
      if (!origin || (same_ranks && alike(*origin, decision_id{d}))) continue;
      each_asker([&](auto by) { decide({*origin, decision_id{d}}, by); });
    }
    each_asker([&](auto by) { decide_outside(by); });
    what_else_changed(documents_[old_side].get(), documents_[new_side].get(), ties_, result_);
    return std::move(result_);
  }

 private:
  using both_decisions = std::array<decision_id, 2>;
  using both_parties = std::array<party_id, 2>;

  vocabulary old_names(const executable& rules) {
    return {[this, &rules](input_id i) { return ties_.renamed_input(std::string{rules.inputs[i.value].name}); },
            [this, &rules](input_id i, std::uint32_t v) {
              const std::string value{rules.inputs[i.value].values[v]};
              const auto tied = ties_.values.find(ties_.inputs.renamed(std::string{rules.inputs[i.value].name}));
              return tied == ties_.values.end() ? value : tied->second.renamed(value);
            }};
  }

  // Whether everything that bears on a decision is the same on both sides, so that nobody's verdict can differ.
  bool alike(decision_id before, decision_id after) const {
    return whole_words(sides_[old_side], names_[old_side], sides_[old_side].rules.decisions[before.value]) ==
           whole_words(sides_[new_side], names_[new_side], sides_[new_side].rules.decisions[after.value]);
  }

  // Every party that may ask on both sides.
  template <class Visit>
  void each_asker(Visit&& visit) const {
    const executable& after = sides_[new_side].rules;
    for (std::uint32_t p = 0; p < after.parties.size(); ++p) {
      const auto origin = agreements_[old_side].party(ties_.parties.origin(std::string{after.parties[p].name}));
      if (origin && !after.parties[p].is_role && !sides_[old_side].rules.parties[origin->value].is_role)
        visit(both_parties{*origin, party_id{p}});
    }
  }

  std::string_view name_of(const both_parties& by) const { return sides_[new_side].rules.parties[by[new_side].value].name; }

  void decide(const both_decisions& decision, const both_parties& by) {
    model m;
    for (std::uint32_t s : {old_side, new_side}) m.enter(sides_[s].rules, names_[s]);
    const question before{m, old_side, agreements_[old_side], decision[old_side], by[old_side]};
    const question after{m, new_side, agreements_[new_side], decision[new_side], by[new_side]};
    m.share_inputs();
    const decision_entry& old_entry = sides_[old_side].rules.decisions[decision[old_side].value];
    const decision_entry& new_entry = sides_[new_side].rules.decisions[decision[new_side].value];
    const clause_twins twin = twins(m, sides_[old_side], old_entry, before, sides_[new_side], new_entry, after);
    const std::vector<std::uint32_t> changed = changed_clauses(twin, before, after);
    if (twin.same_standing && changed.empty()) return;

    std::vector<differing_part> found;
    budget work{limits_.cuts, &left_in_all_};
    const part universe = known_to_both(m);
    if (nothing_in(m.space(), universe)) return;
    const bool finished = explore(m.space(), m.formulas(), universe, work, [&](const part& p) {
      if (twin.same_standing) {
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
      take(old_outlook.verdict, new_outlook.verdict, twin, p, found);
      return next_step::leave();
    });
    if (!finished || !m.exact()) result_.undecided.push_back({std::string{new_entry.name}, std::string{name_of(by)}});
    const std::array<asked_of, 2> asked{asked_of{agreements_[old_side], decision[old_side], by[old_side]},
                                        asked_of{agreements_[new_side], decision[new_side], by[new_side]}};
    // A group of the outline is often one of whole verdicts too.
    std::map<std::vector<std::size_t>, std::vector<place>> places;
    budget plain_words{limits_.cuts / 2};
    const auto tell = [&](const gathered& g, std::vector<difference>& into) {
      auto known = places.find(g.parts);
      if (known == places.end()) {
        std::vector<part> parts;
        for (std::size_t i : g.parts) parts.push_back(found[i].where);
        known = places.emplace(g.parts, places_of(m, universe, std::move(parts), asked, plain_words)).first;
      }
      for (const place& where : known->second) {
        difference d = difference_of(g, found, old_entry, new_entry);
        d.decision = new_entry.name;
        d.by = name_of(by);
        d.when = where.when;
        d.provided = where.provided;
        d.old_witness = where.witnesses[old_side];
        d.witness = where.witnesses[new_side];
        into.push_back(std::move(d));
      }
    };
    for (const gathered& g : by_verdict(found)) tell(g, result_.changes);
    for (const gathered& g : in_outline(found)) tell(g, result_.outline);
  }

  // The parts in words: one region, or, where the language cannot say all of it, one for each thing that it cannot.
  struct place {
    std::string when, provided;
    std::array<action, 2> witnesses;
  };
  std::vector<place> places_of(const model& m, const part& universe, std::vector<part> parts,
                               const std::array<asked_of, 2>& asked, budget& plain_words) const {
    const region whole = covered(m.space(), universe, std::move(parts), plain_words);
    std::map<std::string, region> by_provision;
    for (std::size_t i = 0; i < whole.terms.size(); ++i) {
      region& r =
          by_provision[beyond_the_language(m, {sides_[old_side].rules, sides_[new_side].rules}, universe, whole.terms[i])];
      r.terms.push_back(whole.terms[i]);
      r.parts.push_back(whole.parts[i]);
    }
    std::vector<place> places;
    for (const auto& [provided, where] : by_provision)
      for (const part& p : where.parts)
        if (auto witnesses = short_witnesses(m, asked, p)) {
          places.push_back({condition_words(m, where, documents_[new_side].get().currency), provided, std::move(*witnesses)});
          break;
        }
    return places;
  }

  // A decision that neither side declares.
  void decide_outside(const both_parties& by) {
    const action asked_before{agreements_[old_side], outside_decision, by[old_side]},
        asked_after{agreements_[new_side], outside_decision, by[new_side]};
    gathered g;
    g.before = cut(agreements_[old_side].evaluate(asked_before), sides_[old_side].party);
    g.after = cut(agreements_[new_side].evaluate(asked_after), sides_[new_side].party);
    if (key_of(g.before) == key_of(g.after)) return;
    difference d = difference_of(g, {}, {}, {});
    d.decision = outside_this_agreement;
    d.by = name_of(by);
    d.old_witness = asked_before;
    d.witness = asked_after;
    result_.changes.push_back(d);
    result_.outline.push_back(std::move(d));
  }

  void take(const verdict& was, const verdict& is, const clause_twins& twin, const part& where,
            std::vector<differing_part>& found) const {
    differing_part p{cut(was, sides_[old_side].party), cut(is, sides_[new_side].party), where, {}, {}};
    if (key_of(p.before) == key_of(p.after)) return;
    const auto note = [](const verdict& here, const verdict& there, const std::vector<std::uint32_t>& twin_of,
                         fired_numbers& fired) {
      here.fired().each([&](std::uint32_t i) { fired.emplace(i, twin_of[i] != no_twin && there.fired().has(twin_of[i])); });
    };
    note(was, is, twin.of_old, p.old_fired);
    note(is, was, twin.of_new, p.new_fired);
    found.push_back(std::move(p));
  }

  difference difference_of(const gathered& g, const std::vector<differing_part>& found, const decision_entry& old_entry,
                           const decision_entry& new_entry) const {
    difference d;
    d.before = g.before;
    d.after = g.after;
    d.duties_only = g.duties_only;
    d.direction = direction_of(g.before, g.after);
    fired_numbers old_fired, new_fired;
    const auto add = [](const fired_numbers& from, fired_numbers& to) {
      for (const auto& [i, on_both_sides] : from) {
        bool& all = to.emplace(i, true).first->second;
        all = all && on_both_sides;
      }
    };
    for (std::size_t i : g.parts) {
      add(found[i].old_fired, old_fired);
      add(found[i].new_fired, new_fired);
    }
    const auto told = [&](const shared_side& s, const decision_entry& e, const fired_numbers& fired, const cut_verdict& v) {
      std::vector<fired_clause> all;
      for (const auto& [i, on_both_sides] : fired) {
        const clause_entry& c = s.rules.clauses[e.clauses.first + i];
        if (!g.in_outline || bears_on(c, e, s.rules, v, s.party)) all.push_back({s.rules.told_clauses[c.told], on_both_sides});
      }
      return all;
    };
    d.old_rules = told(sides_[old_side], old_entry, old_fired, g.before);
    d.new_rules = told(sides_[new_side], new_entry, new_fired, g.after);
    return d;
  }

  static std::vector<std::uint32_t> changed_clauses(const clause_twins& twin, const question& before, const question& after) {
    std::vector<std::uint32_t> changed;
    for (std::uint32_t i = 0; i < twin.of_new.size(); ++i)
      if (twin.of_new[i] == no_twin) changed.push_back(after.fires(i));
    for (std::uint32_t i = 0; i < twin.of_old.size(); ++i)
      if (twin.of_old[i] == no_twin) changed.push_back(before.fires(i));
    return changed;
  }

  // Values that one side does not have are no action of that side.
  part known_to_both(const model& m) const {
    part p = m.space().whole();
    for (std::uint32_t v = 0; v < m.variable_count(); ++v) {
      const auto& meaning = m.of(v);
      if (has_two_periods(m, v)) p.of[v].may &= possible_states(m, {sides_[old_side].rules, sides_[new_side].rules}, v);
      if (meaning.kind != input_kind::one_of && meaning.kind != input_kind::any_of) continue;
      if (!meaning.inputs[old_side] || !meaning.inputs[new_side]) continue;
      for (std::uint32_t i = 0; i < meaning.values.size(); ++i)
        if (m.own_value(old_side, v, i).empty() || m.own_value(new_side, v, i).empty()) p.of[v].may &= ~(std::uint64_t{1} << i);
    }
    return p;
  }

  // No action at all: the two share no value of some fact that the decision looks at.
  static bool nothing_in(const space& s, const part& p) {
    for (std::uint32_t v = 0; v < s.variables().size(); ++v)
      if ((s.at(v).sort == sort::ordered && p.of[v].range.low > p.of[v].range.high) ||
          (s.at(v).sort == sort::values && p.of[v].may == 0))
        return true;
    return false;
  }

  comparison result_;
  std::array<std::reference_wrapper<const checked::document>, 2> documents_;
  std::array<agreement, 2> agreements_;
  ties ties_;
  std::array<vocabulary, 2> names_;
  std::array<shared_side, 2> sides_;
  analysis_limits limits_;
  std::uint64_t left_in_all_ = limits_.cuts_in_all;
};

}  // namespace

bool comparison::same() const noexcept {
  const auto matters = [](const named_thing& t) { return t.kind == "decision" || t.kind == "party"; };
  return changes.empty() && undecided.empty() && conflicts.empty() && std::none_of(added.begin(), added.end(), matters) &&
         std::none_of(removed.begin(), removed.end(), matters);
}

comparison compare(const compared& before, const compared& after, const analysis_limits& limits) {
  return comparing{before, after, limits}.run();
}

comparison compare(const loaded& before, const loaded& after, const analysis_limits& limits) {
  comparison none;
  for (const loaded* l : {&before, &after})
    if (!l->executable())
      none.conflicts.push_back(std::string{l == &before ? "the old" : "the new"} +
                               " file holds no agreement that could be compared");
  if (!none.conflicts.empty()) return none;
  return compare({*before.document(), *before.executable()}, {*after.document(), *after.executable()}, limits);
}

}  // namespace remit
