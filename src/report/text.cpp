// Findings as the best compilers print them.
// Not here: the source line and its carets (snippet.cpp), the wording of a finding (the pass that found it).
#include <remit/report/text.hpp>

#include <ostream>
#include <vector>

#include <fmt/color.h>
#include <fmt/format.h>

#include "glyph.hpp"
#include "snippet.hpp"

namespace remit {
namespace {

using fmt::terminal_color;

struct painter {
  bool colour;
  std::string operator()(fmt::text_style look, std::string_view text) const {
    return colour ? fmt::format(look, "{}", text) : std::string{text};
  }
};

fmt::text_style look_of(severity s) {
  switch (s) {
    case severity::error: return fmt::emphasis::bold | fmt::fg(terminal_color::red);
    case severity::warning: return fmt::emphasis::bold | fmt::fg(terminal_color::yellow);
    case severity::info: return fmt::emphasis::bold | fmt::fg(terminal_color::cyan);
  }
  return {};
}

// `file:line:column: LABEL: message`, the line, and the carets.
struct placed_message {
  span where;
  std::string label;
  std::string_view message;
  fmt::text_style look;
};

std::string told(const placed_message& m, const source_set& sources, const remit::text_style& style) {
  const painter paint{style.colour};
  const auto gutter_look = fmt::emphasis::bold | fmt::fg(terminal_color::blue);
  const position at = sources.start_of(m.where);
  const snippet s = snippet_of(sources, m.where, style.columns);
  const std::string number = std::to_string(s.line);
  const std::string gutter = std::string(number.size(), ' ') + " |";
  return fmt::format(
      "{}: {}: {}\n{}\n{} {}\n{} {}\n",
      paint(fmt::emphasis::bold, fmt::format("{}:{}:{}", printable(sources.name(m.where.file)), at.line, at.column)),
      paint(m.look, m.label), paint(fmt::emphasis::bold, printable(m.message)), paint(gutter_look, gutter),
      paint(gutter_look, number + " |"), s.source, paint(gutter_look, gutter), paint(m.look, s.carets));
}

std::string counted(std::size_t n, std::string_view what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

}  // namespace

finding_counts& finding_counts::operator+=(const diagnostics& found) {
  errors += found.count(severity::error);
  warnings += found.count(severity::warning);
  infos += found.count(severity::info);
  return *this;
}

std::string to_text(const diagnostic& finding, const source_set& sources, const text_style& style) {
  const painter paint{style.colour};
  const auto look = look_of(finding.severity());
  const std::string label = fmt::format("{}[{}]", severity_text(finding.severity()), code_text(finding.code));
  std::string text = told({finding.where, label, finding.message, look}, sources, style);
  const auto note_look = fmt::emphasis::bold | fmt::fg(terminal_color::green);
  for (const related_place& r : finding.related) text += told({r.where, "note", r.message, note_look}, sources, style);
  const auto apart = [&](std::string_view word, const std::string& what) {
    if (!what.empty()) text += fmt::format("  {} {}\n", paint(note_look, fmt::format("{}:", word)), printable(what));
  };
  apart("help", finding.help);
  bool first = true;
  for (std::string_view rest = finding.witness_words; !rest.empty(); first = false) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text += fmt::format("  {} {}\n", first ? paint(note_look, "shown by:") : std::string(9, ' '), printable(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return text;
}

std::string to_text(const finding_counts& counts) {
  std::vector<std::string> parts;
  if (counts.errors != 0) parts.push_back(counted(counts.errors, "error"));
  if (counts.warnings != 0) parts.push_back(counted(counts.warnings, "warning"));
  if (counts.infos != 0) parts.push_back(counted(counts.infos, "remark"));
  return parts.empty() ? "nothing found" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string to_text(const diagnostics& found, const text_style& style) {
  std::string text;
  for (const diagnostic& d : found) text += to_text(d, found.sources(), style) + "\n";
  return text + to_text(finding_counts{} += found) + "\n";
}

std::ostream& operator<<(std::ostream& out, const diagnostics& found) { return out << to_text(found); }

}  // namespace remit
