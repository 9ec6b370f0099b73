// The ways to complete an action, in as few parts as tell their verdicts apart, and what these have in common
// (language reference, "What an action gets", point 7).
// Not here: a verdict whose facts are all known (agreement/evaluate.hpp).
#include <remit/analysis/foresee.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <remit/agreement/settle.hpp>

#include "given.hpp"
#include "question.hpp"

namespace remit {
namespace {

using namespace analysis;

/// Completions with one verdict.
struct leaf {
  part where;
  evaluation::outlook told;
  std::size_t verdict = 0;  // the number of its verdict among the different ones
};

class looking_ahead {
 public:
  looking_ahead(const agreement& under, const action& asked, const analysis_limits& limits)
      : under_{under}, rules_{under.rules()}, asked_{asked}, cautious_{under.evaluate(asked)}, work_{limits.cuts} {}

  foresight run() {
    // The evaluator's certain answers are exact, but for a basis that rests on approvals.
    const bool exact = cautious_.certain() && asked_.all_approved().empty();
    if (cautious_.error() != input_error::none || exact || !asked_.decision()) return {cautious_, {cautious_}, {}, true};
    model m;
    m.enter(rules_, own_names(rules_), knowledge::any, &asked_);
    const question q{m, 0, asked_}, unapproved{m, 0, without_approvals()};
    if (!look(m, q, unapproved, {})) return not_decided();
    if (const clause_set hidden = hidden_clauses(); !hidden.empty() && !look(m, q, unapproved, hidden)) return not_decided();
    return told(m);
  }

 private:
  /// Parts with one verdict each, throughout which each of these clauses fires or does not.
  bool look(const model& m, const question& q, const question& unapproved, const clause_set& settled) {
    leaves_.clear();
    different_.clear();
    const bool finished = explore(m.space(), m.formulas(), as_given(m, asked_), work_, [&](const part& p) {
      const auto fired = q.fired(p);
      auto outlook = q.given(fired);
      if (outlook.verdict.certain()) outlook.open = settled & (fired.possible - fired.certain);
      if (!outlook.verdict.certain() || !outlook.open.empty()) return next_step::cut(q.next_cut(outlook));
      // The basis asks what the outcome would be without the approvals.
      if (!asked_.all_approved().empty())
        if (const auto bare = unapproved.at(p); bare.at_least != bare.verdict.outcome())
          return next_step::cut(unapproved.next_cut(bare));
      add({p, std::move(outlook), 0});
      return next_step::leave();
    });
    return finished && m.exact() && !leaves_.empty();
  }

  void add(leaf l) {
    const auto known = std::find_if(different_.begin(), different_.end(),
                                    [&](const remit::verdict& v) { return evaluation::alike(v, l.told.verdict); });
    l.verdict = static_cast<std::size_t>(known - different_.begin());
    if (known == different_.end()) different_.push_back(l.told.verdict);
    leaves_.push_back(std::move(l));
  }

  const decision_entry& decision() const { return rules_.decisions[asked_.decision().value]; }
  view<std::uint32_t> groups() const { return part_of(rules_.decision_groups, decision().groups); }
  circle people() const {
    return {rules_, groups(), decision().holders, asked_.by(), asked_.all_consulted(), asked_.all_approved()};
  }

  /// The clauses by which completions of one verdict may differ in what matters once they are taken together with others:
  /// the same parties rank differently as they are named (`P or above`, `P or Q`), and who need not approve after all may be
  /// one whom a clause consults.
  clause_set hidden_clauses() const {
    const outcome most = most_restrictive();
    const group_set unmet = unmet_of(most);
    if (!unmet.has_several()) return {};
    const circle c = people();
    const group_set outranked = unmet - without_outranked(c, unmet, most);
    const bool moves = ranks_apart();
    const auto list = part_of(rules_.clauses, decision().clauses);
    clause_set hidden, allows;
    for (std::uint32_t i = 0; i < list.size(); ++i) switch (list[i].effect) {
        case effect::escalate:
          if (moves) hidden.insert(i);
          break;
        case effect::consult:
          if (implied(c, list[i], outranked)) hidden.insert(i);
          break;
        case effect::allow: allows.insert(i); break;  // may lift one of these
        case effect::duty: break;
      }
    return hidden.empty() ? hidden : hidden | allows;
  }
  /// Whether the approval of one of these would do for somebody whom the clause consults.
  bool implied(const circle& c, const clause_entry& consults, const group_set& by) const {
    bool found = false;
    for (const std::uint32_t g : part_of(rules_.group_numbers, consults.groups))
      by.each([&](std::uint32_t other) { found = found || c.group(other).met_by.within(c.group(g).met_by); });
    return found;
  }
  bool ranks_apart() const {
    const auto all = groups();
    const auto apart = [&](std::uint32_t one, std::uint32_t other) {
      const group_entry &a = rules_.groups[one], &b = rules_.groups[other];
      return a.met_by == b.met_by && !(a.written == b.written);
    };
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t one) {
      return std::any_of(all.begin(), all.end(), [&](std::uint32_t other) { return apart(one, other); });
    });
  }
  outcome most_restrictive() const {
    outcome most = outcome::allow;
    for (const leaf& l : leaves_) most = std::max(most, l.told.verdict.outcome());
    return most;
  }
  group_set unmet_of(outcome of) const {
    group_set unmet;
    for (const leaf& l : leaves_)
      if (l.told.verdict.outcome() == of) unmet |= l.told.goes.unmet;
    return unmet;
  }

  action without_approvals() const {
    action a{under_, asked_.decision(), asked_.by()};
    asked_.all_consulted().each([&](std::uint32_t p) { a.consulted(party_id{p}); });
    return a;
  }

