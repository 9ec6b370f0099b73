// Differences in formats that others read: nothing of an agreement's texts breaks out of its place.
// Not here: whole outputs (tests/commands), what differs (unit/analysis).
#include <remit/report/differences.hpp>

#include <memory>
#include <string>

#include <remit/analysis/load.hpp>
#include <remit/report/github.hpp>

#include "support/catch.hpp"
#include "unit/report/team.hpp"

namespace remit {
namespace {

struct hostile {
  std::shared_ptr<const loaded> before, after;  // what is told looks into them
  differences told;
};

// A duty and a reason full of what Markdown, HTML and workflow commands would read.
hostile with_text(const std::string& text, const std::string& file = "team.remit") {
  std::string edited = test::team_text;
  const auto put = [&](const std::string& from, const std::string& to) { edited.replace(edited.find(from), from.size(), to); };
  put("record \"why this spend\"", "record \"" + text + "\"");
  put("because \"Larger sums deserve more eyes.\"", "because \"" + text + "\"");
  const auto before = std::make_shared<const loaded>(load_text(test::team_text, "old.remit"));
  const auto after = std::make_shared<const loaded>(load_text(edited, file));
  REQUIRE(*after);
  const compared old_side{*before->document(), **before}, new_side{*after->document(), **after};
  comparison found = compare(old_side, new_side);
  return {before, after, {old_side, new_side, std::move(found), {}}};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("Markdown keeps texts in their cells") {
  const hostile h = with_text("a | b `c` ``d`` <script> *e*");
  const std::string markdown = to_markdown(h.told);
  INFO(markdown);
  CHECK(has(markdown, R"(record "a \| b `c` ``d`` <script> *e*")"));
  CHECK(has(markdown, "``` record"));                                  // a longer fence than any run inside
  CHECK(has(markdown, R"(a \| b \`c\` \`\`d\`\` \<script\> \*e\*)"));  // among the reworded texts
  for (std::size_t at = markdown.find("\n| "); at != std::string::npos; at = markdown.find("\n| ", at + 1)) {
    int bars = 0;
    for (std::size_t i = at + 1; i < markdown.size() && markdown[i] != '\n'; ++i)
      bars += markdown[i] == '|' && markdown[i - 1] != '\\';
    CHECK(bars == 7);
  }
}

TEST_CASE("Workflow commands end where they end") {
  const hostile h = with_text("100%, a: b\n::error::no", "a:b,c%.remit");
  const std::string lines = to_github(h.told);
  INFO(lines);
  CHECK(has(lines, "file=a%3Ab%2Cc%25.remit,"));
  CHECK(has(lines, "100%25, a: b ::error::no"));
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1)
    CHECK((lines.compare(at, 9, "::warning") == 0 || lines.compare(at, 8, "::notice") == 0));
}

TEST_CASE("Findings as workflow commands") {
  const loaded l = load_text("agreement \"A\"\nparty p \"P\"\nparty p \"P\"\n", "a.remit");
  const std::string lines = to_github({l.diagnostics()});
  INFO(lines);
  CHECK(has(lines,
            "::error file=a.remit,line=3,endLine=3,col=7,endColumn=8,title=R0207::`p` is already the name of a party%0Afirst "
            "declared here (a.remit:2)\n"));
}

TEST_CASE("Text keeps within its columns and steers no terminal") {
  const hostile h = with_text("why this spend, why now, why here, and what else was tried before anybody thought of it");
  text_style style;
  style.columns = 60;
  const std::string text = to_text(h.told, style);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (!has(text.substr(at, end - at), "verdict")) CHECK(end - at <= 64);
    at = end + 1;
  }
  style.colour = true;
  CHECK(has(to_text(h.told, style), "\x1b["));
}

}  // namespace
}  // namespace remit
