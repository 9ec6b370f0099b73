// Every agreement of a stated small size with every action, the evaluator against the oracle.
// Not here: larger ones, of which there are too many (evaluate_agrees_test.cpp tries some at random).
#include <array>
#include <cstdio>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/print.hpp"
#include "support/told.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

constexpr std::uint32_t a = 0, b = 1, c = 2;  // the parties

checked::group group(std::initializer_list<std::uint32_t> parties, bool or_above = false) {
  checked::group g;
  for (std::uint32_t p : parties) g.members.push_back({party_id{p}, or_above});
  return g;
}

/// All ways to rank three parties: 19.
std::vector<std::array<std::vector<party_id>, 3>> rank_orders() {
  std::vector<std::array<std::vector<party_id>, 3>> out;
  for (std::uint32_t relation = 0; relation < 512; ++relation) {
    const auto above = [&](std::uint32_t high, std::uint32_t low) { return (relation >> (high * 3 + low) & 1) != 0; };
    bool is_order = true;
    for (std::uint32_t x = 0; x < 3; ++x)
      for (std::uint32_t y = 0; y < 3; ++y) {
        if (above(x, y) && above(y, x)) is_order = false;  // and so nobody is above itself
        for (std::uint32_t z = 0; z < 3; ++z)
          if (above(x, y) && above(y, z) && !above(x, z)) is_order = false;
      }
    if (!is_order) continue;
    auto& order = out.emplace_back();
    for (std::uint32_t x = 0; x < 3; ++x)
      for (std::uint32_t y = 0; y < 3; ++y)
        if (above(x, y)) order[x].push_back(party_id{y});
  }
  return out;
}

checked::clause clause(effect e, checked::group g, bool flag = false) {
  checked::clause one;
  one.effect = e;
  one.groups = {std::move(g)};
  (e == effect::consult ? one.for_agreement : one.despite_rights) = flag;
  return one;
}

/// What one rule may say; `other` is the other rule. An `allow` that lifts nothing and gives no right fires to no effect.
std::vector<checked::clause> sayings(rule_id other, bool idle_too) {
  std::vector<checked::clause> out;
  for (const auto& g : {group({a}), group({b}), group({c}), group({b, c}), group({a}, true)})
    out.push_back(clause(effect::escalate, g));
  out.push_back(clause(effect::consult, group({a})));
  out.push_back(clause(effect::consult, group({b, c})));
  out.push_back(clause(effect::consult, group({c}), true));
  for (std::uint32_t p : {a, b, c})
    for (const bool rights : {false, true})
      for (const bool lifts : {false, true}) {
        if (!rights && !lifts && !idle_too) continue;
        out.push_back(clause(effect::allow, group({p}), rights));
        if (lifts) out.back().despite = {other};
      }
  checked::clause record;
  record.effect = effect::duty;
  record.duty = checked::duty{duty_kind::record, "why", {}, {}};
  out.push_back(record);
  return out;
}

checked::condition is_yes(std::uint32_t input) {
  checked::condition yes;
  yes.atom.kind = atom_kind::truth;
  yes.atom.first = input_id{input};
  return yes;
}

/// Three parties, two decisions, two yes/no facts, two rules of one clause each, the second with a `then` duty too.
checked::document frame() {
  checked::document d;
  auto sources = std::make_shared<source_set>();
  sources->add("generated.remit", "");
  d.sources = sources;
  d.title = "Small";
  d.currency = pound_sterling;
  for (const char* name : {"a", "b", "c"}) d.parties.push_back({name, name, {}, false, false, false, {}, {}, false, {}});
  d.inputs.resize(3);
  d.inputs[0].name = "on";
  d.inputs[0].kind = input_kind::day;
  d.inputs[0].most = largest_amount;
  for (std::uint32_t i : {1u, 2u}) {
    d.inputs[i].name = "f" + std::to_string(i);
    d.inputs[i].most = 1;
  }
  d.outside = {group({c})};
  d.classes.resize(2);
  d.classes[0].name = "k0";
  d.classes[1].name = "k1";
  d.classes[1].held_by = {group({c})};
  d.decisions.resize(2);
  d.decisions[0].name = "d0";
  d.decisions[0].in = class_id{0};
  d.decisions[1].name = "d1";
  d.decisions[1].in = class_id{1};
  d.pillars.push_back({"l0", "Pillar", {rule_id{0}, rule_id{1}}, false, {}});
  d.rules.resize(2);
  d.rules[0].name = "u0";
  d.rules[1].name = "u1";
  d.rules[0].everywhere = true;
  d.rules[1].covers = {decision_id{0}};
  return d;
}

