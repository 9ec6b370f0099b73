// Random agreements written out as text, read, checked, lowered and evaluated: the whole way through, against the oracle.
// Not here: agreements with mistakes, examples, promises or includes.
#include <cstdio>
#include <string>

#include <remit/analysis/load.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

TEST_CASE("an agreement written out and read back gives the oracle's verdicts", "[agree]") {
  unsigned long long agreements = 0, pairs = 0;
  for (const std::uint64_t end = as_many_as(500); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(4, agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {agreements % 2 == 0, true});
    const std::string text = generate::text_of(d);
    const loaded read = load_text(text, "generated.remit");
    if (!read) {
      std::string findings = "seed " + std::to_string(seed) + " was not read\n";
      for (const diagnostic& f : read.diagnostics())
        if (f.severity() == severity::error) {
          const position at = read.diagnostics().sources().start_of(f.where);
          findings += std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + f.message + "\n";
        }
      FAIL(findings + text);
    }
    const engine under_test{d, *read};
    const generate::borders borders = generate::borders_of(d);
    for (int k = 0; k < 100; ++k, ++pairs) {
      const oracle::action a = generate::complete_action(r, d, borders);
      const told got = under_test.ask(a);
      const std::string differs = difference(d, oracle::decide(d, a).value(), got, false);
      if (!differs.empty())
        FAIL("seed " << seed << " read back: " << differs << "\n" << text << generate::text_of(d, a) << "oracle: "
                     << generate::text_of(d, oracle::decide(d, a).value()) << "evaluator: " << answer(d, a, *read));
    }
  }
  std::printf("read back: %llu pairs under %llu agreements, all equal\n", pairs, agreements);
}
