// Promises in Z3's terms.
// Not here: verdicts.
#include "agree/z3/claim_terms.hpp"

#include <algorithm>

namespace remit::smt {
namespace {

using agree::name_set;
using said_of = std::map<name_set, z3::expr>;

bool within(const name_set& a, const name_set& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

// That something is said of a choice for which `fits` answers true.
template <class Fits>
z3::expr some_said(terms& t, const said_of& all, Fits fits) {
  z3::expr some = t.no();
  for (const auto& [choice, when] : all)
    if (fits(choice)) some = some || when;
  return some;
}

z3::expr says(terms& t, const checked::document& d, const checked::promise& p, const verdict_terms& v) {
  std::vector<name_set> named;
  for (const auto& g : p.groups) {
    name_set& one = named.emplace_back();
    for (const auto& m : g.members) one.insert(d.parties[m.party.value].name);
  }
  // "with a party: not that outcome with that party listed"
  const auto all_listed = [&](const said_of& list) {
    z3::expr all = t.yes();
    for (const name_set& one : named) all = all && some_said(t, list, [&](const name_set& other) { return within(one, other); });
    return all;
  };
  switch (p.outcome) {
    case outcome::allow: return v.allow();
    case outcome::escalate: {
      if (!p.always) return v.escalate && all_listed(v.to);
      z3::expr all = v.escalate;
      for (const name_set& one : named) all = all && some_said(t, v.to, [&](const name_set& other) { return one == other; });
      return all;
    }
    case outcome::consult: {
      if (!p.always) return v.consult && all_listed(v.asked);
      // "at least that outcome, with the demand `Q` listed or implied"
      z3::expr all = v.consult || v.escalate;
      for (const name_set& one : named) {
        const auto implies = [&](const name_set& other) { return within(other, one); };
        z3::expr demanded = some_said(t, v.to, implies) || some_said(t, v.approval, implies);
        if (!p.for_agreement) demanded = demanded || some_said(t, v.asked, implies);
        all = all && demanded;
      }
      return all;
    }
  }
  return t.no();
}

}  // namespace

z3::expr is_broken(terms& t, const checked::document& d, const checked::promise& p, decision_id decision, party_id by,
                   const verdict_terms& verdict) {
  // `always allow P` speaks of what P asks.
  if (p.outcome == outcome::allow && !p.groups.empty()) {
    const auto& asking = p.groups.front().members;
    if (std::none_of(asking.begin(), asking.end(), [&](const checked::member& m) { return m.party == by; })) return t.no();
  }
  const z3::expr said = says(t, d, p, verdict);
  return t.on_days_of(d, d.effective) && t.speaks(d, p.when, p.unless, decision, by) && (p.always ? !said : said);
}

}  // namespace remit::smt
