// Decisions past one word: the masks of small decisions against the sets of large ones, many blocks of a sieve against each
// condition by itself, and large decisions against the oracle.
// Not here: small decisions against the oracle (evaluate_agrees_test.cpp).
#include <cstdio>
#include <vector>

#include <remit/agreement/evaluate.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/edit.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

/// The same agreement with no decision taken for a small one. Outlives its agreements.
struct taken_for_large {
  agreement original;
  std::vector<decision_entry> decisions;
  executable rules;

  explicit taken_for_large(const agreement& of)
      : original{of}, decisions(of.rules().decisions.begin(), of.rules().decisions.end()), rules{of.rules()} {
    for (decision_entry& d : decisions) d.small = false;
    rules.decisions = {decisions.data(), static_cast<std::uint32_t>(decisions.size())};
    rules.share = [](const executable*, int) noexcept {};
  }
};

/// Every rule many times over, each copy with an edit of its own now and then.
checked::document grown(generate::random& r, const checked::document& d) {
  checked::document large = d;
  for (int copy = 0; large.rules.size() < 90 && !d.rules.empty(); ++copy) {
    checked::document other = d;
    generate::edit(r, other);
    for (checked::rule rule : other.rules) {
      if (rule.pillar >= large.pillars.size()) continue;
      rule.name += "_" + std::to_string(copy);
      large.rules.push_back(std::move(rule));
    }
  }
  return large;
}

}  // namespace

TEST_CASE("a decision is judged alike whether it is taken for small or for large", "[agree]") {
  unsigned long long agreements = 0, pairs = 0;
  for (const std::uint64_t end = as_many_as(500); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(21, agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {agreements % 2 == 0, true});
    const generate::borders borders = generate::borders_of(d);
    const engine small{d, lower(d)};
    const taken_for_large other{small.agreement()};
    const engine large{d, agreement{&other.rules}};
    for (int k = 0; k < 50; ++k, ++pairs) {
      const oracle::action a =
          k % 2 == 0 ? generate::complete_action(r, d, borders) : generate::incomplete_action(r, d, borders, 3);
      const told one = small.ask(a), two = large.ask(a);
      if (!inexactness(one.verdict, two).empty() || one.clauses != two.clauses)
        FAIL("seed " << seed << "\n" << generate::text_of(d) << generate::text_of(d, a) << "\nsmall: " << answer(d, a, small.agreement())
                     << "\nlarge: " << answer(d, a, large.agreement()));
    }
  }
  std::printf("small and large: %llu pairs under %llu agreements, all equal\n", pairs, agreements);
}

TEST_CASE("decisions with many clauses get the oracle's verdict", "[agree]") {
  unsigned long long agreements = 0, pairs = 0, large = 0, blocks = 0, small_blocks = 0, conditions = 0;
  for (const std::uint64_t end = as_many_as(60); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(22, agreements);
    generate::random r{seed};
    const checked::document d = grown(r, generate::document(r, {agreements % 2 == 0, true}));
    const generate::borders borders = generate::borders_of(d);
    const engine under_test{d, lower(d)};
    const executable& rules = under_test.agreement().rules();
    for (const decision_entry& e : rules.decisions) {
      if (!e.small) ++large;
      if (!e.sieve.empty() && sieve_words::as<sieve_words::head>(e.sieve.begin()).clauses < e.clauses.count) ++(e.small ? small_blocks : blocks);
    }
    for (int k = 0; k < 40; ++k, ++pairs) {
      const oracle::action a = generate::complete_action(r, d, borders);
      if (const auto wrong = difference(d, oracle::decide(d, a).value(), under_test.ask(a)); !wrong.empty())
        FAIL("seed " << seed << ": " << wrong << "\n" << generate::text_of(d) << generate::text_of(d, a));

      // Facts missing: what falls through the sieve is what each condition says by itself.
      const action partial = under_test.asked_of(generate::incomplete_action(r, d, borders, 3));
      if (!partial.decision()) continue;
      const decision_entry& e = rules.decisions[partial.decision().value];
      const judge truths{rules, partial};
      bounds<clause_set> fired;
      sieve_for<action>{truths}.sift(e, fired);
      for (std::uint32_t i = 0; i < e.clauses.count; ++i, ++conditions) {
        const clause_entry& c = rules.clauses[e.clauses.first + i];
        const bool for_asker = c.effect != effect::allow || rules.groups[c.asker_group].met_by.has(partial.by().value);
        const truth t = for_asker ? truths.of(c.condition) : truth::no;
        REQUIRE(fired.certain.has(i) == (t == truth::yes));
        REQUIRE(fired.possible.has(i) == (t != truth::no));
      }
    }
  }
  std::printf("large: %llu pairs under %llu agreements (%llu large decisions, %llu of several blocks, as %llu small ones are), all equal; %llu conditions\n",
              pairs, agreements, large, blocks, small_blocks, conditions);
  CHECK(large > 0);
  CHECK(blocks > 0);
  CHECK(small_blocks > 0);
}
