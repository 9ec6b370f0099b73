// The remit command: the command line taken apart, one verb called, its exit status handed on.
// Not here: the verbs (command_*.cpp).
#include <algorithm>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <remit/core/spelling.hpp>
#include <remit/version.hpp>
#include "commands.hpp"
#include "help.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

// CLI11 would only say that a verb is missing.
bool is_mistyped(const CLI::App& app, std::string_view verb) {
  if (verb.starts_with('-')) return false;
  std::vector<std::string> verbs;
  for (const CLI::App* known : app.get_subcommands({})) verbs.push_back(known->get_name());
  if (std::find(verbs.begin(), verbs.end(), verb) != verbs.end()) return false;
  const std::string_view meant = nearest(verb, verbs);
  complain(fmt::format("there is no `remit {}`; {}", verb,
                       meant.empty() ? "`remit --help` lists what there is" : fmt::format("did you mean `remit {}`?", meant)));
  return true;
}

int run(int argc, char** argv) {
  CLI::App app{"Who may decide what in self-managing teams, decided and explained", "remit"};
  app.formatter(std::make_shared<brief_help>());
  app.set_version_flag("--version", "remit " REMIT_VERSION, "Print the version");
  app.set_help_flag("--help", "Print this help");
  app.require_subcommand(1);
  app.footer("Exit status: 0 nothing found, 1 something found, 2 the job could not be done.\n`remit VERB --help` says more.");
  int exit = nothing_found;
  add_check(app, exit);
  add_decide(app, exit);
  add_test(app, exit);
  add_diff(app, exit);
  add_init(app, exit);
  if (argc < 2) {
    show_on_error(app.help());
    return could_not;
  }
  if (is_mistyped(app, argv[1])) return could_not;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    exit = app.exit(e, std::cout, std::cerr) == 0 ? nothing_found : could_not;
    std::cout.flush();
  }
  return flush_output() ? exit : could_not;
}

}  // namespace
}  // namespace remit::cli

int main(int argc, char** argv) {
  try {
    return remit::cli::run(argc, argv);
  } catch (const std::exception& e) {
    remit::cli::complain(e.what());
  }
  return remit::cli::could_not;
}
