// remit diff: what changes, exactly?
// Not here: any comparing.
#include <algorithm>
#include <memory>
#include <string>

#include <remit/report/differences.hpp>
#include "agreement_file.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

struct diff_command {
  std::string before, after, format = "text", fail_on = "any";
  std::uint64_t budget = analysis_limits{}.cuts;

  int run() const {
    if (before == "-" && after == "-") {
      complain("only one of OLD and NEW can be standard input");
      return could_not;
    }
    // A faulty agreement is no difference: the job could not be done.
    int unused = nothing_found;
    const auto old_one = usable_agreement(before, true, unused);
    const auto new_one = usable_agreement(after, true, unused);
    if (!old_one || !new_one) return could_not;
    const compared old_side{*old_one->document(), *old_one->executable()}, new_side{*new_one->document(), *new_one->executable()};
    const differences d{old_side, new_side, compare(old_side, new_side, analysis_limits{budget})};
    for (const std::string& conflict : d.found.conflicts) complain(conflict);
    if (!d.found.conflicts.empty()) return could_not;
    say(written(d));
    return is_failure(d.found) ? found_something : nothing_found;
  }

 private:
  std::string written(const differences& d) const {
    if (format == "json") return to_json(d) + "\n";
    if (format == "markdown") return to_markdown(d);
    if (format == "sarif") return to_sarif(d) + "\n";
    if (format == "github") return to_github(d);
    return to_text(d, style_of_output());
  }

  bool is_failure(const comparison& c) const {
    if (fail_on == "none") return false;
    if (fail_on == "any") return !c.same();
    const direction way = fail_on == "loosened"    ? direction::loosened
                          : fail_on == "tightened" ? direction::tightened
                                                   : direction::redirected;
    return !c.undecided.empty() ||
           std::any_of(c.changes.begin(), c.changes.end(), [&](const difference& d) { return d.direction == way; });
  }
};

}  // namespace

void add_diff(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("diff", "What changes from one agreement to another, exactly?");
  auto command = std::make_shared<diff_command>();
  verb->add_option("OLD", command->before, "The agreement as it was; - is standard input")->required();
  verb->add_option("NEW", command->after, "The agreement as it is to be; - is standard input")->required();
  add_format(*verb, command->format, {"text", "json", "markdown", "sarif", "github"}, "How changes are written");
  verb->add_option("--fail-on", command->fail_on,
                   "Which changes mean exit status 1; any if not said, and then decisions and parties that come or go too")
      ->check(CLI::IsMember({"any", "loosened", "tightened", "redirected", "none"}).description(""))
      ->type_name("any|loosened|tightened|redirected|none");
  verb->add_option("--budget", command->budget, "How much work one decision and party may cost")->type_name("N");
  verb->callback([command, &exit] { exit = command->run(); });
}

}  // namespace remit::cli
