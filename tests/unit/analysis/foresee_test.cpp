// Ways to complete an action that have one verdict, but not for one reason: taken together with other ways it shows.
// Not here: agreements drawn at random, against the oracle (agree/foresee_agrees_test.cpp).
#include <string>
#include <string_view>

#include <remit/analysis/foresee.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"

using namespace remit;

namespace {

template <class Groups>
std::string told(const agreement& under, Groups&& groups) {
  std::string text;
  for (auto members : groups) {
    std::string any;
    for (party_id p : members) any += (any.empty() ? "" : " or ") + std::string{under.name(p)};
    text += (text.empty() ? "" : " and ") + any;
  }
  return text;
}

foresight foreseen(const agreement& under, std::string_view decision, std::string_view by) {
  return foresee(under, action{under, *under.decision(decision), *under.party(by)});
}

}  // namespace

TEST_CASE("parties that are told alike may rank differently", "[foresee]") {
  // Whoever holds the decision is told as the targets of `now` are, and ranks above `p3`; but nothing is left to holders.
  const auto loaded = load_text(R"(agreement "Ranks"
language 1
currency GBP
party p0 "Party 0" above p1, p4
party p1 "Party 1" above p4
party p2 "Party 2" above p1, p3, p4
party p3 "Party 3" above p1, p4
party p4 "Party 4" advisory
outside this agreement escalate to p2
fact f0 : date from 2026-06-16 to 2026-06-17 "Fact 0"
decisions own "Own" held by p1 or above or p0 or above { d1 "Decision" }
pillar l0 "Pillar" {
  rule later "Later" for d1 { escalate to p3 when f0 over today minus 4 days }
  rule now "Now" for d1 effective 2026-06-16 {
    escalate to p1 or above when not f0 over 2026-06-16 or (f0 is not 2026-06-16 or f0 is known)
  }
}
)",
                                "ranks.remit");
  REQUIRE(loaded);
  const foresight f = foreseen(*loaded, "d1", "p4");
  REQUIRE(f.decided);
  CHECK(f.verdict.outcome() == outcome::escalate);
  CHECK(told(*loaded, f.verdict.to()) == "p3");
}

TEST_CASE("who need not approve after all may still be consulted", "[foresee]") {
  // Where `f0` does not hold p2 must approve, and is consulted with that. Taken together p0 approves, who ranks above.
  const auto loaded = load_text(R"(agreement "Consulted"
language 1
currency GBP
party p0 "Party 0" above p2
party p1 "Party 1" advisory above p0, p2
party p2 "Party 2"
outside this agreement escalate to p0 or p2 or above
fact f0 : yes/no "Fact 0"
fact f1 : money from £0 to £0.01 "Fact 1"
decisions own "Own" held by p2 { d0 "Decision" }
pillar l0 "Pillar" {
  rule u4 "Rule" for d0 {
    allow p2 or p1 despite rights when f0
    consult p2 unless f1 is £0 or f0
    escalate to p0, p2 when f0 and f1 over £0
  }
}
)",
                                "consulted.remit");
  REQUIRE(loaded);
  const foresight f = foreseen(*loaded, "d0", "p1");
  REQUIRE(f.decided);
  CHECK(f.verdict.outcome() == outcome::consult);
  CHECK(told(*loaded, f.verdict.consult()) == "p2 and p0");
  CHECK(told(*loaded, f.verdict.approval()) == "p0");
}
