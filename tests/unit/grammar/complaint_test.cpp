// Mistakes: each costs one message, with its code, at its culprit, with the remedy where one is usual.
// Not here: mistakes of encoding (encoding_test).
#include <string>

#include "reading.hpp"
#include "support/catch.hpp"

using remit::test::read_clauses;
using remit::test::reading;

namespace {

struct mistake {
  const char* text;  ///< behind `agreement "A"` and a line break
  const char* findings;
};

void check_all(const std::vector<mistake>& mistakes) {
  for (const auto& [text, findings] : mistakes) {
    INFO(text);
    CHECK(reading{"agreement \"A\"\n" + std::string{text}}.findings() == findings);
  }
}

}  // namespace

TEST_CASE("statements the language does not have", "[grammar][complaint]") {
  check_all({
      {"pillr x \"X\" {\n rule a \"A\" {\n }\n}\nparty y \"Y\"",
       "R0113 [pillr] `pillr` is not a statement of the language (did you mean `pillar`?)"},
      {"decision case \"C\" held by a {\n x \"X\"\n}",
       "R0113 [decision] `decision` is not a statement of the language (did you mean "
       "`decisions`?)"},
      {"bananas are yellow", "R0113 [bananas] `bananas` is not a statement of the language"},
      {"party p \"P\" advisroy",
       "R0101 [advisroy] expected a statement after `\"P\"`, but found `advisroy` (did you mean `advisory`?)"},
      {"party p \"P\"\n}\nparty q \"Q\"",
       "R0101 [}] this `}` closes nothing (remove it, or look above for a `{` that is missing)"},
      {"rule a \"A\" {\n consult x\n}\nrule b \"B\"",
       "R0101 [rule] rules stand inside a pillar (put it between the braces of a `pillar name \"title\" { … }`; perhaps a `}` "
       "above is one "
       "too many)"},
      {"consult x when y",
       "R0101 [consult] `consult` stands inside a rule (put it between the braces of a `rule name \"title\" { … }`)"},
  });
}

TEST_CASE("a file begins with an agreement or a framework", "[grammar][complaint]") {
  const std::string said = "a file begins with `agreement \"…\"` or `framework \"…\"`";
  CHECK(reading{""}.findings() == "R0114 [] " + said);
  CHECK(reading{"# nothing\n"}.findings() == "R0114 [] " + said);
  CHECK(reading{"party p \"P\""}.findings() == "R0114 [party] " + said);
  CHECK(reading{"Agreement \"A\"\nparty p \"P\""}.findings() == "R0114 [Agreement] " + said + " (did you mean `agreement`?)");
}

TEST_CASE("names", "[grammar][complaint]") {
  check_all({
      {"party Family-Facing \"F\"",
       "R0112 [Family-Facing] `Family-Facing` is not a name: names are lower-case letters, digits and `_` (write "
       "`family_facing`)"},
      {"party familyFacing \"F\"",
       "R0112 [familyFacing] `familyFacing` is not a name: names are lower-case letters, digits and `_` (write `family_facing`)"},
      {"party café \"F\"", "R0112 [café] `café` is not a name: names are lower-case letters, digits and `_`"},
      {"party 24h_team \"F\"",
       "R0112 [24h_team] `24h_team` is not a name: names are lower-case letters, digits and `_` (write `h_team`)"},
      {"party P \"P\"\nparty q \"Q\" above P",
       "R0112 [P] `P` is not a name: names are lower-case letters, digits and `_` (write `p`)"},
      {"party over \"X\"", "R0111 [over] `over` is a word of the language and cannot be a name"},
      {"party \"X\"",
       "R0101 [\"X\"] expected a name after `party`, but found the text `\"X\"` (a name stands before the title: lower-case "
       "letters, digits and `_`)"},
      {"needs 5", "R0101 [5] expected a name after `needs`, but found `5`"},
      {"party a \"A\" above\nparty b \"B\"", "R0101 [party] expected a party or `all` after `above`, but found `party`"},
  });
}

TEST_CASE("facts, thresholds and other declarations", "[grammar][complaint]") {
  check_all({
      {"fact cost = money",
       "R0101 [=] expected `:` after `cost`, but found `=` (the type stands behind a colon, as in `fact cost : money`)"},
      {"fact x : mony", "R0101 [mony] expected a type after `:`, but found `mony` (did you mean `money`?)"},
      {"fact x : one of a, b,\nfact y : number", "R0101 [fact] expected a value after `,`, but found `fact`"},
      {"threshold f : £5",
       "R0101 [:] expected `=` after `f`, but found `:` (the amount stands behind `=`, as in `threshold small = £500`)"},
      {"ritual r \"R\" every month",
       "R0101 [month] expected a length of time after `every`, but found `month` (say how many: `1 month`)"},
      {"ritual r \"R\" every £5", "R0107 [£5] `£5` is not a length of time, such as `3 days`"},
      {"agreed by a on 12 March", "R0107 [12] `12` is not a date, such as `2026-04-01`"},
      {"currency gbp", "R0101 [gbp] expected three capitals, such as `GBP`, after `currency`, but found `gbp`"},
      {"party a Strategy",
       "R0101 [Strategy] expected a title in quotes after `a`, but found `Strategy` (texts stand between quotes: "
       "`\"Strategy…\"`)"},
      {"party a “Alpha”",
       "R0101 [“] expected a title in quotes after `a`, but found `“` (texts stand between straight quotes, `\"`)"},
      {"outside this agreement escalate strategy",
       "R0101 [strategy] expected `to` after `escalate`, but found `strategy` (write `to strategy`)"},
      {"party a \"A\" advisory body advisory", "R0210 [advisory] `advisory` stands here for the second time"},
  });
}

