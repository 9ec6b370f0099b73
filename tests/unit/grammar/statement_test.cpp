// Statements: every one of them, its fields, its modifiers in any order, and its exact place.
// Not here: conditions (condition_test), mistakes (complaint_test).
#include <algorithm>
#include <string>

#include "reading.hpp"
#include "support/catch.hpp"

using namespace remit;
using remit::test::read_clauses;
using remit::test::reading;

TEST_CASE("the header, in any order", "[grammar][statement]") {
  const reading r{
      "# first\nagreement \"N\"\ncurrency GBP agreed by a, b on 2026-03-12 applies to \"x\", \"y\"\n"
      "review every 6 months effective 2026-04-01 to 2027-03-31 language 1 version \"2\"\n"
      "include \"f.remit\" outside this agreement escalate to s or above, t agreed by c\n effective 2026-01-01"};
  REQUIRE(r.findings() == "");
  CHECK(r.tree.statements.size() == 12);
  CHECK(r.at(r.tree.statements[2].where) == "agreed by a, b on 2026-03-12");
  CHECK(r.names(r.tree.agreed[0].parties) == "a, b");
  CHECK(r.tree.agreed[0].has_on);
  CHECK_FALSE(r.tree.agreed[1].has_on);
  CHECK(r.tree.applies[0].texts.count == 2);
  CHECK(r.tree.reviews[0].every.amount == 6);
  CHECK(r.tree.reviews[0].every.unit == period_unit::months);
  CHECK(r.tree.effectives[0].days.has_to);
  CHECK_FALSE(r.tree.effectives[1].days.has_to);
  CHECK(r.tree.languages[0].value.amount == number::whole(1).ten_thousandths);
  CHECK(r.tree.currencies[0].value.text == "GBP");
  CHECK(r.choices(r.tree.outsides[0].choices) == "s^, t");
  CHECK(r.tree.comments.size() == 1);
  CHECK(r.at(r.tree.comments[0].where) == "# first");
  CHECK_FALSE(r.tree.headers[0].is_framework);
  CHECK(reading{"framework \"F\""}.tree.headers[0].is_framework);
}

TEST_CASE("parties and roles, modifiers in any order", "[grammar][statement]") {
  const reading r{
      "agreement \"A\" party a \"A\" above all party b \"B\" body formerly c above x, y advisory\n"
      "role r \"R\" formerly q rotates every 3 months in a"};
  REQUIRE(r.findings() == "");
  CHECK(r.tree.parties[0].above_all);
  CHECK(r.at(r.tree.parties[0].above_where) == "above all");
  CHECK(r.tree.parties[1].advisory);
  CHECK(r.tree.parties[1].body);
  CHECK(r.tree.parties[1].formerly.text == "c");
  CHECK(r.names(r.tree.parties[1].above) == "x, y");
  CHECK(r.tree.roles[0].in.text == "a");
  CHECK(r.tree.roles[0].rotates.amount == 3);
  CHECK(r.tree.roles[0].formerly.text == "q");
}

