// One decision asked by one party, ready to be looked at.
// Not here: what is asked about it.
#include "inquiry.hpp"

#include <algorithm>

namespace remit::analysis {

bool in_force(const model& m, const executable& rules, part& all) {
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (m.of(v).kind == input_kind::day && !m.of(v).whether_known)
      return m.space().narrow(all, v, std::max(all.of[v].range.low, rules.first_day), std::min(all.of[v].range.high, rules.last_day));
  return true;
}

inquiry::inquiry(const agreement& under, decision_id about, party_id asker)
    : decision{about}, by{asker}, asked{(model.enter(under.rules(), own_names(under.rules()), knowledge::any), model), 0, under,
                                        about, asker},
      all{model.space().whole()}, complete{} {
  in_force(model, under.rules(), all);
  complete = model.supplied(all);
}

action inquiry::witness(const agreement& under, const part& p) const {
  return action_at(model, 0, under, decision, by, model.space().sample(p));
}

askers::askers(const agreement& under, decision_id decision) : under_{&under}, decision_{decision} {
  const executable& rules = under.rules();
  const decision_entry& d = rules.decisions[decision.value];
  const auto holds = [&](std::uint32_t p) {
    for (std::uint32_t h = 0; h < d.holders; ++h)
      if (rules.groups[rules.decision_groups[d.groups.first + h]].met_by.has(p)) return true;
    return false;
  };
  for (const bool holder : {true, false})
    for (std::uint32_t p = 0; p < rules.parties.size(); ++p)
      if (!rules.parties[p].is_role && holds(p) == holder) parties_.push_back(party_id{p});
  made_.resize(parties_.size());
}

const inquiry& askers::made(std::size_t i) const {
  if (!made_[i]) made_[i] = std::make_unique<inquiry>(*under_, decision_, parties_[i]);
  return *made_[i];
}

}  // namespace remit::analysis
