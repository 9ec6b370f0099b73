// Literals by themselves, as they come from a command line or a JSON file.
// Not here: literals inside an agreement (grammar/).
#include <string>

#include "support/catch.hpp"

#include <remit/syntax/read.hpp>

using namespace remit;
using syntax::literal_kind;
using syntax::read_literal;

namespace {

syntax::literal good(std::string_view text) {
  std::string problem;
  const auto read = read_literal(text, problem);
  INFO(text << ": " << problem);
  CHECK(problem.empty());
  CHECK(read.kind != literal_kind::invalid);
  return read;
}

std::string bad(std::string_view text) {
  std::string problem;
  CHECK(read_literal(text, problem).kind == literal_kind::invalid);
  return problem;
}

}  // namespace

TEST_CASE("every kind of literal", "[syntax][literal]") {
  CHECK(good("£1,500.50").amount == 150'050);
  CHECK(good("£1,500.50").currency == pound_sterling);
  CHECK(good(" €20 ").currency == euro);
  CHECK(good("$20").currency == us_dollar);
  CHECK(good("1500 GBP").amount == 150'000);
  CHECK(good("1500 CHF").currency == currency{{'C', 'H', 'F'}});
  CHECK(good("1,200").amount == 12'000'000);
  CHECK(good("0.0001").amount == 1);
  CHECK(good("2026-04-01").amount == date::of(2026, 4, 1)->days());
  CHECK(good("3 days").amount == 3);
  CHECK(good("1 working day").unit == period_unit::working_days);
  CHECK(good("yes").amount == 1);
  CHECK(good("no").kind == literal_kind::yes_no);
  CHECK(good("\"a \\\" b\"").raw == "a \\\" b");
  CHECK(good("461168601842738.7903").amount == largest_amount);
}

TEST_CASE("a sign only where it is asked for", "[syntax][literal]") {
  std::string problem;
  bool negative = false;
  CHECK(read_literal("-£5", problem, &negative).amount == 500);
  CHECK(negative);
  CHECK(read_literal("£5", problem, &negative).amount == 500);
  CHECK_FALSE(negative);
  CHECK(bad("-£5") == "`-£5` is negative");
}

TEST_CASE("what is no literal says why", "[syntax][literal]") {
  CHECK(bad("") != "");
  CHECK(bad("foster") == "`foster` is not an amount, a date, a length of time, a text, `yes` or `no`");
  CHECK(bad("5 5") != "");
  CHECK(bad("£1.5") == "`£1.5` has one decimal");
  CHECK(bad("2026-02-30") == "the calendar has no day `2026-02-30`");
  CHECK(bad("\"open") == "this text is never closed");
  CHECK(bad("\xff") == "these bytes are not UTF-8");
}
