// remit init: start from the Blueprint's skeleton.
// Not here: the skeleton (skeleton.cpp).
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "commands.hpp"
#include "skeleton.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

int init(const std::string& file) {
  if (file == "-") return say(skeleton) ? nothing_found : could_not;
  // Opened only if it is new: nobody's agreement is ever overwritten.
  std::FILE* out = std::fopen(file.c_str(), "wbx");
  if (out == nullptr) {
    complain(errno == EEXIST ? fmt::format("`{}` is there already; nothing was changed", file)
                             : fmt::format("`{}` cannot be written: {}", file, std::strerror(errno)));
    return could_not;
  }
  const bool written = std::fwrite(skeleton.data(), 1, skeleton.size(), out) == skeleton.size();
  if (std::fclose(out) != 0 || !written) {
    complain(fmt::format("`{}` cannot be written: {}", file, std::strerror(errno)));
    return could_not;
  }
  say(fmt::format("`{0}` is written. Fill it in, then: remit check {0}\n", file));
  return nothing_found;
}

}  // namespace

void add_init(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("init", "Start from the Blueprint's skeleton");
  auto file = std::make_shared<std::string>("agreement.remit");
  verb->add_option("FILE", *file, "A new file, agreement.remit if not said; - is standard output");
  verb->callback([file, &exit] { exit = init(*file); });
}

}  // namespace remit::cli
