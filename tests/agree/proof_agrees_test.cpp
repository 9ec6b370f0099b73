// Promises proved or refuted, against the oracle: what holds must hold on every action tried, what is refuted must fail
// on the witness.
// Not here: how claims are worded (unit/check).
#include <algorithm>
#include <cstdio>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/prove.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/generate_promise.hpp"
#include "support/print.hpp"
#include "support/promise_oracle.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

// Every fact known, defaults in place.
oracle::situation complete(const checked::document& d, const oracle::action& a) {
  oracle::situation s{&d, a.decision, a.by, a.inputs, {}, a.consulted, a.approved};
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i)
    if (d.inputs[i].standard) s.inputs.try_emplace(i, oracle::value{*d.inputs[i].standard, d.inputs[i].standard_text});
  return s;
}

}  // namespace

TEST_CASE("a promise that is proved holds on every action, and one that is refuted fails on its witness", "[agree][analysis]") {
  unsigned long long agreements = 0, proved = 0, refuted = 0, tried = 0, spoken = 0;
  for (const std::uint64_t end = as_many_as(600); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(7, agreements);
    generate::random r{seed};
    checked::document d = generate::document(r, {agreements % 2 == 0, true});
    for (int i = 0; i < 6; ++i) d.promises.push_back(generate::promise(r, d));
    const agreement under = lower(d);
    const auto results = prove(d, under);
    INFO("seed " << seed << "\n" << generate::text_of(d));

    for (std::size_t i = 0; i < results.size(); ++i) {
      REQUIRE(results[i].status != proof::undecided);
      (results[i].status == proof::holds ? proved : refuted)++;
      if (results[i].status == proof::holds) continue;
      REQUIRE(results[i].witness);
      const auto s = complete(d, as_oracle(d, *results[i].witness));
      const auto v = oracle::decide_complete(s);
      INFO("`" << generate::text_of(d, d.promises[i]) << "` is refuted by " << generate::text_of(d, as_oracle(d, *results[i].witness)));
      REQUIRE(oracle::speaks_of(d, d.promises[i], s));
      REQUIRE(oracle::says(d.promises[i], v) != d.promises[i].always);
    }
    const generate::borders borders = generate::borders_of(d);
    for (int k = 0; k < 200; ++k, ++tried) {
      oracle::action a = generate::complete_action(r, d, borders);
      a.consulted.clear();
      a.approved.clear();
      if (!a.decision) continue;
      const auto s = complete(d, a);
      const auto v = oracle::decide_complete(s);
      for (std::size_t i = 0; i < results.size(); ++i) {
        if (!oracle::speaks_of(d, d.promises[i], s)) continue;
        ++spoken;
        if (results[i].status != proof::holds) continue;
        INFO("`" << generate::text_of(d, d.promises[i]) << "` does not hold for " << generate::text_of(d, a));
        REQUIRE(oracle::says(d.promises[i], v) == d.promises[i].always);
      }
    }
  }
  std::printf("promises: %llu proved, %llu refuted under %llu agreements; %llu actions tried, %llu of a promise each\n", proved,
              refuted, agreements, tried, spoken);
  CHECK(proved > 0);
  CHECK(refuted > 0);
}
