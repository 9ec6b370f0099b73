// One decision of the measured agreement: by remit, and by the same rules written by hand in C++, which nothing that reads
// its rules from a file can be expected to beat by much. Every verdict is compared before a time is taken.
// Not here: how the time grows with the rules (growth_benchmark.cpp); other engines (peers/).
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "workload/same_verdict.hpp"

namespace {

/// Everything that is decided on, in every form, made once.
struct prepared {
  workload::situations situations;
  std::vector<remit::action> actions;
  std::vector<by_hand::question> questions;
};

const remit::loaded& measured() {
  static const remit::loaded loaded = remit::load(workload::agreement_path());
  return loaded;
}

prepared prepare(workload::situations of) {
  const std::string wrong = workload::difference(*measured(), of);
  if (!wrong.empty()) {
    std::fprintf(stderr, "nothing is measured: %s\n", wrong.c_str());
    std::exit(1);
  }
  return {of, workload::actions_of(*measured(), of), workload::questions_of(of)};
}
const prepared& random_ones() {
  static const prepared made = prepare(workload::random_ones(*measured().document()));
  return made;
}
const prepared& predictable_ones() {
  static const prepared made = prepare(workload::predictable_ones(*measured().document()));
  return made;
}

template <class Row, class Decide>
void each(benchmark::State& state, const std::vector<Row>& rows, Decide&& decide) {
  for (auto _ : state)
    for (const Row& row : rows) benchmark::DoNotOptimize(decide(row));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows.size()));
}

using input = const prepared& (*)();
void by_hand_branch_free(benchmark::State& state, input on) { each(state, on().questions, by_hand::branch_free); }
void by_hand_plain(benchmark::State& state, input on) { each(state, on().questions, by_hand::plain); }
void by_remit(benchmark::State& state, input on) {
  const remit::agreement& agreement = *measured();
  each(state, on().actions, [&](const remit::action& a) { return agreement.evaluate(a); });
}
BENCHMARK_CAPTURE(by_hand_plain, random, random_ones)->Name("random/by_hand");
BENCHMARK_CAPTURE(by_hand_branch_free, random, random_ones)->Name("random/by_hand_without_branches");
BENCHMARK_CAPTURE(by_remit, random, random_ones)->Name("random/remit");
BENCHMARK_CAPTURE(by_hand_plain, predictable, predictable_ones)->Name("predictable/by_hand");
BENCHMARK_CAPTURE(by_hand_branch_free, predictable, predictable_ones)->Name("predictable/by_hand_without_branches");
BENCHMARK_CAPTURE(by_remit, predictable, predictable_ones)->Name("predictable/remit");

// The same actions with nothing missing, and each with one to three of the facts its rules look at left out.
void facts_known(benchmark::State& state, bool all) {
  static const std::vector<remit::action> gaps =
      workload::actions_of(*measured(), workload::with_facts_missing(*measured().document(), random_ones().situations));
  const remit::agreement& agreement = *measured();
  each(state, all ? random_ones().actions : gaps, [&](const remit::action& a) { return agreement.evaluate(a); });
}
BENCHMARK_CAPTURE(facts_known, all, true)->Name("facts/all_known");
BENCHMARK_CAPTURE(facts_known, not_all, false)->Name("facts/one_to_three_missing");

// One agreement, and the same actions, for every thread.
void shared(benchmark::State& state) { by_remit(state, random_ones); }
BENCHMARK(shared)->Name("shared_by")->Threads(1)->Threads(2)->UseRealTime();

}  // namespace
