// Verdicts cut and held against each other (language reference, "Comparing two agreements").
// Not here: which actions have them.
#include "cut.hpp"

#include <algorithm>
#include <utility>

#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

using groups = named_groups;

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

// Parties in the order of their names: as they are written, and who is above whom, makes no other duty.
named_duty named(const executable& rules, const duty_entry& d, const party_namer& name) {
  named_duty made{d.kind, std::string{d.what}, {}, std::string{d.within}, {}};
  for (std::uint32_t g : d.to) {
    auto& members = made.to.emplace_back();
    for (party_id p : rules.groups[g].members) members.push_back(name(rules.parties[p.value].name));
  }
  made.to = sorted(std::move(made.to));
  std::string to;
  for (const auto& members : made.to) {
    to += to.empty() ? "" : ", ";
    for (const auto& p : members) to += (&p == &members.front() ? "" : " or ") + p;
  }
  const std::string within = made.within.empty() ? "" : " within " + made.within;
  switch (d.kind) {
    case duty_kind::record: made.words = "record " + text_words(d.what); break;
    case duty_kind::action: made.words = "do " + text_words(d.what); break;
    case duty_kind::notify: made.words = "notify " + to + within; break;
    case duty_kind::ratify: made.words = "ratify by " + to + within; break;
  }
  return made;
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
  const auto has_duty = [&](const named_duty& d) {
    return std::any_of(stronger.duties.begin(), stronger.duties.end(), [&](const auto& s) { return s.words == d.words; });
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
  for (const duty_entry& d : v.duties()) c.duties.push_back(named(rules, d, name));
  return c;
}

bool bears_on(const clause_entry& c, const decision_entry& d, const executable& rules, const cut_verdict& v,
              const party_namer& name) {
  if (c.effect == effect::allow) return true;
  if (c.effect == effect::duty) {
    const named_duty duty = named(rules, rules.duties[rules.decision_duties[d.duties.first + c.duty]], name);
    return std::any_of(v.duties.begin(), v.duties.end(), [&](const named_duty& x) { return x.words == duty.words; });
  }
  const groups asked = sorted(v.to), also = sorted(v.consult);
  for (std::uint32_t g : part_of(rules.group_numbers, c.groups)) {
    std::vector<std::string> members;
    for (party_id p : rules.groups[rules.decision_groups[d.groups.first + g]].members)
      members.push_back(name(rules.parties[p.value].name));
    std::sort(members.begin(), members.end());
    if (std::find(asked.begin(), asked.end(), members) != asked.end() ||
        std::find(also.begin(), also.end(), members) != also.end())
      return true;
  }
  return false;
}

std::string key_of(const cut_verdict& v) {
  std::vector<std::string> duties;
  for (const auto& d : v.duties) duties.push_back(d.words);
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
