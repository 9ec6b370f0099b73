// Conditions: what binds to what, every comparison, and words that are values and language at once.
// Not here: whether the things compared fit each other.
#include <string>

#include "reading.hpp"
#include "support/catch.hpp"

using remit::test::read_clauses;
using remit::test::read_condition;
using remit::test::reading;

TEST_CASE("not binds closer than and, and closer than or", "[grammar][condition]") {
  CHECK(read_condition("a or b and not c or d") == "(or a (and b (not c)) d)");
  CHECK(read_condition("(a or b) and c") == "(and (or a b) c)");
  CHECK(read_condition("not cost over £5 and b") == "(and (not (over cost £5)) b)");
  CHECK(read_condition("not not a") == "(not (not a))");
  CHECK(read_condition("not (a and b)") == "(not (and a b))");
  CHECK(read_condition("((a))") == "a");
}

TEST_CASE("every comparison of amounts", "[grammar][condition]") {
  CHECK(read_condition("cost over £200") == "(over cost £200)");
  CHECK(read_condition("cost under small_spend") == "(under cost small_spend)");
  CHECK(read_condition("cost at least 1500 GBP") == "(>= cost 1500 GBP)");
  CHECK(read_condition("cost at most £30") == "(<= cost £30)");
  CHECK(read_condition("cost is £30") == "(= cost £30)");
  CHECK(read_condition("cost is not £30") == "(!= cost £30)");
  CHECK(read_condition("age between 3 and 5 and x") == "(and (between age 3 5) x)");
  CHECK(read_condition("court before today plus 10 days") == "(before court @today+10 days)");
  CHECK(read_condition("today minus court after 2 weeks") == "(after @today-court 2 weeks)");
  CHECK(read_condition("cost plus spent over £1,500") == "(over cost+spent £1,500)");
  CHECK(read_condition("£5 over cost") == "(over £5 cost)");
}

TEST_CASE("the symbols of comparisons", "[grammar][condition]") {
  CHECK(read_condition("a > 1 and a < 2 and a >= 3 and a <= 4 and a = 5 and a != 6") ==
        "(and (over a 1) (under a 2) (>= a 3) (<= a 4) (= a 5) (!= a 6))");
  CHECK(read_condition("a>1") == "(over a 1)");
}

TEST_CASE("what is asked of single names", "[grammar][condition]") {
  CHECK(read_condition("placement is any of foster, kinship") == "(any placement: foster, kinship)");
  CHECK(read_condition("ref is any of \"a, b\", \"c\"") == "(any ref: \"a, b\", \"c\")");
  CHECK(read_condition("ref is \"x\"") == "(= ref x)");
  CHECK(read_condition("duties includes chair") == "(has duties: chair)");
  CHECK(read_condition("duties includes any of chair, mentor") == "(has-any duties: chair, mentor)");
  CHECK(read_condition("duties includes all of chair, mentor or x") == "(or (has-all duties: chair, mentor) x)");
  CHECK(read_condition("cost is known") == "(known cost)");
  CHECK(read_condition("cost is unknown") == "(unknown cost)");
  CHECK(read_condition("family_discussion is overdue") == "(overdue family_discussion)");
  CHECK(read_condition("decision is a") == "(decision a)");
  CHECK(read_condition("decision is not a") == "(decision-not a)");
  CHECK(read_condition("decision is any of a, b") == "(decision a, b)");
  CHECK(read_condition("decision in case and by insight") == "(and (decision-in case) (by insight))");
}

TEST_CASE("a value can be any word of the language", "[grammar][condition]") {
  CHECK(read_condition("state is over") == "(= state over)");
  CHECK(read_condition("state is not or") == "(!= state or)");
  CHECK(read_condition("state is any of yes, none, over, any, not") == "(any state: yes, none, over, any, not)");
  CHECK(read_condition("state is any") == "(= state any)");
  CHECK(read_condition("state includes any and x") == "(and (has state: any) x)");
  CHECK(read_condition("state is yes") == "(= state yes)");
  CHECK(read_condition("state is today") == "(= state @today)");
  CHECK(read_condition("state is and and x") == "(and (= state and) x)");
}

TEST_CASE("what a change of the agreement does can be asked; without a verb `amendment` is a name", "[grammar][condition]") {
  CHECK(read_condition("amendment loosens and not amendment redirects") == "(and (amendment loosens) (not (amendment redirects)))");
  CHECK(read_condition("amendment touches a, b or amendment widens p") ==
        "(or (amendment touches: a, b) (amendment widens: p))");
  CHECK(read_condition("amendment and loosens") == "(and amendment loosens)");
  CHECK(read_condition("amendment is yes or amendment over 3") == "(or (= amendment yes) (over amendment 3))");
  CHECK(read_condition("amendment touches").starts_with("R0101"));
}

TEST_CASE("conditions and their parts know their places", "[grammar][condition]") {
  const reading r = read_clauses("consult a when  ( x  or y ) and  not  z over £5  # why\n unless w");
  REQUIRE(r.found.empty());
  const auto& when = r.tree.conditions[r.tree.clauses[0].when];
  CHECK(r.at(when.where) == "( x  or y ) and  not  z over £5");
  CHECK(r.at(r.tree.conditions[when.first_child].where) == "x  or y");
  const auto& negation = r.tree.conditions[r.tree.conditions[when.first_child].next];
  CHECK(r.at(negation.where) == "not  z over £5");
  CHECK(r.at(r.tree.conditions[negation.first_child].op_where) == "over");
  CHECK(r.at(r.tree.clauses[0].where) == "consult a when  ( x  or y ) and  not  z over £5  # why\n unless w");
}

TEST_CASE("ten thousand alternatives are one node's children", "[grammar][condition]") {
  std::string condition = "a0";
  for (int i = 1; i < 10'000; ++i) condition += " or a" + std::to_string(i);
  const reading r = read_clauses("consult x when " + condition);
  REQUIRE(r.found.empty());
  const auto& root = r.tree.conditions[r.tree.clauses[0].when];
  CHECK(root.kind == remit::syntax::condition_kind::any_of);
  std::size_t children = 0;
  for (auto i = root.first_child; i != remit::syntax::none; i = r.tree.conditions[i].next) ++children;
  CHECK(children == 10'000);
}

TEST_CASE("nesting is bounded, and said so once", "[grammar][condition]") {
  const auto nested = [](std::size_t depth, const std::string& open, const std::string& close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "a";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
  };
  CHECK(read_condition(nested(64, "(", ")")) == "a");
  for (const std::size_t depth : {65u, 1'000u, 100'000u}) {
    CHECK(read_condition(nested(depth, "(", ")")) == "R0104 [(] parentheses and `not` are nested more than 64 deep");
    CHECK(read_condition(nested(depth, "not ", "")) == "R0104 [not] parentheses and `not` are nested more than 64 deep");
  }
}