TEST_CASE("facts of every type", "[grammar][statement]") {
  using enum syntax::type_kind;
  const reading r{
      "agreement \"A\"\nfact a : yes/no default no \"A?\"\nfact b : number from -5 to 10 formerly bb\nfact c : whole number\n"
      "fact d : money \"D\" default £0 from -£5 to £1,000\nfact e : date\nfact f : duration from 1 day to 3 weeks\nfact g : "
      "text\n"
      "fact h : one of x, yes formerly no, over default over\nfact i formerly ii : any of x, none default x, none"};
  REQUIRE(r.findings() == "");
  const auto& f = r.tree.facts;
  REQUIRE(f.size() == 9);
  const syntax::type_kind kinds[] = {yes_no, number, whole_number, money, date, duration, text, one_of, any_of};
  for (std::size_t i = 0; i < 9; ++i) CHECK(f[i].type.kind == kinds[i]);
  CHECK(r.at(f[0].where) == "fact a : yes/no default no \"A?\"");
  CHECK(f[0].default_value.literal.kind == syntax::literal_kind::yes_no);
  CHECK(f[1].from_negative);
  CHECK(f[1].from.amount == 50'000);
  CHECK(f[1].formerly.text == "bb");
  CHECK(r.at(f[3].range_where) == "from -£5 to £1,000");
  CHECK(f[3].from_negative);
  CHECK(f[5].to.unit == period_unit::weeks);
  CHECK(r.at(f[7].type.where) == "one of x, yes formerly no, over");
  CHECK(r.tree.values[1].formerly.text == "no");
  CHECK(r.names(f[7].default_value.names) == "over");
  CHECK(f[8].formerly.text == "ii");
  CHECK(r.names(f[8].default_value.names) == "x, none");
}

TEST_CASE("needs, rituals, thresholds and decisions", "[grammar][statement]") {
  const reading r{
      "framework \"F\" needs party p needs party : money needs x : one of a, b\n"
      "ritual r \"R\" for each family every 1 month threshold t = 3 working days \"T\" formerly s\n"
      "decisions case \"Case\" held by a or b or above, c formerly d {\n last \"Last\" formerly first\n review \"Review\" }"};
  REQUIRE(r.findings() == "");
  CHECK(r.tree.needs[0].is_party);
  CHECK_FALSE(r.tree.needs[1].is_party);
  CHECK(r.tree.needs[1].name.text == "party");
  CHECK(r.tree.rituals[0].subject.text == "family");
  CHECK(r.tree.rituals[0].every.unit == period_unit::months);
  CHECK(r.tree.thresholds[0].value.unit == period_unit::working_days);
  CHECK(r.tree.thresholds[0].formerly.text == "s");
  const auto& c = r.tree.classes[0];
  CHECK(r.choices(c.held_by) == "a | b^, c");
  CHECK(r.at(c.held_where) == "held by a or b or above, c");
  CHECK(c.formerly.text == "d");
  REQUIRE(c.decisions.count == 2);
  CHECK(r.tree.decisions[0].name.text == "last");
  CHECK(r.tree.decisions[0].formerly.text == "first");
  CHECK(r.tree.decisions[1].name.text == "review");
}

TEST_CASE("rules and what they say", "[grammar][statement]") {
  const reading r{
      "agreement \"A\" pillar p \"P\" {\n statutory rule s \"S\" formerly t effective 2026-12-01 to 2027-02-28 for x, y { "
      "because \"b\" "
      "source \"c\" }\n rule guide \"G\" }"};
  REQUIRE(r.findings() == "");
  CHECK(r.tree.pillars[0].rules.count == 2);
  const auto& s = r.tree.rules[0];
  CHECK(s.statutory);
  CHECK(s.has_for);
  CHECK(r.names(s.covers) == "x, y");
  REQUIRE(s.effective == 0);
  CHECK(r.at(r.tree.days[0].where) == "2026-12-01 to 2027-02-28");
  CHECK(s.formerly.text == "t");
  CHECK(s.because.raw == "b");
  CHECK(s.source.raw == "c");
  CHECK(r.at(s.where) == "statutory rule s");
  CHECK(r.at(r.tree.pillars[0].where) == "pillar p");
  CHECK_FALSE(r.tree.rules[1].has_for);
}

TEST_CASE("clauses of every kind", "[grammar][statement]") {
  using enum syntax::clause_kind;
  const reading r = read_clauses(
      "escalate to a or above unless u when w\nconsult a or b, c for agreement when x\nallow a or b despite rights, r when x\n"
      "then record \"w\" when x\nnotify a, b within 5 working days unless x\nratify by a within 2 weeks\ndo \"d\"\n"
      "allow a when x despite rights\nconsult record when a");
  REQUIRE(r.findings() == "");
  const auto& c = r.tree.clauses;
  REQUIRE(c.size() == 9);
  const syntax::clause_kind kinds[] = {escalate, consult, allow, record, notify, ratify, action, allow, consult};
  for (std::size_t i = 0; i < 9; ++i) CHECK(c[i].kind == kinds[i]);
  CHECK(r.choices(c[0].choices) == "a^");
  CHECK(r.condition(c[0].when) == "w");
  CHECK(r.condition(c[0].unless) == "u");
  CHECK(c[1].for_agreement);
  CHECK(r.choices(c[1].choices) == "a | b, c");
  CHECK(r.names(c[2].despite) == "rights, r");
  CHECK(c[3].then);
  CHECK(c[3].what.raw == "w");
  REQUIRE(c[4].within == 0);
  CHECK(r.tree.periods[0].unit == period_unit::working_days);
  CHECK(c[3].within == remit::syntax::none);
  CHECK(c[7].despite.count == 1);
  CHECK(r.choices(c[8].choices) == "record");
}

TEST_CASE("promises, with and without parties", "[grammar][statement]") {
  const reading r{
      "agreement \"A\" always escalate to s, t when x unless y\nnever escalate when x\nalways consult q for agreement\nnever "
      "consult\n"
      "party party \"P\"\nnever allow p or q when x\nalways allow fact fact : money never consult review when z"};
  REQUIRE(r.findings() == "");
  const auto& p = r.tree.promises;
  REQUIRE(p.size() == 7);
  CHECK(p[0].always);
  CHECK(p[0].has_parties);
  CHECK(r.choices(p[0].verdict.choices) == "s, t");
  CHECK(r.condition(p[0].verdict.unless) == "y");
  CHECK_FALSE(p[1].has_parties);
  CHECK(p[2].verdict.for_agreement);
  CHECK_FALSE(p[3].has_parties);
  CHECK(r.tree.parties.size() == 1);
  CHECK(r.choices(p[4].verdict.choices) == "p | q");
  CHECK_FALSE(p[5].has_parties);
  CHECK(r.tree.facts.size() == 1);
  CHECK(r.choices(p[6].verdict.choices) == "review");
}

TEST_CASE("examples, line by line", "[grammar][statement]") {
  using enum syntax::circumstance_kind;
  const reading r{
      "agreement \"A\"\nexample \"E\" {\n decision last by p on 2026-11-20\n consulted p, q approved by r\n cost £30\n serious "
      "no\n"
      " placement over\n duties chair, mentor\n duty none\n ref \"x\"\n visits 3 days 5\n wait 3 days\n source \"s\"\n"
      " talk last on 2026-11-10\n talk last never\n expect consult a or b, c for agreement by rule spending\n}\n"
      "example \"F\" { expect escalate to a or above by rule r decision d by p }"};
  REQUIRE(r.findings() == "");
  const auto& e = r.tree.examples[0];
  CHECK(e.decision.text == "last");
  CHECK(e.by.text == "p");
  CHECK(e.has_expect);
  CHECK(e.expect.for_agreement);
  CHECK(r.choices(e.expect.choices) == "a | b, c");
  CHECK(e.by_rule.text == "spending");
  CHECK(r.at(e.expect_where) == "expect consult a or b, c for agreement by rule spending");
  CHECK(r.at(e.where) == "example \"E\"");
  const auto* c = &r.tree.circumstances[e.circumstances.first];
  REQUIRE(e.circumstances.count == 15);
  const syntax::circumstance_kind kinds[] = {on,   consulted, approved, fact, fact, fact,   fact,  fact,
                                             fact, fact,      fact,     fact, fact, ritual, ritual};
  for (std::size_t i = 0; i < 15; ++i) CHECK(c[i].kind == kinds[i]);
  CHECK(r.names(c[1].parties) == "p, q");
  CHECK(r.names(c[5].value.names) == "over");
  CHECK(r.names(c[6].value.names) == "chair, mentor");
  CHECK(r.names(c[7].value.names) == "none");
  CHECK(c[8].value.literal.kind == syntax::literal_kind::text);
  CHECK(c[9].value.literal.kind == syntax::literal_kind::number);
  CHECK(c[10].name.text == "days");
  CHECK(c[11].value.literal.kind == syntax::literal_kind::duration);
  CHECK(c[12].name.text == "source");
  CHECK(r.tree.examples[1].expect.kind == syntax::clause_kind::escalate);
}

TEST_CASE("words of the language that stay free as names", "[grammar][statement]") {
  for (const std::string name :
       {"money", "date",     "text",     "case",    "record", "source",  "review", "last",  "month",   "family",
        "note",  "day",      "version",  "party",   "role",   "rule",    "fact",   "known", "any",     "number",
        "title", "currency", "none",     "to",      "then",   "never",   "in",     "of",    "every",   "escalate",
        "allow", "consult",  "language", "include", "pillar", "example", "each",   "body",  "duration"}) {
    INFO(name);
    CHECK(reading{"agreement \"A\" fact " + name + " : money party x \"X\""}.findings() == "");
    CHECK(reading{"agreement \"A\" party " + name + " \"X\" above " + name + " party y \"Y\""}.findings() == "");
    CHECK(reading{"agreement \"A\" decisions " + name + " \"X\" held by " + name + " { " + name + " \"N\" }"}.findings() == "");
    CHECK(reading{"agreement \"A\" example \"E\" { decision " + name + " by " + name + " " + name + " £5 expect allow }"}
              .findings() == "");
    CHECK(test::read_condition(name + " over " + name + " plus £5") == "(over " + name + " " + name + "+£5)");
    CHECK(read_clauses("consult " + name + " or " + name + ", " + name + " when " + name).findings() == "");
  }
}

TEST_CASE("reserved words are no names, and the list is in order", "[grammar][statement]") {
  const auto words = syntax::reserved_words();
  CHECK(std::is_sorted(words.begin(), words.end()));
  for (const std::string_view word : words) {
    INFO(word);
    CHECK(syntax::is_reserved(word));
    CHECK(reading{"agreement \"A\" party " + std::string{word} + " \"X\""}.findings() ==
          "R0111 [" + std::string{word} + "] `" + std::string{word} + "` is a word of the language and cannot be a name");
  }
  CHECK_FALSE(syntax::is_reserved("money"));
}

TEST_CASE("white space is free, and line ends may be CRLF", "[grammar][statement]") {
  const reading r{
      "\xEF\xBB\xBF"
      "agreement \"A\"\r\nparty\r\n\r\n a # who\r\n \"a\r\n   long  title\"\r\nabove\r\nall\r\n"};
  REQUIRE(r.findings() == "");
  CHECK(r.tree.parties[0].above_all);
  CHECK(syntax::text_of(r.tree.parties[0].title) == "a long  title");
  CHECK(r.at(r.tree.comments[0].where) == "# who");
}
