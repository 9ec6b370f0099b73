// Findings as text: the line, the carets, and nothing that could steer a terminal.
// Not here: which findings there are.
#include <remit/report/text.hpp>

#include <memory>
#include <sstream>
#include <string>

#include "support/catch.hpp"

namespace remit {
namespace {

// One finding at bytes [begin, end) of a text.
diagnostics at(std::string text, std::uint32_t begin, std::uint32_t end) {
  auto sources = std::make_shared<source_set>();
  sources->add("a.remit", std::move(text));
  diagnostics found{sources};
  found.add(code::unknown_fact, {begin, end, 0}, "unknown fact `cots`", "did you mean `cost`?");
  return found;
}

// The source line and the carets under it, without their gutters.
std::string lines_of(std::string text, std::uint32_t begin, std::uint32_t end, text_style style = {}) {
  const diagnostics found = at(std::move(text), begin, end);
  std::istringstream in{to_text(found[0], found.sources(), style)};
  std::string line, kept;
  for (int i = 0; std::getline(in, line); ++i)
    if (i == 2 || i == 3) kept += line.substr(line.find('|') + 1) + "\n";
  return kept;
}

TEST_CASE("A finding is told with its place, its line and what to do") {
  CHECK(to_text(at("fact cost : money\nconsult t when cots over £5\n", 33, 37)) ==
        "a.remit:2:16: error[R0204]: unknown fact `cots`\n"
        "  |\n"
        "2 | consult t when cots over £5\n"
        "  |                ^^^^\n"
        "  help: did you mean `cost`?\n"
        "\n"
        "1 error\n");
}

TEST_CASE("A related place is shown the same way") {
  diagnostics found = at("fact a : money\nfact a : date\n", 20, 21);
  diagnostic d = found[0];
  d.related.push_back({{5, 6, 0}, "first declared here"});
  CHECK(to_text(d, found.sources()).find("a.remit:1:6: note: first declared here\n  |\n1 | fact a : money\n  |      ^\n") !=
        std::string::npos);
}

TEST_CASE("Carets stand under characters, not bytes") {
  CHECK(lines_of("£££ xy", 7, 9) == " £££ xy\n     ^^\n");
  CHECK(lines_of("日本 xy", 7, 9) == " 日本 xy\n      ^^\n");
  CHECK(lines_of("日本", 3, 6) == " 日本\n   ^^\n");
  CHECK(lines_of("e\xCC\x81 x", 4, 5) == " e\xCC\x81 x\n   ^\n");
  CHECK(lines_of("\tx\ty", 3, 4) == "     x   y\n         ^\n");
}

TEST_CASE("Spans at the edges still have a caret") {
  CHECK(lines_of("abc", 3, 3) == " abc\n    ^\n");
  CHECK(lines_of("abc\n", 3, 4) == " abc\n    ^\n");
  CHECK(lines_of("abc\r\n", 4, 5) == " abc\n    ^\n");
  CHECK(lines_of("", 0, 0) == " \n ^\n");
  CHECK(lines_of("ab {\ncd\n}", 3, 9) == " ab {\n    ^\n");
}

TEST_CASE("Nothing in a source reaches the terminal as a command") {
  for (const char* evil : {"\x1b[31m", "\x07", "\xE2\x80\xAE", "\xC2\x9B", "\xFF", "\xED\xA0\x80", "\xE2\x80\xA8"}) {
    const std::string text = lines_of(std::string{"a"} + evil + "b", 0, 1);
    INFO(text);
    CHECK(text.find(evil) == std::string::npos);
    CHECK(text.find('<') != std::string::npos);
  }
}

TEST_CASE("A long line is cut around the place") {
  const std::string far = std::string(5000, 'a') + " here " + std::string(5000, 'b');
  const std::string text = lines_of(far, 5001, 5005, {false, 40});
  const std::string source = text.substr(0, text.find('\n')), carets = text.substr(text.find('\n') + 1);
  CHECK(source.find("…") == 1);
  CHECK(source.rfind("…") == source.size() - 3);
  CHECK(source.substr(3).find("here") + 1 == carets.find("^^^^"));
  CHECK(source.size() < 50);
}

TEST_CASE("Colour is asked for and ends where it began") {
  const diagnostics found = at("cots", 0, 4);
  CHECK(to_text(found, {}).find('\x1b') == std::string::npos);
  const std::string coloured = to_text(found, {true});
  CHECK(coloured.find("\x1b[") != std::string::npos);
  CHECK(coloured.rfind("\x1b[0m") > coloured.find("help"));
}

TEST_CASE("Counts are told in words") {
  CHECK(to_text(finding_counts{}) == "nothing found");
  CHECK(to_text(finding_counts{2, 1, 0}) == "2 errors, 1 warning");
  CHECK(to_text(finding_counts{0, 0, 3}) == "3 remarks");
  std::ostringstream out;
  out << diagnostics{};
  CHECK(out.str() == "nothing found\n");
}

}  // namespace
}  // namespace remit
