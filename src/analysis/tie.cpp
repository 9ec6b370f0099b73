// Which names of two agreements mean the same thing.
// Not here: what the things do.
#include "tie.hpp"

#include <algorithm>
#include <set>

namespace remit::analysis {

tie::tie(const std::string& kind, const std::vector<entry>& before, const std::vector<entry>& after, comparison& into) {
  std::set<std::string> old_names;
  for (const auto& e : before) old_names.insert(e.name);
  const auto claim = [&](const std::string& origin, const std::string& name) {
    const auto [at, fresh] = to_new_.emplace(origin, name);
    if (!fresh)
      into.conflicts.push_back("the " + kind + "s `" + at->second + "` and `" + name + "` were both formerly `" + origin + "`");
    else
      to_old_.emplace(name, origin);
  };
  for (const auto& e : after)
    if (!e.formerly.empty() && e.formerly != e.name && old_names.count(e.formerly) != 0) {
      claim(e.formerly, e.name);
      into.renamed.push_back({kind, e.formerly, e.name});
    }
  for (const auto& e : after) {
    if (to_old_.count(e.name) != 0) {
      // It took its meaning from another name; an old thing of its present name is gone, or has moved on too.
      if (old_names.count(e.name) != 0 && to_new_.count(e.name) == 0)
        into.conflicts.push_back("the " + kind + " `" + e.name + "` was formerly `" + to_old_.at(e.name) + "`, and formerly `" +
                                 e.name + "` itself");
    } else if (old_names.count(e.name) != 0) {
      claim(e.name, e.name);
    } else {
      into.added.push_back({kind, e.name});
    }
  }
  for (const auto& e : before)
    if (to_new_.count(e.name) == 0) into.removed.push_back({kind, e.name});
}

std::string tie::renamed(const std::string& old_name) const {
  const auto at = to_new_.find(old_name);
  return at == to_new_.end() ? old_name : at->second;
}

std::string tie::origin(const std::string& new_name) const {
  const auto at = to_old_.find(new_name);
  return at == to_old_.end() ? std::string{} : at->second;
}

namespace {

template <class Things, class Keep>
std::vector<tie::entry> entries(const Things& things, Keep&& keep) {
  std::vector<tie::entry> all;
  for (const auto& t : things)
    if (keep(t)) all.push_back({t.name, t.formerly});
  return all;
}
template <class Things>
std::vector<tie::entry> entries(const Things& things) {
  return entries(things, [](const auto&) { return true; });
}

bool is_fact(const checked::input& i) { return i.kind != input_kind::day && i.kind != input_kind::ritual; }
bool is_ritual(const checked::input& i) { return i.kind == input_kind::ritual; }

}  // namespace

ties tie_names(const checked::document& before, const checked::document& after, comparison& into) {
  ties t;
  t.parties = tie{"party", entries(before.parties), entries(after.parties), into};
  const auto not_day = [](const checked::input& i) { return i.kind != input_kind::day; };
  comparison facts;  // one space of names for both, told apart by what each is
  t.inputs = tie{"fact", entries(before.inputs, not_day), entries(after.inputs, not_day), facts};
  const auto kind_of = [](const checked::document& d, const std::string& name) {
    const auto at = std::find_if(d.inputs.begin(), d.inputs.end(), [&](const auto& i) { return i.name == name; });
    return std::string{at != d.inputs.end() && is_ritual(*at) ? "ritual" : "fact"};
  };
  for (auto& a : facts.added) into.added.push_back({kind_of(after, a.name), a.name});
  for (auto& r : facts.removed) into.removed.push_back({kind_of(before, r.name), r.name});
  for (auto& r : facts.renamed) into.renamed.push_back({kind_of(after, r.to), r.from, r.to});
  for (auto& c : facts.conflicts) into.conflicts.push_back(std::move(c));

  t.decisions = tie{"decision", entries(before.decisions), entries(after.decisions), into};
  t.classes = tie{"class", entries(before.classes), entries(after.classes), into};
  t.rules = tie{"rule", entries(before.rules), entries(after.rules), into};
  t.thresholds = tie{"threshold", entries(before.thresholds), entries(after.thresholds), into};
  for (const auto& i : after.inputs) {
    if (!is_fact(i) || i.values.empty()) continue;
    const std::string origin = t.inputs.origin(i.name);
    const auto old = std::find_if(before.inputs.begin(), before.inputs.end(), [&](const auto& b) { return b.name == origin; });
    if (old != before.inputs.end()) t.values[i.name] = tie{"value", entries(old->values), entries(i.values), into};
  }
  return t;
}

}  // namespace remit::analysis
