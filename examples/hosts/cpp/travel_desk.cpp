// Names to handles once, values into typed slots afterwards.
// Not here: any text in or out.
#include "travel_desk.hpp"

std::optional<travel_desk> travel_desk::under(const remit::agreement& agreement) noexcept {
  const auto decision = agreement.decision("fund_travel");
  const auto team = agreement.party("family_facing");
  const auto cost = agreement.fact<remit::money>("cost");
  if (!decision || !team || !cost) return std::nullopt;
  return travel_desk{agreement, *decision, *team, *cost};
}

remit::action travel_desk::payment(remit::money cost, remit::date on) const noexcept {
  remit::action action{agreement_, fund_travel_, team_};
  action.set(cost_, cost);  // what it refuses (a wrong currency, say) the verdict tells
  action.on(on);
  return action;
}
