// The smallest changes of an action's facts that lead to another outcome: for few facts at a time, the part of the space
// where all the others stay as they are.
// Not here: facts that are missing altogether (foresee.cpp); of these it is only said what they must turn out to be.
#include <remit/analysis/nearest.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include <remit/analysis/foresee.hpp>
#include <remit/agreement/truth.hpp>

#include "given.hpp"
#include "question.hpp"
#include "region.hpp"
#include "region_words.hpp"

namespace remit {
namespace {

using namespace analysis;

constexpr std::size_t most_changes = 3;  // more than that is another action

class changing {
 public:
  changing(const agreement& under, const action& asked, outcome wanted, const analysis_limits& limits)
      : under_{under}, asked_{asked}, wanted_{wanted}, work_{limits.cuts} {
    // With the date known, being overdue may change; without it, it follows from the date.
    model_.enter(under.rules(), own_names(under.rules()), knowledge::any, asked.is_known(input_id{0}) ? nullptr : &asked);
    question_.emplace(model_, 0, asked);
    for (std::uint32_t v = 0; v < model_.variable_count(); ++v) now_.push_back(value_now(v));
  }

  nearest_changes run() {
    nearest_changes found;
    std::vector<std::uint32_t> may_change;
    for (std::uint32_t v = 0; v < now_.size(); ++v)
      if (now_[v] && model_.of(v).kind != input_kind::day && !model_.of(v).whether_known) may_change.push_back(v);
    for (std::size_t size = 0; size <= most_changes && found.ways.empty() && found.decided; ++size)
      found.decided = each_choice(may_change, size, [&](const std::vector<std::uint32_t>& changed) { return way(changed, found); });
    found.decided = found.decided && model_.exact();
    return found;
  }

 private:
  /// What a variable is now; nothing where that is missing.
  std::optional<std::int64_t> value_now(std::uint32_t v) const {
    const auto& meaning = model_.of(v);
    const input_id input = meaning.inputs[0];
    if (meaning.kind == input_kind::ritual) {
      atom overdue;
      overdue.kind = atom_kind::overdue;
      overdue.first = input;
      const truth t = judge{asked_.rules(), asked_}.of(overdue);
      return t == truth::open ? std::nullopt : std::optional<std::int64_t>{t == truth::yes ? 1 : 0};
    }
    if (!asked_.is_known(input)) return std::nullopt;
    return value_given(model_, v, asked_);
  }

  /// Calls `visit` with each choice of `size` of them, for as long as it answers true.
  template <class Visit>
  static bool each_choice(const std::vector<std::uint32_t>& of, std::size_t size, Visit&& visit) {
    if (size > of.size()) return true;
    std::vector<bool> chosen(of.size(), false);
    std::fill_n(chosen.begin(), size, true);
    do {
      std::vector<std::uint32_t> choice;
      for (std::size_t i = 0; i < of.size(); ++i)
        if (chosen[i]) choice.push_back(of[i]);
      if (!visit(choice)) return false;
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    return true;
  }

  /// Finds the way by changing exactly these, where there is one. False where the budget ran out.
  bool way(const std::vector<std::uint32_t>& changed, nearest_changes& found) {
    std::vector<part> reached;
    const bool finished = explore(model_.space(), model_.formulas(), kept_but(changed), work_, [&](const part& p) {
      const auto outlook = question_->at(p);
      if (outlook.verdict.outcome() == wanted_ && outlook.at_least == wanted_) {
        reached.push_back(p);
        return next_step::leave();
      }
      if (outlook.verdict.certain() || outlook.at_least > wanted_) return next_step::leave();
      return next_step::cut(question_->next_cut(outlook));
    });
    if (!finished) return false;
    if (reached.empty()) return true;
    const auto nearest = std::min_element(reached.begin(), reached.end(),
                                          [&](const part& a, const part& b) { return distance(a) < distance(b); });
    const part at = *nearest;
    const region where = covered(model_.space(), kept_but(changed), std::move(reached), work_);
    keep(changed, at, condition_words(model_, where, asked_.rules().currency), found);
    return true;
  }

  part kept_but(const std::vector<std::uint32_t>& changed) const {
    part p = model_.supplied(model_.space().whole());
    for (std::uint32_t v = 0; v < now_.size(); ++v)
      if (now_[v] && std::find(changed.begin(), changed.end(), v) == changed.end()) fix(model_, p, v, *now_[v]);
    return p;
  }

  /// How far off a part is: what more it asks of missing facts, then how much the changed amounts would have to move.
  std::pair<std::size_t, long double> distance(const part& p) const {
    std::pair<std::size_t, long double> d{0, 0};
    for (std::uint32_t v = 0; v < now_.size(); ++v) {
      if (!now_[v]) d.first += is_open(p, v) ? 0u : 1u;
      if (!now_[v] || model_.space().at(v).sort != sort::ordered) continue;
      const auto [low, high] = p.of[v].range;
      d.second += std::abs(static_cast<long double>(std::clamp(*now_[v], low, high)) - static_cast<long double>(*now_[v]));
    }
    return d;
  }
  bool is_open(const part& p, std::uint32_t v) const {
    part freed = p;
    model_.space().forget(freed, v);
    return freed.of[v].range == p.of[v].range && freed.of[v].may == p.of[v].may && freed.of[v].must == p.of[v].must;
  }

  void keep(const std::vector<std::uint32_t>& changed, const part& p, std::string when, nearest_changes& found) {
    const auto is_changed = [&](std::uint32_t v) { return std::find(changed.begin(), changed.end(), v) != changed.end(); };
    point near(now_.size());
    for (std::uint32_t v = 0; v < now_.size(); ++v) near[v] = now_[v].value_or(model_.space().at(v).simplest);
    const point at = model_.space().sample(p, near);
    nearest_change way{{}, std::move(when), asked_, {}};
    for (const bool date : {true, false})
      for (std::uint32_t v = 0; v < now_.size(); ++v) {
        if ((model_.of(v).kind == input_kind::day) != date) continue;
        const bool settled = now_[v] && !is_changed(v);
        if (settled || (!now_[v] && is_open(p, v))) continue;
        set_value(model_, 0, v, at[v], way.action);
        if (now_[v]) way.changed.push_back(model_.of(v).inputs[0]);
      }
    for (const std::uint32_t v : changed)
      if (at[v] == *now_[v]) return;  // fewer changes are enough
    const foresight f = foresee(under_, way.action);
    if (way.action.error() != input_error::none || f.verdict.outcome() != wanted_) return;
    way.verdict = f.verdict;
    found.ways.push_back(std::move(way));
  }

  const agreement& under_;
  const action& asked_;
  outcome wanted_;
  budget work_;
  model model_;
  std::optional<question> question_;
  std::vector<std::optional<std::int64_t>> now_;
};

}  // namespace

nearest_changes nearest(const agreement& under, const action& asked, outcome wanted, const analysis_limits& limits) {
  const foresight now = foresee(under, asked, limits);
  if (now.verdict.error() != input_error::none || !asked.decision() || now.verdict.outcome() <= wanted) return {};
  return changing{under, asked, wanted, limits}.run();
}

}  // namespace remit
