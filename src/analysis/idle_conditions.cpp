// Conditions that are always true or always false, and parts of conditions that could be yes or no without changing them.
// Not here: clauses that never fire at all (idle_clauses.cpp), which say so themselves.
#include <algorithm>
#include <set>
#include <utility>

#include "survey.hpp"

namespace remit::analysis {
namespace {

checked::condition constant(bool holds, span where) {
  checked::condition c;
  c.atom.kind = atom_kind::constant;
  c.atom.limit = holds ? 1 : 0;
  c.where = where;
  return c;
}

bool speaks_of(const checked::condition& c, bool (*of)(const checked::condition&)) {
  if (of(c)) return true;
  return std::any_of(c.children.begin(), c.children.end(), [&](const auto& child) { return speaks_of(child, of); });
}

class idling {
 public:
  explicit idling(survey& s) : s_{s} {
    for (const checked::party& p : s.document.parties) askers_ += p.is_role ? 0u : 1u;
  }

  void run() {
    for (const checked::rule& r : s_.document.rules) {
      if (r.from_framework || (!r.everywhere && r.covers.empty())) continue;
      decisions_ = r.covers;
      if (r.everywhere) every_decision();
      for (const checked::clause& c : r.clauses) {
        if (is_told(c.where) || plainly_lively(c.when, c.unless)) continue;
        if (c.when) look_at(*c.when, "`when`");
        if (c.unless) look_at(*c.unless, "`unless`");
        if (c.when && c.unless) exemption(*c.when, *c.unless);
      }
    }
    every_decision();
    for (const checked::promise& p : s_.document.promises) {
      if (s_.document.sources->name(p.where.file) != s_.document.sources->name(s_.document.where.file)) continue;
      if (plainly_lively(p.when, p.unless)) continue;
      if (p.when) look_at(*p.when, "`when`");
      if (p.unless) look_at(*p.unless, "`unless`");
      if (p.when && p.unless) exemption(*p.when, *p.unless);
    }
  }

 private:
  void every_decision() {
    decisions_.clear();
    for (std::uint32_t d = 0; d < s_.document.decisions.size(); ++d) decisions_.push_back(decision_id{d});
  }
  /// A clause that never fires needs no more said of its condition.
  bool is_told(span clause) const {
    return std::any_of(s_.found.begin(), s_.found.end(),
                       [&](const diagnostic& d) { return d.code == code::never_fires && d.where == clause; });
  }

  /// Whether one look is enough: each fact stands in one comparison only, and each comparison holds for some of its values
  /// and not for others. Then every part of the conditions makes a difference, whatever they are joined by.
  bool plainly_lively(const std::optional<checked::condition>& when, const std::optional<checked::condition>& unless) {
    std::vector<const checked::condition*> leaves;
    for (const auto* c : {&when, &unless})
      if (*c) leaves_of(**c, leaves);
    std::set<std::uint32_t> seen;
    bool asker_seen = false, decision_seen = false;
    model m;
    const std::uint32_t side = m.enter(s_.rules, own_names(s_.rules), knowledge::any);
    std::vector<std::uint32_t> formulas;
    for (const checked::condition* leaf : leaves) {
      if (leaf->kind == checked::condition_kind::decision_in) {
        const auto in = [&](decision_id d) { return std::find(leaf->decisions.begin(), leaf->decisions.end(), d) != leaf->decisions.end(); };
        const auto inside = std::count_if(decisions_.begin(), decisions_.end(), in);
        if (std::exchange(decision_seen, true) || inside == 0 || inside == static_cast<std::ptrdiff_t>(decisions_.size())) return false;
        continue;
      }
      const atom& a = leaf->atom;
      if (a.kind == atom_kind::by) {
        if (std::exchange(asker_seen, true) || askers_ < 2) return false;
        continue;
      }
      const bool of_two = a.kind == atom_kind::linear && a.sign_second != 0;
      // Where a sum exactly meets an amount depends on the grain of both: left to the long way.
      if (of_two && (a.op == relation::equal || a.op == relation::unequal)) return false;
      if (!seen.insert(a.first.value).second || (of_two && !seen.insert(a.second.value).second)) return false;
      if (a.kind == atom_kind::linear && (a.op == relation::equal || a.op == relation::unequal) &&
          a.limit % s_.rules.inputs[a.first.value].step != 0)
        return false;
      formulas.push_back(m.formula(side, *leaf, decisions_.empty() ? decision_id{0} : decisions_.front(), party_id{0}));
    }
    part all = m.space().whole();
    if (!in_force(m, s_.rules, all) || !m.exact()) return false;
    return std::all_of(formulas.begin(), formulas.end(),
                       [&](std::uint32_t f) { return m.formulas().decide(f, m.space(), all) == truth::open; });
  }
  static void leaves_of(const checked::condition& c, std::vector<const checked::condition*>& into) {
    if (c.children.empty()) into.push_back(&c);
    for (const auto& child : c.children) leaves_of(child, into);
  }

