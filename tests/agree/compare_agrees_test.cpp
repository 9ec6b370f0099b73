// Two versions of an agreement compared, against the oracle: an action's verdict differs exactly where a region says so,
// and the region's condition, read back as the language reads it, holds exactly there.
// Not here: renames and wording (unit/analysis).
#include <cstdio>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/compare.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/region_check.hpp"
#include "support/two_versions.hpp"

using namespace remit;
using namespace remit::agree;

TEST_CASE("verdicts differ exactly where the comparison says", "[agree][analysis]") {
  unsigned long long pairs = 0, same = 0, regions = 0, tried = 0, different = 0, left_out = 0;
  for (const std::uint64_t end = as_many_as(800); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(8, pairs);
    generate::random r{seed};
    const auto [before, after, old_rules, new_rules, c] = generate::versions(r, pairs);
    INFO("seed " << seed << "\n" << generate::text_of(before) << "\n=>\n" << generate::text_of(after));
    REQUIRE(c.undecided.empty());
    REQUIRE(c.conflicts.empty());
    regions += c.changes.size();
    if (c.changes.empty()) ++same;

    const auto regions_read = read_back(after, c);
    if (!regions_read) {
      ++left_out;
      continue;
    }
    const region_check check{before, old_rules, after, new_rules, c, *regions_read};

    const generate::borders borders = generate::borders_of(after);
    for (int k = 0; k < 150; ++k) {
      oracle::action a = generate::complete_action(r, after, borders);
      a.consulted.clear();
      a.approved.clear();
      ++tried;
      const auto asked = check.of(a);
      if (asked.differs) ++different;
      INFO(generate::text_of(after, a));
      REQUIRE(asked.problem.empty());
    }
    for (std::size_t k = 0; k < c.changes.size(); ++k) {
      const remit::difference& change = c.changes[k];
      INFO(change.decision << " by " << change.by << " when " << change.when);
      REQUIRE(old_rules.evaluate(*change.old_witness).error() == input_error::none);
      REQUIRE(new_rules.evaluate(*change.witness).error() == input_error::none);
      const auto asked = check.of(check.witness(k));
      REQUIRE(asked.problem.empty());
      REQUIRE(check.are_told(k, asked));
    }
  }
  std::printf("comparisons: %llu pairs of versions, %llu the same, %llu regions; %llu actions tried, %llu of them judged otherwise; "
              "%llu pairs left out\n",
              pairs, same, regions, tried, different, left_out);
  CHECK(left_out < pairs / 10);
  CHECK(different > 0);
}
