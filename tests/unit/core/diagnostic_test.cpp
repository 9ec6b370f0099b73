// Findings: their order, their count, and their codes as people see them.
// Not here: how they are printed.
#include <remit/core/diagnostic.hpp>

#include <algorithm>
#include <iterator>

#include "support/catch.hpp"

using namespace remit;

TEST_CASE("findings are sorted by place, and stay in order at one", "[core][diagnostic]") {
  diagnostics d;
  d.add(code::syntax, {5, 6, 1}, "third");
  d.add(code::syntax, {9, 9, 0}, "second");
  d.add(code::unused_fact, {1, 2, 0}, "first");
  d.add(code::expired, {9, 9, 0}, "second too");
  d.sort();
  CHECK(d[0].message == "first");
  CHECK(d[1].message == "second");
  CHECK(d[2].message == "second too");
  CHECK(d[3].message == "third");
  CHECK(d.count(severity::error) == 2);
  CHECK(d.count(severity::warning) == 2);
  CHECK(d.has_errors());
  CHECK_FALSE(diagnostics{}.has_errors());
}

TEST_CASE("codes have four digits, and are listed once and in order", "[core][diagnostic]") {
  CHECK(code_text(code::syntax) == "R0101");
  CHECK(code_text(code::unused_fact) == "R1001");
  CHECK(severity_text(severity::error) == "error");
  CHECK(severity_text(severity::info) == "info");
  const auto later = [](const code_entry& a, const code_entry& b) { return a.code >= b.code; };
  CHECK(std::adjacent_find(std::begin(code_catalogue), std::end(code_catalogue), later) == std::end(code_catalogue));
}
