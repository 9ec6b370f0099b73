// Promises, said of verdicts of the oracle.
// Not here: how promises are proved.
#include "support/promise_oracle.hpp"

#include <algorithm>

namespace remit::oracle {
namespace {

numbers written(const checked::group& g) {
  numbers all;
  for (const auto& m : g.members) all.insert(m.party.value);
  return all;
}

bool within(const numbers& a, const numbers& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

}  // namespace

bool says(const checked::promise& p, const verdict& v) {
  const auto every = [&](auto&& holds) { return std::all_of(p.groups.begin(), p.groups.end(), holds); };
  const auto some = [](const std::set<numbers>& all, auto&& holds) { return std::any_of(all.begin(), all.end(), holds); };
  if (p.outcome == outcome::allow) return v.outcome == outcome::allow;
  if (p.outcome == outcome::escalate)
    return v.outcome == outcome::escalate && every([&](const auto& g) {
             return p.always ? v.to.count(written(g)) != 0 : some(v.to, [&](const auto& s) { return within(written(g), s); });
           });
  if (!p.always)
    return v.outcome == outcome::consult &&
           every([&](const auto& g) { return some(v.consult, [&](const auto& s) { return within(written(g), s); }); });
  return v.outcome != outcome::allow && every([&](const auto& g) {
           const auto implies = [&](const auto& s) { return within(s, written(g)); };
           return some(v.to, implies) || some(v.approval, implies) || (!p.for_agreement && some(v.consult, implies));
         });
}

bool speaks_of(const checked::document& d, const checked::promise& p, const situation& s) {
  if (p.outcome == outcome::allow && !p.groups.empty() && !written(p.groups.front()).contains(s.by.value)) return false;
  const std::int64_t today = s.inputs.at(0).amount / duration::minutes_a_day;
  if (d.effective.from && today < d.effective.from->days()) return false;
  if (d.effective.to && today > d.effective.to->days()) return false;
  return (!p.when || holds(s, *p.when)) && (!p.unless || !holds(s, *p.unless));
}

}  // namespace remit::oracle
