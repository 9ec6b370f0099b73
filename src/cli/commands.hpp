// The verbs of the remit command. Each adds itself to the command line and leaves its exit status behind.
// Not here: what they do; that is the library's.
#pragma once

#include <CLI/CLI.hpp>

namespace remit::cli {

/// The exit status, a contract with scripts.
enum status : int {
  nothing_found = 0,
  found_something = 1,
  could_not = 2,
};

void add_check(CLI::App& app, int& exit);
void add_decide(CLI::App& app, int& exit);
void add_test(CLI::App& app, int& exit);
void add_diff(CLI::App& app, int& exit);
void add_init(CLI::App& app, int& exit);

}  // namespace remit::cli
