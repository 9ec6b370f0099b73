// Every single edit of random agreements, against Z3: the comparison tells of a change exactly where there is one.
// Not here: where the change is (comparisons_test.cpp).
#include <cstdio>
#include <set>
#include <utility>

#include <remit/analysis/compare.hpp>
#include <remit/check/lower.hpp>

#include "agree/z3/solver.hpp"
#include "agree/z3/verdict_terms.hpp"
#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/mutate.hpp"
#include "support/print.hpp"

using namespace remit;
using namespace remit::agree;

TEST_CASE("an edit is told exactly where Z3 finds a verdict that it changes", "[agree][z3]") {
  unsigned long long agreements = 0, edits = 0, asked = 0, changed = 0, questions = 0;
  for (const std::uint64_t end = as_many_as(30); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(31, agreements);
    generate::random r{seed};
    const checked::document before = generate::document(r, {agreements % 2 == 0, true});
    const agreement old_rules = lower(before);
    smt::terms terms;
    smt::solver z3{terms};
    for (const generate::mutation& m : generate::mutations(before)) {
      ++edits;
      const agreement new_rules = lower(m.document);
      const remit::comparison c = remit::compare(compared{before, old_rules}, compared{m.document, new_rules});
      std::set<std::pair<std::string, std::string>> told;
      for (const remit::difference& d : c.changes) told.emplace(d.decision, d.by);
      for (std::uint32_t i = 0; i < before.decisions.size(); ++i)
        for (std::uint32_t p = 0; p < before.parties.size(); ++p) {
          if (before.parties[p].is_role) continue;
          ++asked;
          const party_naming name = own_party_names(before);
          const z3::expr differs = smt::differ(terms, smt::verdict_of(terms, before, decision_id{i}, party_id{p}, name),
                                               smt::verdict_of(terms, m.document, decision_id{i}, party_id{p}, name));
          const bool is_told = told.count({before.decisions[i].name, before.parties[p].name}) != 0;
          if (is_told) ++changed;
          if (z3.possible(differs) == is_told) continue;
          INFO("seed " << seed << ", " << m.kind << ": " << before.decisions[i].name << " by " << before.parties[p].name
                       << (is_told ? " is told of" : " is not told of") << "\n"
                       << generate::text_of(before) << "\n=>\n" << generate::text_of(m.document));
          REQUIRE(z3.possible(differs) == is_told);
        }
    }
    questions += z3.asked();
  }
  std::printf("Z3: %llu edits of %llu agreements: %llu decisions by party, %llu of them changed, told alike; %llu questions\n", edits,
              agreements, asked, changed, questions);
  CHECK(changed > 0);
  CHECK(changed < asked);
}
