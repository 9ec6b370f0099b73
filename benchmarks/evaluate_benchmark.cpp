// One action, one verdict: what a host pays each time. The actions are those of the agreement's own examples.
// Not here: many actions at once.
#include <benchmark/benchmark.h>

#include <vector>

#include <remit/analysis/examples.hpp>
#include <remit/remit.hpp>

#include "agreements.hpp"

namespace {

enum class facts { complete, missing };

void evaluate(benchmark::State& state, const char* name, facts which) {
  const auto loaded = benchmarks::load(name);
  const remit::agreement& agreement = *loaded;
  std::vector<remit::action> actions;
  for (const auto& example : loaded.document()->examples) {
    remit::action action = remit::action_of(example, agreement);
    if (!action.decision()) continue;
    if (which == facts::missing) action.clear(action.decision(), action.by());
    if (agreement.evaluate(action).certain() == (which == facts::complete)) actions.push_back(action);
  }
  if (actions.empty()) return state.SkipWithError("no example is of this kind");

  std::size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(agreement.evaluate(actions[next]));
    if (++next == actions.size()) next = 0;
  }
  state.SetItemsProcessed(state.iterations());
}

// The action of a host that keeps one object and fills it anew each time.
void fill_and_evaluate(benchmark::State& state) {
  const auto loaded = benchmarks::load("northtown.remit");
  const remit::agreement& agreement = *loaded;
  const auto travel = agreement.decision("fund_travel").value();
  const auto team = agreement.party("family_facing").value();
  const auto cost = agreement.fact<remit::money>("cost").value();
  const auto serious = agreement.fact<bool>("serious").value();
  const auto discussion = agreement.ritual("family_discussion").value();
  const auto today = remit::date::of(2026, 11, 20).value(), discussed = remit::date::of(2026, 11, 10).value();

  remit::action action{agreement, travel, team};
  for (auto _ : state) {
    action.clear(travel, team);
    action.on(today);
    action.set(cost, remit::money::pounds(30));
    action.set(serious, false);
    action.last(discussion, discussed);
    benchmark::DoNotOptimize(agreement.evaluate(action));
  }
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(evaluate, blueprint_complete, "blueprint.remit", facts::complete);
BENCHMARK_CAPTURE(evaluate, northtown_complete, "northtown.remit", facts::complete);
BENCHMARK_CAPTURE(evaluate, blueprint_missing, "blueprint.remit", facts::missing);
BENCHMARK_CAPTURE(evaluate, northtown_missing, "northtown.remit", facts::missing);
BENCHMARK(fill_and_evaluate);

}  // namespace
