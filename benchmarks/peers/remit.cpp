// remit, asked as the other engines are: remit_as_peer ACTIONS MORE_RULES compares every outcome, then prints the time of one
// decision in each of five rounds, and what becomes of three faulty actions, as one line of JSON. MORE_RULES are ten on each of further decisions, which nobody asks about.
// Not here: finer questions about remit's speed (floor_benchmark.cpp).
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <remit/report/request.hpp>

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

const char* word(remit::outcome o) {
  static const char* const words[] = {"allow", "consult", "escalate"};
  return words[static_cast<int>(o)];
}

// What is told of an action read from JSON.
std::string told(const remit::agreement& agreement, const nlohmann::json& action) {
  const auto read = remit::read_action(agreement, action.dump());
  if (const auto* problem = std::get_if<remit::input_problem>(&read)) return "refused: " + problem->message;
  const remit::verdict v = agreement.evaluate(std::get<remit::action_request>(read).action);
  return word(v.outcome()) + std::string{v.basis() == remit::basis::outside ? ", being outside the agreement" : ""};
}

// What is told of an escalated action whose cost is taken away.
std::string told_without_cost(const remit::agreement& agreement, remit::action a) {
  a.forget(agreement.fact<remit::money>("cost").value().slot);
  const remit::verdict v = agreement.evaluate(a);
  std::string words = word(v.outcome());
  if (!v.certain()) words += ", not certain; missing:";
  for (const remit::input_id i : v.missing()) words += " " + std::string{agreement.name(i)};
  return words;
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
  const remit::action* escalated = nullptr;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto got = agreement.evaluate(actions[i]).outcome();
    if (!std::getline(expected, line) || nlohmann::json::parse(line).at("outcome") != word(got))
      return std::fprintf(stderr, "another outcome on action %zu\n", i), 1;
    const bool travel = agreement.name(actions[i].decision()) == "fund_travel";
    if (escalated == nullptr && travel && got == remit::outcome::escalate) escalated = &actions[i];
  }
  if (escalated == nullptr) return std::fputs("no travel is escalated\n", stderr), 1;
  const std::string by{agreement.name(escalated->by())};
  const nlohmann::json probes = {
      {"missing", told_without_cost(agreement, *escalated)},
      {"wrong type", told(agreement, {{"decision", "fund_travel"}, {"by", by}, {"facts", {{"cost", "cheap"}}}})},
      {"unknown decision", told(agreement, {{"decision", "fly_a_kite"}, {"by", by}})}};
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
  std::printf("%s\n", nlohmann::json{{"engine", "remit"}, {"times", times}, {"probes", probes}}.dump().c_str());
}
