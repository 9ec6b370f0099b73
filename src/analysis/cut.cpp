// Verdicts cut and held against each other (language reference, "Comparing two agreements").
// Not here: which actions have them.
#include "cut.hpp"

#include <algorithm>
#include <utility>

#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

using groups = std::vector<std::vector<std::string>>;

template <class Listed>
groups named(const executable& rules, const Listed& listed, const party_namer& name) {
  groups all;
  for (view<party_id> members : listed) {
    auto& g = all.emplace_back();
    for (party_id p : members) g.push_back(name(rules.parties[p.value].name));
  }
  return all;
}

groups sorted(groups all) {
  for (auto& g : all) std::sort(g.begin(), g.end());
  std::sort(all.begin(), all.end());
  return all;
}

std::string duty_words(const executable& rules, const duty_entry& d, const party_namer& name) {
  // In the order of their names: as they are written, and who is above whom, makes no other duty.
  const auto said = [&](std::string_view verb) {
    groups to;
    for (std::uint32_t g : d.to) {
      auto& members = to.emplace_back();
      for (party_id p : rules.groups[g].members) members.push_back(name(rules.parties[p.value].name));
    }
    std::string words{verb};
    bool first = true;
    for (const auto& members : sorted(std::move(to))) {
      words += first ? " " : ", ";
      first = false;
      bool alone = true;
      for (const auto& p : members) {
        words += (alone ? "" : " or ") + p;
        alone = false;
      }
    }
    return words + (d.within.empty() ? "" : " within " + std::string{d.within});
  };
  switch (d.kind) {
    case duty_kind::record: return "record " + text_words(d.what);
    case duty_kind::action: return "do " + text_words(d.what);
    case duty_kind::notify: return said("notify");
    case duty_kind::ratify: return said("ratify by");
  }
  return {};
}

std::string joined(const groups& all) {
  std::string words;
  for (const auto& g : all) {
    words += "[";
    for (const auto& p : g) words += p + " ";
    words += "]";
  }
  return words;
}

// Whether each of `weaker` is met whenever all of `stronger` are: some stronger choice lies within it.
bool imply(const groups& stronger, const groups& weaker) {
  const groups s = sorted(stronger), w = sorted(weaker);
  return std::all_of(w.begin(), w.end(), [&](const auto& wide) {
    return std::any_of(s.begin(), s.end(),
                       [&](const auto& narrow) { return std::includes(wide.begin(), wide.end(), narrow.begin(), narrow.end()); });
  });
}

bool implies(const cut_verdict& stronger, const cut_verdict& weaker) {
  const auto has_duty = [&](const std::string& d) {
    return std::find(stronger.duties.begin(), stronger.duties.end(), d) != stronger.duties.end();
  };
  return imply(stronger.to, weaker.to) && imply(stronger.consult, weaker.consult) && imply(stronger.approval, weaker.approval) &&
         std::all_of(weaker.duties.begin(), weaker.duties.end(), has_duty);
}

}  // namespace

cut_verdict cut(const verdict& v, const party_namer& name) {
  const executable& rules = *v.rules();
  cut_verdict c;
  c.outcome = v.outcome();
  c.to = named(rules, v.to(), name);
  c.consult = named(rules, v.consult(), name);
  c.approval = named(rules, v.approval(), name);
  for (const duty_entry& d : v.duties()) c.duties.push_back(duty_words(rules, d, name));
  return c;
}

std::string key_of(const cut_verdict& v) {
  auto duties = v.duties;
  std::sort(duties.begin(), duties.end());
  std::string key = std::to_string(static_cast<int>(v.outcome)) + joined(sorted(v.to)) + "|" + joined(sorted(v.consult)) + "|" +
                    joined(sorted(v.approval));
  for (const auto& d : duties) key += "|" + d;
  return key;
}

direction direction_of(const cut_verdict& before, const cut_verdict& after) {
  if (after.outcome < before.outcome) return direction::loosened;
  if (after.outcome > before.outcome) return direction::tightened;
  const bool looser = implies(before, after), tighter = implies(after, before);
  return looser && !tighter ? direction::loosened : tighter && !looser ? direction::tightened : direction::redirected;
}

}  // namespace remit::analysis
