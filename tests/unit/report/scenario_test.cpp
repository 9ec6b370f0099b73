// Scenarios held against verdicts, and what examples and scenarios reach.
// Not here: the command that runs a file of them.
#include <remit/report/coverage.hpp>
#include <remit/report/scenario.hpp>

#include <string>

#include "support/catch.hpp"
#include "unit/report/team.hpp"

namespace remit {
namespace {

scenario_result run(const std::string& expect, const std::string& facts = R"("cost": "£620")") {
  const std::string action = R"({"id": "S-1", "decision": "spend", "by": "team", "facts": {)" + facts + "}";
  return run_scenario(test::team(), action + (expect.empty() ? "}" : ", \"expect\": " + expect + "}"), 7);
}

TEST_CASE("Any members of a verdict can be expected") {
  CHECK(run(R"({"outcome": "consult"})").passed);
  CHECK(run(R"({"outcome": "consult", "consult": [["treasurer"]], "approval": [], "certain": true, "in_force": null})").passed);
  CHECK(run(R"({"rules": [{"rule": "spending"}], "duties": [{"kind": "record"}]})").passed);
  CHECK(run("{}").passed);
  CHECK_FALSE(run(R"({"outcome": "allow"})").passed);
  CHECK_FALSE(run(R"({"consult": []})").passed);
  CHECK_FALSE(run(R"({"rules": [{"rule": "spending"}, {"rule": "spending"}]})").passed);
  CHECK_FALSE(run(R"({"rules": [{"rule": "spending", "line": 1}]})").passed);
}

TEST_CASE("The order of a list does not matter") {
  CHECK(
      run(R"({"rules": [{"clause": "escalate to strategy when cost over £5,000 unless danger"}, {"clause": "consult treasurer when cost over small"}]})",
          R"("cost": "£6,000")")
          .passed);
}

TEST_CASE("A failing scenario shows the same members of the verdict") {
  const scenario_result r = run(R"({"certain": true, "outcome": "allow"})");
  CHECK(r.expected == R"({"certain":true,"outcome":"allow"})");
  CHECK(r.actual == R"({"certain":true,"outcome":"consult"})");
  CHECK(r.id == "S-1");
  CHECK(r.line == 7);
}

TEST_CASE("A scenario that is none says where") {
  CHECK(run("").problem->at == "");
  CHECK(run("7").problem->at == "/expect");
  CHECK(run(R"({"outcom": "allow"})").problem->message.find("did you mean `outcome`?") != std::string::npos);
  CHECK(run(R"({"to": "strategy"})").problem->at == "/expect/to");
  CHECK(run("{}", R"("cost": 1)").problem->at == "/facts/cost");
  CHECK(run_scenario(test::team(), "nonsense", 1).problem.has_value());
}

TEST_CASE("Coverage counts what certainly applied") {
  const agreement under = test::team();
  coverage c{under};
  CHECK(c.decisions() == 4);
  CHECK(c.unreached_decisions().size() == 4);
  const std::size_t clauses = c.unreached_clauses().size();
  CHECK(clauses == c.clauses());

  // Without its cost both clauses of `spending` may apply, and neither is reached.
  const scenario_result open = run("{}", "");
  c.add(open.asked->action, open.given);
  CHECK(c.unreached_decisions().size() == 3);
  CHECK(c.unreached_clauses().size() == clauses);
  const scenario_result sure = run("{}");
  c.add(sure.asked->action, sure.given);
  CHECK(c.unreached_clauses().size() == clauses - 1);
}

}  // namespace
}  // namespace remit
