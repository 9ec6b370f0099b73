// What changes from one agreement to another, told to people, programs, pull requests and CI jobs.
// Not here: comparing (analysis/compare.hpp).
#pragma once

#include <optional>
#include <string>

#include <remit/analysis/compare.hpp>
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>
#include <remit/report/text.hpp>

namespace remit {

/// The change itself as a proposed action, and what it gets.
struct judged_amendment {
  action_request asked;
  verdict given;
};

/// Two agreements, which must outlive it, and what a comparison of them found.
struct differences {
  compared before, after;
  comparison found;
  std::optional<judged_amendment> amendment;  ///< where it was asked what an agreement says of the change
};

/// `3 verdicts loosened, 1 tightened; 1 decision added`, or that the two give the same verdict on every action.
std::string summary_of(const differences& d);

/// What reads alike is told once: the same change for several decisions or parties.
std::string to_text(const differences& d, const text_style& style = {});
/// The members are a contract (examples/schemas/diff.schema.json).
std::string to_json(const differences& d, json_layout layout = json_layout::indented);
/// For a pull request: a sentence, a table, and the rest in short.
std::string to_markdown(const differences& d);
/// SARIF 2.1.0: one result for each change, at the rule of the new agreement that makes it.
std::string to_sarif(const differences& d);
/// GitHub's workflow commands, at the same places.
std::string to_github(const differences& d);

}  // namespace remit
