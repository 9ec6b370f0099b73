// remit, asked as the other engines are: remit_as_peer ACTIONS MORE_RULES compares every outcome, then prints the time of one
// decision in each of five rounds as one line of JSON. MORE_RULES are ten on each of further decisions, which nobody asks about.
// Not here: finer questions about remit's speed (floor_benchmark.cpp).
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "workload/same_verdict.hpp"

namespace {

std::string with_more_rules(int rules) {
  std::ifstream in{workload::agreement_path(), std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{in}, {}}, decisions, clauses;
  for (int d = 0; d < rules / 10; ++d) {
    const std::string name = "other" + std::to_string(d);
    decisions += "  " + name + " \"Another decision\"\n";
    for (int r = 0; r < 10; ++r)
      clauses += "  rule " + name + "_" + std::to_string(r) + " \"Another rule\" for " + name +
                 " { consult insight when cost over £" + std::to_string((r + 1) * 100) + " and serious }\n";
  }
  if (rules > 0)
    text += "\ndecisions others \"Others\" held by family_facing {\n" + decisions + "}\npillar others_pillar \"Others\" {\n" +
            clauses + "}\n";
  return text;
}

double cpu_seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("usage: remit_as_peer ACTIONS MORE_RULES\n", stderr), 2;
  const remit::loaded loaded = remit::load_text(with_more_rules(std::atoi(arguments[2])), "measured.remit");
  if (!loaded) return std::fputs("the agreement does not load\n", stderr), 1;
  const remit::agreement& agreement = *loaded;
  // The same actions by the same seed; drawn under the agreement as it is without further rules.
  const remit::loaded alone = remit::load(workload::agreement_path());
  const auto actions = workload::actions_of(agreement, workload::random_ones(*alone.document()));
  std::ifstream expected{arguments[1]};
  std::string line;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    static const char* const words[] = {"allow", "consult", "escalate"};
    const auto got = agreement.evaluate(actions[i]).outcome();
    if (!std::getline(expected, line) || nlohmann::json::parse(line).at("outcome") != words[static_cast<int>(got)])
      return std::fprintf(stderr, "another outcome on action %zu\n", i), 1;
  }
  nlohmann::json times;
  for (int round = 0; round < 5; ++round) {
    const double start = cpu_seconds();
    double passed = 0, decisions = 0;
    do {
      for (const remit::action& a : actions) benchmark::DoNotOptimize(agreement.evaluate(a));
      decisions += static_cast<double>(actions.size());
      passed = cpu_seconds() - start;
    } while (passed < 0.2);
    times.push_back(passed * 1e9 / decisions);
  }
  std::printf("%s\n", nlohmann::json{{"engine", "remit"}, {"times", times}}.dump().c_str());
}
