// Places in texts: lines, columns in characters, and every kind of line end.
// Not here: what is in the texts.
#include <remit/core/source.hpp>

#include <string>
#include <vector>

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

TEST_CASE("in a line as long as a file every character is one column", "[core][source]") {
  source_set s;
  std::string text = "first\n";
  std::vector<std::size_t> begins;
  for (int i = 0; i < 2000; ++i) {
    begins.push_back(text.size());
    text += i % 3 == 0 ? "€" : "x";
  }
  const auto f = s.add("f", text + "\nlast");
  for (std::uint32_t i = 0; i < begins.size(); ++i) REQUIRE(s.at(f, static_cast<std::uint32_t>(begins[i])) == position{2, i + 1});
  CHECK(s.at(f, static_cast<std::uint32_t>(text.size())) == position{2, 2001});
  CHECK(s.at(f, static_cast<std::uint32_t>(text.size() + 2)) == position{3, 2});
  CHECK(s.line(f, 2) == std::string_view{text}.substr(6));
  CHECK(s.line(f, 3) == "last");
  for (const std::size_t size : {1023u, 1024u, 1025u, 2048u}) CHECK(s.at(s.add("whole", std::string(size, 'x')), 9999).column == size + 1);
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
