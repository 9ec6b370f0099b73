// The results of a test for people: what failed, what is not proved, what nothing reaches; what passed is only counted.
// Not here: the findings of the checker (text.cpp).
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/color.h>
#include <fmt/format.h>

#include <remit/analysis/example_words.hpp>
#include <remit/report/tested.hpp>
#include "glyph.hpp"

namespace remit {
namespace {

class telling {
 public:
  telling(const tested& results, const text_style& style)
      : results_{results}, sources_{*results.document->sources}, style_{style} {}

  std::string run() const {
    std::string text;
    for (const example_result& r : results_.examples)
      if (!r.passed)
        text += failed(r.example->title, place(r.example->expect.where), r.expected, r.problem.empty() ? r.got : r.problem);
    for (const promise_result& r : results_.promises)
      if (r.status == proof::refuted) text += broken(r);
    for (const scenario_result& r : results_.scenarios)
      if (!r.passed) text += scenario(r);
    for (const promise_result& r : results_.promises)
      if (r.status == proof::undecided)
        text += fmt::format("{}: {} {}\n", place(r.promise->where), painted(fmt::terminal_color::yellow, "not decided within the budget:"),
                            printable(r.promise->words));
    if (results_.coverage) text += (text.empty() ? "" : "\n") + unreached(*results_.coverage);
    return text + (text.empty() ? "" : "\n") + counts();
  }

 private:
  std::string painted(fmt::terminal_color colour, std::string_view text) const {
    return style_.colour ? fmt::format(fmt::emphasis::bold | fmt::fg(colour), "{}", text) : std::string{text};
  }
  std::string place(span where) const {
    return fmt::format("{}:{}", printable(sources_.name(where.file)), sources_.start_of(where).line);
  }
  std::string failed(std::string_view name, const std::string& where, std::string_view expected, std::string_view got) const {
    return fmt::format("{}: {} {}\n  expected  {}\n  got       {}\n", where, painted(fmt::terminal_color::red, "failed:"),
                       printable(name), printable(expected), printable(got));
  }
  // The action stands below, ready to be pasted into an example.
  std::string broken(const promise_result& r) const {
    const std::string got = r.witness ? remit::verdict_words(r.actual) + " for this action" : "one";
    std::string text = failed(r.promise->words, place(r.promise->where), "no action that breaks it", got);
    if (!r.witness) return text;
    const std::string lines = example_words(*r.witness);
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      text += fmt::format("            {}\n", printable(std::string_view{lines}.substr(at, end - at)));
      at = end + 1;
    }
    return text;
  }
  std::string scenario(const scenario_result& r) const {
    const std::string where = fmt::format("{}:{}", printable(results_.scenario_file), r.line);
    const std::string name = r.id ? *r.id : "a scenario";
    if (!r.problem) return failed(name, where, r.expected, r.actual);
    const std::string at = r.problem->at.empty() ? "" : fmt::format(" (at {})", r.problem->at);
    return fmt::format("{}: {} {}{}\n", where, painted(fmt::terminal_color::red, "not a scenario:"),
                       printable(r.problem->message), printable(at));
  }
  std::string unreached(const coverage& c) const {
    const auto decisions = c.unreached_decisions();
    const auto clauses = c.unreached_clauses();
    std::string text = fmt::format("reached: {} of {} decisions, {} of {} clauses\n", c.decisions() - decisions.size(),
                                   c.decisions(), c.clauses() - clauses.size(), c.clauses());
    for (const decision_entry* d : decisions) text += fmt::format("  no example asks about {}\n", printable(d->name));
    for (const told_clause* t : clauses)
      text += fmt::format("  no example reaches {}:{}: {}\n", printable(t->file), t->line, printable(t->text));
    return text;
  }

  std::string counts() const {
    std::vector<std::string> parts;
    parts.push_back(counted(results_.examples.size(), results_.failed_examples(), "example", "failed"));
    if (!results_.promises.empty()) {
      const std::size_t open = results_.undecided_promises();
      std::string promises = counted(results_.promises.size(), results_.refuted_promises(), "promise", "broken");
      if (open != 0) promises += fmt::format(", {} not decided", open);
      parts.push_back(std::move(promises));
    }
    if (!results_.scenario_file.empty())
      parts.push_back(counted(results_.scenarios.size(), results_.failed_scenarios(), "scenario", "failed"));
    return fmt::format("{}\n", fmt::join(parts, "; "));
  }
  static std::string counted(std::size_t all, std::size_t bad, std::string_view what, std::string_view how) {
    return fmt::format("{} {}{}, {} {}", all, what, all == 1 ? "" : "s", bad == 0 ? "none" : std::to_string(bad), how);
  }

  const tested& results_;
  const source_set& sources_;
  const text_style& style_;
};

}  // namespace

std::size_t tested::failed_examples() const {
  return static_cast<std::size_t>(
      std::count_if(examples.begin(), examples.end(), [](const example_result& r) { return !r.passed; }));
}
std::size_t tested::failed_scenarios() const {
  return static_cast<std::size_t>(
      std::count_if(scenarios.begin(), scenarios.end(), [](const scenario_result& r) { return !r.passed; }));
}
std::size_t tested::refuted_promises() const {
  return static_cast<std::size_t>(
      std::count_if(promises.begin(), promises.end(), [](const promise_result& r) { return r.status == proof::refuted; }));
}
std::size_t tested::undecided_promises() const {
  return static_cast<std::size_t>(
      std::count_if(promises.begin(), promises.end(), [](const promise_result& r) { return r.status == proof::undecided; }));
}
bool tested::has_problems() const {
  return std::any_of(scenarios.begin(), scenarios.end(), [](const scenario_result& r) { return r.problem.has_value(); });
}

std::string to_text(const tested& results, const text_style& style) { return telling{results, style}.run(); }

}  // namespace remit
