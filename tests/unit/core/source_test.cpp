// Places in texts: lines, columns in characters, and every kind of line end.
// Not here: what is in the texts.
#include <remit/core/source.hpp>

#include "support/catch.hpp"

using remit::position;
using remit::source_set;

TEST_CASE("a byte stands in a line and a column", "[core][source]") {
  source_set s;
  const auto f = s.add("f", "ab\n£x\r\n\nlast");
  CHECK(s.at(f, 0) == position{1, 1});
  CHECK(s.at(f, 2) == position{1, 3});
  CHECK(s.at(f, 3) == position{2, 1});
  CHECK(s.at(f, 5) == position{2, 2});
  CHECK(s.at(f, 9) == position{4, 1});
  CHECK(s.at(f, 999) == position{4, 5});
  CHECK(s.line(f, 1) == "ab");
  CHECK(s.line(f, 2) == "£x");
  CHECK(s.line(f, 3).empty());
  CHECK(s.line(f, 4) == "last");
  CHECK(s.line(f, 0).empty());
  CHECK(s.line(f, 5).empty());
  CHECK(s.text({3, 6, f}) == "£x");
}

TEST_CASE("texts stay where they are when others are added", "[core][source]") {
  source_set s;
  const auto first = s.add("a", "alpha");
  const std::string_view view = s.text(first);
  for (int i = 0; i < 100; ++i) s.add("b", std::string(static_cast<std::size_t>(i), 'x'));
  CHECK(view.data() == s.text(first).data());
  CHECK(s.size() == 101);
  CHECK(s.name(first) == "a");
  CHECK(s.at(s.add("empty", ""), 0) == position{1, 1});
}
