// The smallest host: an agreement from memory, one decision, one verdict.
// Not here: how to write a real one (examples/hosts/cpp).
#include <iostream>

#include <remit/analysis/load.hpp>
#include <remit/remit.hpp>

int main() {
  const auto loaded = remit::load_text(R"(
    agreement "A team of one"
    version "1"
    language 1
    party team "Team"
    outside this agreement escalate to team
    decisions everything "Everything" held by team { visit "Visit" }
  )", "one.remit");
  if (!loaded) return std::cerr << loaded.diagnostics()[0].message << "\n", 1;
  const auto visit = loaded->decision("visit");
  const auto team = loaded->party("team");
  if (!visit || !team) return 1;
  const bool allowed = loaded->evaluate({*loaded, *visit, *team}).outcome() == remit::outcome::allow;
  std::cout << (allowed ? "allow\n" : "not allowed\n");
  return allowed ? 0 : 1;
}
