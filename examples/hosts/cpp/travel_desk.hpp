// The part of a case management system that decides about travel: one object an agreement, asked many times.
// Not here: where the agreement comes from (main.cpp).
#pragma once

#include <optional>

#include <remit/remit.hpp>

class travel_desk {
 public:
  /// Nothing where the agreement knows no travel, no team or no cost: asked once, when it is opened.
  static std::optional<travel_desk> under(const remit::agreement& agreement) noexcept;

  /// A member of the team would pay this much on this day.
  remit::action payment(remit::money cost, remit::date on) const noexcept;
  remit::verdict ask(const remit::action& payment) const noexcept { return agreement_.evaluate(payment); }

 private:
  travel_desk(const remit::agreement& a, remit::decision_id d, remit::party_id p, remit::fact<remit::money> f) noexcept
      : agreement_{a}, fund_travel_{d}, team_{p}, cost_{f} {}

  remit::agreement agreement_;  // a copy is one count up
  remit::decision_id fund_travel_;
  remit::party_id team_;
  remit::fact<remit::money> cost_;
};
