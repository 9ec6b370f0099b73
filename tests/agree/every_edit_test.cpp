// Every single edit of random agreements, compared: what is told is true, and where nothing is told no action that was
// tried is judged otherwise.
// Not here: proof that none is (z3/edits_test.cpp).
#include <cstdio>
#include <map>
#include <string>

#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/mutate.hpp"
#include "support/print.hpp"
#include "support/region_check.hpp"

using namespace remit;
using namespace remit::agree;

TEST_CASE("an edit changes no verdict, or the comparison tells which and which way", "[agree][analysis]") {
  struct count {
    unsigned long long edits = 0, told = 0;
  };
  std::map<std::string, count> kinds;
  unsigned long long agreements = 0, edits = 0, told = 0, tried = 0, different = 0, left_out = 0;
  for (const std::uint64_t end = as_many_as(40); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(30, agreements);
    generate::random r{seed};
    const checked::document before = generate::document(r, {agreements % 2 == 0, true});
    const agreement old_rules = lower(before);
    const generate::borders old_borders = generate::borders_of(before);
    for (const generate::mutation& m : generate::mutations(before)) {
      const agreement new_rules = lower(m.document);
      const remit::comparison c = remit::compare(compared{before, old_rules}, compared{m.document, new_rules});
      ++edits;
      ++kinds[m.kind].edits;
      if (!c.changes.empty()) ++told, ++kinds[m.kind].told;
      INFO("seed " << seed << ", " << m.kind << "\n" << generate::text_of(before) << "\n=>\n" << generate::text_of(m.document));
      REQUIRE(c.added.empty());
      REQUIRE(c.removed.empty());
      REQUIRE(c.conflicts.empty());
      REQUIRE(c.undecided.empty());
      const auto regions = read_back(m.document, c);
      if (!regions) {
        ++left_out;
        continue;
      }
      const region_check check{before, old_rules, m.document, new_rules, c, *regions};
      for (std::size_t k = 0; k < c.changes.size(); ++k) {
        const remit::difference& change = c.changes[k];
        const auto asked = check.of(check.witness(k));
        INFO(change.decision << " by " << change.by << " when " << change.when << "\n" << asked.problem);
        REQUIRE(asked.problem.empty());
        REQUIRE(check.are_told(k, asked));
      }
      const generate::borders new_borders = generate::borders_of(m.document);
      for (int k = 0; k < 30; ++k) {
        oracle::action a = generate::complete_action(r, m.document, k % 2 == 0 ? old_borders : new_borders);
        a.consulted.clear();
        a.approved.clear();
          ++tried;
        const auto asked = check.of(a);
        if (asked.differs) ++different;
        if (asked.problem.empty()) continue;
        INFO(generate::text_of(m.document, a) << asked.problem);
        REQUIRE(asked.problem.empty());
      }
    }
  }
  std::printf("edits: %llu of %llu agreements, %llu of them told; %llu actions tried, %llu judged otherwise; %llu left out\n", edits,
              agreements, told, tried, different, left_out);
  for (const auto& [kind, n] : kinds) {
    std::printf("  %s: %llu, %llu told\n", kind.c_str(), n.edits, n.told);
    if (n.edits > 30) CHECK(n.told > 0);
  }
  CHECK(left_out < edits / 10);
}
