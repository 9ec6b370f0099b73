// remit decide: what about this action?
// Not here: any deciding.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include <remit/report/decided.hpp>
#include <remit/report/explain.hpp>
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>
#include "agreement_file.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "input.hpp"
#include "terminal.hpp"

namespace remit::cli {
namespace {

constexpr std::size_t most_bytes_an_action = std::size_t{1} << 20;

struct decide_command {
  std::string file, action, actions, format;

  int run() const {
    if (action.empty() == actions.empty()) return refuse("either --action or --actions is needed, and not both");
    if (file == "-" && (actions == "-" || action == "@-"))
      return refuse("only one of FILE and the actions can be standard input");
    int exit = nothing_found;
    const auto l = usable_agreement(file, false, exit);
    if (!l) return exit;
    return actions.empty() ? decide_one(**l) : decide_all(**l);
  }

 private:
  static int refuse(std::string_view why) {
    complain(why);
    return could_not;
  }

  static bool is_a_file(const std::string& name) {
    std::error_code none;
    return std::filesystem::exists(name, none);
  }

  int decide_one(const agreement& under) const {
    std::string json = action;
    if (action.starts_with('@')) {
      input in{action.substr(1)};
      auto text = in.all(most_bytes_an_action);
      if (!text) return refuse(in.problem());
      json = std::move(*text);
    }
    const auto read = read_action(under, json);
    if (const auto* problem = std::get_if<input_problem>(&read)) {
      const std::string at = problem->at.empty() ? "" : fmt::format(" (at {})", problem->at);
      const std::string meant = is_a_file(action) ? fmt::format("; did you mean the file, --action @{}?", action) : "";
      return refuse(fmt::format("the action: {}{}{}", problem->message, at, meant));
    }
    const auto& asked = std::get<action_request>(read);
    const decided given = remit::decide(under, asked.action);
    const bool as_json = format == "json";
    say(as_json ? to_json(asked, given, json_layout::indented) + "\n" : explanation{asked.action, given, asked.decision}.text());
    return nothing_found;
  }

  // One line in, one line out; no more than a line in memory.
  int decide_all(const agreement& under) const {
    input in{actions};
    progress shown;
    bool all_decided = true;
    while (const auto line = in.next_line(most_bytes_an_action)) {
      if (line->text.find_first_not_of(" \t\r") == std::string::npos) continue;
      auto read = line->too_long ? input_problem{{}, fmt::format("the line is longer than {} bytes", most_bytes_an_action), {}}
                                 : read_action(under, line->text);
      all_decided = all_decided && std::holds_alternative<action_request>(read);
      if (!say(answer(under, read) + "\n")) break;
      shown.one_more();
    }
    if (!in.problem().empty()) return refuse(in.problem());
    return all_decided ? nothing_found : could_not;
  }

  std::string answer(const agreement& under, const std::variant<action_request, input_problem>& read) const {
    if (const auto* problem = std::get_if<input_problem>(&read)) return to_json(*problem);
    const auto& asked = std::get<action_request>(read);
    return to_json(asked, foresee(under, asked.action).verdict);
  }
};

}  // namespace

void add_decide(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("decide", "What about this action? The verdict, and why");
  auto command = std::make_shared<decide_command>();
  verb->add_option("FILE", command->file, "The agreement; - is standard input")->required();
  verb->add_option("--action", command->action, "One action, or @FILE that holds it")->type_name("JSON");
  verb->add_option("--actions", command->actions, "Many, one a line; each answered by a line of JSON")->type_name("FILE");
  add_format(*verb, command->format, {"text", "json"}, "How the verdict is written");
  verb->callback([command, &exit] { exit = command->run(); });
}

}  // namespace remit::cli
