// Findings of the checker as annotations.
// Not here: escaping (github_command.cpp).
#include <remit/report/github.hpp>

#include <fmt/format.h>

#include "github_command.hpp"

namespace remit {
namespace {

std::string_view level_of(severity s) { return s == severity::info ? "notice" : severity_text(s); }

}  // namespace

std::string to_github(const std::vector<diagnostics>& found) {
  std::string lines;
  for (const diagnostics& list : found)
    for (const diagnostic& d : list) {
      std::string message = d.message;
      if (!d.help.empty()) message += "\nhelp: " + d.help;
      for (const related_place& r : d.related) {
        const position at = list.sources().start_of(r.where);
        message += fmt::format("\n{} ({}:{})", r.message, list.sources().name(r.where.file), at.line);
      }
      if (!d.witness.empty()) message += "\nshown by: " + d.witness;
      lines += github_command(level_of(d.severity()), list.sources(), d.where, code_text(d.code), message);
    }
  return lines;
}

}  // namespace remit
