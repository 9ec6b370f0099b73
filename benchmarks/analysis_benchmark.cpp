// The exact analysis: checking with every action looked at, proving, comparing, missing facts, nearest changes; and how
// each grows with the rules of an agreement and of one decision.
// Not here: the same questions asked of a solver (solver_benchmark.cpp).
#include <benchmark/benchmark.h>

#include <initializer_list>
#include <string>

#include <remit/analysis/compare.hpp>
#include <remit/analysis/examine.hpp>
#include <remit/analysis/foresee.hpp>
#include <remit/analysis/nearest.hpp>

#include "agreements.hpp"
#include "made_agreement.hpp"
#include "workload/same_verdict.hpp"

namespace {

using benchmarks::made;

void full_check_of(benchmark::State& state, const std::string& path) {
  for (auto _ : state) benchmark::DoNotOptimize(remit::check(remit::load(path)));
}
void full_check(benchmark::State& state, const char* name) { full_check_of(state, benchmarks::path_of(name)); }
void full_check_measured(benchmark::State& state) { full_check_of(state, workload::agreement_path()); }
void examine(benchmark::State& state, const char* name) {
  const auto l = benchmarks::load(name);
  for (auto _ : state) benchmark::DoNotOptimize(remit::examine(*l.document(), *l));
}
void prove(benchmark::State& state, const char* name) {
  const auto l = benchmarks::load(name);
  for (auto _ : state) benchmark::DoNotOptimize(remit::prove(*l.document(), *l));
}
void compare(benchmark::State& state, const char* before, const char* after) {
  const auto one = benchmarks::load(before), other = benchmarks::load(after);
  for (auto _ : state) benchmark::DoNotOptimize(remit::compare(one, other));
}
BENCHMARK_CAPTURE(full_check, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(full_check, northtown, "northtown.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK(full_check_measured)->Name("full_check/saltmarsh")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(examine, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(prove, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compare, with_status_quo, "blueprint.remit", "status-quo.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compare, with_itself, "blueprint.remit", "blueprint.remit")->Unit(benchmark::kMicrosecond);

remit::action spend(const remit::agreement& a, bool with_cost) {
  remit::action asked{a, a.decision("commission_service").value(), a.party("family_facing").value()};
  if (with_cost) asked.set(a.fact<remit::money>("cost").value(), remit::money::pounds(6'000));
  return asked;
}
void foresee(benchmark::State& state) {
  const auto l = benchmarks::load("blueprint.remit");
  const remit::action asked = spend(*l, false);
  for (auto _ : state) benchmark::DoNotOptimize(remit::foresee(*l, asked));
}
void nearest(benchmark::State& state) {
  const auto l = benchmarks::load("blueprint.remit");
  const remit::action asked = spend(*l, true);
  for (auto _ : state) benchmark::DoNotOptimize(remit::nearest(*l, asked));
}
BENCHMARK(foresee)->Unit(benchmark::kMicrosecond);
BENCHMARK(nearest)->Unit(benchmark::kMicrosecond);

// Rules spread over decisions, ten on each: the time should grow with their number and no faster.
void spread_check(benchmark::State& state) {
  const auto rules = static_cast<int>(state.range(0));
  const auto l = made({.rules = rules, .decisions = rules / 10, .facts = 12});
  for (auto _ : state) benchmark::DoNotOptimize(remit::examine(*l.document(), *l));
}
void spread_compare(benchmark::State& state) {
  const auto rules = static_cast<int>(state.range(0));
  const auto one = made({.rules = rules, .decisions = rules / 10, .facts = 12});
  const auto other = made({.rules = rules, .decisions = rules / 10, .facts = 12, .moved = rules / 2});
  for (auto _ : state) benchmark::DoNotOptimize(remit::compare(one, other));
}
BENCHMARK(spread_check)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(spread_compare)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

// All rules on one decision, over so many different comparisons. `undecided` counts the questions that the budget stopped.
void crowded_compare(benchmark::State& state) {
  const auto rules = static_cast<int>(state.range(0)), atoms = static_cast<int>(state.range(1));
  const auto one = made({.rules = rules, .decisions = 1, .facts = atoms / 2});
  const auto other = made({.rules = rules, .decisions = 1, .facts = atoms / 2, .moved = rules / 2});
  std::size_t undecided = 0;
  for (auto _ : state) undecided = remit::compare(one, other).undecided.size();
  state.counters["undecided"] = static_cast<double>(undecided);
}
void crowded_check(benchmark::State& state) {
  const auto rules = static_cast<int>(state.range(0)), atoms = static_cast<int>(state.range(1));
  const auto l = made({.rules = rules, .decisions = 1, .facts = atoms / 2});
  std::size_t undecided = 0;
  for (auto _ : state) {
    const auto found = remit::examine(*l.document(), *l);
    undecided = 0;
    for (const auto& d : found) undecided += d.code == remit::code::not_decided ? 1 : 0;
  }
  state.counters["undecided"] = static_cast<double>(undecided);
}
void crowded(benchmark::internal::Benchmark* b, std::initializer_list<int> sizes) {
  for (const int rules : sizes)
    for (const int atoms : {10, 30, 60}) b->Args({rules, atoms});
  b->Unit(benchmark::kMillisecond);
}
void up_to_200(benchmark::internal::Benchmark* b) { crowded(b, {10, 30, 100, 200}); }
void up_to_30(benchmark::internal::Benchmark* b) { crowded(b, {10, 30}); }
void from_100(benchmark::internal::Benchmark* b) { crowded(b, {100, 200}); }
BENCHMARK(crowded_compare)->Apply(up_to_200);
BENCHMARK(crowded_check)->Apply(up_to_30);
// Minutes each.
BENCHMARK(crowded_check)->Name("long/crowded_check")->Apply(from_100);

}  // namespace
