// What a string says: escapes, and lines that read as one.
// Not here: how strings are found in a file.
#include "support/catch.hpp"

#include <remit/syntax/tree.hpp>

namespace {

std::string say(std::string_view raw) { return remit::syntax::text_of({raw, {}}); }

}  // namespace

TEST_CASE("strings say what is between their quotes", "[syntax][text_of]") {
  CHECK(say("") == "");
  CHECK(say("a b") == "a b");
  CHECK(say("a  b") == "a  b");
  CHECK(say(" a ") == " a ");
  CHECK(say("a \\\"b\\\" \\\\c") == "a \"b\" \\c");
  CHECK(say("\\n") == "\\n");
  CHECK(say("a\\") == "a\\");
}

TEST_CASE("a line break with its blanks is one space", "[syntax][text_of]") {
  CHECK(say("a\nb") == "a b");
  CHECK(say("a  \r\n\t  b") == "a b");
  CHECK(say("a\n\n  \nb") == "a b");
  CHECK(say("\na\n") == " a ");
}