  foresight not_decided() const {
    foresight f{cautious_, {}, {}, false};
    for (const input_id i : cautious_.missing()) f.ask.push_back(i);
    return f;
  }

  foresight told(const model& m) {
    auto t = together();
    const auto ranked = missing(m);
    if (!ranked) return not_decided();
    foresight f;
    for (const auto& [input, apart] : *ranked) {
      t.missing.insert(input.value);
      f.ask.push_back(input);
    }
    f.verdict = evaluation::tell(cautious_, t);
    f.possible = different_;
    std::stable_sort(f.possible.begin(), f.possible.end(),
                     [](const remit::verdict& a, const remit::verdict& b) { return a.outcome() < b.outcome(); });
    return f;
  }

  /// "Its parties and duties are those of the completions with that outcome, taken together."
  evaluation::telling together() const {
    const circle c = people();
    evaluation::telling t;
    t.certain = different_.size() == 1;
    t.outcome = most_restrictive();
    t.basis = basis::not_held;
    for (const leaf& l : leaves_) {
      t.fired |= l.told.verdict.fired();
      if (l.told.verdict.outcome() != t.outcome) continue;
      t.basis = std::min(t.basis, l.told.verdict.basis());
      t.duties |= l.told.verdict.due();
      t.consult |= l.told.asked;
      t.approval |= l.told.approval;
    }
    const group_set highest = without_outranked(c, unmet_of(t.outcome), t.outcome);
    if (t.outcome == outcome::escalate) {
      c.unite(t.to, highest);
    } else {
      t.consult |= highest;
      t.approval |= highest;
    }
    c.without_implied(t.consult, t.approval);
    return t;
  }

  /// "Of ranked targets again only the highest": those of different completions. Joint holders of one stay both.
  group_set without_outranked(const circle& c, const group_set& unmet, outcome of) const {
    group_set highest = unmet;
    unmet.each([&](std::uint32_t low) {
      unmet.each([&](std::uint32_t high) {
        group_set above;
        above.insert(high);
        if (c.outranked(low, above) && !joint(c, low, high, of)) highest.erase(low);
      });
    });
    return highest;
  }
  bool joint(const circle& c, std::uint32_t one, std::uint32_t other, outcome of) const {
    const auto has = [&](const group_set& all, std::uint32_t wanted) {
      bool found = false;
      all.each([&](std::uint32_t g) {
        found = found || (c.group(g).met_by == c.group(wanted).met_by && c.group(g).written == c.group(wanted).written);
      });
      return found;
    };
    return std::any_of(leaves_.begin(), leaves_.end(), [&](const leaf& l) {
      return l.told.verdict.outcome() == of && has(l.told.goes.unmet, one) && has(l.told.goes.unmet, other);
    });
  }

  struct asking {
    input_id input;
    std::size_t tells_apart = 0;
  };
  /// "Exactly the facts that could still change these": two completions with different verdicts differ in it alone.
  /// Nothing where the budget ran out.
  std::optional<std::vector<asking>> missing(const model& m) {
    std::vector<asking> all;
    for (std::uint32_t i = 0; i < rules_.inputs.size(); ++i) {
      if (asked_.is_known(input_id{i})) continue;
      const auto own = variables_of(m, input_id{i});
      if (own.empty()) continue;
      const auto matters = can_change(m, own);
      if (!matters) return std::nullopt;
      if (*matters) all.push_back({input_id{i}, tells_apart(m, own)});
    }
    std::stable_sort(all.begin(), all.end(), [](const asking& a, const asking& b) { return a.tells_apart > b.tells_apart; });
    return all;
  }

  /// The variables that an input stands behind. A date that is missing may make any ritual overdue.
  std::vector<std::uint32_t> variables_of(const model& m, input_id input) const {
    std::vector<std::uint32_t> own;
    if (input.value == 0 && earliest_day(asked_) >= rules_.inputs[0].most) return own;  // the calendar's last day
    for (std::uint32_t v = 0; v < m.variable_count(); ++v)
      if (m.of(v).inputs[0] == input || (input.value == 0 && m.of(v).kind == input_kind::ritual)) own.push_back(v);
    return own;
  }

  std::optional<bool> can_change(const model& m, const std::vector<std::uint32_t>& own) {
    const auto without = [&](const leaf& l) {
      part p = l.where;
      for (const std::uint32_t v : own) m.space().forget(p, v);
      return p;
    };
    std::vector<part> others;
    for (const leaf& l : leaves_) others.push_back(without(l));
    for (std::size_t a = 0; a < leaves_.size(); ++a)
      for (std::size_t b = a + 1; b < leaves_.size(); ++b) {
        if (leaves_[a].verdict == leaves_[b].verdict) continue;
        if (work_.spent()) return std::nullopt;
        work_.spend();
        if (m.space().both(others[a], others[b])) return true;
      }
    return false;
  }

  /// How many pairs of different verdicts an answer would tell apart whatever it is.
  std::size_t tells_apart(const model& m, const std::vector<std::uint32_t>& own) const {
    std::size_t count = 0;
    for (std::size_t a = 0; a < leaves_.size(); ++a)
      for (std::size_t b = a + 1; b < leaves_.size(); ++b)
        if (leaves_[a].verdict != leaves_[b].verdict &&
            std::any_of(own.begin(), own.end(), [&](std::uint32_t v) { return m.space().apart(leaves_[a].where, leaves_[b].where, v); }))
          ++count;
    return count;
  }

  const agreement& under_;
  const executable& rules_;
  const action& asked_;
  remit::verdict cautious_;
  budget work_;
  std::vector<leaf> leaves_;
  std::vector<remit::verdict> different_;
};

}  // namespace

foresight foresee(const agreement& under, const action& asked, const analysis_limits& limits) {
  return looking_ahead{under, asked, limits}.run();
}

}  // namespace remit