  void look_at(const checked::condition& c, const std::string& which) {
    for (const bool holds : {true, false}) {
      const auto differs = differ(c, constant(holds, c.where));
      if (!differs) return s_.not_decided(c.where, "whether this condition always holds");
      if (*differs) continue;
      s_.found.add(code::constant_condition, c.where, "this " + which + " is always " + (holds ? "true" : "false"),
                   holds ? "leave it out, or correct the comparison" : "correct the comparison");
      return;
    }
    checked::condition working = c;
    parts_of(working, working);
  }

  /// Tries each part, the largest first. What changes nothing is left out for the rest: of two that repeat each other one
  /// is told, not both.
  void parts_of(checked::condition& whole, checked::condition& node) {
    for (checked::condition& child : node.children) {
      if (child.where == node.where) {  // one comparison, written as one
        parts_of(whole, child);
        continue;
      }
      if (!replaced(whole, child)) parts_of(whole, child);
    }
  }

  bool replaced(checked::condition& whole, checked::condition& node) {
    const checked::condition as_written = node, before = whole;
    for (const bool holds : {true, false}) {
      node = constant(holds, as_written.where);
      const auto differs = differ(before, whole);
      if (differs && !*differs) {
        s_.found.add(code::idle_part, as_written.where,
                     "this part of the condition changes nothing: it could as well be " + std::string{holds ? "yes" : "no"},
                     "leave it out, or correct it");
        return true;
      }
      node = as_written;
      if (!differs) {
        s_.not_decided(as_written.where, "whether this part of the condition changes anything");
        return true;
      }
    }
    return false;
  }

  /// An `unless` that holds for some action, but for none that the `when` holds for.
  void exemption(const checked::condition& when, const checked::condition& unless) {
    checked::condition both;
    both.kind = checked::condition_kind::all_of;
    both.children = {when, unless};
    const auto exempts = differ(both, constant(false, unless.where));
    if (!exempts || *exempts) return;
    if (std::any_of(s_.found.begin(), s_.found.end(), [&](const diagnostic& d) { return d.where == unless.where; })) return;
    s_.found.add(code::idle_part, unless.where, "this `unless` changes nothing: it never holds where the `when` does",
                 "leave it out, or correct it");
  }

  /// Whether some action (of the rule's decisions, any party, any day in force) meets one and not the other. Nothing
  /// where that is not decided.
  std::optional<bool> differ(const checked::condition& one, const checked::condition& other) {
    const auto by_decision = [](const checked::condition& c) { return c.kind == checked::condition_kind::decision_in; };
    const auto by_party = [](const checked::condition& c) {
      return c.kind == checked::condition_kind::atom && c.atom.kind == atom_kind::by;
    };
    const bool each_decision = speaks_of(one, by_decision) || speaks_of(other, by_decision);
    const bool each_party = speaks_of(one, by_party) || speaks_of(other, by_party);
    bool decided = true;
    for (std::size_t d = 0; d < (each_decision ? decisions_.size() : std::min<std::size_t>(1, decisions_.size())); ++d)
      for (std::uint32_t p = 0, asked = 0; p < s_.document.parties.size(); ++p) {
        if (s_.document.parties[p].is_role || (asked++ != 0 && !each_party)) continue;
        const auto answer = differ(one, other, decisions_[d], party_id{p});
        if (answer && *answer) return true;
        decided = decided && answer.has_value();
      }
    return decided ? std::optional<bool>{false} : std::nullopt;
  }

  std::optional<bool> differ(const checked::condition& one, const checked::condition& other, decision_id d, party_id by) {
    model m;
    const std::uint32_t side = m.enter(s_.rules, own_names(s_.rules), knowledge::any);
    const std::uint32_t first = m.formula(side, one, d, by), second = m.formula(side, other, d, by);
    part all = m.space().whole();
    if (!in_force(m, s_.rules, all)) return false;
    budget work = s_.question_budget();
    bool found = false;
    const bool finished = explore(m.space(), m.formulas(), std::move(all), work, [&](const part& p) {
      const truth a = m.formulas().decide(first, m.space(), p), b = m.formulas().decide(second, m.space(), p);
      if (a == truth::open) return next_step::cut(first);
      if (b == truth::open) return next_step::cut(second);
      if (a == b) return next_step::leave();
      return found = true, next_step::stop();
    });
    if (found) return true;
    return finished && m.exact() ? std::optional<bool>{false} : std::nullopt;
  }

  survey& s_;
  std::vector<decision_id> decisions_;
  std::size_t askers_ = 0;
};

}  // namespace

void find_idle_conditions(survey& s) { idling{s}.run(); }

}  // namespace remit::analysis
