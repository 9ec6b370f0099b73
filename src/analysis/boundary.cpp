// The verdict just below, at and just above an amount.
// Not here: which amounts are looked at.
#include "boundary.hpp"

#include <optional>
#include <utility>

namespace remit::analysis {
namespace {

relation opposite_of(relation op) {
  switch (op) {
    case relation::less: return relation::at_least;
    case relation::at_most: return relation::more;
    case relation::equal: return relation::unequal;
    case relation::unequal: return relation::equal;
    case relation::at_least: return relation::less;
    case relation::more: return relation::at_most;
  }
  return op;
}

void collect(const executable& rules, std::uint32_t node, bool turned, std::uint32_t clause, std::vector<bound>& into) {
  if (node == condition_node::none) return;
  const condition_node& n = rules.conditions[node];
  if (n.join == joined_by::atom) {
    const atom& a = rules.atoms[n.atom];
    if (a.kind != atom_kind::linear) return;
    const expression of{a.first, a.sign_second != 0 ? a.second : input_id{}, a.sign_second};
    into.push_back({of, turned ? opposite_of(a.op) : a.op, a.limit, clause, n.atom});
    return;
  }
  const bool inside = turned != (n.join == joined_by::negation);
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules.conditions[c].next)
    collect(rules, c, inside, clause, into);
}

std::optional<std::uint32_t> variable_of(const model& m, input_id input) {
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (m.of(v).inputs[0] == input && !m.of(v).whether_known) return v;
  return std::nullopt;
}

class crossings {
 public:
  crossings(const inquiry& q, std::uint32_t moved, budget& work, const std::function<bool(const crossing&)>& visit)
      : q_{q}, moved_{moved}, step_{q.space().at(moved).step}, work_{work}, visit_{visit} {}

  bool over(part at) {
    std::vector<part> waiting;
    waiting.push_back(std::move(at));
    while (!waiting.empty()) {
      part p = std::move(waiting.back());
      waiting.pop_back();
      part below = p, above = p;
      // What has no value just below or above in its range is no boundary.
      if (!q_.space().move(below, moved_, -step_) || !q_.space().move(above, moved_, step_)) continue;
      const auto at_below = q_.asked.at(below), at_p = q_.asked.at(p), at_above = q_.asked.at(above);
      const std::pair<const part*, const evaluation::outlook*> sides[] = {{&below, &at_below}, {&p, &at_p}, {&above, &at_above}};
      const std::int64_t shifts[] = {step_, 0, -step_};
      bool open = false;
      for (std::size_t i = 0; i < 3 && !open; ++i) {
        if (sides[i].second->verdict.certain()) continue;
        open = true;
        if (work_.spent()) return false;
        work_.spend(q_.space().cut_cost());
        const std::uint32_t formula = q_.asked.next_cut(*sides[i].second);
        const auto& test = q_.space().test_at(q_.model.formulas().open_test(formula, q_.space(), *sides[i].first));
        for (part& piece : q_.space().split(test, *sides[i].first))
          if (q_.space().move(piece, moved_, shifts[i])) waiting.push_back(std::move(piece));
      }
      if (open) continue;
      if (!visit_({std::move(below), std::move(p), std::move(above), at_below, at_p, at_above})) return true;
    }
    return true;
  }

 private:
  const inquiry& q_;
  std::uint32_t moved_;
  std::int64_t step_;
  budget& work_;
  const std::function<bool(const crossing&)>& visit_;
};

}  // namespace

std::vector<bound> bounds_of(const executable& rules, decision_id d) {
  std::vector<bound> all;
  const auto clauses = part_of(rules.clauses, rules.decisions[d.value].clauses);
  for (std::uint32_t i = 0; i < clauses.size(); ++i) collect(rules, clauses[i].condition, false, i, all);
  return all;
}

bool each_crossing(const inquiry& q, const expression& of, std::int64_t amount, budget& work,
                   const std::function<bool(const crossing&)>& visit) {
  const auto first = variable_of(q.model, of.first);
  const auto second = of.sign_second != 0 ? variable_of(q.model, of.second) : std::optional<std::uint32_t>{0};
  if (!first || !second) return true;
  test is_amount;
  is_amount.kind = test::kind::linear;
  is_amount.first = *first;
  is_amount.second = *second;
  is_amount.sign_second = of.sign_second;
  is_amount.op = relation::equal;
  is_amount.limit = amount;
  crossings c{q, *first, work, visit};
  if (q.space().decide(is_amount, q.complete) == truth::no) return true;
  if (q.space().decide(is_amount, q.complete) == truth::yes) return c.over(q.complete);
  for (part& piece : q.space().split(is_amount, q.complete))
    if (q.space().decide(is_amount, piece) == truth::yes) return c.over(std::move(piece));
  return true;
}

}  // namespace remit::analysis
