// The same questions asked of Z3: do two versions differ on a decision and party, does a promise hold? Each once for remit
// and once for the solver, over the Blueprint's agreement; the first of each pair is remit.
// Not here: whether the answers agree (tests/agree/z3).
#include <benchmark/benchmark.h>

#include <remit/analysis/compare.hpp>
#include <remit/analysis/prove.hpp>

#include "agree/z3/claim_terms.hpp"
#include "agree/z3/solver.hpp"
#include "agree/z3/verdict_terms.hpp"
#include "agreements.hpp"

namespace {

// As remit does: one question, `ask(terms, decision, party)`, for each decision and asking party.
template <class Ask>
bool any_possible(const remit::checked::document& d, Ask&& ask) {
  bool possible = false;
  for (std::uint32_t decision = 0; decision < d.decisions.size(); ++decision)
    for (std::uint32_t p = 0; p < d.parties.size(); ++p)
      if (!d.parties[p].is_role) {
        remit::smt::terms terms;
        possible = ask(terms, remit::decision_id{decision}, remit::party_id{p}) || possible;
      }
  return possible;
}

void promises_remit(benchmark::State& state) {
  const auto l = benchmarks::load("blueprint.remit");
  for (auto _ : state) benchmark::DoNotOptimize(remit::prove(*l.document(), *l));
}

void promises_solver(benchmark::State& state) {
  const auto l = benchmarks::load("blueprint.remit");
  const remit::checked::document& d = *l.document();
  const auto names = [&](std::uint32_t p) { return d.parties[p].name; };
  for (auto _ : state)
    benchmark::DoNotOptimize(any_possible(d, [&](remit::smt::terms& terms, remit::decision_id on, remit::party_id by) {
      const auto verdict = remit::smt::verdict_of(terms, d, on, by, names);
      remit::smt::solver solver{terms};
      bool broken = false;
      for (const auto& promise : d.promises)
        broken = solver.possible(remit::smt::is_broken(terms, d, promise, on, by, verdict)) || broken;
      return broken;
    }));
}

void equivalence_remit(benchmark::State& state) {
  const auto one = benchmarks::load("blueprint.remit"), other = benchmarks::load("blueprint.remit");
  for (auto _ : state) benchmark::DoNotOptimize(remit::compare(one, other));
}
void equivalence_solver(benchmark::State& state) {
  const auto one = benchmarks::load("blueprint.remit"), other = benchmarks::load("blueprint.remit");
  const remit::checked::document &d = *one.document(), &e = *other.document();
  const auto names = [&](std::uint32_t p) { return d.parties[p].name; };
  for (auto _ : state)
    benchmark::DoNotOptimize(any_possible(d, [&](remit::smt::terms& terms, remit::decision_id on, remit::party_id by) {
      const auto before = remit::smt::verdict_of(terms, d, on, by, names), after = remit::smt::verdict_of(terms, e, on, by, names);
      return remit::smt::solver{terms}.possible(remit::smt::differ(terms, before, after));
    }));
}

BENCHMARK(promises_remit)->Name("promises/remit")->Unit(benchmark::kMillisecond);
BENCHMARK(promises_solver)->Name("promises/z3")->Unit(benchmark::kMillisecond);
BENCHMARK(equivalence_remit)->Name("equivalence/remit")->Unit(benchmark::kMillisecond);
BENCHMARK(equivalence_solver)->Name("equivalence/z3")->Unit(benchmark::kMillisecond);

}  // namespace
