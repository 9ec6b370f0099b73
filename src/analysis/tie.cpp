// Which names of two agreements mean the same thing.
// Not here: what the things do.
#include "tie.hpp"

#include <algorithm>

namespace remit::analysis {
namespace {

std::string ticked(const std::string& name) { return "`" + name + "`"; }

}  // namespace

tie::tie(const std::vector<entry>& before, const std::vector<entry>& after, comparison& into, const std::string& of) {
  std::map<std::string, const entry*> old_things, new_things;
  for (const auto& e : before) old_things.emplace(e.name, &e);
  for (const auto& e : after) new_things.emplace(e.name, &e);
  const auto can_be = [&](const entry& e, const std::string& old_name) {
    const auto old = old_things.find(old_name);
    return old != old_things.end() && old->second->sort == e.sort;
  };
  const auto of_fact = of.empty() ? std::string{} : " of " + ticked(of);
  const auto conflict = [&](const std::string& words) { into.conflicts.push_back(words); };
  const auto bind = [&](const std::string& old_name, const std::string& new_name) {
    to_new_.emplace(old_name, new_name);
    to_old_.emplace(new_name, old_name);
  };

  for (const auto& e : after) {
    if (e.formerly.empty() || e.formerly == e.name || !can_be(e, e.formerly)) continue;
    const auto taken = to_new_.find(e.formerly);
    if (taken != to_new_.end()) {
      conflict("the new agreement says of two of its names" + of_fact + ", " + ticked(taken->second) + " and " + ticked(e.name) +
               ", that they were formerly " + ticked(e.formerly) + ": only one of them can be");
      continue;
    }
    bind(e.formerly, e.name);
    into.renamed.push_back({e.kind, e.formerly, e.name, of});
  }
  for (const auto& e : after) {
    const auto origin = to_old_.find(e.name);
    if (origin != to_old_.end()) {
      // It took its meaning from another name; what was called like it must be gone, or have moved on too.
      if (can_be(e, e.name) && to_new_.count(e.name) == 0 && new_things.count(origin->second) == 0)
        conflict("the " + e.kind + " " + ticked(e.name) + of_fact + " was formerly " + ticked(origin->second) +
                 ", but the old agreement has a " + e.kind + " " + ticked(e.name) + " too: it can be only one of them");
    } else if (const auto moved = to_new_.find(e.name); moved != to_new_.end() && can_be(e, e.name)) {
      conflict("the " + e.kind + " " + ticked(moved->second) + of_fact + " was formerly " + ticked(e.name) +
               ", but the new agreement still has a " + e.kind + " " + ticked(e.name) + ": only one of them can be");
    } else if (can_be(e, e.name)) {
      bind(e.name, e.name);
    } else {
      into.added.push_back({e.kind, e.name, of});
    }
  }
  for (const auto& e : before) {
    const auto now = to_new_.find(e.name);
    if (now == to_new_.end()) {
      into.removed.push_back({e.kind, e.name, of});
    } else if (const entry& same = *new_things.at(now->second); same.kind != e.kind) {
      // A party that became a role asks no more, and the other way round.
      into.removed.push_back({e.kind, e.name, of});
      into.added.push_back({same.kind, same.name, of});
    }
  }
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

// Nobody declares these: whoever compares supplies them.
bool is_amendment(const std::string& input) { return input.find(' ') != input.npos; }

template <class Things>
std::vector<tie::entry> entries(const std::string& kind, const Things& things) {
  std::vector<tie::entry> all;
  for (const auto& t : things) all.push_back({kind, t.name, t.formerly});
  return all;
}
std::vector<tie::entry> entries(const std::vector<checked::party>& parties) {
  std::vector<tie::entry> all;
  for (const auto& p : parties) all.push_back({p.is_role ? "role" : "party", p.name, p.formerly});
  return all;
}
std::vector<tie::entry> entries(const std::vector<checked::input>& inputs) {
  std::vector<tie::entry> all;
  for (const auto& i : inputs) {
    if (i.kind == input_kind::day || is_amendment(i.name)) continue;
    // Whole numbers are numbers; of two other types, nothing said of the one is said of the other.
    const input_kind sort = i.kind == input_kind::whole_number ? input_kind::number : i.kind;
    all.push_back({i.kind == input_kind::ritual ? "ritual" : "fact", i.name, i.formerly, std::to_string(static_cast<int>(sort))});
  }
  return all;
}
std::vector<tie::entry> entries(const std::vector<checked::pillar>& pillars) {
  std::vector<tie::entry> all;
  for (const auto& p : pillars) all.push_back({"pillar", p.name, {}});
  return all;
}

std::string code(currency c) { return {c.code, 3}; }

}  // namespace

std::string ties::renamed_input(const std::string& old_name) const {
  if (!is_amendment(old_name)) return inputs.renamed(old_name);
  const std::size_t last = old_name.rfind(' ') + 1;
  const std::string thing = old_name.substr(last);
  for (const tie* t : {&parties, &inputs, &decisions, &classes, &rules, &pillars, &thresholds})
    if (const std::string now = t->renamed(thing); now != thing) return old_name.substr(0, last) + now;
  return old_name;
}

ties tie_names(const checked::document& before, const checked::document& after, comparison& into) {
  if (before.currency && after.currency && !(before.currency == after.currency))
    into.conflicts.push_back("the old agreement counts in " + code(before.currency) + ", the new one in " + code(after.currency) +
                             ": their amounts of money cannot be compared");
  ties t;
  t.decisions = tie{entries("decision", before.decisions), entries("decision", after.decisions), into};
  t.parties = tie{entries(before.parties), entries(after.parties), into};
  t.classes = tie{entries("class", before.classes), entries("class", after.classes), into};
  t.pillars = tie{entries(before.pillars), entries(after.pillars), into};
  t.rules = tie{entries("rule", before.rules), entries("rule", after.rules), into};
  t.thresholds = tie{entries("threshold", before.thresholds), entries("threshold", after.thresholds), into};
  t.inputs = tie{entries(before.inputs), entries(after.inputs), into};
  for (const auto& i : after.inputs) {
    if (i.values.empty()) continue;
    const std::string origin = t.inputs.origin(i.name);
    const auto old = std::find_if(before.inputs.begin(), before.inputs.end(), [&](const auto& b) { return b.name == origin; });
    if (old != before.inputs.end())
      t.values[i.name] = tie{entries("value", old->values), entries("value", i.values), into, i.name};
  }
  return t;
}

}  // namespace remit::analysis
