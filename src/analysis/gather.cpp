// Keys, and duties taken apart from them.
// Not here: words.
#include "gather.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace remit::analysis {
namespace {

using duties = std::vector<named_duty>;

bool has(const duties& all, const named_duty& d) {
  return std::any_of(all.begin(), all.end(), [&](const named_duty& x) { return x.words == d.words; });
}
duties without(duties all, const duties& others) {
  std::erase_if(all, [&](const named_duty& d) { return has(others, d); });
  return all;
}

cut_verdict bare(cut_verdict v) {
  v.duties.clear();
  return v;
}

gathered& group_of(std::vector<gathered>& groups, std::map<std::string, std::size_t>& numbers, const std::string& key) {
  const auto [at, fresh] = numbers.try_emplace(key, groups.size());
  if (fresh) groups.emplace_back();
  return groups[at->second];
}

// What goes with every part of the group stays with it; the rest is told apart.
void take_common_duties(gathered& g, const std::vector<differing_part>& all) {
  g.before.duties = all[g.parts.front()].before.duties;
  g.after.duties = all[g.parts.front()].after.duties;
  for (std::size_t i : g.parts) {
    std::erase_if(g.before.duties, [&](const named_duty& d) { return !has(all[i].before.duties, d); });
    std::erase_if(g.after.duties, [&](const named_duty& d) { return !has(all[i].after.duties, d); });
  }
}

}  // namespace

std::vector<gathered> by_verdict(const std::vector<differing_part>& all) {
  std::vector<gathered> groups;
  std::map<std::string, std::size_t> numbers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    gathered& g = group_of(groups, numbers, key_of(all[i].before) + "=>" + key_of(all[i].after));
    if (g.parts.empty()) g.before = all[i].before, g.after = all[i].after;
    g.parts.push_back(i);
  }
  return groups;
}

std::vector<gathered> in_outline(const std::vector<differing_part>& all) {
  std::vector<gathered> groups;
  std::map<std::string, std::size_t> numbers;
  std::vector<std::size_t> group_of_part(all.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const cut_verdict before = bare(all[i].before), after = bare(all[i].after);
    const std::string was = key_of(before), is = key_of(after);
    if (was == is) continue;
    gathered& g = group_of(groups, numbers, was + "=>" + is);
    if (g.parts.empty()) g.before = before, g.after = after, g.in_outline = true;
    g.parts.push_back(i);
    group_of_part[i] = static_cast<std::size_t>(&g - groups.data());
  }
  for (gathered& g : groups) take_common_duties(g, all);

  // A duty due on one side only, and where; then those due in the same places together.
  std::map<std::pair<bool, std::string>, std::pair<named_duty, std::vector<std::size_t>>> apart;
  const std::size_t verdicts = groups.size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto note = [&](bool is_new, const duties& here, const duties& there, const duties& told) {
      for (const named_duty& d : without(without(here, there), told)) {
        auto& entry = apart[{is_new, d.words}];
        entry.first = d;
        entry.second.push_back(i);
      }
    };
    const bool in_group = group_of_part[i] < verdicts;
    note(false, all[i].before.duties, all[i].after.duties, in_group ? groups[group_of_part[i]].before.duties : duties{});
    note(true, all[i].after.duties, all[i].before.duties, in_group ? groups[group_of_part[i]].after.duties : duties{});
  }
  std::map<std::vector<std::size_t>, std::size_t> places;
  for (const auto& [key, entry] : apart) {
    const auto [at, fresh] = places.try_emplace(entry.second, groups.size());
    if (fresh) groups.push_back({{}, {}, true, true, entry.second});
    (key.first ? groups[at->second].after : groups[at->second].before).duties.push_back(entry.first);
  }
  return groups;
}

}  // namespace remit::analysis
