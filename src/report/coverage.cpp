// A tick for each decision and clause that was reached.
// Not here: printing (tested_text.cpp, tested_json.cpp).
#include <remit/report/coverage.hpp>

#include <algorithm>

#include <remit/agreement/truth.hpp>

namespace remit {

coverage::coverage(const agreement& of)
    : of_{of},
      decisions_(of.rules().decisions.size(), reach::unreached),
      clauses_(of.rules().told_clauses.size(), reach::not_counted) {
  for (const clause_entry& c : of.rules().clauses)
    if (!c.then) clauses_[c.told] = reach::unreached;
}

void coverage::add(const action& asked, const verdict& given) {
  if (!asked.decision() || given.error() != input_error::none) return;
  decisions_[asked.decision().value] = reach::reached;
  const executable& rules = of_.rules();
  const judge conditions{rules, asked};
  const auto clauses = part_of(rules.clauses, rules.decisions[asked.decision().value].clauses);
  given.fired().each([&](std::uint32_t i) {
    if (conditions.of(clauses[i].condition) == truth::yes) clauses_[clauses[i].told] = reach::reached;
  });
}

std::vector<const decision_entry*> coverage::unreached_decisions() const {
  std::vector<const decision_entry*> found;
  for (std::uint32_t i = 0; i < decisions_.size(); ++i)
    if (decisions_[i] == reach::unreached) found.push_back(&of_.rules().decisions[i]);
  return found;
}

std::vector<const told_clause*> coverage::unreached_clauses() const {
  std::vector<const told_clause*> found;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i)
    if (clauses_[i] == reach::unreached) found.push_back(&of_.rules().told_clauses[i]);
  return found;
}

std::size_t coverage::clauses() const {
  const auto not_counted = std::count(clauses_.begin(), clauses_.end(), reach::not_counted);
  return clauses_.size() - static_cast<std::size_t>(not_counted);
}

}  // namespace remit
