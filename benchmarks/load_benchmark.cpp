// From text to agreement: each pass alone, and the whole way from disk.
// Not here: judging actions (evaluate_benchmark.cpp).
#include <benchmark/benchmark.h>

#include <remit/check/lower.hpp>

#include "agreements.hpp"

namespace {

void parse(benchmark::State& state, const char* name) {
  const benchmarks::texts texts{name};
  for (auto _ : state) {
    remit::diagnostics found{texts.sources};
    benchmark::DoNotOptimize(texts.read(found));
  }
}

void check(benchmark::State& state, const char* name) {
  const benchmarks::texts texts{name};
  remit::diagnostics found{texts.sources};
  const auto files = texts.read(found);
  for (auto _ : state) {
    remit::diagnostics of_check{texts.sources};
    benchmark::DoNotOptimize(remit::check_document(texts.sources, files, {}, of_check));
  }
}

void lower(benchmark::State& state, const char* name) {
  const auto loaded = benchmarks::load(name);
  for (auto _ : state) benchmark::DoNotOptimize(remit::lower(*loaded.document()));
}

// Parse, check, lower, and judge every example of the agreement, from files.
void load(benchmark::State& state, const char* name) {
  for (auto _ : state) benchmark::DoNotOptimize(benchmarks::load(name));
}

BENCHMARK_CAPTURE(parse, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, northtown, "northtown.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(check, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(check, northtown, "northtown.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lower, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lower, northtown, "northtown.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(load, blueprint, "blueprint.remit")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(load, northtown, "northtown.remit")->Unit(benchmark::kMicrosecond);

}  // namespace
