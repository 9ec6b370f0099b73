// Actions in JSON: what is read, and what is refused at which place.
// Not here: the verdict on them.
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>

#include <string>
#include <variant>

#include "support/catch.hpp"
#include "unit/report/team.hpp"

namespace remit {
namespace {

using test::team;

// An action with these facts.
std::string with_facts(const std::string& facts) { return R"({"decision": "spend", "by": "team", "facts": {)" + facts + "}}"; }

input_problem refused(const std::string& json) {
  const auto read = read_action(team(), json);
  INFO(json);
  REQUIRE(std::holds_alternative<input_problem>(read));
  return std::get<input_problem>(read);
}

std::int64_t read_slot(const std::string& fact, const std::string& value) {
  const agreement under = team();
  const auto read = read_action(under, with_facts('"' + fact + "\": " + value));
  INFO(fact << ": " << value);
  if (const auto* p = std::get_if<input_problem>(&read)) FAIL(p->message << " at " << p->at);
  const action& a = std::get<action_request>(read).action;
  for (std::uint32_t i = 0; i < a.rules().inputs.size(); ++i)
    if (a.rules().inputs[i].name == fact) return a.slot(input_id{i});
  FAIL("no such fact");
  return 0;
}

TEST_CASE("Each type of fact has its way of being written") {
  CHECK(read_slot("cost", R"("£30")") == 3000);
  CHECK(read_slot("cost", R"("£1,500.50")") == 150050);
  CHECK(read_slot("cost", R"("1500 GBP")") == 150000);
  CHECK(read_slot("cost", R"({"minor": 3000, "currency": "GBP"})") == 3000);
  CHECK(read_slot("cost", R"({"currency": "GBP", "minor": 3.0e3})") == 3000);
  CHECK(read_slot("balance", R"("-£5")") == -500);
  CHECK(read_slot("age", "11.5") == 115'000);
  CHECK(read_slot("age", "0.0001") == 1);
  CHECK(read_slot("age", "1.5e1") == 150'000);
  CHECK(read_slot("age", "1.50000000000000000000000") == 15'000);
  CHECK(read_slot("age", "-0.0") == 0);
  CHECK(read_slot("visits", "3") == 30'000);
  CHECK(read_slot("danger", "true") == 1);
  CHECK(read_slot("placement", R"("kinship")") == 1);
  CHECK(read_slot("duties", R"(["worker", "chair", "chair"])") == 5);
  CHECK(read_slot("duties", "[]") == 0);
  CHECK(read_slot("hearing", R"("1970-01-03")") == 2 * 1440);
  CHECK(read_slot("notice", R"("2 weeks")") == 14 * 1440);
  CHECK(read_slot("reference", R"("N-1")") == 1);
  CHECK(read_slot("reference", R"("N-2")") == 0);
}

TEST_CASE("A value of the wrong kind is refused where it stands") {
  const auto [json, words] = GENERATE(table<std::string, std::string>({
      {R"("cost": 30)", "pounds or pence?"},
      {R"("cost": "£30.001")", ""},
      {R"("cost": "30")", "is not money"},
      {R"("cost": "€30")", "the agreement's currency is GBP, not EUR"},
      {R"("cost": "£10,000.01")", "lies between £0.00 and £10,000.00"},
      {R"("cost": "-£1")", "lies between"},
      {R"("cost": null)", "leave out what is not known"},
      {R"("age": "11")", "a number is needed here, not a string"},
      {R"("age": 11.00001)", "more than four decimals"},
      {R"("age": 25.5)", "lies between 0 and 25"},
      {R"("age": 1e400)", ""},
      {R"("visits": 2.5)", "whole numbers only"},
      {R"("visits": -1)", "is at least 0"},
      {R"("visits": 99999999999999999999)", "too large"},
      {R"("danger": "yes")", "true or false is needed here, not a string"},
      {R"("danger": 1)", "true or false is needed here, not a number"},
      {R"("placement": "kinshp")", "did you mean `kinship`?"},
      {R"("placement": "palace")", "it has foster, kinship, secure"},
      {R"("duties": "chair")", "a list of the fact's values is needed here"},
      {R"("hearing": "2026-02-30")", ""},
      {R"("hearing": "tomorrow")", "is not a date"},
      {R"("notice": "2 months")", "has no fixed length"},
      {R"("notice": 2)", "a length of time"},
      {R"("reference": 7)", "a string is needed here"},
      {R"("cots": 7)", "did you mean `cost`?"},
      {R"("discussion": "2026-01-01")", "belongs under `rituals`"},
  }));
  const input_problem p = refused(with_facts(json));
  INFO(json << " gave " << p.message);
  CHECK(p.message.find(words) != std::string::npos);
  CHECK(p.message.size() > 5);
  // Of `1e400` the JSON reader itself says so, before it is known what it was for.
  if (json.find("1e400") == std::string::npos) CHECK(p.at == "/facts/" + json.substr(1, json.find('"', 1) - 1));
}

TEST_CASE("Inside a value the place is exact") {
  CHECK(refused(with_facts(R"("duties": ["chair", "char"])")).at == "/facts/duties/1");
  CHECK(refused(with_facts(R"("cost": {"minor": 1, "currency": "EUR"})")).at == "/facts/cost/currency");
  CHECK(refused(with_facts(R"("cost": {"minor": 0.5, "currency": "GBP"})")).at == "/facts/cost/minor");
  CHECK(refused(with_facts(R"("cost": {"minor": 1, "currency": "GBP", "x": 1})")).at == "/facts/cost/x");
  CHECK(refused(with_facts(R"("cost": "£1", "cost": "£2")")).at == "/facts/cost");
  CHECK(refused(with_facts(R"("a/b~c": 1)")).at == "/facts/a~1b~0c");
}

TEST_CASE("The members of an action are as strict") {
  const auto [json, at] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"[]", ""},
      {"{}", ""},
      {R"({"decision": "spend"})", ""},
      {R"({"by": "team"})", ""},
      {R"({"decision": "spend", "by": "team"} x)", ""},
      {R"({"decision": "spend", "by": "team", "fact": {}})", "/fact"},
      {R"({"decision": "spend", "decision": "spend", "by": "team"})", "/decision"},
      {R"({"decision": 1, "by": "team"})", "/decision"},
      {R"({"decision": "spend", "by": "teem"})", "/by"},
      {R"({"decision": "spend", "by": "treasurer"})", "/by"},
      {R"({"decision": "spend", "by": "team", "id": 7})", "/id"},
      {R"({"decision": "spend", "by": "team", "on": "2026-11-31"})", "/on"},
      {R"({"decision": "spend", "by": "team", "facts": []})", "/facts"},
      {R"({"decision": "spend", "by": "team", "rituals": {"discussion": "soon"}})", "/rituals/discussion"},
      {R"({"decision": "spend", "by": "team", "rituals": {"cost": "never"}})", "/rituals/cost"},
      {R"({"decision": "spend", "by": "team", "on": "2026-11-01", "rituals": {"discussion": "2026-11-02"}})",
       "/rituals/discussion"},
      {R"({"rituals": {"discussion": "2026-11-02"}, "decision": "spend", "by": "team", "on": "2026-11-01"})",
       "/rituals/discussion"},
      {R"({"decision": "spend", "by": "team", "consulted": "insight"})", "/consulted"},
      {R"({"decision": "spend", "by": "team", "consulted": ["insight", "inside"]})", "/consulted/1"},
      {R"({"decision": "spend", "by": "team", "approved": ["treasurer"]})", "/approved/0"},
      {R"({"decision": "spend", "by": "team", "expect": {}})", "/expect"},
  }));
  INFO(json);
  CHECK(refused(json).at == at);
}

TEST_CASE("The caller's id comes back with the problem") {
  CHECK(refused(R"({"id": "A-1", "decision": "spend", "by": "nobody"})").id == "A-1");
  CHECK(refused(R"({"id": 1, "decision": "spend", "by": "team"})").id == std::nullopt);
  CHECK(to_json(input_problem{"A-\"1\"", "a\xff", "/x"}) ==
        "{\"id\":\"A-\\\"1\\\"\",\"error\":{\"message\":\"a\xEF\xBF\xBD\",\"at\":\"/x\"}}");
}

TEST_CASE("Depth and size are bounded") {
  CHECK(refused(std::string(100'000, '[')).message.find("nested deeper") == 0);
  CHECK(refused(std::string(2'000'000, ' ')).message.find("longer than") == 0);
}

TEST_CASE("A decision that is not declared is no mistake") {
  const auto read = read_action(team(), R"({"decision": "anything", "by": "team", "id": null})");
  const auto& asked = std::get<action_request>(read);
  CHECK_FALSE(asked.action.decision());
  CHECK(asked.decision == "anything");
  CHECK(asked.id == std::nullopt);
}

TEST_CASE("An action is written as it is read") {
  const std::string json =
      R"({"decision":"close","by":"team","on":"2026-11-20","facts":{"cost":"£30","balance":"-£5.50","age":11.5,"visits":3,)"
      R"("serious":true,"placement":"secure","duties":["chair","worker"],"hearing":"2026-12-01","notice":"3 days",)"
      R"("reference":"N-1"},"rituals":{"discussion":"never"},"consulted":["insight"],"approved":["strategy"]})";
  const auto read = read_action(team(), json);
  if (const auto* p = std::get_if<input_problem>(&read)) FAIL(p->message << " at " << p->at);
  CHECK(to_json(std::get<action_request>(read).action) == json);
}

}  // namespace
}  // namespace remit
