// Names: who may use which, one message for one mistake, and how much an agreement holds.
// Not here: whole files (agreements_test.cpp).
#include <map>
#include <string>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "checking.hpp"
#include "support/catch.hpp"

using namespace remit;
using namespace remit::testing;

namespace {

/// Loads the text named `root` of several, which may include each other.
loaded load_of(const std::map<std::string, std::string>& texts) {
  load_options options;
  options.resolver = [&](std::string_view path, std::string_view) {
    const auto at = texts.find(std::string{path});
    resolved_include found;
    found.name = path;
    if (at != texts.end())
      found.text = at->second;
    else
      found.problem = "there is no such text";
    return found;
  };
  return load_text(texts.at("root"), "root", options);
}

const diagnostic* first_error(const loaded& l) {
  for (const diagnostic& d : l.diagnostics())
    if (d.severity() == severity::error) return &d;
  return nullptr;
}

}  // namespace

TEST_CASE("what a change touches, widens or narrows must be there", "[check]") {
  const auto with = [](const std::string& condition) {
    return load_of({{"root", agreement_with("decisions own \"Own\" held by lead { amend_agreement \"Amend\" }\n"
                                            "pillar p \"P\" { rule r \"R\" for amend_agreement { consult team when " +
                                            condition + " } }")}});
  };
  CHECK(errors_of(with("amendment touches r, p, own, amend_agreement, lead or amendment widens team, lead")).empty());
  CHECK(errors_of(with("amendment touches rr")).starts_with("R0203"));
  CHECK(errors_of(with("amendment narrows r")).starts_with("R0208"));
  const auto l = with("amendment loosens or amendment touches r, p");
  REQUIRE(l);
  const auto asked = [&](const std::string& fact, bool yes) {
    remit::action a{*l, *l->decision("amend_agreement"), *l->party("lead")};
    for (const char* name : {"amendment loosens", "amendment touches r", "amendment touches p"}) {
      const auto f = l->fact<bool>(name);
      REQUIRE(f.has_value());
      a.set(*f, name == fact && yes);
    }
    return l->evaluate(a).outcome();
  };
  CHECK(asked("amendment touches p", true) == remit::outcome::consult);
  CHECK(asked("amendment touches p", false) == remit::outcome::allow);
}

TEST_CASE("a framework sees what it declares, includes and needs, and nothing else", "[check]") {
  const std::string root = agreement_with("include \"floors\"");
  CHECK(
      errors_of(load_of({{"root", root}, {"floors", "framework \"F\"\nneeds party lead\nnever escalate to lead when by lead"}}))
          .empty());
  CHECK(errors_of(load_of({{"root", root}, {"floors", "framework \"F\"\nnever escalate to lead when by lead"}})) ==
        "R0201 lead");
  CHECK(errors_of(load_of({{"root", root},
                           {"floors", "framework \"F\"\ninclude \"more\"\nnever allow when by court"},
                           {"more", "framework \"G\"\nparty court \"Court\" above all"}}))
            .empty());
}

TEST_CASE("needs are met by name and type", "[check]") {
  const auto needing = [](const std::string& needs) {
    return errors_of(load_of({{"root", agreement_with("include \"floors\"")}, {"floors", "framework \"F\"\n" + needs}}));
  };
  CHECK(needing("needs cost : money needs place : one of street, home, school").empty());
  CHECK(needing("needs cost : number") == "R0505 \"floors\"");
  CHECK(needing("needs place : one of home, school") == "R0505 \"floors\"");
  CHECK(needing("needs party nobody") == "R0505 \"floors\"");
  CHECK(needing("needs party scribe") == "R0505 \"floors\"");
  CHECK(needing("needs party lead needs party lead") == "R0207 lead");
}

TEST_CASE("what an include would have brought is not called unknown", "[check]") {
  CHECK(errors_of(load_of({{"root", agreement_with("include \"gone\"\nnever allow when by court_of_appeal")}})) ==
        "R0501 \"gone\"");
}

TEST_CASE("an unknown name is reported once, with every place", "[check]") {
  const auto l = load_text(rule_when("expenditure over £1 or expenditure is known"), "test.remit");
  REQUIRE(first_error(l) != nullptr);
  CHECK(errors_of(l) == "R0204 expenditure");
  CHECK(first_error(l)->related.size() == 1);
}

TEST_CASE("the proposal is a name that fits the place", "[check]") {
  const auto help = [](const std::string& body) {
    const auto l = load_text(agreement_with(body), "test.remit");
    return first_error(l) != nullptr ? first_error(l)->help : std::string{};
  };
  CHECK(help("never allow when limt over £1") == "did you mean `limit`?");
  CHECK(help("never allow when by tema") == "did you mean `team`?");
  CHECK(help("never allow when rond is overdue") == "did you mean `round`?");
  CHECK(help("never allow when decision is vist") == "did you mean `visit`?");
  CHECK(help("never allow when home") == "`home` is a value of `place`: write `place is home`");
  CHECK(help("never allow when team") == "did you mean `by team`?");
  CHECK(help("never allow when round") == "did you mean `round is overdue`?");
}

TEST_CASE("past a limit the agreement is refused", "[check]") {
  std::string parties, facts, clauses;
  for (int i = 0; i < 254; ++i) parties += "party p" + std::to_string(i) + " \"P\"\n";
  CHECK(errors_in(agreement_with(parties)) == "R0701 p253");
  for (int i = 0; i < 1013; ++i) facts += "fact f" + std::to_string(i) + " : yes/no\n";
  CHECK(errors_in(agreement_with(facts)) == "R0701 f1012");
  for (int i = 0; i < 4097; ++i) clauses += "consult scribe when cost over £" + std::to_string(i) + "\n";
  CHECK(errors_in(agreement_with("pillar one \"One\" { rule r \"R\" for buy {\n" + clauses + "} }")) == "R0701 buy");
}

TEST_CASE("ranks are transitive and a framework's stand above", "[check]") {
  const auto l = load_of(
      {{"root", agreement_with("include \"floors\" party chief \"Chief\" above officer party officer \"Officer\" above team")},
       {"floors", "framework \"F\"\nparty court \"Court\" above all"}});
  REQUIRE(l.document() != nullptr);
  const auto below = [&](std::string_view name) {
    std::string all;
    for (const auto& p : l.document()->parties)
      if (p.name == name)
        for (const auto b : p.below) all += l.document()->parties[b.value].name + " ";
    return all;
  };
  CHECK(below("chief") == "team officer ");
  CHECK(below("lead") == "team chief officer ");
  CHECK(below("court") == "lead team chief officer ");
}

TEST_CASE("choices and duties past their limits are refused, equal ones counted once", "[check]") {
  const auto with = [](const std::string& clauses) {
    return errors_in(agreement_with("pillar one \"One\" { rule r \"R\" for buy {\n" + clauses + "} }"));
  };
  std::string parties, choices, duties, same;
  for (int i = 0; i < 40; ++i) parties += "party p" + std::to_string(i) + " \"P\"\n";
  for (int i = 0; i < 520; ++i) {
    choices +=
        "consult p" + std::to_string(i / 40) + " or p" + std::to_string(13 + i % 27) + (i % 40 < 27 ? "" : " or lead") + "\n";
    duties += "record \"note " + std::to_string(i) + "\"\n";
    same += "record \"note\" when cost over £" + std::to_string(i) + "\n";
  }
  CHECK(with(duties) == "R0701 buy");
  CHECK(with(same).empty());
  CHECK(errors_in(agreement_with(parties + "pillar one \"One\" { rule r \"R\" for buy {\n" + choices + "} }")) == "R0701 buy");
}
