// What a person is told: the sentence of each outcome and basis, and the parts of the screen.
// Not here: the verdicts themselves.
#include <remit/report/explain.hpp>

#include <sstream>
#include <string>
#include <variant>

#include <remit/agreement/evaluate.hpp>
#include <remit/report/request.hpp>

#include "support/catch.hpp"
#include "unit/report/team.hpp"

namespace remit {
namespace {

explanation told(const std::string& json) {
  const agreement under = test::team();
  const auto read = read_action(under, json);
  if (const auto* p = std::get_if<input_problem>(&read)) FAIL(p->message << " at " << p->at);
  const auto& asked = std::get<action_request>(read);
  return {asked.action, under.evaluate(asked.action), asked.decision};
}

TEST_CASE("One or two sentences name the decision, the rule, the comparison and the people") {
  const auto [json, sentence] = GENERATE(table<std::string, std::string>({
      {R"({"decision": "spend", "by": "team", "facts": {"cost": "£30"}})",
       "Spend money: the Family Facing Team may decide this itself. Decisions of this kind (“Decisions about a family”) are "
       "held by the Family Facing Team, and no rule asks for more here."},
      {R"({"decision": "spend", "by": "team", "facts": {"cost": "£620"}})",
       "Spend money: ask the Team Treasurer first. “Larger spends are shared” applies, as the cost, £620.00, is over £500.00 "
       "(small)."},
      {R"({"decision": "spend", "by": "team", "facts": {"cost": "£620"}, "consulted": ["treasurer"]})",
       "Spend money: the Family Facing Team may go ahead. Decisions of this kind (“Decisions about a family”) are held by the "
       "Family Facing Team, and what the rules ask for has been done."},
      {R"({"decision": "spend", "by": "team", "facts": {"cost": "£6,000"}})",
       "Spend money: this goes to the Strategy Team. “Larger spends are shared” applies, as the cost, £6,000.00, is over "
       "£500.00 (small) and is over £5,000.00 and danger is no."},
      {R"({"decision": "spend", "by": "team", "facts": {"cost": "£6,000"}, "consulted": ["treasurer"], "approved": ["strategy"]})",
       "Spend money: the Family Facing Team may go ahead. The Strategy Team has approved it."},
      {R"({"decision": "place", "by": "team"})",
       "Place a child: this goes to the Strategy Team. Decisions of this kind (“Reserved decisions”) are held by the Strategy "
       "Team."},
      {R"({"decision": "place", "by": "team", "facts": {"danger": true}})",
       "Place a child: the Family Facing Team may go ahead. “Protect first” applies, as danger is yes."},
      {R"({"decision": "visit", "by": "strategy", "on": "2026-11-20", "facts": {"serious": false, "visits": 3},
           "rituals": {"discussion": "2026-11-01"}})",
       "Visit the family: get the agreement of the Family Facing Team first. Decisions of this kind (“Decisions about a "
       "family”) are held by the Family Facing Team."},
      {R"({"decision": "fly", "by": "team"})",
       "“fly”: this goes to the Strategy Team. The agreement does not speak of this decision; what it does not speak of is "
       "decided there."},
  }));
  CHECK(told(json).sentence() == sentence);
}

// Every paragraph of the screen on one line.
std::string screen(const std::string& json) {
  std::string all;
  for (const auto& s : told(json).sections())
    for (const auto& p : s.paragraphs) all += s.title + " | " + p.text + "\n";
  return all;
}

TEST_CASE("Each kind of comparison is told with its figures") {
  const std::string close = R"({"decision": "close", "by": "team", "on": "2026-11-20", "facts": {)";
  const std::string known =
      R"("age": 3, "reference": "N-1", "hearing": "2026-11-29", "notice": "1 days", "duties": ["worker", "chair"],
                               "balance": "-£2.50", "placement": "secure"}})";
  const std::string all = screen(close + known);
  INFO(all);
  CHECK(all.find("Get the agreement of the Insight Team: the age, 3, is under 5 and the reference is “N-1”.") !=
        std::string::npos);
  CHECK(all.find("Ask the Insight Team: the hearing, 2026-11-29, is before today plus 10 days, 2026-11-30 and the notice, 1 "
                 "day, is under 2 days.") != std::string::npos);
  CHECK(all.find("Ask the whole Family Facing Team: the duties include chair and the balance, -£2.50, is under £0.00.") !=
        std::string::npos);
  CHECK(all.find("Also to be done | Have it confirmed by the Strategy Team within 2 weeks.") != std::string::npos);
  CHECK(all.find("In force on 2026-11-20: it binds from 2026-04-01 to 2027-03-31.") != std::string::npos);
}

TEST_CASE("A ritual is told with its last time") {
  const std::string visit =
      R"({"decision": "visit", "by": "team", "on": "2026-11-20", "facts": {"serious": false, "visits": 1}, "rituals": )";
  const std::string late = screen(visit + R"({"discussion": "2026-10-02"}})");
  INFO(late);
  CHECK(late.find("“Every family is discussed” is overdue (it was last done on 2026-10-02 and is due every month)") !=
        std::string::npos);
  CHECK(late.find("Also to be done | Tell the Strategy Team within 1 day.") != std::string::npos);
  CHECK(screen(visit + R"({"discussion": "never"}})").find("is overdue (it has not been done yet)") != std::string::npos);
}

TEST_CASE("What is missing is asked for") {
  const std::string all = screen(R"({"decision": "visit", "by": "team"})");
  INFO(all);
  CHECK(all.find("perhaps: the answer to “Would a colleague call this serious?” and when the discussion last was") !=
        std::string::npos);
  CHECK(all.find("Find out | Would a colleague call this serious?") != std::string::npos);
  CHECK(all.find("Find out | When this was last done: “Every family is discussed”.") != std::string::npos);
  CHECK(all.find("It binds from 2026-04-01 to 2027-03-31; no date was given.") != std::string::npos);
  CHECK(told(R"({"decision": "visit", "by": "team"})").headline().find("as far as is known") != std::string::npos);
}

TEST_CASE("A rule is told with its reasons and its place") {
  const std::string all = screen(R"({"decision": "spend", "by": "team", "facts": {"cost": "£620"}})");
  INFO(all);
  CHECK(all.find("Why | Because: Larger sums deserve more eyes.") != std::string::npos);
  CHECK(all.find("Why | Source: The handbook, page 3 (team.remit, line ") != std::string::npos);
  CHECK(all.find("Also to be done | Write down why this spend.") != std::string::npos);
}

TEST_CASE("The screen keeps to its width") {
  std::istringstream lines{told(R"({"decision": "spend", "by": "team", "facts": {"cost": "£6,000"}})").text(60)};
  // Counted in bytes, so with room for the quotation marks of three bytes each.
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 60 + 8);
}

TEST_CASE("An action that cannot be judged is not explained away") {
  const agreement under = test::team();
  const action a{under, under.decision("spend").value(), under.party("treasurer").value()};
  CHECK(under.explain(a).sentence().find("cannot be judged") != std::string::npos);
}

}  // namespace
}  // namespace remit
