// Actions told as the lines of an example, and read back.
// Not here: the verdicts they get.
#include <remit/analysis/example_words.hpp>

#include <string>
#include <variant>

#include <remit/analysis/examples.hpp>
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>

#include "support/catch.hpp"
#include "unit/report/team.hpp"

namespace remit {
namespace {

action read(const agreement& under, const std::string& json) { return std::get<action_request>(read_action(under, json)).action; }

// The agreement with one example more, whose lines these are.
loaded with_example(const std::string& lines) {
  return load_text(std::string{test::team_text} + "example \"Told\" {\n" + lines + "expect allow\n}\n", "told.remit");
}

void check_read_back(const std::string& json) {
  const agreement under = test::team();
  const action asked = read(under, json);
  const std::string lines = example_words(asked);
  INFO(lines);
  const loaded l = with_example(lines);
  REQUIRE(l.document() != nullptr);
  CHECK(to_json(action_of(l.document()->examples.back(), *l.executable())) == to_json(asked));
}

TEST_CASE("An action is told line by line") {
  const agreement under = test::team();
  const action a = read(under, R"({"decision": "spend", "by": "team", "on": "2026-11-20",
      "facts": {"cost": "£1,500.50", "danger": false, "placement": "kinship", "duties": [], "reference": "\"N\\1\""},
      "rituals": {"discussion": "2026-11-10"}, "consulted": ["insight", "treasurer"], "approved": ["strategy"]})");
  CHECK(example_words(a) ==
        "decision spend by team on 2026-11-20\n"
        "cost £1,500.50\n"
        "placement kinship\n"
        "duties none\n"
        "reference \"another text\"\n"
        "discussion last on 2026-11-10\n"
        "consulted insight, treasurer\n"
        "approved by strategy\n");
}

TEST_CASE("What is told reads back as the same action") {
  check_read_back(R"({"decision": "spend", "by": "team"})");
  check_read_back(R"({"decision": "anything_else", "by": "insight", "facts": {"serious": true}})");
  check_read_back(R"({"decision": "visit", "by": "strategy", "on": "2026-11-20", "rituals": {"discussion": "never"},
      "facts": {"age": 0.5, "visits": 1200, "danger": true, "serious": false, "duties": ["chair", "worker"],
      "hearing": "2026-12-01", "notice": "90 minutes", "reference": "N-1", "cost": "£0.01", "balance": "£20"}})");
  check_read_back(
      R"({"decision": "close", "by": "team", "facts": {"notice": "2 weeks", "duties": ["mentor"], "reference": "else"}})");
}

}  // namespace
}  // namespace remit
