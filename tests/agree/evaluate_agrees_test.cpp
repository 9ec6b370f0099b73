// The evaluator of the host door against the oracle, on random agreements and actions.
// Not here: every small agreement there is (every_small_agreement_test.cpp). REMIT_AGREE_TIMES=20 makes a long run.
#include <cstdio>

#include <remit/agreement/evaluate.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

struct counts {
  unsigned long long agreements = 0, pairs = 0, allow = 0, consult = 0, escalate = 0, certain = 0, same_outcome = 0, same_basis = 0, skipped = 0;

  void add(const oracle::verdict& v) {
    ++pairs;
    ++(v.outcome == outcome::allow ? allow : v.outcome == outcome::consult ? consult : escalate);
    if (v.certain) ++certain;
  }
};

bool same(const told& one, const told& two) {
  const oracle::verdict &v = one.verdict, &w = two.verdict;
  return v.outcome == w.outcome && v.basis == w.basis && v.in_force == w.in_force && v.certain == w.certain && v.to == w.to &&
         v.consult == w.consult && v.approval == w.approval && v.duties == w.duties && v.missing == w.missing &&
         one.clauses == two.clauses && one.problem == two.problem;
}

}  // namespace

TEST_CASE("complete actions get exactly the oracle's verdict", "[agree]") {
  counts n;
  for (const std::uint64_t end = as_many_as(5'000); n.agreements < end; ++n.agreements) {
    const std::uint64_t seed = seed_of(1, n.agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {n.agreements % 3 == 0, n.agreements % 2 == 0});
    const generate::borders borders = generate::borders_of(d);
    const engine under_test{d, lower(d)};
    for (int k = 0; k < 200; ++k) {
      const oracle::action a = generate::complete_action(r, d, borders);
      const oracle::verdict expected = oracle::decide(d, a).value();
      n.add(expected);
      if (!difference(d, expected, under_test.ask(a)).empty()) FAIL(report(seed, d, a, compare_evaluator));
    }
  }
  std::printf("complete: %llu pairs under %llu agreements (%llu allow, %llu consult, %llu escalate), all equal\n", n.pairs,
              n.agreements, n.allow, n.consult, n.escalate);
  CHECK(n.pairs >= 1'000'000);
}

TEST_CASE("incomplete actions never get more lenient or more certain verdicts than their completions", "[agree]") {
  counts n;
  for (const std::uint64_t end = as_many_as(2'000); n.agreements < end; ++n.agreements) {
    const std::uint64_t seed = seed_of(2, n.agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {true, n.agreements % 2 == 0});
    const generate::borders borders = generate::borders_of(d);
    const engine under_test{d, lower(d)};
    for (int k = 0; k < 25; ++k) {
      const oracle::action a = generate::incomplete_action(r, d, borders, 3);
      const auto expected = oracle::decide(d, a, 300);
      if (!expected) {
        ++n.skipped;
        continue;
      }
      const told got = under_test.ask(a);
      n.add(*expected);
      if (got.verdict.outcome == expected->outcome) ++n.same_outcome;
      if (got.verdict.basis == expected->basis) ++n.same_basis;
      if (!unsoundness(d, *expected, got).empty()) FAIL(report(seed, d, a, compare_evaluator));
    }
  }
  std::printf("incomplete: %llu pairs under %llu agreements (%llu certain; %llu with the oracle's outcome, the others stricter; "
              "%llu with its basis), all safe; left out, with more than 300 completions: %llu\n",
              n.pairs, n.agreements, n.certain, n.same_outcome, n.same_basis, n.skipped);
  CHECK(n.pairs > 0);
}

TEST_CASE("of a flat condition that is open, every missing fact keeps it so", "[agree]") {
  unsigned long long agreements = 0, open = 0, several = 0;
  for (const std::uint64_t end = as_many_as(1'000); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(31, agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {agreements % 2 == 0, true});
    const generate::borders borders = generate::borders_of(d);
    const engine under_test{d, lower(d)};
    const executable& rules = under_test.agreement().rules();
    for (int k = 0; k < 20; ++k) {
      const action partial = under_test.asked_of(generate::incomplete_action(r, d, borders, 5));
      if (!partial.decision()) continue;
      const decision_entry& e = rules.decisions[partial.decision().value];
      if (!e.small) continue;
      const judge truths{rules, partial};
      for (std::uint32_t i = 0; i < e.clauses.count; ++i) {
        const std::uint32_t condition = rules.clauses[e.clauses.first + i].condition;
        const std::uint64_t missing = e.small_clauses[i].looks_at & ~partial.all_known().word[0];
        if ((e.flat >> i & 1) == 0 || missing == 0 || truths.of(condition) != truth::open) continue;
        input_set keeps_open;
        truths.missing(condition, keeps_open);
        INFO("seed " << seed << ", clause " << i);
        REQUIRE(keeps_open.word[0] == missing);
        ++open;
        if ((missing & (missing - 1)) != 0) ++several;
      }
    }
  }
  std::printf("flat conditions: %llu open under %llu agreements, %llu for several facts\n", open, agreements, several);
  CHECK(several > 0);
}

TEST_CASE("the order in which an agreement is written changes no verdict", "[agree]") {
  counts n;
  for (const std::uint64_t end = as_many_as(1'000); n.agreements < end; ++n.agreements) {
    const std::uint64_t seed = seed_of(3, n.agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {n.agreements % 2 == 0, true});
    const generate::borders borders = generate::borders_of(d);
    const engine as_written{d, lower(d)};
    const generate::reordered other = generate::reorder(r, d);
    const engine in_another_order{d, lower(other.document)};
    for (int k = 0; k < 50; ++k, ++n.pairs) {
      const oracle::action a =
          k % 2 == 0 ? generate::complete_action(r, d, borders) : generate::incomplete_action(r, d, borders, 3);
      if (!same(as_written.ask(a), in_another_order.ask(a)))
        FAIL(report(seed, d, a, compare_evaluator)
             << "\nin another order: " << answer(d, a, in_another_order.agreement()) << generate::text_of(other.document));
    }
  }
  std::printf("in another order: %llu pairs under %llu agreements, all equal\n", n.pairs, n.agreements);
  CHECK(n.pairs > 0);
}
