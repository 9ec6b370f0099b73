// Two versions compared, against Z3: everywhere in a region the verdicts are the told ones, outside all of them they are
// alike, and no two regions overlap.
// Not here: rituals whose period changes, which are one yes or no here; renames.
#include <cstdio>
#include <optional>

#include <remit/analysis/compare.hpp>
#include <remit/analysis/load.hpp>

#include "agree/z3/solver.hpp"
#include "agree/z3/verdict_terms.hpp"
#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/probes.hpp"
#include "support/two_versions.hpp"

using namespace remit;
using namespace remit::agree;

TEST_CASE("regions of a comparison are exactly where Z3 finds the verdicts to differ", "[agree][z3]") {
  unsigned long long pairs = 0, same = 0, regions = 0, questions = 0, asked = 0, left_out = 0;
  for (const std::uint64_t end = as_many_as(500); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(11, pairs);
    generate::random r{seed};
    const auto [before, after, old_rules, new_rules, c] = generate::versions(r, pairs);
    INFO("seed " << seed << "\n" << generate::text_of(before) << "\n=>\n" << generate::text_of(after));
    REQUIRE(c.undecided.empty());
    REQUIRE(c.conflicts.empty());
    const auto probes = read_back(after, c);
    if (!probes) {
      ++left_out;
      continue;
    }
    regions += c.changes.size();
    if (c.changes.empty()) ++same;

    smt::terms terms;
    smt::solver z3{terms};
    for (std::uint32_t i = 0; i < after.decisions.size(); ++i)
      for (std::uint32_t p = 0; p < after.parties.size(); ++p) {
        if (after.parties[p].is_role) continue;
        ++asked;
        const auto was = smt::verdict_of(terms, before, decision_id{i}, party_id{p}, own_party_names(before));
        const auto is = smt::verdict_of(terms, after, decision_id{i}, party_id{p}, own_party_names(after));
        const z3::expr differs = smt::differ(terms, was, is);
        z3::expr in_some = terms.no();
        for (std::size_t k = 0; k < c.changes.size(); ++k) {
          const remit::difference& change = c.changes[k];
          if (change.decision != after.decisions[i].name || change.by != after.parties[p].name) continue;
          const z3::expr inside =
              probes->when(k) ? terms.condition(probes->document(), *probes->when(k), decision_id{i}, party_id{p}) : terms.yes();
          INFO(change.decision << " by " << change.by << " when " << change.when);
          REQUIRE(z3.possible(inside));
          REQUIRE_FALSE(z3.possible(inside && in_some));
          REQUIRE_FALSE(z3.possible(inside && !smt::is_exactly(terms, was, plain(change.before))));
          REQUIRE_FALSE(z3.possible(inside && !smt::is_exactly(terms, is, plain(change.after))));
          REQUIRE(change.before != change.after);
          REQUIRE(change.direction == direction_between(plain(change.before), plain(change.after)));
          in_some = in_some || inside;
        }
        INFO(after.decisions[i].name << " by " << after.parties[p].name << ", outside all regions");
        REQUIRE_FALSE(z3.possible(differs && !in_some));
      }
    questions += z3.asked();
  }
  std::printf("Z3: %llu pairs of versions, %llu the same, %llu regions exact; %llu decisions by party, %llu questions; "
              "%llu pairs left out\n",
              pairs, same, regions, asked, questions, left_out);
  CHECK(regions > 0);
  CHECK(same > 0);
  CHECK(left_out < pairs / 10);
}