struct running {
  unsigned long long agreements = 0, complete = 0, incomplete = 0;

  /// Every asker, each of the facts yes, no or missing, each party idle, consulted or approving; and the first decision,
  /// or all, the one outside too. (The second rule does not cover the others.)
  void try_all(const checked::document& d, bool all_decisions) {
    const engine under_test{d, lower(d)};
    ++agreements;
    for (std::uint32_t decision = 0; decision < (all_decisions ? 3u : 1u); ++decision)
      for (std::uint32_t by = 0; by < 3; ++by)
        for (std::uint32_t facts = 0; facts < 9; ++facts)
          for (std::uint32_t done = 0; done < 27; ++done) {
            // Without rules that bear on it, a decision knows no facts.
            if (decision == 2 && facts > 0) continue;
            oracle::action one;
            if (decision < 2) one.decision = decision_id{decision};
            one.by = party_id{by};
            one.inputs[0] = {0, {}};
            if (facts % 3 < 2) one.inputs[1] = {facts % 3, {}};
            if (facts / 3 < 2) one.inputs[2] = {facts / 3, {}};
            for (std::uint32_t p = 0, rest = done; p < 3; ++p, rest /= 3) {
              if (rest % 3 == 1) one.consulted.insert(p);
              if (rest % 3 == 2) one.approved.insert(p);
            }
            const oracle::verdict expected = oracle::decide(d, one).value();
            const told got = under_test.ask(one);
            const bool is_complete = one.inputs.size() == 3;
            ++(is_complete ? complete : incomplete);
            const bool agrees =
                (is_complete ? difference(d, expected, got) : unsoundness(d, expected, got)).empty();
            if (!agrees) FAIL(report(0, d, one, compare_evaluator));
          }
  }
};

}  // namespace

// 3 parties in each of the 19 rank orders; a decision held by `a` or by `a, b`, and one held by c; two rules of one clause
// each, one for both decisions and one for the first, each on a yes/no fact of its own; each clause one of 5 escalations,
// 3 consultations, 9 ways to allow and a duty, 18 x 18 of them: 12,312 agreements. With REMIT_AGREE_TIMES=4 or more also
// held by `a or b` and by `a or above`, and the 3 idle ways to allow: 33,516.
TEST_CASE("every small agreement: the evaluator agrees with the oracle on every action", "[agree]") {
  const bool more = as_many_as(1) >= 4;
  std::vector<std::vector<checked::group>> holders{{group({a})}, {group({a}), group({b})}};
  if (more) holders.insert(holders.end(), {{group({a, b})}, {group({a}, true)}});
  const auto first = sayings(rule_id{1}, more), second = sayings(rule_id{0}, more);
  const auto orders = rank_orders();
  REQUIRE(orders.size() == 19);
  running all;
  for (const auto& order : orders)
    for (const auto& held_by : holders)
      for (const checked::clause& one : first)
        for (const checked::clause& two : second) {
          checked::document d = frame();
          for (std::uint32_t p = 0; p < 3; ++p) d.parties[p].below = order[p];
          d.classes[0].held_by = held_by;
          d.rules[0].clauses = {one};
          d.rules[1].clauses = {two};
          d.rules[0].clauses[0].when = is_yes(1);
          d.rules[1].clauses[0].when = is_yes(2);
          generate::tell_words(d);
          all.try_all(d, &two == &second.front());
        }
  std::printf("every small agreement: %llu agreements, %llu complete pairs equal, %llu incomplete pairs safe\n", all.agreements,
              all.complete, all.incomplete);
  CHECK(all.agreements == (more ? 33'516 : 12'312));
}
