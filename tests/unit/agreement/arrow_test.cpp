// Columns of Arrow, each format once, with nulls, offsets and dictionaries; and what is refused.
// Not here: batches of random actions (agree/batch_agrees_test.cpp).
#include <cstdint>
#include <string>
#include <vector>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"
#include "unit/agreement/record_batch.hpp"

using namespace remit;

namespace {

const char* const columns = R"(agreement "Columns"
language 1
currency GBP
party strategy "Strategy" above all
party team "Team"
fact cost : money
fact children : whole number
fact urgent : yes/no
fact place : one of home, care
fact needs : any of health, school
fact seen : date
fact wait : duration
fact note : text
ritual talk "Talk" every 1 month
outside this agreement escalate to strategy
decisions own "Own" held by team { visit "Visit" }
pillar p "Pillar" {
  rule r "R" for visit {
    escalate to strategy when cost over £500
    escalate to strategy when children over 3
    escalate to strategy when urgent
    escalate to strategy when place is care
    escalate to strategy when needs includes school
    escalate to strategy when seen before 2026-01-01
    escalate to strategy when wait over 3 days
    escalate to strategy when note is "stop"
    escalate to strategy when talk is overdue
  }
}
)";

constexpr std::size_t rows = 11;

template <class T>
std::vector<T> but_for(std::size_t row, T there, T usual) {
  std::vector<T> all(rows, usual);
  all[row] = there;
  return all;
}

}  // namespace

TEST_CASE("columns of Arrow are judged as actions are", "[agreement]") {
  const auto loaded = load_text(columns, "columns.remit");
  REQUIRE(loaded);
  const agreement& under = *loaded;
  // A row for each clause that fires alone, one where none does, one where all facts but the set are missing.
  std::vector<int> valid(rows, 1);
  valid[10] = 0;
  std::vector<int> one_later = valid;
  one_later.insert(one_later.begin(), 1);
  std::vector<std::int64_t> pence{99'999'999, 0};  // before the first row
  for (const std::int64_t p : but_for<std::int64_t>(0, 50'001, 50'000)) pence.insert(pence.end(), {p, 0});

  record_batch r;
  r.text("decision", std::vector<std::string>(rows, "visit"));
  r.coded("by", std::vector<std::int8_t>(rows, 1), {"strategy", "team"});
  r.cells("cost", "d:10,2", pence, one_later, 1);
  r.cells("children", "s", but_for<std::int16_t>(1, 4, 3), valid);
  r.yes_no("urgent", but_for(2, 1, 0), valid);
  r.text("place", but_for<std::string>(3, "care", "home"), valid);
  r.list("needs", {0, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3}, {"health", "health", "school"});
  r.cells("seen", "tdD", but_for<std::int32_t>(5, 20'453, 20'600), valid);
  r.cells("wait", "l", but_for<std::int64_t>(6, 3 * 1440 + 1, 3 * 1440), valid);
  r.text("note", but_for<std::string>(7, "stop", "go on"), valid);
  r.cells("on", "tdD", std::vector<std::int32_t>(rows, 20'700), valid);
  r.cells("talk", "tdD", but_for<std::int32_t>(8, batch::never_held_days, 20'690), valid);
  batch b{under, rows};
  REQUIRE(r.bind_to(b).empty());
  verdicts given;
  REQUIRE(under.evaluate(b, given) == input_error::none);
  for (std::size_t row = 0; row < rows; ++row) {
    INFO("row " << row);
    CHECK(given[row].error() == input_error::none);
    CHECK(given[row].outcome() == (row == 9 ? outcome::allow : outcome::escalate));
    CHECK(given[row].certain() == (row != 10));
    CHECK(given[row].clauses().size() == (row < 9 ? 1u : row == 9 ? 0u : 8u));
    const verdict alone = under.evaluate(b.at(row));
    CHECK(alone.outcome() == given[row].outcome());
    CHECK(alone.fired() == given[row].fired());
  }
}

TEST_CASE("what no column of Arrow can be is said", "[agreement]") {
  const auto loaded = load_text(columns, "columns.remit");
  REQUIRE(loaded);
  const auto wrong = [&](auto&& fill) {
    record_batch r;
    fill(r);
    batch b{*loaded, 2};
    return r.bind_to(b);
  };
  CHECK(wrong([](auto& r) { r.cells("cots", "l", std::vector<std::int64_t>{1, 2}); }) ==
        "column `cots`: the agreement has no fact or ritual of this name");
  CHECK(wrong([](auto& r) { r.cells("cost", "g", std::vector<double>{1, 2}); }) ==
        "column `cost`: money takes decimal128, or whole numbers of minor units; a binary fraction is not exact");
  CHECK(wrong([](auto& r) { r.cells("cost", "l", std::vector<std::int64_t>{1}); }) ==
        "column `cost` is shorter than the record batch");
  CHECK(wrong([](auto& r) { r.cells("decision", "l", std::vector<std::int64_t>{1, 2}); }) ==
        "column `decision`: a decision is told by its name: text, or a dictionary of texts");
  CHECK(wrong([](auto& r) { r.list("needs", {0, 1, 1}, {"food"}); }) ==
        "column `needs`: a member of a set is none of this fact's values");
}

TEST_CASE("what no action can be is refused row by row", "[agreement]") {
  const auto loaded = load_text(columns, "columns.remit");
  REQUIRE(loaded);
  const agreement& under = *loaded;
  record_batch r;
  r.text("decision", {"visit", "visti", "visit", "visit", "visit"}, {1, 1, 1, 1, 0});
  r.text("by", {"team", "team", "temu", "team", "team"});
  r.cells("children", "l", std::vector<std::int64_t>{1, 1, 1, INT64_MAX, 1});
  batch b{under, 5};
  REQUIRE(r.bind_to(b).empty());
  verdicts given;
  REQUIRE(under.evaluate(b, given) == input_error::none);
  CHECK(given[0].error() == input_error::none);
  CHECK(given[1].basis() == basis::outside);
  CHECK(given[1].outcome() == outcome::escalate);
  CHECK(given[2].error() == input_error::unknown_party);
  CHECK(given[3].error() == input_error::out_of_range);
  CHECK(given[4].error() == input_error::unknown_decision);
  for (std::size_t row = 2; row < 5; ++row) CHECK(given.outcomes()[row] == outcome::escalate);

  batch longer{under, 3};
  const std::vector<std::int64_t> two{1, 2};
  CHECK(longer.set(under.fact<money>("cost").value(), two) == input_error::wrong_length);
  const auto other = load_text(columns, "columns.remit");
  CHECK(other->evaluate(b, given) == input_error::other_agreement);
}
