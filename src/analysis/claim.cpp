// What a promise says of a verdict (language reference, `always` and `never`).
// Not here: for which actions (prove.cpp).
#include "claim.hpp"

#include <algorithm>

#include "../check/group.hpp"

namespace remit::analysis {
namespace {

party_set set_of(view<party_id> members) {
  party_set all;
  for (party_id p : members) all.insert(p.value);
  return all;
}

}  // namespace

claim::claim(const checked::promise& promise, const executable& rules) : promise_{promise}, rules_{rules} {
  const party_use use = promise.outcome == outcome::escalate ? party_use::decide : party_use::advise;
  for (const auto& g : promise.groups) {
    const auto spelt = spell_out(g, rules.parties, use);
    groups_.push_back({spelt.met_by, spelt.written});
  }
}

bool claim::concerns(const clause_entry& c, const decision_entry& d) const {
  if (c.effect == effect::duty) return false;
  if (c.effect != effect::consult || promise_.outcome == outcome::allow) return true;
  if (promise_.outcome == outcome::escalate) return false;
  if (!promise_.always || groups_.empty()) return true;
  // `always consult Q`: only what implies Q can meet it.
  for (std::uint32_t g : part_of(rules_.group_numbers, c.groups)) {
    const group_entry& asked = rules_.groups[rules_.decision_groups[d.groups.first + g]];
    for (const wanted& w : groups_)
      if (asked.met_by.within(w.met_by)) return true;
  }
  return false;
}

bool claim::speaks_to(party_id by) const {
  return promise_.outcome != outcome::allow || groups_.empty() || groups_.front().met_by.has(by.value);
}

truth claim::holds(const evaluation::outlook& o) const {
  if (o.verdict.certain()) return truth_of(holds(o.verdict));
  const outcome most = o.verdict.outcome(), least = o.at_least, named = promise_.outcome;
  const truth yes = promise_.always ? truth::yes : truth::no, no = negated(yes);
  if (named == outcome::consult && promise_.always) {
    if (most == outcome::allow) return truth::no;
    return groups_.empty() && least != outcome::allow ? truth::yes : truth::open;
  }
  if (named < least || named > most) return no;
  if (least == named && most == named && (groups_.empty() || named == outcome::allow)) return yes;
  return truth::open;
}

bool claim::holds(const verdict& v) const { return said(v) == promise_.always; }

// Whether the verdict is what the promise names.
bool claim::said(const verdict& v) const {
  const auto listed = [&](const auto& groups, const wanted& w) {
    for (view<party_id> members : groups) {
      const party_set listed_parties = set_of(members);
      if (promise_.always ? listed_parties == w.met_by : w.written.within(listed_parties)) return true;
    }
    return false;
  };
  const auto demanded = [&](const wanted& w) {
    const auto implied_by = [&](const auto& groups) {
      for (view<party_id> members : groups)
        if (set_of(members).within(w.met_by)) return true;
      return false;
    };
    return implied_by(v.to()) || implied_by(v.approval()) || (!promise_.for_agreement && implied_by(v.consult()));
  };
  const auto all = [&](auto&& is_so) { return std::all_of(groups_.begin(), groups_.end(), is_so); };
  switch (promise_.outcome) {
    case outcome::allow: return v.outcome() == outcome::allow;
    case outcome::escalate: return v.outcome() == outcome::escalate && all([&](const wanted& w) { return listed(v.to(), w); });
    case outcome::consult:
      if (promise_.always) return v.outcome() >= outcome::consult && all(demanded);
      return v.outcome() == outcome::consult && all([&](const wanted& w) { return listed(v.consult(), w); });
  }
  return false;
}

}  // namespace remit::analysis
