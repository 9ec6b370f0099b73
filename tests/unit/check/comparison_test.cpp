// Comparisons: the normal form each is brought to, and what is refused.
// Not here: what a comparison answers (tests/agree).
#include <string>
#include <utility>
#include <vector>

#include <remit/analysis/load.hpp>

#include "checking.hpp"
#include "support/catch.hpp"

using namespace remit;
using namespace remit::testing;

namespace {

const char* op_words(relation op) {
  switch (op) {
    case relation::less: return "<";
    case relation::at_most: return "<=";
    case relation::equal: return "=";
    case relation::unequal: return "!=";
    case relation::at_least: return ">=";
    case relation::more: return ">";
  }
  return "?";
}

/// `+cost -spent > 100`: an atom as a sum against a limit.
std::string normal_form(const checked::document& d, const checked::condition& c) {
  const atom& a = c.atom;
  if (c.kind == checked::condition_kind::negation) return "not " + normal_form(d, c.children.front());
  if (c.kind == checked::condition_kind::all_of)
    return normal_form(d, c.children.front()) + " and " + normal_form(d, c.children.back());
  if (a.kind == atom_kind::constant) return a.limit != 0 ? "yes" : "no";
  if (a.kind == atom_kind::truth) return d.inputs[a.first.value].name;
  if (a.kind == atom_kind::one_of) return d.inputs[a.first.value].name + " in " + std::to_string(a.mask);
  if (a.kind != atom_kind::linear) return "another kind";
  std::string words = (a.sign_first > 0 ? "+" : "-") + d.inputs[a.first.value].name;
  if (a.sign_second != 0) words += (a.sign_second > 0 ? " +" : " -") + d.inputs[a.second.value].name;
  return words + " " + op_words(a.op) + " " + std::to_string(a.limit);
}

std::string normal_form(const std::string& condition) {
  const auto l = load_text(rule_when(condition), "test.remit");
  if (l.document() == nullptr) return errors_of(l);
  return normal_form(*l.document(), *l.document()->rules.front().clauses.front().when);
}

}  // namespace

TEST_CASE("amounts compare in one normal form", "[check]") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"cost over £2", "+cost > 200"},
      {"cost at most limit", "+cost <= 10000"},
      {"£2 under cost", "+cost > 200"},
      {"limit minus cost over £20", "+cost < 8000"},
      {"cost minus £20 over limit", "+cost > 12000"},
      {"cost plus spent over £15", "+cost +spent > 1500"},
      {"spent minus cost at least £1", "+cost -spent <= -100"},
      {"cost over spent", "+cost -spent > 0"},
      {"spent plus £1 over cost", "+cost -spent < 100"},
      {"£10 minus cost over spent", "+cost +spent < 1000"},
      {"cost is not limit", "+cost != 10000"},
      {"cost between £1 and £2", "+cost >= 100 and +cost <= 200"},
      {"limit over £5", "yes"},
      {"today before 2026-01-02", "+on < 29455200"},
      {"from_day before today plus 10 days", "+on -from_day > -14400"},
      {"from_day minus today under 10 days", "+on -from_day > -14400"},
      {"10 days plus from_day after today", "+on -from_day < 14400"},
      {"notice at least 36 hours", "+notice >= 2160"},
      {"visits under rate", "+visits -rate < 0"},
      {"rate is 0.5", "+rate = 5000"},
  };
  for (const auto& [condition, form] : cases) {
    INFO(condition);
    CHECK(normal_form(condition) == form);
  }
}

TEST_CASE("facts that hold no amount are tested as they are written", "[check]") {
  CHECK(normal_form("serious is yes") == "serious");
  CHECK(normal_form("serious is no") == "not serious");
  CHECK(normal_form("serious is not no") == "serious");
  CHECK(normal_form("place is school") == "place in 2");
  CHECK(normal_form("place is not school") == "place in 5");
  CHECK(normal_form("place is any of home, street") == "place in 5");
}

TEST_CASE("comparisons that mean nothing are refused where they stand", "[check]") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"cost over 5", "R0301 5"},
      {"cost over 5 days", "R0301 5 days"},
      {"cost over limit plus 5", "R0301 5"},
      {"visits over £5", "R0301 £5"},
      {"5 under cost", "R0301 5"},
      {"cost over serious", "R0301 serious"},
      {"cost plus serious over £5", "R0301 serious"},
      {"from_day plus today after 2026-01-01", "R0301 from_day plus today"},
      {"notice minus from_day over 1 day", "R0301 from_day"},
      {"notice under 1 month", "R0309 1 month"},
      {"from_day before today plus 2 working days", "R0309 2 working days"},
      {"cost after £5", "R0304 after"},
      {"place over home", "R0304 over"},
      {"carries is keys", "R0304 is"},
      {"label over \"a\"", "R0304 over"},
      {"serious over no", "R0304 over"},
      {"cost plus spent over cost", "R0305 cost"},
      {"cost between spent and rate", "R0301 rate"},
      {"from_day minus today over notice", "R0305 from_day minus today over notice"},
      {"cost between £5 and £4", "R0306 £5 and £4"},
      {"visits under 2.5", "R0308 2.5"},
      {"cost minus £46,000,000,000,000,000 over £46,000,000,000,000,000",
       "R0303 cost minus £46,000,000,000,000,000 over £46,000,000,000,000,000"},
      {"cost", "R0301 cost"},
      {"place is hom", "R0205 hom"},
      {"place is any of home, scool", "R0205 scool"},
      {"label is home", "R0301 home"},
      {"place is \"home\"", "R0301 \"home\""},
      {"round over 5", "R0208 round"},
      {"by scribe", "R0403 scribe"},
      {"decision is case", "R0208 case"},
      {"decision in visit", "R0208 visit"},
      {"cots over £5", "R0204 cots"},
      {"cots over bananas", "R0204 cots"},
      {"place is cost", "R0205 cost"},
  };
  for (const auto& [condition, error] : cases) {
    INFO(condition);
    CHECK(errors_in(rule_when(condition)) == error);
  }
}

TEST_CASE("each part of a condition is told in the language's words", "[check]") {
  const auto l = load_text(rule_when("(cost >= £1500.00 or serious = no) and not(by team or decision in case)"), "test.remit");
  REQUIRE(l.document() != nullptr);
  const auto& clause = l.document()->rules.front().clauses.front();
  CHECK(clause.words == "consult scribe when (cost at least £1,500 or serious is no) and not (by team or decision in case)");
  REQUIRE(clause.when.has_value());
  CHECK(clause.when->children.front().children.front().words == "cost at least £1,500");
  CHECK(clause.when->children.front().children.front().op == "at least");
}
