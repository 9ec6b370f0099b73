// Many actions as columns, against copying the same columns: what a decision costs where nothing is done one at a time.
// Every row's verdict is compared with its action's before a time is taken.
// Not here: one action (floor_benchmark.cpp).
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <remit/agreement/batch.hpp>

#include "../src/agreement/batch_evaluation.hpp"
#include "workload/same_verdict.hpp"

namespace {

/// The situations in the forms in which columns of them are kept: a byte for yes/no and for a choice, else eight.
struct columns {
  std::vector<remit::decision_id> decisions;
  std::vector<remit::party_id> askers;
  std::vector<std::vector<std::uint8_t>> bytes;
  std::vector<std::vector<std::int64_t>> amounts;

  columns(const remit::agreement& under, const workload::situations& of) : batch{under, of.size()} {
    const auto& inputs = under.rules().inputs;
    bytes.resize(inputs.size());
    amounts.resize(inputs.size());
    for (const auto& s : of) {
      decisions.push_back(s.decision);
      askers.push_back(s.by);
    }
    batch.decisions(decisions);
    batch.askers(askers);
    for (std::uint32_t i = 1; i < inputs.size(); ++i) {
      const remit::input_id slot{i};
      const bool narrow = inputs[i].kind == remit::input_kind::yes_no || inputs[i].kind == remit::input_kind::one_of;
      for (const auto& s : of)
        if (narrow)
          bytes[i].push_back(static_cast<std::uint8_t>(s.slots[i]));
        else
          amounts[i].push_back(inputs[i].kind == remit::input_kind::whole_number ? s.slots[i] / remit::number::scale : s.slots[i]);
      remit::column c;
      c.first = narrow ? static_cast<const void*>(bytes[i].data()) : amounts[i].data();
      c.cells = narrow ? remit::cells::unsigned_8 : remit::cells::signed_64;
      if (inputs[i].kind == remit::input_kind::whole_number) c.scale = remit::number::scale;
      batch.set_slot(slot, std::move(c));
    }
  }

  std::size_t size() const {
    std::size_t all = decisions.size() * (sizeof decisions[0] + sizeof askers[0]);
    for (const auto& b : bytes) all += b.size();
    for (const auto& a : amounts) all += a.size() * sizeof a[0];
    return all;
  }
  void copy_to(std::vector<char>& to) const {
    char* at = to.data();
    const auto copy = [&at](const auto& column) {
      if (column.empty()) return;
      std::memcpy(at, column.data(), column.size() * sizeof column[0]);
      at += column.size() * sizeof column[0];
    };
    copy(decisions);
    copy(askers);
    for (const auto& b : bytes) copy(b);
    for (const auto& a : amounts) copy(a);
  }

  remit::batch batch;
};

const remit::loaded& measured() {
  static const remit::loaded loaded = remit::load(workload::agreement_path());
  return loaded;
}

const columns& random_columns() {
  static const columns made = [] {
    const workload::situations of = workload::random_ones(*measured().document(), 1'000'000);
    const auto actions = workload::actions_of(*measured(), workload::situations(of.begin(), of.begin() + 10'000));
    columns all{*measured(), of};
    remit::verdicts given;
    measured()->evaluate(all.batch, given);
    for (std::size_t row = 0; row < actions.size(); ++row) {
      const remit::verdict alone = measured()->evaluate(actions[row]);
      const bool same = given[row].outcome() == alone.outcome() && given[row].fired() == alone.fired() &&
                        given[row].due() == alone.due() && given[row].basis() == alone.basis();
      if (same) continue;
      std::fprintf(stderr, "nothing is measured: row %zu of the batch differs\n", row);
      std::exit(1);
    }
    return all;
  }();
  return made;
}

void copied(benchmark::State& state) {
  const columns& from = random_columns();
  std::vector<char> to(from.size());
  for (auto _ : state) {
    from.copy_to(to);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(from.decisions.size()));
}
// Into verdicts that a batch was judged into before, as a host does that has more than one; as the copy goes to where
// there was one.
void judged(benchmark::State& state, remit::instructions with) {
  const columns& from = random_columns();
  remit::verdicts given;
  remit::judge_batch(from.batch, given, with);
  for (auto _ : state) {
    remit::judge_batch(from.batch, given, with);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(from.decisions.size()));
  state.counters["verdicts"] = static_cast<double>(given.table().size());
}
void judged_first(benchmark::State& state) {
  const columns& from = random_columns();
  for (auto _ : state) {
    remit::verdicts given;
    remit::judge_batch(from.batch, given, remit::instructions::best);
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(from.decisions.size()));
}

BENCHMARK(copied)->Name("million_rows/copied")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(judged, portable, remit::instructions::portable)->Name("million_rows/judged_portable")->Unit(benchmark::kMillisecond);
// Each where the processor has it.
const bool with_its_own = [] {
  const auto add = [](const char* name, remit::instructions with) {
    benchmark::RegisterBenchmark(name, [with](benchmark::State& state) { judged(state, with); })->Unit(benchmark::kMillisecond);
  };
  if (remit::has_avx2()) add("million_rows/judged_avx2", remit::instructions::avx2);
  if (remit::has_avx512()) add("million_rows/judged_avx512", remit::instructions::best);
  return true;
}();
BENCHMARK(judged_first)->Name("million_rows/judged_first")->Unit(benchmark::kMillisecond);

}  // namespace
