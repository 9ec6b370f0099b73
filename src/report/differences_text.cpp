// Changes for people at a terminal: each with its condition, both verdicts and why, and an action that shows it.
// Not here: the words of the parts (change_groups.cpp).
#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/color.h>
#include <fmt/format.h>

#include <remit/report/differences.hpp>
#include <remit/report/explain.hpp>
#include "account.hpp"
#include "change_groups.hpp"
#include "difference_words.hpp"
#include "glyph.hpp"
#include "wrap.hpp"

namespace remit {
namespace {

using fmt::terminal_color;

class telling {
 public:
  telling(const differences& d, const text_style& style) : d_{d}, style_{style} {}

  std::string run() const {
    std::string text;
    for (const change_group& g : grouped(d_)) text += change(g) + "\n";
    for (const undecided_decision& q : undecided_by_decision(d_))
      text += fmt::format("{} {}\n", painted(terminal_color::red, "not decided:"), printable(q.words));
    if (!d_.found.undecided.empty()) text += "\n";
    text += things("added", d_.found.added, true) + things("removed", d_.found.removed, false) + renames();
    text += rewordings("figures", d_.found.figures) + rewordings("wording", d_.found.wording);
    return text + summary_of(d_) + "\n";
  }

 private:
  static constexpr unsigned margin = 10;

  std::string painted(terminal_color colour, std::string_view text) const {
    return style_.colour ? fmt::format(fmt::emphasis::bold | fmt::fg(colour), "{}", text) : std::string{text};
  }
  std::string bold(std::string_view text) const {
    return style_.colour ? fmt::format(fmt::emphasis::bold, "{}", text) : std::string{text};
  }
  std::string faint(std::string text) const {
    return style_.colour ? fmt::format(fmt::fg(terminal_color::bright_black), "{}", text) : text;
  }
  static terminal_color colour_of(const difference& d) {
    if (d.duties_only) return terminal_color::blue;
    return d.direction == direction::loosened    ? terminal_color::yellow
           : d.direction == direction::tightened ? terminal_color::cyan
                                                 : terminal_color::magenta;
  }

  // `  when    …`, wrapped behind its word.
  std::string line(std::string_view word, std::string_view text, unsigned column = margin) const {
    return fmt::format("  {:{}}{}", word, column - 2, std::string_view{wrapped(text, style_.columns, column)}.substr(column));
  }

  std::string change(const change_group& g) const {
    const difference& one = *g.one;
    const std::string_view way = way_of(one);
    std::string head =
        wrapped(fmt::format("{}: {} asked by {}", way, decisions_words(d_, g), askers_words(d_, g)), style_.columns);
    head.pop_back();
    return painted(colour_of(one), head.substr(0, way.size() + 1)) + bold(head.substr(way.size() + 1)) + "\n" +
           line("when", when_words(one)) + side("before", old_account(d_, g)) + side("after", new_account(d_, g)) + shown_by(one);
  }

  std::string side(std::string_view word, const account& told) const {
    std::string text = line(word, told.verdict);
    if (!told.holders.empty()) text += faint(wrapped(told.holders, style_.columns, margin + 2));
    for (const told_clause* c : told.clauses)
      text += faint(wrapped(fmt::format("{} ({}:{}): {}", c->rule, c->file, c->line, c->text), style_.columns, margin + 2));
    return text;
  }

  std::string shown_by(const difference& one) const {
    std::string text;
    for (const std::string& circumstance : witness_lines(d_, one))
      text += fmt::format("{:{}}{}\n", text.empty() ? "  as in" : "", margin, printable(circumstance));
    return text;
  }

  std::string things(std::string_view title, const std::vector<named_thing>& all, bool was_added) const {
    std::string text;
    for (const named_thing& t : all) {
      const std::string consequence = consequence_words(d_, t, was_added);
      text +=
          wrapped(thing_words(t.kind, t.name, t.of) + (consequence.empty() ? "" : " (" + consequence + ")"), style_.columns, 2);
    }
    return text.empty() ? text : bold(title) + "\n" + text + "\n";
  }
  std::string renames() const {
    std::string text;
    for (const renamed_thing& r : d_.found.renamed)
      text += wrapped(fmt::format("{}, formerly {}", thing_words(r.kind, r.to, r.of), r.from), style_.columns, 2);
    return text.empty() ? text : bold("renamed") + "\n" + text + "\n";
  }
  std::string rewordings(std::string_view title, const std::vector<rewording>& all) const {
    std::string text;
    for (const rewording& r : all) {
      const std::string what = part_words(r);
      const std::string was = r.before.empty() ? "(none)" : r.before, is = r.after.empty() ? "(none)" : r.after;
      const std::string short_line = fmt::format("{}: {} -> {}", what, was, is);
      if (columns_of(short_line) + 2 <= style_.columns)
        text += wrapped(short_line, style_.columns, 2);
      else
        text += wrapped(what, style_.columns, 2) + line("  before", was, margin + 2) + line("  after", is, margin + 2);
    }
    return text.empty() ? text : bold(title) + "\n" + text + "\n";
  }

  const differences& d_;
  const text_style& style_;
};

}  // namespace

std::string to_text(const differences& d, const text_style& style) {
  const std::string changes = telling{d, style}.run();
  if (!d.amendment) return changes;
  return changes + "\nWho may make this change\n\n" +
         explanation{d.amendment->asked.action, d.amendment->given, d.amendment->asked.decision}.text(style.columns);
}

}  // namespace remit
