// Changes as annotations of a pull request, and the summary as the last.
// Not here: escaping (github_command.cpp).
#include <remit/report/differences.hpp>
#include <remit/report/explain.hpp>

#include <fmt/format.h>

#include "account.hpp"
#include "change_groups.hpp"
#include "change_place.hpp"
#include "difference_words.hpp"
#include "github_command.hpp"

namespace remit {
namespace {

std::string at(std::string_view level, const change_place& place, std::string_view title, std::string_view message) {
  return github_command(level, *place.sources, place.where, title, message);
}

// What asks for more needs no alarm.
bool is_gentle(const difference& d) { return d.duties_only ? way_of(d) == "duty added" : d.direction == direction::tightened; }

std::string change(const differences& d, const change_group& g) {
  std::string message = sentence_of(d, g) + "\nas in";
  for (const std::string& line : witness_lines(d, *g.one)) message += "\n  " + line;
  return at(is_gentle(*g.one) ? "notice" : "warning", place_of(d, g), way_of(*g.one), message);
}

std::string thing(const differences& d, const named_thing& t, bool was_added) {
  if (t.kind != "decision" && t.kind != "party") return {};
  const std::string consequence = consequence_words(d, t, was_added);
  return at(was_added ? "notice" : "warning", place_of(d, t, was_added), was_added ? "added" : "removed",
            thing_words(t.kind, t.name, t.of) + (consequence.empty() ? "" : ", " + consequence));
}

}  // namespace

std::string to_github(const differences& d) {
  std::string lines;
  for (const change_group& g : grouped(d)) lines += change(d, g);
  for (const undecided_decision& q : undecided_by_decision(d))
    lines += at("warning", place_of(d, named_thing{"decision", q.decision, {}}, true), "not decided", q.words);
  for (const named_thing& t : d.found.added) lines += thing(d, t, true);
  for (const named_thing& t : d.found.removed) lines += thing(d, t, false);
  if (d.amendment)
    lines += github_command("notice", "who may make this change",
                            explanation{d.amendment->asked.action, d.amendment->given, d.amendment->asked.decision}.sentence());
  return lines + github_command("notice", "remit diff", summary_of(d));
}

}  // namespace remit
