// The text as such: UTF-8, controls, direction overrides, and where characters beyond ASCII may stand.
// Not here: what escapes in texts mean.
#include <string>

#include "reading.hpp"
#include "support/catch.hpp"

using remit::test::reading;

namespace {

std::string codes(const std::string& text) {
  const reading r{text};
  std::string all;
  for (const auto& d : r.found)
    all += remit::code_text(d.code) + "@" + std::to_string(d.where.begin) + "-" + std::to_string(d.where.end) + " ";
  return all;
}

}  // namespace

TEST_CASE("each stretch of bad bytes is told once", "[grammar][encoding]") {
  CHECK(codes("agreement \"\xff\xfe\x80 \xc3\"") == "R0102@11-14 R0102@15-16 ");
  CHECK(codes("agreement \"A\" # \xe2\x82\n") == "R0102@16-18 ");
  CHECK(codes("agreement \xc0\x80\"A\"") == "R0102@10-12 ");
  CHECK(codes("agreement \"\xed\xa0\x80\"") == "R0102@11-14 ");
  CHECK(codes("agreement \"\xf4\x90\x80\x80\"") == "R0102@11-15 ");
}

TEST_CASE("characters that hide what is written", "[grammar][encoding]") {
  using namespace std::string_literals;
  CHECK(codes("agreement \"A\0\0B\""s) == "R0103@12-14 ");
  CHECK(codes("agreement \"A\x1b[0m\"") == "R0103@12-13 ");
  CHECK(codes("agreement \"A\u202e\"") == "R0103@12-15 ");
  CHECK(codes("agreement \"A\u2066x\u2069\"") == "R0103@12-15 R0103@16-19 ");
  CHECK(codes("agreement \"A\u0085\"") == "R0103@12-14 ");
  CHECK(codes("agreement \"A\uFEFF\"") == "R0103@12-15 ");
  CHECK(codes("\uFEFF"
              "agreement \"A\"\tparty a \"A\"\r\n") == "");
}

TEST_CASE("beyond ASCII only in texts, comments and currencies", "[grammar][encoding]") {
  CHECK(codes("agreement \"Zoë – “ok” 🙂\" # ünïcode\nthreshold t = €20") == "");
  CHECK(codes("agreement \"A\"\u00a0party a \"A\"") == "R0101@13-15 ");
}
