// Reading text: how fast, whether a thousand times the text takes a thousand times as long, what mistakes cost; and
// what nlohmann-json makes of as many bytes of JSON, in the same run.
// Not here: small agreements and the passes behind reading (load_benchmark.cpp).
#include <benchmark/benchmark.h>

#include <limits>

#include <nlohmann/json.hpp>

#include "agreements.hpp"
#include "made_agreement.hpp"
#include "parse_by_hand.hpp"

namespace {

/// Rules as short as rules get, with the most to read in every byte: one line each, no comment and no reason given.
std::string terse(std::size_t bytes) {
  constexpr std::size_t bytes_a_rule = 76;
  std::string text = benchmarks::text_of({.rules = static_cast<int>(bytes / bytes_a_rule), .decisions = 10, .facts = 12});
  return text;
}

/// The statements of the Blueprint over and over: text as people write it, with titles, reasons and comments.
std::string written(std::size_t bytes) {
  std::ifstream in{benchmarks::path_of("blueprint.remit"), std::ios::binary};
  const std::string blueprint{std::istreambuf_iterator<char>{in}, {}};
  const std::string statements = blueprint.substr(blueprint.find("party "));
  std::string text = blueprint.substr(0, blueprint.find("party "));
  while (text.size() < bytes) text += statements;
  return text;
}

/// The same with a word misspelt in the first line that has a condition, and in every hundredth after it.
std::string with_mistakes(std::string text) {
  std::size_t at = 0;
  for (int nth = 0; (at = text.find(" when ", at)) != std::string::npos; at += 6)
    if (nth++ % 100 == 0) text.replace(at, 6, " whne ");
  return text;
}

/// The rules of `terse` as data: what an agreement would be if it were JSON.
std::string json_rules(std::size_t bytes) {
  std::string json = "[";
  for (int r = 0; json.size() < bytes; ++r) {
    const std::string n = std::to_string(r), f = std::to_string(r % 6);
    json += (r == 0 ? "" : ",");
    json += R"({"rule":"r)" + n + R"(","title":"Rule","for":["act)" + std::to_string(r % 10) + R"("],"consult":["treasurer"],)" +
            R"("when":{"all":[{"fact":"flag)" + f + R"("},{"fact":"sum)" + f + R"(","over":"£500"}]}})" + "\n";
  }
  return json + "]";
}

/// Actions as `remit decide` takes them.
std::string json_actions(std::size_t bytes) {
  std::string json = "[";
  for (int n = 0; json.size() < bytes; ++n)
    json += (n == 0 ? "" : ",") + (R"({"id":"A-)" + std::to_string(n)) +
            R"(","decision":"fund_travel","by":"team","on":"2026-11-21","facts":{"cost":"£620","serious":false,"children_held":)" +
            std::to_string(n % 20) + R"(},"consulted":["insight"]})" + "\n";
  return json + "]";
}

void read(benchmark::State& state, const std::string& text, bool mistaken) {
  const auto sources = std::make_shared<remit::source_set>();
  sources->add("made.remit", text);
  // All mistakes are to be found, not the first two hundred.
  const remit::syntax::limits bounds{.errors = std::numeric_limits<std::uint32_t>::max()};
  std::size_t mistakes = 0;
  for (auto _ : state) {
    remit::diagnostics found{sources};
    benchmark::DoNotOptimize(remit::syntax::read(*sources, 0, found, bounds));
    mistakes = found.size();
  }
  if ((mistakes != 0) != mistaken) state.SkipWithError("reads otherwise than it should");
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
  state.counters["mistakes"] = static_cast<double>(mistakes);
}

void json(benchmark::State& state, const std::string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(nlohmann::json::parse(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

using text_of_size = std::string (*)(std::size_t);
void read_right(benchmark::State& state, text_of_size make) { read(state, make(static_cast<std::size_t>(state.range(0))), false); }
void read_wrong(benchmark::State& state, text_of_size make) {
  read(state, with_mistakes(make(static_cast<std::size_t>(state.range(0)))), true);
}
void read_json(benchmark::State& state, text_of_size make) { json(state, make(static_cast<std::size_t>(state.range(0)))); }

// From the pillar on: the few lines before it are not read.
void read_by_hand(benchmark::State& state, text_of_size make) {
  const std::string text = make(static_cast<std::size_t>(state.range(0)));
  const auto sources = std::make_shared<remit::source_set>();
  sources->add("made.remit", text);
  remit::diagnostics found{sources};
  remit::syntax::tree once;
  const bool same = benchmarks::parse_by_hand::run(text, once) && benchmarks::same_rules(remit::syntax::read(*sources, 0, found), once);
  if (!same) state.SkipWithError("reads otherwise than remit does");
  for (auto _ : state) {
    remit::syntax::tree into;
    benchmark::DoNotOptimize(benchmarks::parse_by_hand::run(text, into));
    benchmark::DoNotOptimize(into);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void sizes(benchmark::internal::Benchmark* b) {
  for (const int bytes : {10'000, 1'000'000, 10'000'000}) b->Arg(bytes);
  b->Unit(benchmark::kMicrosecond);
}
BENCHMARK_CAPTURE(read_json, rules, json_rules)->Apply(sizes);
BENCHMARK_CAPTURE(read_json, actions, json_actions)->Apply(sizes);
BENCHMARK_CAPTURE(read_by_hand, terse, terse)->Apply(sizes);
BENCHMARK_CAPTURE(read_right, terse, terse)->Apply(sizes);
BENCHMARK_CAPTURE(read_wrong, terse, terse)->Apply(sizes);
BENCHMARK_CAPTURE(read_right, written, written)->Apply(sizes);
// 10 kB of it are mostly prose, with hardly a condition to misspell.
BENCHMARK_CAPTURE(read_wrong, written, written)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMicrosecond);

}  // namespace