TEST_CASE("amounts", "[grammar][complaint]") {
  const auto threshold = [](const std::string& amount) { return reading{"agreement \"A\"\nthreshold t = " + amount}.findings(); };
  CHECK(threshold("£1,50") ==
        "R0107 [£1,50] `£1,50` has its commas in the wrong places (commas stand between groups of three digits, or "
        "are left out)");
  CHECK(threshold("1,2345").starts_with("R0107"));
  CHECK(threshold("£1.5") == "R0107 [£1.5] `£1.5` has one decimal (money has no decimals or two)");
  CHECK(threshold("£1.505").starts_with("R0107"));
  CHECK(threshold("1.23456").starts_with("R0107"));
  CHECK(threshold(".5") == "R0107 [.5] `.5` has no digit before its point (write `0.5`)");
  CHECK(threshold("-5") == "R0107 [-5] `-5` is negative (a negative amount stands only where the range of a fact begins)");
  CHECK(threshold("GBP 500") == "R0107 [GBP 500] the currency stands before its amount (write `500 GBP`)");
  CHECK(threshold("500£") == "R0107 [500£] `500£` has its currency behind the amount (write `£500`)");
  CHECK(threshold("3days") == "R0107 [3days] `3days` runs a figure and a word together (write `3 days`)");
  CHECK(threshold("1.5 days").starts_with("R0107"));
  CHECK(threshold("2026-4-1").starts_with("R0107"));
  CHECK(threshold("01/04/2026").starts_with("R0107"));
  CHECK(threshold("2026-02-30") == "R0108 [2026-02-30] the calendar has no day `2026-02-30`");
  CHECK(threshold("£46116860184273879.03") == "");
  CHECK(threshold("£46116860184273879.04").starts_with("R0109"));
  CHECK(threshold("461168601842738.7904").starts_with("R0109"));
  CHECK(threshold("99999999999999999999999 days").starts_with("R0109"));
  CHECK(threshold("4611686018427387904 minutes").starts_with("R0109"));
  CHECK(threshold("457508533574145 weeks") == "");
  CHECK(threshold("457508533574146 weeks").starts_with("R0109"));
}

TEST_CASE("clauses", "[grammar][complaint]") {
  const auto clause = [](const std::string& text) { return read_clauses(text + "\n consult z").findings(); };
  CHECK(clause("consult b if serious") ==
        "R0101 [if] expected a clause or `}` after `b`, but found `if` (conditions begin with `when`)");
  CHECK(clause("consult b whenn x") ==
        "R0101 [whenn] expected a clause or `}` after `b`, but found `whenn` (did you mean `when`?)");
  CHECK(clause("consult b when a && c") == "R0101 [&&] expected a clause or `}` after `a`, but found `&&` (write `and`)");
  CHECK(clause("consult b when a || c") == "R0101 [||] expected a clause or `}` after `a`, but found `||` (write `or`)");
  CHECK(clause("consult b when") == "R0101 [consult] expected a condition after `when`, but found `consult`");
  CHECK(clause("consult b when x is") == "R0101 [consult] expected a value after `is`, but found `consult`");
  CHECK(clause("consult b when (x or y") == "R0101 [consult] expected `)` after `y`, but found `consult`");
  CHECK(clause("consult b when cost above £5") ==
        "R0101 [above] expected a clause or `}` after `cost`, but found `above` (comparisons say `over`)");
  CHECK(clause("consult b when cost at £5") == "R0101 [£5] expected `least` or `most` after `at`, but found `£5`");
  CHECK(clause("consult b when a is not known") == "R0101 [known] `is not` stands before a single value (write `is unknown`)");
  CHECK(clause("consult b when a plus c is known") ==
        "R0101 [a plus c] only a single fact or ritual can be asked about like this");
  CHECK(clause("escalate to") == "R0101 [consult] expected a party after `to`, but found `consult`");
  CHECK(clause("escalate strategy") ==
        "R0101 [strategy] expected `to` after `escalate`, but found `strategy` (write `to strategy`)");
  CHECK(clause("allow a, b") == "R0101 [,] the parties after `allow` are joined by `or`, not by a comma (write `or`)");
  CHECK(clause("then consult b") ==
        "R0101 [consult] expected a duty: `record`, `notify`, `ratify` or `do` after `then`, but found `consult`");
  CHECK(clause("notify a within 2 dys") ==
        "R0107 [2 dys] `2 dys` is not a length of time, such as `3 days` (did you mean `days`?)");
  CHECK(clause("consult a when x when y") == "R0210 [when] `when` stands here for the second time");
  CHECK(clause("because \"x\" because \"y\"") == "R0210 [because] `because` stands here for the second time");
}

