// Conditions of thousands of parts: none of them is lost on the way to the verdict.
// Not here: many clauses (agree/wide_agrees_test.cpp).
#include <string>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"

using namespace remit;

namespace {

constexpr int parts = 4100;  // past 2^12

/// Escalates when every part holds; part `i` of them.
template <class Part>
std::string agreement_of(Part&& part) {
  std::string text =
      "agreement \"Long\"\nlanguage 1\ncurrency GBP\nparty strategy \"Strategy\" above all\nparty team \"Team\"\n"
      "fact cost : money\nfact fees : money\noutside this agreement escalate to strategy\n"
      "decisions own \"Own\" held by team { spend \"Spend\" }\npillar p \"Pillar\" {\nrule r \"R\" for spend {\n"
      "escalate to strategy when ";
  for (int i = 0; i < parts; ++i) text += (i == 0 ? "" : "\n and ") + part(i);
  return text + "\n}\n}\n";
}
std::string over(int pounds) { return "cost plus fees over £" + std::to_string(pounds); }

outcome of_spending(const agreement& a, std::int64_t pounds) {
  action spend{a, *a.decision("spend"), *a.party("team")};
  spend.set(*a.fact<money>("cost"), money::pounds(pounds));
  spend.set(*a.fact<money>("fees"), money::pounds(0));
  return a.evaluate(spend).outcome();
}

}  // namespace

TEST_CASE("a condition of thousands of sums is judged whole", "[agreement]") {
  const auto loaded = load_text(agreement_of(over), "long.remit");
  REQUIRE(loaded);
  CHECK(of_spending(*loaded, parts) == outcome::escalate);
  CHECK(of_spending(*loaded, parts - 1) == outcome::allow);
  CHECK(of_spending(*loaded, 1) == outcome::allow);
}

TEST_CASE("a condition of thousands of choices is judged whole", "[agreement]") {
  // Each part is a choice too wide to be multiplied out, of which only the first can hold.
  const auto loaded = load_text(agreement_of([](int i) {
                                  std::string any = "(" + over(i);
                                  for (int never = 0; never < 8; ++never) any += " or fees minus cost over £" + std::to_string(9 + 9 * i + never);
                                  return any + ")";
                                }),
                                "long.remit");
  REQUIRE(loaded);
  CHECK(of_spending(*loaded, parts) == outcome::escalate);
  CHECK(of_spending(*loaded, parts - 1) == outcome::allow);
}
