// A batch against one action at a time: every row gets the verdict that its action gets.
// Not here: whether that verdict is right (evaluate_agrees_test.cpp); columns of Arrow (unit/agreement/arrow_test.cpp).
#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include <remit/agreement/batch.hpp>
#include <remit/agreement/evaluate.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

/// Columns filled from actions, each in the form that its kind has.
struct table {
  explicit table(const agreement& under, const std::vector<action>& actions) : filled{under, actions.size()} {
    const executable& rules = under.rules();
    for (const action& a : actions) decisions.push_back(a.decision()), askers.push_back(a.by());
    REQUIRE(filled.decisions(decisions) == input_error::none);
    REQUIRE(filled.askers(askers) == input_error::none);
    wide.resize(rules.inputs.size());
    days.resize(rules.inputs.size());
    bytes.resize(rules.inputs.size());
    masks.resize(rules.inputs.size());
    texts.resize(rules.inputs.size());
    valid.resize(rules.inputs.size());
    for (std::uint32_t i = 0; i < rules.inputs.size(); ++i) input(actions, rules, i);
    said.resize(2 * rules.parties.size());
    for (std::uint32_t p = 0; p < rules.parties.size(); ++p) {
      for (const action& a : actions) {
        said[2 * p].push_back(a.all_consulted().has(p));
        said[2 * p + 1].push_back(a.all_approved().has(p));
      }
      // Of whoever said nothing in any row there is no column.
      const auto anything = [](const std::vector<std::uint8_t>& rows) { return std::find(rows.begin(), rows.end(), 1) != rows.end(); };
      if (anything(said[2 * p])) REQUIRE(filled.consulted(party_id{p}, said[2 * p]) == input_error::none);
      if (anything(said[2 * p + 1])) REQUIRE(filled.approved(party_id{p}, said[2 * p + 1]) == input_error::none);
    }
  }

  void input(const std::vector<action>& actions, const executable& rules, std::uint32_t i) {
    const input_id slot{i};
    constexpr std::size_t first_bit = 3;
    valid[i].resize(actions.size() / 8 + 2);
    for (std::size_t n = 0; n < actions.size(); ++n) {
      const action& a = actions[n];
      const bool known = a.is_known(slot);
      if (known) valid[i][(first_bit + n) / 8] |= static_cast<std::uint8_t>(1u << ((first_bit + n) % 8));
      const std::int64_t v = known ? a.slot(slot) : 0;
      wide[i].push_back(v);
      days[i].push_back(v == never_held ? batch::never_held_days : static_cast<std::int32_t>(v / duration::minutes_a_day));
      bytes[i].push_back(static_cast<std::uint8_t>(v));
      masks[i].push_back(static_cast<std::uint64_t>(v));
      texts[i].push_back(rules.inputs[i].kind == input_kind::text && v > 0 ? rules.texts[static_cast<std::uint32_t>(v)]
                                                                           : "(another text)");
    }
    // Where every row holds a value no bits are needed, and the column is read where it lies.
    const bool all_known = std::all_of(actions.begin(), actions.end(), [&](const action& a) { return a.is_known(slot); });
    const validity v = all_known ? validity{} : validity{valid[i].data(), first_bit};
    const auto set = [&] {
      switch (rules.inputs[i].kind) {
        case input_kind::day: return filled.on(days[i], v);
        case input_kind::yes_no: return filled.set(fact<bool>{slot}, bytes[i], v);
        case input_kind::number:
        case input_kind::whole_number: return filled.set(fact<number>{slot}, wide[i], v);
        case input_kind::money: return filled.set(fact<money>{slot}, wide[i], v);
        case input_kind::date: return filled.set(fact<date>{slot}, days[i], v);
        case input_kind::duration: return filled.set(fact<duration>{slot}, wide[i], v);
        case input_kind::one_of: return filled.set(fact<choice>{slot}, bytes[i], v);
        case input_kind::any_of: return filled.set(fact<choices>{slot}, masks[i], v);
        case input_kind::text: return filled.set(fact<std::string_view>{slot}, texts[i], v);
        case input_kind::ritual: return filled.last(ritual{slot}, days[i], v);
      }
      return input_error::unknown_fact;
    };
    REQUIRE(set() == input_error::none);
  }

