// Counts, and the one sentence that sums a comparison up.
// Not here: layout.
#include "difference_words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "change_groups.hpp"

namespace remit {
namespace {

// Complete actions are compared. Where a default changed, or a condition asks whether a fact is known, others may differ.
bool only_complete_actions(const differences& d) {
  const auto asks = [](const agreement& a) {
    const view<atom> atoms = a.rules().atoms;
    return std::any_of(atoms.begin(), atoms.end(), [](const atom& x) { return x.kind == atom_kind::known; });
  };
  const auto is_default = [](const rewording& f) { return f.part == "default"; };
  return asks(d.before.agreement) || asks(d.after.agreement) ||
         std::any_of(d.found.figures.begin(), d.found.figures.end(), is_default);
}

std::string verdicts_words(const comparison& c) {
  std::string words;
  for (const direction way : {direction::loosened, direction::tightened, direction::redirected}) {
    const auto n = static_cast<std::size_t>(std::count_if(
        c.outline.begin(), c.outline.end(), [&](const difference& x) { return !x.duties_only && x.direction == way; }));
    if (n != 0) words += fmt::format("{} {}", words.empty() ? counted(n, "verdict") : fmt::format(", {}", n), name_of(way));
  }
  return words;
}

std::string duties_words(const comparison& c) {
  std::string words;
  for (const std::string_view way : {"added", "dropped", "changed"}) {
    const auto n = static_cast<std::size_t>(std::count_if(
        c.outline.begin(), c.outline.end(), [&](const difference& x) { return x.duties_only && way_of(x).ends_with(way); }));
    if (n != 0) words += fmt::format("{} {}", words.empty() ? counted(n, "duty") : fmt::format(", {}", n), way);
  }
  return words;
}

std::string things_words(const std::vector<named_thing>& all, std::string_view how) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const named_thing& t : all) {
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& x) { return x.first == t.kind; });
    if (known == counts.end())
      counts.emplace_back(t.kind, 1);
    else
      ++known->second;
  }
  std::vector<std::string> words;
  for (const auto& [kind, n] : counts) words.push_back(counted(n, kind));
  return words.empty() ? "" : fmt::format("{} {}", fmt::join(words, ", "), how);
}

// Whether no party, or no decision, of the new agreement was there before.
bool nothing_in_common(const differences& d) {
  const auto new_ones = [&](std::string_view kind) {
    return static_cast<std::size_t>(
        std::count_if(d.found.added.begin(), d.found.added.end(), [&](const named_thing& t) { return t.kind == kind; }));
  };
  const auto& parties = d.after.document.parties;
  const auto askers = std::count_if(parties.begin(), parties.end(), [](const checked::party& p) { return !p.is_role; });
  return new_ones("decision") == d.after.document.decisions.size() || new_ones("party") == static_cast<std::size_t>(askers);
}

}  // namespace

std::string counted(std::size_t n, std::string_view what) {
  if (n == 1) return fmt::format("1 {}", what);
  if (what.ends_with('y')) return fmt::format("{} {}ies", n, what.substr(0, what.size() - 1));
  return fmt::format("{} {}{}", n, what, what.ends_with("ss") ? "es" : "s");
}

std::string thing_words(const std::string& kind, const std::string& name, const std::string& of) {
  return fmt::format("{} {}{}{}", kind, name, of.empty() ? "" : " of ", of);
}

std::string part_words(const rewording& r) {
  return r.kind == "agreement" ? r.part : fmt::format("{} {}, {}", r.kind, r.name, r.part);
}

std::vector<undecided_decision> undecided_by_decision(const differences& d) {
  std::vector<std::pair<std::string, std::vector<std::string>>> askers;
  for (const undecided_question& q : d.found.undecided) {
    if (askers.empty() || askers.back().first != q.decision) askers.push_back({q.decision, {}});
    askers.back().second.push_back(q.by);
  }
  std::vector<undecided_decision> all;
  for (const auto& [decision, by] : askers)
    all.push_back({decision, fmt::format("{} asked by {}: there may be more differences than are told here", decision,
                                         fmt::join(by, ", "))});
  return all;
}

std::string summary_of(const differences& d) {
  const comparison& c = d.found;
  std::vector<std::string> parts;
  const auto add = [&](std::string words) {
    if (!words.empty()) parts.push_back(std::move(words));
  };
  if (nothing_in_common(d))
    add("the two agreements have no decision, or no party, in common: no verdict could be compared");
  else if (c.changes.empty() && c.undecided.empty())
    add(fmt::format("the two agreements give the same verdict on every action{}{}", c.same() ? "" : " that both know",
                    only_complete_actions(d) ? " whose facts are all known" : ""));
  add(verdicts_words(c));
  add(duties_words(c));
  if (!c.undecided.empty()) add(fmt::format("{} not decided within the budget", counted(c.undecided.size(), "question")));
  add(things_words(c.added, "added"));
  add(things_words(c.removed, "removed"));
  if (!c.renamed.empty()) add(counted(c.renamed.size(), "name") + " changed");
  if (!c.figures.empty()) add(counted(c.figures.size(), "figure") + " changed");
  if (!c.wording.empty()) add(counted(c.wording.size(), "text") + " changed");
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace remit
