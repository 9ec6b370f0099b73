// Two versions of an agreement compared, against the oracle: an action's verdict differs exactly where a region says so,
// and the region's condition, read back as the language reads it, holds exactly there.
// Not here: renames and wording (unit/analysis).
#include <algorithm>
#include <cstdio>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/compare.hpp>
#include <remit/analysis/load.hpp>
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

bool differ(const oracle::verdict& a, const oracle::verdict& b) {
  return a.outcome != b.outcome || a.to != b.to || a.consult != b.consult || a.approval != b.approval || a.duties != b.duties;
}

// The agreement with a duty for each region, due where the region's condition holds.
std::string probed(const checked::document& d, const remit::comparison& c) {
  std::string text = generate::text_of(d) + "pillar probes \"Probes\" {\n";
  for (std::size_t i = 0; i < c.changes.size(); ++i) {
    const std::string name = "probe_" + std::to_string(i);
    text += "  rule " + name + " \"Probe\" for " + c.changes[i].decision + " { record \"" + name + "\"" +
            (c.changes[i].when.empty() ? "" : " when " + c.changes[i].when) + " }\n";
  }
  return text + "}\n";
}

}  // namespace

TEST_CASE("verdicts differ exactly where the comparison says", "[agree][analysis]") {
  unsigned long long pairs = 0, same = 0, regions = 0, tried = 0, different = 0, left_out = 0;
  for (const std::uint64_t end = as_many_as(800); pairs < end; ++pairs) {
    const std::uint64_t seed = seed_of(8, pairs);
    generate::random r{seed};
    const checked::document before = generate::document(r, {pairs % 2 == 0, true});
    checked::document after = before;
    for (std::uint32_t edits = 1 + r.below(2); edits > 0; --edits) generate::edit(r, after);
    generate::tell_words(after);
    const agreement old_rules = lower(before), new_rules = lower(after);
    const remit::comparison c = remit::compare(compared{before, old_rules}, compared{after, new_rules});
    INFO("seed " << seed << "\n" << generate::text_of(before) << "\n=>\n" << generate::text_of(after));
    REQUIRE(c.undecided.empty());
    REQUIRE(c.conflicts.empty());
    regions += c.changes.size();
    if (c.changes.empty()) ++same;

    const loaded with_probes = load_text(probed(after, c), "probes.remit");
    INFO(probed(after, c));
    for (const diagnostic& found : with_probes.diagnostics()) UNSCOPED_INFO(found.message);
    // An edit can leave a list with the same choice twice, and probes can be more than one decision may have duties.
    const auto& findings = with_probes.diagnostics();
    if (std::any_of(findings.begin(), findings.end(),
                    [](const auto& f) { return f.code == code::repeated_item || f.code == code::too_many; })) {
      ++left_out;
      continue;
    }
    REQUIRE(with_probes);
    const engine probing{after, *with_probes};

    const generate::borders borders = generate::borders_of(after);
    for (int k = 0; k < 150; ++k) {
      oracle::action a = generate::complete_action(r, after, borders);
      a.consulted.clear();
      a.approved.clear();
      if (!a.decision) continue;
      ++tried;
      const bool differs = differ(oracle::decide(before, a).value(), oracle::decide(after, a).value());
      different += differs ? 1 : 0;
      const auto duties = probing.ask(a).verdict.duties;
      int told = 0;
      for (std::size_t i = 0; i < c.changes.size(); ++i) {
        if (c.changes[i].by != after.parties[a.by.value].name) continue;
        told += static_cast<int>(std::count_if(duties.begin(), duties.end(), [&](const oracle::duty& due) {
          return due.what == "probe_" + std::to_string(i) && c.changes[i].decision == after.decisions[a.decision.value].name;
        }));
      }
      INFO(generate::text_of(after, a) << "\n" << told << " regions hold it");
      REQUIRE(told == (differs ? 1 : 0));
    }
    for (const remit::difference& change : c.changes) {
      const verdict was = old_rules.evaluate(*change.old_witness), is = new_rules.evaluate(*change.witness);
      INFO(change.decision << " by " << change.by << " when " << change.when);
      REQUIRE(was.error() == input_error::none);
      REQUIRE(is.error() == input_error::none);
      REQUIRE(was.outcome() == change.before.outcome);
      REQUIRE(is.outcome() == change.after.outcome);
      REQUIRE(was.to().size() == change.before.to.size());
      REQUIRE(is.consult().size() == change.after.consult.size());
    }
  }
  std::printf("comparisons: %llu pairs of versions, %llu the same, %llu regions; %llu actions tried, %llu of them judged otherwise; "
              "%llu pairs left out\n",
              pairs, same, regions, tried, different, left_out);
  CHECK(left_out < pairs / 10);
  CHECK(different > 0);
}
