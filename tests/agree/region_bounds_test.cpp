// The bounds of a comparison's regions, to the grain: at its corners a region's verdicts are the told ones, and one grain
// beyond a bound they are alike, or another region says how they differ.
// Not here: actions anywhere (compare_agrees_test.cpp).
#include <cstdio>


#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/region_check.hpp"
#include "support/region_points.hpp"
#include "support/two_versions.hpp"

using namespace remit;
using namespace remit::agree;

TEST_CASE("a region ends exactly where it says", "[agree][analysis]") {
  unsigned long long pairs = 0, regions = 0, entered = 0, inside = 0, in_others = 0, outside = 0, left_out = 0;
  for (const std::uint64_t end = as_many_as(60); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(12, pairs);
    generate::random r{seed};
    const auto [before, after, old_rules, new_rules, c] = generate::versions(r, pairs);
    INFO("seed " << seed << "\n" << generate::text_of(before) << "\n=>\n" << generate::text_of(after));
    const auto read = read_back(after, c);
    if (!read) {
      ++left_out;
      continue;
    }
    const region_check check{before, old_rules, after, new_rules, c, *read};
    for (std::size_t k = 0; k < c.changes.size(); ++k) {
      ++regions;
      if (!read->when(k)) continue;
      INFO(c.changes[k].decision << " by " << c.changes[k].by << " when " << c.changes[k].when);
      const oracle::action within = check.witness(k);
      if (check.of(within).inside != std::vector<std::size_t>{k}) continue;  // in another region with the same verdicts
      ++entered;
      unsigned long long own = 0;
      for (const oracle::action& a : generate::region_points(after, *read->when(k), within)) {
        const auto asked = check.of(a);
        if (!asked.problem.empty()) {
          INFO(generate::text_of(after, a) << asked.problem);
          REQUIRE(asked.problem.empty());
        }
        if (asked.inside.empty())
          ++outside;
        else
          ++(asked.inside.front() == k ? own : in_others);
      }
      REQUIRE(own > 0);
      inside += own;
    }
  }
  std::printf("bounds: %llu of %llu regions of %llu pairs of versions; %llu corners and neighbours inside, %llu in another region, "
              "%llu in none; %llu pairs left out\n",
              entered, regions, pairs, inside, in_others, outside, left_out);
  CHECK(inside > 0);
  CHECK(outside > 0);
  CHECK(entered > regions / 2);
  CHECK(left_out < pairs / 10);
}