  std::vector<decision_id> decisions;
  std::vector<party_id> askers;
  std::vector<std::vector<std::int64_t>> wide;
  std::vector<std::vector<std::int32_t>> days;
  std::vector<std::vector<std::uint8_t>> bytes, valid, said;
  std::vector<std::vector<std::uint64_t>> masks;
  std::vector<std::vector<std::string_view>> texts;
  batch filled;
};

/// What some of the actions have, and none of the others.
struct having {
  bool facts_missing = false, sayings = false;

  /// One after the other, all there are.
  static having nth(std::uint64_t n) { return {(n & 1) != 0, (n & 2) != 0}; }
};
std::vector<action> drawn(generate::random& r, const checked::document& d, const engine& under, std::size_t count, having some) {
  const generate::borders borders = generate::borders_of(d);
  std::vector<action> actions;
  for (std::size_t k = 0; k < count; ++k) {
    oracle::action a = some.facts_missing && k % 3 == 0 ? generate::incomplete_action(r, d, borders, 3) : generate::complete_action(r, d, borders);
    if (!some.sayings || k % 2 == 0) a.consulted.clear(), a.approved.clear();
    actions.push_back(under.asked_of(a));
  }
  return actions;
}

/// Returns how many different verdicts there are.
std::size_t judge_all(const agreement& under, const std::vector<action>& actions, verdicts& given) {
  const table t{under, actions};
  REQUIRE(under.evaluate(t.filled, given) == input_error::none);
  REQUIRE(given.rows() == actions.size());
  for (std::size_t n = 0; n < actions.size(); ++n) {
    const verdict alone = under.evaluate(actions[n]);
    const verdict& row = given[n];
    INFO("row " << n);
    REQUIRE(row.error() == alone.error());
    REQUIRE(given.outcomes()[n] == alone.outcome());
    REQUIRE(row.outcome() == alone.outcome());
    REQUIRE(row.basis() == alone.basis());
    REQUIRE(row.certain() == alone.certain());
    REQUIRE(row.in_force() == alone.in_force());
    if (alone.error() != input_error::none) continue;
    REQUIRE(evaluation::alike(row, alone));
    REQUIRE(row.fired() == alone.fired());
    REQUIRE(row.due() == alone.due());
    REQUIRE(under.evaluate(t.filled.at(n)).outcome() == alone.outcome());
  }
  return given.table().size();
}

}  // namespace

TEST_CASE("every row of a batch gets its action's verdict", "[agree]") {
  constexpr std::size_t rows_each = 100;
  unsigned long long agreements = 0, rows = 0, different = 0;
  verdicts given;
  for (const std::uint64_t end = as_many_as(400); agreements < end; ++agreements, rows += rows_each) {
    const std::uint64_t seed = seed_of(23, agreements);
    generate::random r{seed};
    const checked::document d = generate::document(r, {agreements % 2 == 0, true});
    const engine under{d, lower(d)};
    INFO("seed " << seed);
    different += judge_all(under.agreement(), drawn(r, d, under, rows_each, having::nth(agreements / 2)), given);
  }
  std::printf("batch: %llu rows under %llu agreements, %llu different verdicts, all as one by one\n", rows, agreements, different);
  CHECK(rows > 0);
}

TEST_CASE("so does every row of a long batch", "[agree]") {
  for (std::uint64_t n = 0; n < 8; ++n) {
    const std::uint64_t seed = seed_of(29, n);
    generate::random r{seed};
    const checked::document d = generate::document(r, {false, true});
    const engine under{d, lower(d)};
    INFO("seed " << seed);
    verdicts given;
    CHECK(judge_all(under.agreement(), drawn(r, d, under, 20'000, having::nth(n)), given) > 1);
  }
}
