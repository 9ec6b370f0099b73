// The verdicts around each amount, amount by amount.
// Not here: the same as JSON (json.cpp).
#include <remit/report/boundaries.hpp>

#include <algorithm>

#include <fmt/color.h>
#include <fmt/format.h>

#include <remit/analysis/example_words.hpp>
#include <remit/analysis/examples.hpp>
#include "../analysis/cut.hpp"
#include "glyph.hpp"

namespace remit {
namespace {

std::string heading(const boundary& b) {
  return fmt::format("{} around {}{}", b.expression, b.amount, b.threshold.empty() ? "" : fmt::format(" ({})", b.threshold));
}

std::string groups_words(const named_groups& groups) {
  std::string words;
  for (const auto& g : groups) words += fmt::format("{}{}", words.empty() ? "" : ", ", fmt::join(g, " or "));
  return words;
}

/// The verdict with what else tells the three apart: consultations besides an escalation, duties.
std::string side_words(const boundary& b, std::size_t side) {
  const auto told = [&](std::size_t i) { return analysis::cut(b.verdicts[i], [](std::string_view name) { return std::string{name}; }); };
  const cut_verdict mine = told(side);
  std::string words = verdict_words(b.verdicts[side]);
  if (mine.outcome == outcome::escalate && !mine.consult.empty()) words += "; consult " + groups_words(mine.consult);
  for (const named_duty& d : mine.duties) {
    bool everywhere = true;
    for (std::size_t i = 0; i < b.verdicts.size(); ++i) {
      const auto duties = told(i).duties;
      everywhere = everywhere && std::find(duties.begin(), duties.end(), d) != duties.end();
    }
    if (!everywhere) words += "; " + d.words;
  }
  return words;
}

std::string row(const boundary& b) {
  const executable& rules = b.at.rules();
  std::string text = fmt::format("  {} asked by {}\n", rules.decisions[b.decision.value].name, rules.parties[b.by.value].name);
  if (!b.changes) return text + fmt::format("    {} on both sides and between\n", verdict_words(b.verdicts.front()));
  // All but the decision and the asker, who stand above.
  std::string lines = example_words(b.at), with;
  lines.erase(0, lines.find('\n') + 1);
  for (std::size_t end = lines.find('\n'); end != lines.npos; lines.erase(0, end + 1), end = lines.find('\n')) {
    const std::string line = lines.substr(0, end);
    if (b.expression.find(line.substr(0, line.find(' '))) != 0 || b.expression.find(' ') != b.expression.npos)
      with += (with.empty() ? "    with " : ", ") + line;
  }
  if (!with.empty()) text += printable(with) + "\n";
  std::uint32_t widest = 0;
  for (const std::string& side : b.sides) widest = std::max(widest, columns_of(side));
  for (std::size_t i = 0; i < b.verdicts.size(); ++i)
    text += fmt::format("    {}{}  {}\n", b.sides[i], std::string(widest - columns_of(b.sides[i]), ' '), printable(side_words(b, i)));
  return text;
}

}  // namespace

std::string to_text(const std::vector<boundary>& all, const text_style& style) {
  std::vector<std::string> headings;
  for (const boundary& b : all)
    if (std::find(headings.begin(), headings.end(), heading(b)) == headings.end()) headings.push_back(heading(b));
  std::string text;
  for (const std::string& h : headings) {
    text += (text.empty() ? "" : "\n") + (style.colour ? fmt::format(fmt::emphasis::bold, "{}", printable(h)) : printable(h)) + "\n";
    for (const boundary& b : all)
      if (heading(b) == h) text += row(b);
  }
  return text.empty() ? "no condition looks at an amount\n" : text;
}

}  // namespace remit
