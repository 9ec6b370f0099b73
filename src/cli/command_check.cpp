// remit check: is it a good agreement?
// Not here: any checking.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <remit/analysis/examine.hpp>
#include <remit/analysis/load.hpp>
#include <remit/report/boundaries.hpp>
#include <remit/report/github.hpp>
#include <remit/report/json.hpp>
#include <remit/report/sarif.hpp>
#include <remit/report/text.hpp>
#include <remit/syntax/read.hpp>
#include "agreement_file.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

struct check_command {
  std::vector<std::string> files;
  std::string format = "text", on;
  bool strict = false, around = false;

  int run() const {
    load_options options;
    if (!on.empty() && !(options.check.on = day(on))) return could_not;
    std::vector<diagnostics> found;
    finding_counts counts;
    bool all_read = true;
    std::vector<loaded> kept;  // boundaries look into them
    std::vector<boundary> amounts;
    for (const std::string& file : files) {
      auto l = load_file(file, options);
      all_read = all_read && l;
      if (!l) continue;
      found.push_back(remit::check(*l));
      counts += found.back();
      if (!around || !l->executable()) continue;
      for (boundary& b : boundaries(*l->executable())) amounts.push_back(std::move(b));
      kept.push_back(std::move(*l));
    }
    if (format == "json" && around) {
      say(to_json(found, amounts) + "\n");
    } else if (format == "json") {
      say(to_json(found) + "\n");
    } else if (format == "sarif") {
      say(to_sarif(found) + "\n");
    } else if (format == "github") {
      say(to_github(found));
    } else if (!found.empty()) {
      for (const diagnostics& list : found)
        for (const diagnostic& d : list) say(to_text(d, list.sources(), style_of_output()) + "\n");
      say(to_text(counts) + "\n");
      if (around) say("\n" + to_text(amounts, style_of_output()));
    }
    if (!all_read) return could_not;
    return counts.errors != 0 || (strict && counts.warnings != 0) ? found_something : nothing_found;
  }

 private:
  static std::optional<date> day(const std::string& written) {
    std::string problem;
    const syntax::literal l = syntax::read_literal(written, problem);
    if (l.kind == syntax::literal_kind::date) return date::from_days(l.amount);
    complain(fmt::format("--on: `{}` is not a date; write it like 2026-11-21", written));
    return std::nullopt;
  }
};

}  // namespace

void add_check(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("check", "Is it a good agreement? Every finding with its place");
  auto command = std::make_shared<check_command>();
  verb->add_option("FILE", command->files, "Agreements or frameworks; - is standard input")->required();
  add_format(*verb, command->format, {"text", "json", "sarif", "github"}, "How findings are written");
  verb->add_flag("--boundaries", command->around, "List the verdicts just below, at and just above each amount, too");
  verb->add_flag("--strict", command->strict, "Exit with 1 on warnings too");
  verb->add_option("--on", command->on, "Warn if the agreement has ended by this day")->type_name("DATE");
  verb->callback([command, &exit] { exit = command->run(); });
}

}  // namespace remit::cli
