// What was written, in canonical words: said again, the words are the same.
// Not here: layout (fmt).
#include <string>
#include <utility>
#include <vector>

#include <remit/analysis/load.hpp>
#include <remit/syntax/phrase.hpp>

#include "checking.hpp"
#include "support/catch.hpp"

using namespace remit;
using namespace remit::testing;

namespace {

std::string said(const std::string& clause) {
  const auto l =
      load_text(agreement_with("pillar one \"One\" { rule other \"O\" rule r \"R\" { " + clause + " } }"), "test.remit");
  if (l.document() == nullptr) return errors_of(l);
  return l.document()->rules.back().clauses.back().words;
}

}  // namespace

TEST_CASE("clauses are told in canonical words, and those mean the same", "[check]") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"consult   scribe\n when cost>£1500.00", "consult scribe when cost over £1,500"},
      {"consult scribe when cost >= £1,500.50 and not visits != 3",
       "consult scribe when cost at least £1,500.50 and not visits is not 3"},
      {"consult scribe when serious and (visits is 1 or visits is 2)",
       "consult scribe when serious and (visits is 1 or visits is 2)"},
      {"consult scribe when serious or visits is 1 and rate < 0.50",
       "consult scribe when serious or (visits is 1 and rate under 0.5)"},
      {"consult scribe when not (serious and visits is 1)", "consult scribe when not (serious and visits is 1)"},
      {"consult scribe when decision is any of visit, buy", "consult scribe when decision is any of visit, buy"},
      {"consult scribe when label is any of \"a \\\"b\\\"\", \"c\"",
       "consult scribe when label is any of \"a \\\"b\\\"\", \"c\""},
      {"consult scribe when from_day between 2026-01-01 and today plus 1 weeks",
       "consult scribe when from_day between 2026-01-01 and today plus 1 week"},
      {"escalate to lead or above, team unless by team", "escalate to lead or above, team unless by team"},
      {"allow team or lead despite other, rights when serious unless rate is known",
       "allow team or lead when serious unless rate is known despite other, rights"},
      {"then notify scribe within 1 working days", "then notify scribe within 1 working day"},
      {"consult team for agreement", "consult team for agreement"},
  };
  for (const auto& [written, words] : cases) {
    INFO(written);
    CHECK(said(written) == words);
    CHECK(said(words) == words);
  }
}
