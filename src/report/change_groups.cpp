// Grouping by what would be printed alike, and names of groups where they have one.
// Not here: colours, tables, places.
#include "change_groups.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "account.hpp"

namespace remit {
namespace {

// What is printed of a verdict.
std::string key_of(const cut_verdict& v) {
  std::string key = std::to_string(static_cast<int>(v.outcome));
  for (const named_groups* groups : {&v.to, &v.consult, &v.approval})
    for (const auto& g : *groups) key += fmt::format("[{}]", fmt::join(g, ","));
  for (const named_duty& d : v.duties) key += "|" + d.words;
  return key;
}

std::string key_of(const std::vector<fired_clause>& clauses) {
  std::string key;
  for (const fired_clause& c : clauses)
    if (!c.on_both_sides) key += fmt::format("{}:{}:{};", c.told.file, c.told.line, c.told.text);
  return key;
}

// Who holds the decision is printed only where it changed, and never beside a duty.
std::string holders_key(const differences& all, const difference& d) {
  if (d.duties_only) return {};
  const std::string was = holders_words(all, d.decision, true), is = holders_words(all, d.decision, false);
  return was == is ? "" : was + "=>" + is;
}

}  // namespace

std::vector<change_group> grouped(const differences& all) {
  // First what would read alike, then, within that, the decisions that the same parties ask about.
  std::map<std::string, std::size_t> number_of;
  std::vector<std::vector<const difference*>> alike;
  for (const difference& d : all.found.outline) {
    const std::string key = d.when + "|" + d.provided + "|" + key_of(d.before) + "|" + key_of(d.after) + "|" +
                            key_of(d.old_rules) + "|" + key_of(d.new_rules) + "|" + holders_key(all, d);
    const auto [at, fresh] = number_of.try_emplace(key, alike.size());
    if (fresh) alike.emplace_back();
    alike[at->second].push_back(&d);
  }
  std::vector<change_group> groups;
  for (const auto& some : alike) {
    std::vector<change_group> rows;
    for (const difference* d : some) {
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.decisions.front() == d->decision; });
      if (row == rows.end())
        rows.push_back({{d->decision}, {d->by}, d});
      else
        row->by.push_back(d->by);
    }
    for (auto row = rows.begin(); row != rows.end(); ++row) {
      if (row->one == nullptr) continue;
      for (auto next = std::next(row); next != rows.end(); ++next) {
        if (next->one == nullptr || next->by != row->by) continue;
        row->decisions.push_back(next->decisions.front());
        next->one = nullptr;
      }
      groups.push_back(*row);
    }
  }
  return groups;
}

std::string_view name_of(direction d) {
  switch (d) {
    case direction::loosened: return "loosened";
    case direction::tightened: return "tightened";
    case direction::redirected: return "redirected";
  }
  return {};
}

std::string_view way_of(const difference& d) {
  if (!d.duties_only) return name_of(d.direction);
  return d.before.duties.empty() ? "duty added" : d.after.duties.empty() ? "duty dropped" : "duty changed";
}

std::string when_words(const difference& d) {
  const std::string when = d.when.empty() ? "always" : d.when;
  return d.provided.empty() ? when : (d.when.empty() ? "" : when + "; ") + "provided that " + d.provided;
}

std::string decisions_words(const differences& d, const change_group& g) {
  if (g.one->decision == outside_this_agreement) return "every decision outside the agreement";
  const checked::document& after = d.after.document;
  std::vector<std::string> words;
  std::vector<std::string> left = g.decisions;
  for (const auto& c : after.classes) {
    std::vector<std::string> members;
    for (const auto& x : after.decisions)
      if (after.classes.at(x.in.value).name == c.name) members.push_back(x.name);
    const auto changed = [&](const std::string& m) { return std::find(left.begin(), left.end(), m) != left.end(); };
    if (members.size() < 3 || !std::all_of(members.begin(), members.end(), changed)) continue;
    words.push_back("every decision in " + c.name);
    std::erase_if(left, [&](const std::string& l) { return std::find(members.begin(), members.end(), l) != members.end(); });
  }
  words.insert(words.end(), left.begin(), left.end());
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string askers_words(const differences& d, const change_group& g) {
  std::vector<std::string> others;
  for (const auto& p : d.after.document.parties) {
    const bool is_new = std::any_of(d.found.added.begin(), d.found.added.end(),
                                    [&](const named_thing& t) { return t.kind == "party" && t.name == p.name; });
    if (!p.is_role && !is_new && std::find(g.by.begin(), g.by.end(), p.name) == g.by.end()) others.push_back(p.name);
  }
  if (g.by.size() > 1 && others.empty()) return "anybody";
  if (g.by.size() > 2 * others.size() + 1) return fmt::format("anybody but {}", fmt::join(others, ", "));
  return fmt::format("{}", fmt::join(g.by, ", "));
}

}  // namespace remit
