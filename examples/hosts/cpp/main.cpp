// Loads an agreement, asks the desk about two journeys, prints the verdicts in words.
// Usage: travel AGREEMENT. Not here: deciding (travel_desk.cpp).
#include <iostream>

#include <remit/language.hpp>

#include "travel_desk.hpp"

int main(int count, char** arguments) {
  if (count != 2) return std::cerr << "usage: travel AGREEMENT\n", 2;
  const auto loaded = remit::load(arguments[1]);
  if (!loaded) return std::cerr << loaded.problem() << loaded.diagnostics(), 1;
  const remit::agreement& agreement = *loaded;

  const auto desk = travel_desk::under(agreement);
  const auto friday = remit::date::of(2026, 11, 20);
  if (!desk || !friday) return std::cerr << "this agreement knows no travel\n", 1;

  bool travel_card_allowed = false;
  for (const auto cost : {remit::money::pounds(30), remit::money::pounds(7'000)}) {
    const auto action = desk->payment(cost, *friday);
    const auto verdict = desk->ask(action);
    if (cost == remit::money::pounds(30)) travel_card_allowed = verdict.outcome() == remit::outcome::allow;
    std::cout << agreement.explain(action) << "\n";
  }
  return travel_card_allowed ? 0 : 1;
}
