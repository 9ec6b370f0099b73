// Slips of the pen, and words too far apart to be one.
// Not here: where proposals are made.
#include <remit/core/spelling.hpp>

#include <string>
#include <vector>

#include "support/catch.hpp"

using remit::edit_distance;
using remit::nearest;

TEST_CASE("the distance of two words", "[core][spelling]") {
  CHECK(edit_distance("pillr", "pillar", 3) == 1);
  CHECK(edit_distance("wehn", "when", 3) == 1);
  CHECK(edit_distance("", "ab", 3) == 2);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("same", "same", 0) == 0);
  CHECK(edit_distance("a", std::string(1000, 'b'), 3) == 4);
}

TEST_CASE("the nearest of the known words", "[core][spelling]") {
  const std::vector<std::string> known{"small_spend", "large_spend", "cost", "a"};
  CHECK(nearest("smal_spend", known) == "small_spend");
  CHECK(nearest("cots", known) == "cost");
  CHECK(nearest("banana", known).empty());
  CHECK(nearest("cost", known).empty());
  CHECK(nearest("b", known).empty());
  CHECK(nearest("", known).empty());
}
