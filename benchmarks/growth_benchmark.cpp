// One decision under made agreements of more and more rules: ten on each decision, or all of them on forty decisions.
// Not here: what loading and checking them costs (load_benchmark.cpp, analysis_benchmark.cpp).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "made_agreement.hpp"
#include "workload/situations.hpp"

namespace {

struct grown {
  remit::agreement agreement;
  std::vector<remit::action> actions;
};

const grown& made_once(int rules, int decisions) {
  static std::map<std::pair<int, int>, grown> all;
  const auto known = all.find({rules, decisions});
  if (known != all.end()) return known->second;
  std::fprintf(stderr, "making an agreement of %d rules on %d decisions…\n", rules, decisions);
  const benchmarks::ready made = benchmarks::made_ready({.rules = rules, .decisions = decisions, .facts = 12});
  grown one{made.agreement, workload::actions_of(made.agreement, workload::random_ones(made.document))};
  return all.emplace(std::pair{rules, decisions}, std::move(one)).first->second;
}

void decide(benchmark::State& state, int decisions) {
  const grown& on = made_once(static_cast<int>(state.range(0)), decisions);
  for (auto _ : state)
    for (const remit::action& a : on.actions) benchmark::DoNotOptimize(on.agreement.evaluate(a));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(on.actions.size()));
}
void spread(benchmark::State& state) { decide(state, std::max(1, static_cast<int>(state.range(0)) / 10)); }
void crowded(benchmark::State& state) { decide(state, 40); }

void sizes(benchmark::internal::Benchmark* b) {
  b->Arg(25)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
}
BENCHMARK(spread)->Name("ten_rules_a_decision")->Apply(sizes);
BENCHMARK(crowded)->Name("rules_on_forty_decisions")->Apply(sizes);

}  // namespace
