// The exact answers to incomplete actions against the oracle, which tries every way to complete them.
// Not here: the evaluator's cautious answers (evaluate_agrees_test.cpp). REMIT_AGREE_TIMES=20 makes a long run.
#include <cstdio>

#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

std::string compare_foresight(const checked::document& d, const oracle::action& a) {
  const auto expected = oracle::decide(d, a);
  return expected ? inexactness(*expected, engine{d, lower(d)}.ask_ahead(a)) : std::string{};
}

}  // namespace

TEST_CASE("incomplete actions get exactly the oracle's verdict from the tool door", "[agree]") {
  unsigned long long agreements = 0, pairs = 0, certain = 0, skipped = 0;
  for (const std::uint64_t end = as_many_as(2'000); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(2, agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {true, agreements % 2 == 0});
    const generate::borders borders = generate::borders_of(d);
    const engine under_test{d, lower(d)};
    for (int k = 0; k < 25; ++k) {
      const oracle::action a = generate::incomplete_action(r, d, borders, 3);
      const auto expected = oracle::decide(d, a, 300);
      if (!expected) {
        ++skipped;
        continue;
      }
      ++pairs;
      if (expected->certain) ++certain;
      if (!inexactness(*expected, under_test.ask_ahead(a)).empty()) FAIL(report(seed, d, a, compare_foresight));
    }
  }
  std::printf("incomplete, exactly: %llu pairs under %llu agreements (%llu certain), all equal; left out, with more than 300 "
              "completions: %llu\n", pairs, agreements, certain, skipped);
  CHECK(pairs > 0);
}
