// Random promises, in the conditions and parties of the agreement's own clauses.
// Not here: whether they hold.
#include "support/generate_promise.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "support/print.hpp"

namespace remit::generate {

checked::promise promise(random& r, const checked::document& d) {
  checked::promise p;
  p.always = r.chance(50);
  p.outcome = static_cast<outcome>(r.below(3));
  std::vector<const checked::clause*> clauses;
  for (const auto& rule : d.rules)
    for (const auto& c : rule.clauses) clauses.push_back(&c);
  const auto condition = [&]() -> std::optional<checked::condition> {
    if (clauses.empty()) return {};
    const checked::clause& c = *r.one_of(clauses);
    return r.chance(70) ? c.when : c.unless;
  };
  if (r.chance(80)) p.when = condition();
  if (r.chance(30)) p.unless = condition();
  std::vector<checked::group> groups;
  for (const auto* c : clauses)
    if ((p.outcome == outcome::escalate && c->effect == effect::escalate) || (p.outcome == outcome::consult && c->effect == effect::consult))
      for (const auto& g : c->groups) groups.push_back(g);
  if (p.outcome != outcome::allow && !groups.empty() && r.chance(60)) {
    p.groups.push_back(r.one_of(groups));
    for (auto& m : p.groups.back().members) m.or_above = false;
    const auto is_role = [&](const checked::member& m) { return d.parties[m.party.value].is_role; };
    const auto& named = p.groups.back().members;
    p.for_agreement = p.outcome == outcome::consult && p.always && std::none_of(named.begin(), named.end(), is_role) && r.chance(30);
  }
  if (p.outcome == outcome::allow && r.chance(30)) {
    std::vector<party_id> askers;
    for (std::uint32_t i = 0; i < d.parties.size(); ++i)
      if (!d.parties[i].is_role) askers.push_back(party_id{i});
    p.groups.push_back({{{r.one_of(askers), false}}});
  }
  return p;
}

std::string text_of(const checked::document& d, const checked::promise& p) {
  const char* outcomes[] = {"allow", "consult", "escalate"};
  std::string all = std::string{p.always ? "always " : "never "} + outcomes[static_cast<int>(p.outcome)];
  for (const auto& g : p.groups) {
    all += " [";
    for (const auto& m : g.members) all += d.parties[m.party.value].name + " ";
    all += "]";
  }
  if (p.for_agreement) all += " for agreement";
  if (p.when) all += " when " + text_of(d, *p.when);
  if (p.unless) all += " unless " + text_of(d, *p.unless);
  return all;
}

}  // namespace remit::generate
