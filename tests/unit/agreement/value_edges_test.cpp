// Facts whose values are told apart one by one have few of them; others are searched. On both sides of where that changes
// each value gets what the rules say of it, alone and in a batch.
// Not here: how many facts, clauses and groups there is room for (table_edges_test.cpp).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/batch.hpp>
#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/load.hpp>

#include "support/catch.hpp"

using namespace remit;

namespace {

agreement made(const std::string& fact, const std::string& condition) {
  const auto loaded = load_text(
      "agreement \"Edges\"\nlanguage 1\nparty strategy \"Strategy\" above all\nparty team \"Team\"\n"
      "outside this agreement escalate to strategy\ndecisions own \"Own\" held by team { act \"Act\" }\n"
      "fact f : " + fact + " \"Fact\"\npillar p \"Pillar\" {\nrule r \"Rule\" for act {\nescalate to strategy when " + condition +
          "\n}\n}\n",
      "edges.remit");
  REQUIRE(loaded);
  return *loaded;
}

outcome of(const agreement& a, const action& asked) {
  const verdict v = a.evaluate(asked);
  REQUIRE(v.error() == input_error::none);
  CHECK(v.certain());
  return v.outcome();
}
/// A row for each of the values.
template <class Value, class Cell>
verdicts judged(const agreement& a, fact<Value> f, const std::vector<Cell>& values) {
  batch all{a, values.size()};
  all.decision(*a.decision("act"));
  all.asker(*a.party("team"));
  REQUIRE(all.set(f, values) == input_error::none);
  verdicts given;
  REQUIRE(a.evaluate(all, given) == input_error::none);
  return given;
}
outcome expected(bool escalates) { return escalates ? outcome::escalate : outcome::allow; }

}  // namespace

TEST_CASE("each set of an `any of` fact's values is told apart", "[agreement]") {
  for (const std::uint32_t members : {1u, 2u, 3u, 4u, 5u, 7u}) {
    std::string names;
    for (std::uint32_t v = 0; v < members; ++v) names += (v == 0 ? "v" : ", v") + std::to_string(v);
    for (std::uint32_t v = 0; v < members; ++v) {
      INFO(members << " members, of which " << v << " is looked for");
      const agreement a = made("any of " + names, "f includes v" + std::to_string(v));
      const auto f = a.fact<choices>("f");
      std::vector<std::uint64_t> sets;
      for (std::uint64_t set = 0; set < std::uint64_t{1} << members; ++set) {
        sets.push_back(set);
        action one{a, *a.decision("act"), *a.party("team")};
        CHECK(one.set(*f, choices{set}) == input_error::none);
        CHECK(of(a, one) == expected((set >> v & 1) != 0));
      }
      const std::uint64_t beyond = std::uint64_t{1} << members;
      action wrong{a, *a.decision("act"), *a.party("team")};
      CHECK(wrong.set(*f, choices{beyond}) == input_error::out_of_range);
      CHECK(wrong.set_slot(f->slot, -1) == input_error::out_of_range);
      CHECK(a.evaluate(wrong).error() == input_error::out_of_range);
      sets.push_back(beyond);

      const verdicts given = judged(a, *f, sets);
      for (std::uint64_t set = 0; set < beyond; ++set) CHECK(given.outcomes()[set] == expected((set >> v & 1) != 0));
      CHECK(given[beyond].error() == input_error::out_of_range);
      CHECK(given.outcomes()[beyond] == outcome::escalate);
    }
  }
}

TEST_CASE("each text that an agreement names is told apart", "[agreement]") {
  for (const int named : {2, 7, 8, 253, 254, 255, 256, 300, 4095, 4096, 4097}) {
    INFO(named << " texts");
    // Every other one, so that each of them stands apart from the next; the rest are named as well.
    std::string even, odd;
    for (int t = 0; t < named; ++t) {
      std::string& into = t % 2 == 0 ? even : odd;
      into += (into.empty() ? "\"t" : ", \"t") + std::to_string(t) + "\"";
    }
    const agreement a = made("text", "f is any of " + even + " and not f is any of " + odd);
    const auto f = a.fact<std::string_view>("f");
    std::vector<std::string> texts{"another"};
    for (int t = 0; t < named; ++t) texts.push_back("t" + std::to_string(t));
    const std::vector<std::string_view> views{texts.begin(), texts.end()};
    const verdicts given = judged(a, *f, views);
    for (std::size_t i = 0; i < views.size(); ++i) {
      INFO(views[i]);
      action one{a, *a.decision("act"), *a.party("team")};
      CHECK(one.set(*f, views[i]) == input_error::none);
      CHECK(of(a, one) == expected(i % 2 == 1));
      CHECK(given.outcomes()[i] == expected(i % 2 == 1));
    }
  }
}
