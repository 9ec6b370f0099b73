// remit test: do its examples and promises hold?
// Not here: any judging.
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <remit/analysis/prove.hpp>
#include <remit/analysis/examples.hpp>
#include <remit/report/scenario.hpp>
#include <remit/report/tested.hpp>
#include "agreement_file.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

constexpr std::size_t most_bytes_a_scenario = std::size_t{1} << 20;

struct test_command {
  std::string file, scenarios, format = "text";
  bool coverage = false;

  int run() const {
    if (file == "-" && scenarios == "-") {
      complain("only one of FILE and the scenarios can be standard input");
      return could_not;
    }
    int exit = nothing_found;
    const auto l = usable_agreement(file, true, exit);
    if (!l) return exit;
    const agreement& under = *l->executable();
    tested results;
    results.document = l->document();
    results.examples = l->examples();
    results.promises = l->promises();
    if (!scenarios.empty() && !run_scenarios(under, results)) return could_not;
    if (coverage) results.coverage = reached(under, results);
    say(format == "json" ? to_json(results) + "\n" : format == "junit" ? to_junit(results) : to_text(results, style_of_output()));
    if (results.has_problems()) return could_not;
    return results.passed() ? nothing_found : found_something;
  }

 private:
  bool run_scenarios(const agreement& under, tested& results) const {
    input in{scenarios};
    results.scenario_file = scenarios == "-" ? standard_input : scenarios;
    for (std::uint32_t number = 1; const auto line = in.next_line(most_bytes_a_scenario); ++number)
      if (line->text.find_first_not_of(" \t\r") != std::string::npos)
        results.scenarios.push_back(run_scenario(under, line->text, number));
    if (in.problem().empty()) return true;
    complain(in.problem());
    return false;
  }

  static remit::coverage reached(const agreement& under, const tested& results) {
    remit::coverage c{under};
    for (const example_result& r : results.examples) c.add(action_of(*r.example, under), r.actual);
    for (const scenario_result& r : results.scenarios)
      if (r.asked) c.add(r.asked->action, r.given);
    return c;
  }
};

}  // namespace

void add_test(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("test", "Do its examples and promises hold?");
  auto command = std::make_shared<test_command>();
  verb->add_option("FILE", command->file, "The agreement; - is standard input")->required();
  verb->add_option("--scenarios", command->scenarios, "Actions with what they expect, one a line")->type_name("FILE");
  verb->add_flag("--coverage", command->coverage, "List decisions and clauses that nothing reaches");
  add_format(*verb, command->format, {"text", "json", "junit"}, "How results are written");
  verb->callback([command, &exit] { exit = command->run(); });
}

}  // namespace remit::cli
