// A comparison as a comment under a pull request: one sentence, a table of changes, the rest in short.
// Not here: HTML.
#include <remit/report/differences.hpp>
#include <remit/report/explain.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/examples.hpp>

#include "account.hpp"
#include "change_groups.hpp"
#include "difference_words.hpp"
#include "glyph.hpp"
#include "name_words.hpp"

namespace remit {
namespace {

std::size_t longest_run_of_ticks(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// As code, within a table: nothing in it is markdown, and a bar does not end the cell.
std::string code(std::string_view text) {
  const std::string safe = printable(text);
  const std::string ticks(longest_run_of_ticks(safe) + 1, '`');
  const std::string gap = ticks.size() > 1 ? " " : "";
  std::string words = ticks + gap;
  for (const char c : safe) words += c == '|' ? "\\|" : std::string(1, c);
  return words + gap + ticks;
}

// As text: what markdown or HTML would read is escaped.
std::string plain_text(std::string_view text) {
  constexpr std::string_view special = "\\`*_{}[]<>()#+!|~&@";
  std::string words;
  for (const char c : printable(text)) {
    if (special.find(c) != std::string_view::npos) words += '\\';
    words += c;
  }
  return words;
}

std::string change_row(const differences& d, const change_group& g) {
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", way_of(*g.one), code(decisions_words(d, g)), code(askers_words(d, g)),
                     g.one->when.empty() ? plain_text(when_words(*g.one)) : code(when_words(*g.one)),
                     code(old_account(d, g).verdict), code(new_account(d, g).verdict));
}

std::string folded(std::string_view title, std::string_view body) {
  return fmt::format("\n<details><summary>{}</summary>\n\n{}\n</details>\n", title, body);
}

std::string witnesses(const differences& d, const std::vector<change_group>& groups) {
  std::string text;
  for (const change_group& g : groups) {
    for (const std::string& line : witness_lines(d, *g.one)) text += printable(line) + "\n";
    const std::string now = g.one->witness ? verdict_words(d.after.agreement.evaluate(*g.one->witness)) : "";
    text += fmt::format("expect {}    # before: {}\n\n", printable(now), printable(old_account(d, g).verdict));
  }
  text.pop_back();
  const std::string fence(std::max<std::size_t>(3, longest_run_of_ticks(text) + 1), '`');
  return folded("An action for each", fmt::format("{}\n{}{}\n", fence, text, fence));
}

std::string things(const differences& d, std::string_view title, const std::vector<named_thing>& all, bool was_added) {
  std::vector<std::string> words;
  for (const named_thing& t : all) {
    const std::string consequence = consequence_words(d, t, was_added);
    words.push_back(t.kind + " " + code(t.name) + (t.of.empty() ? "" : " of " + code(t.of)) +
                    (consequence.empty() ? "" : " (" + plain_text(consequence) + ")"));
  }
  return words.empty() ? "" : fmt::format("- **{}:** {}\n", title, fmt::join(words, ", "));
}

std::string renames(const std::vector<renamed_thing>& all) {
  std::vector<std::string> words;
  for (const renamed_thing& r : all) words.push_back(fmt::format("{} {}, formerly {}", r.kind, code(r.to), code(r.from)));
  return words.empty() ? "" : fmt::format("- **Renamed:** {}\n", fmt::join(words, "; "));
}

std::string rewordings(const std::vector<rewording>& all) {
  std::string lines;
  for (const rewording& r : all)
    lines += fmt::format("- {}: {} → {}\n",
                         r.kind == "agreement" ? plain_text(r.part) : fmt::format("{} {}, {}", r.kind, code(r.name), r.part),
                         r.before.empty() ? "nothing" : plain_text(r.before), r.after.empty() ? "nothing" : plain_text(r.after));
  return lines;
}

}  // namespace

std::string to_markdown(const differences& d) {
  const std::vector<change_group> groups = grouped(d);
  std::string text = sentence_of(plain_text(summary_of(d))) + "\n";
  if (d.amendment)
    text += fmt::format("\n**{}**\n", plain_text(explanation{d.amendment->asked.action, d.amendment->given, d.amendment->asked.decision}.headline()));
  for (const undecided_decision& q : undecided_by_decision(d))
    text += fmt::format("\n**Not decided:** {}.\n", plain_text(q.words));
  if (!groups.empty()) {
    text += "\n| | decision | asked by | when | before | after |\n|---|---|---|---|---|---|\n";
    for (const change_group& g : groups) text += change_row(d, g);
    text += witnesses(d, groups);
  }
  const std::string figures = rewordings(d.found.figures);
  const std::string list =
      things(d, "Added", d.found.added, true) + things(d, "Removed", d.found.removed, false) + renames(d.found.renamed) + figures;
  if (!list.empty()) text += "\n" + list;
  if (!d.found.wording.empty()) text += folded("Wording", rewordings(d.found.wording));
  return text;
}

}  // namespace remit
