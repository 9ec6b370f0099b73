// Comparisons of small agreements, edit by edit: where verdicts differ, in which words, and what cannot be compared.
// Not here: exactness (tests/agree), layouts (unit/report, tests/commands).
#include <remit/analysis/compare.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"
#include "unit/report/team.hpp"

namespace remit {
namespace {

using edits = std::vector<std::pair<std::string, std::string>>;

loaded edited(const edits& all) {
  std::string text = test::team_text;
  for (const auto& [from, to] : all) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  return load_text(text, "team.remit");
}

// A comparison with the two agreements that it points into.
struct compared_team {
  loaded before, after;
  comparison found;
};
compared_team with(const edits& new_ones, const edits& old_ones = {}) {
  compared_team c{edited(old_ones), edited(new_ones), {}};
  std::string findings;
  for (const loaded* l : {&c.before, &c.after})
    for (const auto& d : l->diagnostics()) findings += d.message + "\n";
  INFO(findings);
  REQUIRE(c.before.executable());
  REQUIRE(c.after.executable());
  c.found = compare(c.before, c.after);
  CHECK(c.found.undecided.empty());
  return c;
}

// The conditions of what changes for `decision` asked by `by`, in the order of the result.
std::vector<std::string> conditions(const compared_team& c, const std::string& decision, const std::string& by) {
  std::vector<std::string> all;
  for (const difference& d : c.found.changes)
    if (d.decision == decision && d.by == by) all.push_back(d.when);
  return all;
}

// The condition of the first change that is told of them.
std::string outlined(const compared_team& c, const std::string& decision, const std::string& by) {
  for (const difference& d : c.found.outline)
    if (d.decision == decision && d.by == by) return d.when;
  return "nothing";
}

bool lists(const std::vector<named_thing>& all, const std::string& kind, const std::string& name, const std::string& of = {}) {
  return std::any_of(all.begin(), all.end(), [&](const auto& t) { return t.kind == kind && t.name == name && t.of == of; });
}

TEST_CASE("An agreement does not differ from itself") {
  const auto c = with({});
  CHECK(c.found.same());
  CHECK(c.found.changes.empty());
  CHECK(c.found.wording.empty());
  CHECK(c.found.figures.empty());
}

TEST_CASE("A threshold that moved, with the figures of both agreements") {
  const auto c = with({{"threshold small = £500", "threshold small = £750"}});
  CHECK(conditions(c, "spend", "team") == std::vector<std::string>{"cost over £500 and cost at most £750"});
  CHECK(c.found.changes.at(0).direction == direction::loosened);
  REQUIRE(c.found.figures.size() == 1);
  CHECK(c.found.figures[0].before == "£500");
  CHECK(c.found.figures[0].after == "£750");
  CHECK_FALSE(c.found.same());
}

TEST_CASE("The figure is the one that a condition names") {
  const auto c = with({{"when visits under 3", "when visits under 5"}});
  CHECK(outlined(c, "visit", "team") == "visits at least 3 and visits under 5");
}

TEST_CASE("Alternatives are joined, and nothing is said that follows") {
  const auto or_danger = with({{"when serious or discussion is overdue", "when serious or danger or discussion is overdue"}});
  CHECK(outlined(or_danger, "visit", "team") == "not serious and not discussion is overdue and danger");

  const auto hole = with(
      {}, {{"  rule danger_first", "  rule odd \"O\" for place { record \"why\" unless cost is £500 }\n  rule danger_first"}});
  CHECK(outlined(hole, "place", "team") == "cost is not £500");
}

TEST_CASE("Alternatives that multiply out are said as a product") {
  const std::string rule =
      "rule product \"P\" for spend { consult insight when (danger or serious) and (visits under 3 or age under 5) }\n";
  const auto c = with({{"  rule danger_first", rule + "  rule danger_first"}});
  CHECK(outlined(c, "spend", "team") == "cost at most £500 and (danger or serious) and (visits under 3 or age under 5)");
}

TEST_CASE("Choices, sets and days in the language's words") {
  const auto choice = with({{"when placement is secure", "when placement is any of secure, kinship"}});
  CHECK(outlined(choice, "close", "team") == "placement is kinship");

  const auto sets = with({{"consult team when duties includes any of chair, mentor and balance under £0",
                           "consult team when duties includes any of chair, mentor"}});
  CHECK(outlined(sets, "close", "team") ==
        "age under 5 and reference is \"N-1\" and balance at least £0 and duties includes any of chair, mentor");

  const auto days = with({{"consult insight when hearing before today plus 10 days or notice under 2 days",
                           "consult insight when hearing before today plus 14 days"}},
                         {{"consult insight when hearing before today plus 10 days or notice under 2 days",
                           "consult insight when hearing before today plus 10 days"}});
  const std::string when = outlined(days, "close", "strategy");
  INFO(when);
  CHECK(when.find("hearing at least today plus 10 days") != std::string::npos);
  CHECK(when.find("hearing before today plus 14 days") != std::string::npos);
}

TEST_CASE("A duty by a condition of its own is told apart from the verdict") {
  const auto c = with({{"notify strategy within 1 day when visits under 3", "notify strategy within 2 days when visits under 3"},
                       {"consult team or insight  when serious or discussion is overdue", "consult team when serious"}});
  const auto& outline = c.found.outline;
  CHECK(std::any_of(outline.begin(), outline.end(), [](const auto& d) { return d.duties_only && d.when == "visits under 3"; }));
  for (const difference& d : outline)
    if (!d.duties_only) CHECK(d.when.find("visits") == std::string::npos);
}

TEST_CASE("Clauses on both sides are told apart from those on one") {
  const auto c = with({{"notify strategy within 1 day when visits under 3", "notify strategy within 1 day"}});
  REQUIRE_FALSE(c.found.changes.empty());
  for (const difference& d : c.found.changes) {
    const auto own = [](const fired_clause& f) { return !f.on_both_sides; };
    CHECK(std::none_of(d.old_rules.begin(), d.old_rules.end(), own));
    REQUIRE(std::count_if(d.new_rules.begin(), d.new_rules.end(), own) == 1);
    CHECK(std::find_if(d.new_rules.begin(), d.new_rules.end(), own)->told.text == "notify strategy within 1 day");
  }
}

TEST_CASE("A ritual with another period is overdue under one of them only") {
  const auto c = with({{"every 1 month", "every 2 weeks"}});
  REQUIRE(conditions(c, "visit", "team").size() == 2);  // with the duty of few visits, and without
  const auto change = std::find_if(c.found.outline.begin(), c.found.outline.end(), [](const auto& d) { return d.by == "team"; });
  REQUIRE(change != c.found.outline.end());
  CHECK(change->direction == direction::tightened);
  CHECK(change->when == "not serious and discussion is overdue");
  CHECK(change->provided == "discussion is overdue under the new period, 2 weeks, and not under the old, 1 month");
  CHECK(c.before.executable()->evaluate(*change->old_witness).outcome() == outcome::allow);
  CHECK(c.after.executable()->evaluate(*change->witness).outcome() == outcome::consult);
  CHECK(with({{"every 1 month", "every 4 weeks"}}, {{"every 1 month", "every 28 days"}}).found.same());
}

TEST_CASE("What nobody declares is compared too") {
  const auto c = with({{"outside this agreement escalate to strategy", "outside this agreement escalate to team"}});
  CHECK(conditions(c, std::string{outside_this_agreement}, "team") == std::vector<std::string>{""});
  CHECK(c.found.changes.size() == 3);
}

TEST_CASE("Renamed things are the same things") {
  const auto c = with({{"party insight  \"Insight Team\" advisory", "party panel \"Insight Team\" advisory formerly insight"},
                       {"consult team or insight", "consult team or panel"},
                       {"consult insight for agreement", "consult panel for agreement"},
                       {"consult insight when hearing", "consult panel when hearing"},
                       {"rule care \"Ask on anything serious\"", "rule asking \"Ask on anything serious\" formerly care"},
                       {"one of foster, kinship, secure", "one of foster, kinship, locked formerly secure"},
                       {"when placement is secure", "when placement is locked"},
                       {"visit \"Visit the family\"", "call \"Visit the family\" formerly visit"},
                       {"for visit {", "for call {"}});
  CHECK(c.found.same());
  REQUIRE(c.found.renamed.size() == 4);
  CHECK(c.found.renamed.back().of == "placement");
}

TEST_CASE("What came and what went") {
  const auto c = with({{"\"Close a case\"", "\"Close a case\"\n  open \"Open a case\""},
                       {"role  treasurer \"Team Treasurer\" in team", "party treasurer \"Team Treasurer\""},
                       {"one of foster, kinship, secure", "one of foster, kinship, secure, hostel"},
                       {"fact notice    : duration", "fact notice : number"},
                       {"or notice under 2 days", "or notice under 2"}});
  CHECK(lists(c.found.added, "decision", "open"));
  CHECK(lists(c.found.added, "party", "treasurer"));
  CHECK(lists(c.found.removed, "role", "treasurer"));
  CHECK(lists(c.found.added, "value", "hostel", "placement"));
  CHECK(lists(c.found.added, "fact", "notice"));
  CHECK(lists(c.found.removed, "fact", "notice"));
  CHECK_FALSE(c.found.same());
}

TEST_CASE("Names and amounts that cannot be tied are conflicts") {
  const auto conflicts = [](const edits& all) { return compare(edited({}), edited(all)).conflicts; };
  const auto still_there =
      conflicts({{"party insight  \"Insight Team\" advisory", "party insight \"Insight Team\" advisory formerly team"}});
  REQUIRE(still_there.size() == 1);
  CHECK(still_there[0].find("the new agreement still has a party `team`") != std::string::npos);

  const auto two = conflicts({{"visit \"Visit the family\"", "call \"Visit\" formerly close"},
                              {"for visit {", "for call {"},
                              {"close \"Close a case\"", "shut \"Close\" formerly close"},
                              {"for close {", "for shut {"}});
  REQUIRE(two.size() == 1);
  CHECK(two[0].find("only one of them can be") != std::string::npos);

  std::string euros = test::team_text;
  for (std::size_t at; (at = euros.find("£")) != std::string::npos;) euros.replace(at, std::string{"£"}.size(), "€");
  euros.replace(euros.find("GBP"), 3, "EUR");
  CHECK(compare(edited({}), load_text(euros, "euros.remit")).conflicts.size() == 1);

  const loaded faulty = load_text("agreement \"X\"\nparty p \"P\"\nparty p \"P\"\n", "faulty.remit");
  const comparison none = compare(edited({}), faulty);
  CHECK(none.conflicts.size() == 1);
  CHECK_FALSE(none.same());
}

TEST_CASE("What the budget does not decide is not the same") {
  const loaded before = edited({}), after = edited({{"threshold small = £500", "threshold small = £750"}});
  const comparison c = compare(before, after, analysis_limits{1});
  CHECK_FALSE(c.undecided.empty());
  CHECK_FALSE(c.same());
}

}  // namespace
}  // namespace remit
