// The verdict just below, at and just above each amount: for each decision, the first party and part of the space where
// something changes there.
// Not here: moving an expression by one grain (boundary.cpp).
#include <remit/analysis/boundaries.hpp>

#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <remit/core/wording.hpp>

#include "amount.hpp"
#include "boundary.hpp"

namespace remit {
namespace {

using namespace analysis;

class listing {
 public:
  listing(const agreement& under, const analysis_limits& limits) : under_{under}, rules_{under.rules()}, limits_{limits} {}

  std::vector<boundary> run() {
    for (std::uint32_t d = 0; d < rules_.decisions.size(); ++d) {
      const askers all_askers{under_, decision_id{d}};
      std::set<std::pair<expression, std::int64_t>> seen;
      for (const bound& b : bounds_of(rules_, decision_id{d}))
        if (seen.insert({b.of, b.limit}).second) look_at(all_askers, b);
    }
    return std::move(all_);
  }

 private:
  void look_at(const askers& all_askers, const bound& b) {
    std::optional<candidate> best;
    for (const inquiry* q : all_askers) {
      budget work{limits_.cuts, &left_in_all_};
      int looked_at = 0;
      each_crossing(*q, b.of, b.limit, work, [&](const crossing& c) {
        candidate next = judged(*q, c);
        if (!best || next.plainness() < best->plainness()) best = std::move(next);
        return ++looked_at < most_looked_at;
      });
      if (best && best->same_outcome == 0) break;
    }
    if (best) all_.push_back(shown(*best->asked, b, best->where, best->same_verdict == 0));
  }

  /// A way over the amount. Plainest is what changes the outcome, then what changes the verdict, with few facts away from
  /// their simplest values.
  struct candidate {
    const inquiry* asked;
    crossing where;
    int same_outcome, same_verdict;
    std::size_t away;

    std::tuple<int, int, std::size_t> plainness() const { return {same_outcome, same_verdict, away}; }
  };
  static constexpr int most_looked_at = 64;

  static candidate judged(const inquiry& q, const crossing& c) {
    const verdict &below = c.verdict_below.verdict, &at = c.verdict_at.verdict, &above = c.verdict_above.verdict;
    const bool same_outcome = below.outcome() == at.outcome() && at.outcome() == above.outcome();
    const bool same = evaluation::alike(below, at) && evaluation::alike(at, above);
    const point p = q.space().sample(c.at);
    std::size_t away = 0;
    for (std::uint32_t v = 0; v < p.size(); ++v) away += p[v] != q.space().at(v).simplest ? 1u : 0u;
    return {&q, c, same_outcome ? 1 : 0, same ? 1 : 0, away};
  }

  boundary shown(const inquiry& q, const bound& b, const crossing& c, bool changes) const {
    const told_atom& told = rules_.told_atoms[b.atom];
    boundary made{{}, words_of(b.of), amount_words(b, 0), q.decision, q.by, q.witness(under_, c.at), {}, {}, changes};
    for (const told_side* side : {&told.left, &told.right})
      if (!side->threshold.empty()) made.threshold = side->threshold;
    const std::int64_t step = rules_.inputs[b.of.first.value].step;
    for (const std::int64_t moved : {-step, std::int64_t{0}, step}) made.sides.push_back(amount_words(b, moved));
    made.verdicts = {c.verdict_below.verdict, c.verdict_at.verdict, c.verdict_above.verdict};
    if (changes) leave_out(b, made);
    return made;
  }

  /// Leaves out the circumstances without which the three verdicts are the same, and as certain.
  void leave_out(const bound& b, boundary& made) const {
    const std::int64_t step = rules_.inputs[b.of.first.value].step;
    for (std::uint32_t i = static_cast<std::uint32_t>(rules_.inputs.size()); i-- > 0;) {
      if (input_id{i} == b.of.first || (b.of.sign_second != 0 && input_id{i} == b.of.second)) continue;
      action less = made.at;
      less.forget(input_id{i});
      if (less.is_known(input_id{i}) && less.slot(input_id{i}) != made.at.slot(input_id{i})) continue;  // its default is another
      bool same = true;
      for (std::size_t side = 0; side < 3 && same; ++side) {
        action moved = less;
        moved.set_slot(b.of.first, made.at.slot(b.of.first) + (static_cast<std::int64_t>(side) - 1) * step);
        const verdict v = under_.evaluate(moved);
        same = v.error() == input_error::none && v.certain() && evaluation::alike(v, made.verdicts[side]);
      }
      if (same) made.at = std::move(less);
    }
  }

  std::string name_of(input_id i) const { return i.value == 0 ? "today" : std::string{rules_.inputs[i.value].name}; }
  std::string words_of(const expression& of) const {
    if (of.sign_second == 0) return name_of(of.first);
    return name_of(of.first) + (of.sign_second > 0 ? " plus " : " minus ") + name_of(of.second);
  }
  /// A date minus a date is a length of time.
  std::string amount_words(const bound& b, std::int64_t moved) const {
    const auto is_day = [&](input_id i) {
      return rules_.inputs[i.value].kind == input_kind::day || rules_.inputs[i.value].kind == input_kind::date;
    };
    input_kind unit = rules_.inputs[b.of.first.value].kind;
    if (b.of.sign_second < 0 && is_day(b.of.first) && is_day(b.of.second)) unit = input_kind::duration;
    const std::int64_t n = b.limit + moved;
    if (n >= 0 || unit == input_kind::date || unit == input_kind::day) return remit::amount_words(n, unit, rules_.currency);
    return "-" + remit::amount_words(-n, unit, rules_.currency);
  }

  const agreement& under_;
  const executable& rules_;
  analysis_limits limits_;
  std::uint64_t left_in_all_ = limits_.cuts_in_all;
  std::vector<boundary> all_;
};

}  // namespace

std::vector<boundary> boundaries(const agreement& under, const analysis_limits& limits) { return listing{under, limits}.run(); }

}  // namespace remit
