// The remit command: the command line taken apart, one verb called, its exit status handed on.
// Not here: the verbs (command_*.cpp).
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include <remit/version.hpp>
#include "commands.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

int run(int argc, char** argv) {
  CLI::App app{"Decision rights of self-managing teams: who may decide what, decided and explained", "remit"};
  app.set_version_flag("--version", "remit " REMIT_VERSION, "Print the version");
  app.set_help_flag("--help", "Print this help");
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);
  app.footer("Exit status: 0 nothing found, 1 something found, 2 the job could not be done.\nremit VERB --help says more.");
  int exit = nothing_found;
  add_check(app, exit);
  add_decide(app, exit);
  add_test(app, exit);
  add_init(app, exit);
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
