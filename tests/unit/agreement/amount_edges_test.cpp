// How many amounts one decision looks at, at how many limits each, and how many of its conditions are an `or`: on both sides
// of each limit, alone and in a batch, with any instructions, an action gets what its rules say.
// Not here: values that are told apart one by one (value_edges_test.cpp).
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <remit/agreement/batch.hpp>
#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "../../../src/agreement/batch_evaluation.hpp"
#include "support/catch.hpp"

using namespace remit;

namespace {

/// So many amounts, compared with so many limits each; so many rules that hold by one of two facts.
struct shape {
  int amounts, limits, either;
};
std::string amount_name(int a) { return "amount" + std::to_string(a); }
std::string flag_name(int rule, int which) { return "flag" + std::to_string(rule) + "_" + std::to_string(which); }
constexpr std::int64_t limit_of(int l) { return 10 * (l + 1); }

/// Each rule records its name: `1_0` where amount 1 is at least limit 0, `or2` where one of the flags of rule 2 holds.
std::string agreement_of(const shape& s) {
  std::string text =
      "agreement \"Edges\"\nlanguage 1\nparty strategy \"Strategy\" above all\nparty team \"Team\"\n"
      "outside this agreement escalate to strategy\ndecisions own \"Own\" held by team { act \"Act\" }\n";
  std::string rules;
  const auto rule = [&](const std::string& name, const std::string& when) {
    rules += "rule r" + name + " \"Rule " + name + "\" for act {\nrecord \"" + name + "\" when " + when + "\n}\n";
  };
  for (int a = 0; a < s.amounts; ++a) {
    text += "fact " + amount_name(a) + " : whole number \"Amount\"\n";
    for (int l = 0; l < s.limits; ++l)
      rule(std::to_string(a) + "_" + std::to_string(l), amount_name(a) + " at least " + std::to_string(limit_of(l)));
  }
  for (int e = 0; e < s.either; ++e) {
    for (int which : {0, 1}) text += "fact " + flag_name(e, which) + " : yes/no \"Flag\"\n";
    rule("or" + std::to_string(e), flag_name(e, 0) + " or " + flag_name(e, 1));
  }
  return text + "pillar p \"Pillar\" {\n" + rules + "}\n";
}

/// One amount that is not zero or is missing, and one flag that holds.
struct situation {
  int amount;
  std::int64_t value;
  bool known;
  int either, which;
};
std::vector<situation> situations_of(const shape& s) {
  std::vector<situation> all;
  for (int a = 0; a < s.amounts; ++a) {
    const int e = s.either == 0 ? -1 : a % s.either;
    all.push_back({a, 0, false, e, 0});
    for (int l = 0; l < s.limits; ++l)
      for (int off : {-1, 0, 1}) all.push_back({a, limit_of(l) + off, true, e, l % 2});
  }
  for (int e = 0; e < s.either; ++e)
    for (int which : {0, 1}) all.push_back({0, 0, true, e, which});
  return all;
}

std::vector<std::string> expected(const shape& s, const situation& at) {
  std::vector<std::string> all;
  for (int l = 0; l < s.limits; ++l)
    if (!at.known || at.value >= limit_of(l)) all.push_back(std::to_string(at.amount) + "_" + std::to_string(l));
  if (at.either >= 0) all.push_back("or" + std::to_string(at.either));
  std::sort(all.begin(), all.end());
  return all;
}
std::vector<std::string> recorded(const verdict& v) {
  std::vector<std::string> all;
  for (const auto& duty : v.duties()) all.emplace_back(duty.what);
  std::sort(all.begin(), all.end());
  return all;
}

void check(const shape& s) {
  INFO(s.amounts << " amounts, " << s.limits << " limits, " << s.either << " either");
  const auto loaded = load_text(agreement_of(s), "edges.remit");
  REQUIRE(loaded);
  const agreement& a = *loaded;
  const auto situations = situations_of(s);

  for (const situation& at : situations) {
    INFO("amount " << at.amount << " is " << (at.known ? std::to_string(at.value) : "missing") << ", flag " << at.either << "_" << at.which);
    action one{a, *a.decision("act"), *a.party("team")};
    for (int i = 0; i < s.amounts; ++i)
      if (i != at.amount || at.known) one.set(*a.fact<number>(amount_name(i)), number::whole(i == at.amount ? at.value : 0));
    for (int e = 0; e < s.either; ++e)
      for (int which : {0, 1}) one.set(*a.fact<bool>(flag_name(e, which)), e == at.either && which == at.which);
    const verdict v = a.evaluate(one);
    REQUIRE(v.error() == input_error::none);
    CHECK(v.certain() == at.known);
    CHECK(recorded(v) == expected(s, at));
  }

  std::vector<std::vector<std::int64_t>> amounts(static_cast<std::size_t>(s.amounts));
  std::vector<std::vector<std::uint8_t>> known(amounts.size()), flags(2 * static_cast<std::size_t>(s.either));
  for (std::size_t i = 0; i < amounts.size(); ++i) known[i].resize((situations.size() + 7) / 8, 0xff);
  for (std::size_t row = 0; row < situations.size(); ++row) {
    const situation& at = situations[row];
    for (std::size_t i = 0; i < amounts.size(); ++i) amounts[i].push_back(i == static_cast<std::size_t>(at.amount) ? at.value * number::scale : 0);
    if (!at.known) known[static_cast<std::size_t>(at.amount)][row / 8] &= static_cast<std::uint8_t>(~(1u << row % 8));
    for (std::size_t f = 0; f < flags.size(); ++f)
      flags[f].push_back(at.either >= 0 && f == 2 * static_cast<std::size_t>(at.either) + static_cast<std::size_t>(at.which) ? 1 : 0);
  }
  for (const bool some_missing : {true, false}) {
    batch all{a, situations.size()};
    all.decision(*a.decision("act"));
    all.asker(*a.party("team"));
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const auto fact = *a.fact<number>(amount_name(static_cast<int>(i)));
      if (some_missing)
        REQUIRE(all.set(fact, amounts[i], {known[i].data()}) == input_error::none);
      else
        REQUIRE(all.set(fact, amounts[i]) == input_error::none);
    }
    for (std::size_t f = 0; f < flags.size(); ++f)
      REQUIRE(all.set(*a.fact<bool>(flag_name(static_cast<int>(f / 2), static_cast<int>(f % 2))), flags[f]) == input_error::none);
    for (const instructions with : {instructions::portable, instructions::avx2, instructions::best}) {
      verdicts given;
      judge_batch(all, given, with);
      for (std::size_t row = 0; row < situations.size(); ++row) {
        situation at = situations[row];
        at.known = at.known || !some_missing;
        INFO("row " << row << (some_missing ? " of some" : " of all") << ", instructions " << static_cast<int>(with));
        CHECK(given[row].certain() == at.known);
        CHECK(recorded(given[row]) == expected(s, at));
      }
    }
  }
}

}  // namespace

TEST_CASE("amounts are compared, however many there are and with however many limits", "[agreement]") {
  for (const int amounts : {1, 2, 3, 5})
    for (const int limits : {1, 2, 3, 4, 5, 13}) check({amounts, limits, 0});
}

TEST_CASE("conditions hold by either of their sides, however many there are", "[agreement]") {
  for (const int either : {1, 2, 3, 30}) check({1, 1, either});
  for (const int amounts : {1, 3})
    for (const int limits : {3, 4}) check({amounts, limits, 2});
}