TEST_CASE("one message a mistake, and reading goes on", "[grammar][complaint]") {
  const reading r{
      "agreement \"A\"\nfact x money\nparty p \"P\"\nfact y : mony\npillar q \"Q\" {\n  rule a \"A\" for {\n    consult b if c\n "
      "   consult "
      "d\n    escalate e\n  }\n  rule b \"B\" when x {\n    consult e\n  }\n}\ndecisions k \"K\" held by p {\n  x X\n  y "
      "\"Y\"\n}\n"
      "example \"E\" {\n  decision d by p\n  cost £1.5\n  expect alow\n  visits 3\n}\nthreshold t = £5"};
  CHECK(r.found.size() == 9);
  CHECK(r.tree.parties.size() == 1);
  CHECK(r.tree.rules.size() == 2);
  CHECK(r.tree.clauses.size() == 3);
  CHECK(r.tree.decisions.size() == 1);
  CHECK(r.tree.circumstances.size() == 2);
  CHECK(r.tree.thresholds.size() == 1);
  std::string unread;
  for (const auto& word : r.tree.unread) unread += std::string{word.text} + " ";
  CHECK(unread == "x y x ");
}

TEST_CASE("braces", "[grammar][complaint]") {
  const std::string never = "this `{` is never closed (end the block with `}`)";
  const auto places = [](const std::string& text) {
    const reading r{"agreement \"A\"\n" + text};
    std::string all;
    for (const auto& d : r.found) {
      const auto p = r.sources.start_of(d.where);
      all += remit::code_text(d.code) + " " + std::to_string(p.line) + ":" + std::to_string(p.column) + " ";
    }
    return all;
  };
  CHECK(places("pillar x \"X\" {\n rule a \"A\" {\n  consult a\n rule b \"B\" {\n consult b\n }\n}\nparty y \"Y\"") ==
        "R0105 3:13 ");
  CHECK(places("pillar x \"X\" {\n rule a \"A\" {\n  consult a\n") == "R0105 3:13 R0105 2:14 ");
  CHECK(places("pillar x \"X\" {\n  rule a \"A\" {\n    consult a\n}\nalways escalate") == "R0105 3:14 ");
  CHECK(places("pillar x \"X\" {\n rule a \"A\" {\n  consult") == "R0101 4:10 ");
  CHECK(places("example \"E\" {\n decision d by p\nparty y \"Y\"\n") == "R0105 2:13 ");
  CHECK(places("decisions d \"D\" held by p {\n x \"X\"\nparty y \"Y\"\n") == "R0105 2:27 ");
  CHECK(places("pillar x \"X\" {\n rule a \"A\" for b\n  consult a\n }\n rule c \"C\"\n}\n") == "R0101 4:3 ");
  CHECK(places("example \"E\"\n decision d by p\n}\nparty y \"Y\"") == "R0101 3:2 ");
  CHECK(places("pillar x \"X\" {\n rule a \"A\" {\n }\n }\n rule b \"B\" {\n }\n}\n") == "R0101 6:2 ");
}

TEST_CASE("texts", "[grammar][complaint]") {
  check_all({
      {"party a \"Alpha\nparty b \"Beta\"\nparty c \"Gamma\"", "R0106 [\"] this text is never closed (end it with `\"`)"},
      {"party a \"Alpha", "R0106 [\"] this text is never closed (end it with `\"`)"},
      {"party a \"x\\n\"",
       "R0110 [\\n] a text has no escape `\\n` (only `\\\"` and `\\\\` have a meaning; write `\\\\` for a backslash)"},
      {"party a \"two\n   lines\" party b \"B\"", ""},
  });
  CHECK(reading{"agreement \"A\"\nparty a \"Alpha\nparty b \"Beta\"\nparty c \"Gamma\""}.tree.parties.size() == 3);
}

TEST_CASE("limits", "[grammar][complaint]") {
  remit::syntax::limits few;
  few.errors = 3;
  std::string text = "agreement \"A\"\n";
  for (int i = 0; i < 10; ++i) text += "fact x money\n";
  CHECK(reading{text, few}.found.size() == 3);
  remit::syntax::limits small;
  small.bytes = 10;
  CHECK(reading{text, small}.findings() == "R0115 [] the file has " + std::to_string(text.size()) + " bytes; 10 are the limit");
}
