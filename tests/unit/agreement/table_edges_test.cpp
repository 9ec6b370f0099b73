// What an agreement is worked out into has room for so many facts, clauses, groups and duties at once. On both sides of each
// of these edges an action gets what its rules say.
// Not here: agreements drawn at random, against the oracle (agree/).
#include <algorithm>
#include <string>
#include <vector>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"

using namespace remit;

namespace {

/// Rule i consults party i and records `i` where fact i holds; the first facts have no rule.
std::string agreement_of(int without_rules, int rules) {
  std::string text =
      "agreement \"Edges\"\nlanguage 1\nparty strategy \"Strategy\" above all\nparty team \"Team\"\n"
      "outside this agreement escalate to strategy\ndecisions own \"Own\" held by team { act \"Act\" }\n";
  const auto fact = [&](const std::string& name) { text += "fact " + name + " : yes/no \"" + name + "\"\n"; };
  for (int i = 0; i < without_rules; ++i) fact("no_rule_" + std::to_string(i));
  for (int i = 0; i < rules; ++i) {
    fact("f" + std::to_string(i));
    text += "party p" + std::to_string(i) + " \"Party " + std::to_string(i) + "\"\n";
  }
  text += "pillar p \"Pillar\" {\n";
  for (int i = 0; i < rules; ++i) {
    const std::string n = std::to_string(i);
    text += "rule r" + n + " \"Rule " + n + "\" for act {\nconsult p" + n + " when f" + n + "\nthen record \"" + n + "\"\n}\n";
  }
  return text + "}\n";
}

struct asked {
  std::vector<std::string> consult, duties, missing;
  bool certain = true;
};

asked ask(const agreement& a, int rules, const std::vector<int>& yes, const std::vector<int>& missing) {
  action act{a, *a.decision("act"), *a.party("team")};
  for (int i = 0; i < rules; ++i)
    if (std::find(missing.begin(), missing.end(), i) == missing.end())
      act.set(*a.fact<bool>("f" + std::to_string(i)), std::find(yes.begin(), yes.end(), i) != yes.end());
  const verdict v = a.evaluate(act);
  REQUIRE(v.error() == input_error::none);
  asked all;
  for (auto members : v.consult()) {
    REQUIRE(members.size() == 1);
    all.consult.emplace_back(a.name(members[0]));
  }
  for (const auto& duty : v.duties()) all.duties.emplace_back(duty.what);
  for (input_id i : v.missing()) all.missing.emplace_back(a.name(i));
  all.certain = v.certain();
  for (auto* names : {&all.consult, &all.duties, &all.missing}) std::sort(names->begin(), names->end());
  CHECK(v.outcome() == (all.consult.empty() ? outcome::allow : outcome::consult));
  return all;
}

std::vector<std::string> named(const std::string& prefix, const std::vector<int>& numbers) {
  std::vector<std::string> names;
  for (int i : numbers) names.push_back(prefix + std::to_string(i));
  std::sort(names.begin(), names.end());
  return names;
}

void check(int without_rules, int rules) {
  INFO(without_rules << " facts without a rule, " << rules << " rules");
  const auto loaded = load_text(agreement_of(without_rules, rules), "edges.remit");
  REQUIRE(loaded);
  const auto told = [&](const std::vector<int>& yes, const std::vector<int>& missing) {
    std::vector<int> possible = yes;
    possible.insert(possible.end(), missing.begin(), missing.end());
    const asked all = ask(*loaded, rules, yes, missing);
    CHECK(all.consult == named("p", possible));
    CHECK(all.duties == named("", possible));
    CHECK(all.missing == named("f", missing));
    CHECK(all.certain == missing.empty());
  };
  told({}, {});
  for (int i = 0; i < rules; ++i) {
    INFO("rule " << i);
    told({i}, {});
    told({}, {i});
    if (const int other = (i + 7) % rules; other != i) {
      told({i, other}, {});
      told({i}, {other});
    }
  }
}

// Everybody holds one decision, at which only an amount is looked; nobody the other, into which the last one is let.
void check_askers(int parties) {
  INFO(parties << " parties");
  std::string text = "agreement \"Edges\"\nlanguage 1\n", holders;
  for (int i = 0; i < parties; ++i) {
    const std::string name = "p" + std::to_string(i);
    text += "party " + name + " \"" + name + "\"\n";
    holders += (i == 0 ? "" : " or ") + name;
  }
  text += "party strategy \"Strategy\"\noutside this agreement escalate to strategy\nfact cost : money \"Cost\"\n"
          "decisions own \"Own\" held by " + holders + " { spend \"Spend\" }\n"
          "decisions kept \"Kept\" held by strategy { move \"Move\" }\n"
          "pillar p \"Pillar\" {\n"
          "rule much \"Much\" for spend { consult strategy when cost over £10 }\n"
          "rule last \"Last\" for move { allow p" + std::to_string(parties - 1) + " despite rights }\n}\n";
  const auto loaded = load_text(text, "edges.remit");
  REQUIRE(loaded);
  const agreement& a = *loaded;
  for (int i = 0; i < parties; ++i) {
    INFO("party " << i);
    const party_id by = *a.party("p" + std::to_string(i));
    action spend{a, *a.decision("spend"), by};
    CHECK(a.evaluate(spend).outcome() == outcome::consult);
    CHECK(!a.evaluate(spend).certain());
    for (const int cost : {10, 11}) {
      spend.set(*a.fact<money>("cost"), money::pounds(cost));
      CHECK(a.evaluate(spend).outcome() == (cost > 10 ? outcome::consult : outcome::allow));
      CHECK(a.evaluate(spend).certain());
    }
    CHECK(a.evaluate(action{a, *a.decision("move"), by}).outcome() == (i == parties - 1 ? outcome::allow : outcome::consult));
  }
}

}  // namespace

TEST_CASE("anybody may ask, however many there are", "[agreement]") {
  for (const int parties : {1, 2, 63, 64, 126, 127, 128, 129, 255}) check_askers(parties);
}

TEST_CASE("a decision looks at facts of any number", "[agreement]") {
  for (const int before : {0, 60, 61, 62, 63, 64, 65, 126, 128, 640}) check(before, 3);
}

TEST_CASE("each of a decision's clauses is heard, however many there are", "[agreement]") {
  for (const int rules : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 18, 19, 20, 21, 31, 32, 33, 61, 62, 63, 65}) check(0, rules);
}
