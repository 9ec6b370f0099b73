// Bounds the wrong way round: on one expression the consultation begins only where the decision is escalated already, so
// that asking is never reached.
// Not here: consultations that change nothing at all (idle_clauses.cpp).
#include <set>
#include <utility>

#include "boundary.hpp"
#include "survey.hpp"

namespace remit::analysis {
namespace {

/// The first amount that a bound lets through, going up from it (`over`, `at least`) or down (`under`, `at most`).
struct reach {
  bool upwards = false;
  wide from = 0;
};

class ordering {
 public:
  explicit ordering(survey& s) : s_{s} {}

  void run() {
    for (std::uint32_t d = 0; d < s_.rules.decisions.size(); ++d) {
      const auto clauses = s_.clauses_of(decision_id{d});
      const auto all = bounds_of(s_.rules, decision_id{d});
      for (const bound& asks : all)
        for (const bound& moves : all)
          if (clauses[asks.clause].effect == effect::consult && clauses[moves.clause].effect == effect::escalate &&
              asks.of == moves.of && lies_beyond(asks, moves))
            look_at(decision_id{d}, asks.clause, moves.clause);
    }
  }

 private:
  std::optional<reach> reach_of(const bound& b) const {
    const std::int64_t step = s_.rules.inputs[b.of.first.value].step;
    switch (b.op) {
      case relation::more: return reach{true, wide{b.limit} + step};
      case relation::at_least: return reach{true, b.limit};
      case relation::less: return reach{false, wide{b.limit} - step};
      case relation::at_most: return reach{false, b.limit};
      default: return std::nullopt;
    }
  }
  bool lies_beyond(const bound& asks, const bound& moves) const {
    const auto one = reach_of(asks), other = reach_of(moves);
    if (!one || !other || one->upwards != other->upwards) return false;
    return one->upwards ? one->from > other->from : one->from < other->from;
  }

  void look_at(decision_id d, std::uint32_t asks, std::uint32_t moves) {
    const auto clauses = s_.clauses_of(d);
    const clause_entry &consult = clauses[asks], &escalate = clauses[moves];
    if (s_.rule(consult).from_framework || told_.count({consult.told, escalate.told}) != 0) return;
    bool decided = true, some_fire = false;
    for (const inquiry* q : s_.of(d)) {
      bool escapes = false;
      budget work = s_.question_budget();
      decided = explore(q->space(), q->model.formulas(), q->complete, work, [&](const part& p) {
        const auto fired = q->asked.fired(p);
        if (!fired.possible.has(asks)) return next_step::leave();
        if (!fired.certain.has(asks)) return next_step::cut(q->asked.fires(asks), truth::yes);
        some_fire = true;
        if (!fired.possible.has(moves)) return escapes = true, next_step::stop();
        if (!fired.certain.has(moves)) return next_step::cut(q->asked.fires(moves), truth::no);
        for (std::uint32_t i = 0; i < clauses.size(); ++i) {
          if (!lifts(clauses[i], escalate.rule) || !fired.possible.has(i)) continue;
          if (!fired.certain.has(i)) return next_step::cut(q->asked.fires(i), truth::yes);
          return escapes = true, next_step::stop();
        }
        return next_step::leave();
      }) && decided;
      if (escapes) return;
    }
    if (!some_fire) return;
    if (!decided) return s_.not_decided(s_.clause(consult).where, "whether asking is ever reached here");
    told_.insert({consult.told, escalate.told});
    auto& found = s_.found.add(code::wrong_way_round, s_.clause(consult).where,
                               "asking is never reached: wherever this clause fires, the decision is escalated already",
                               "the bound of the consultation should come before that of the escalation; are the two swapped?");
    found.related.push_back({s_.clause(escalate).where, "escalated here"});
  }

  bool lifts(const clause_entry& c, std::uint32_t rule) const {
    if (c.effect != effect::allow) return false;
    const auto rules = part_of(s_.rules.rule_numbers, c.lifts);
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
  }

  survey& s_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

void find_wrong_way_round(survey& s) { ordering{s}.run(); }

}  // namespace remit::analysis
