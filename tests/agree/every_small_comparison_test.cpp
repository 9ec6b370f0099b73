// Every comparison and every promise of a stated small world, against every action that there is in it.
// Not here: larger worlds (compare_agrees_test.cpp, proof_agrees_test.cpp), which can only be tried at random.
#include <cstdio>
#include <memory>
#include <vector>

#include <remit/analysis/prove.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate_promise.hpp"
#include "support/print.hpp"
#include "support/promise_oracle.hpp"
#include "support/region_check.hpp"
#include "support/reword.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

constexpr std::uint32_t high = 0, low = 1, other = 2;  // the parties: `high` is above `low`, `other` stands apart
constexpr std::uint32_t money_x = 1, money_y = 2, flag = 3;
constexpr std::int64_t most = 3;  // pennies

checked::document frame() {
  checked::document d;
  auto sources = std::make_shared<source_set>();
  sources->add("generated.remit", "");
  d.sources = sources;
  d.title = "Small";
  d.version = "1";
  d.currency = pound_sterling;
  for (const char* name : {"high", "low", "other"}) {
    d.parties.emplace_back();
    d.parties.back().name = d.parties.back().title = name;
  }
  d.parties[high].below = {party_id{low}};
  d.inputs.resize(4);
  d.inputs[0].name = "on";
  d.inputs[0].kind = input_kind::day;
  d.inputs[0].least = date::of(1, 1, 1)->days() * duration::minutes_a_day;
  d.inputs[0].most = date::of(9999, 12, 31)->days() * duration::minutes_a_day;
  d.inputs[0].step = duration::minutes_a_day;
  for (const std::uint32_t i : {money_x, money_y}) {
    d.inputs[i].name = i == money_x ? "x" : "y";
    d.inputs[i].kind = input_kind::money;
    d.inputs[i].most = most;
  }
  d.inputs[flag].name = "f";
  d.inputs[flag].most = 1;
  for (std::uint32_t i = 1; i < 4; ++i) d.inputs[i].title = "Fact";
  checked::group highest, lowest;
  highest.members = {{party_id{high}, false}};
  lowest.members = {{party_id{low}, false}};
  d.outside = {highest};
  d.classes.emplace_back();
  d.classes[0].name = "k";
  d.classes[0].title = "Class";
  d.classes[0].held_by = {lowest};
  d.decisions.emplace_back();
  d.decisions[0].name = "d";
  d.decisions[0].title = "Decision";
  d.decisions[0].in = class_id{0};
  d.pillars.push_back({"l", "Pillar", {rule_id{0}, rule_id{1}}, false, {}});
  d.rules.resize(2);
  for (std::size_t i = 0; i < 2; ++i) {
    d.rules[i].name = i == 0 ? "first" : "second";
    d.rules[i].title = "Rule";
    d.rules[i].everywhere = true;
  }
  return d;
}

checked::condition sum_of(relation op, std::int8_t sign, std::int64_t limit) {
  static const checked::document d = frame();
  checked::condition c = generate::comparison(d, input_id{money_x}, op, limit);
  checked::side::term y;
  y.input = input_id{money_y};
  y.negative = sign < 0;
  c.left.terms.push_back(y);
  c.atom.second = input_id{money_y};
  c.atom.sign_second = sign;
  return c;
}

/// What one clause may depend on: nothing, or 11 conditions of two amounts and a yes or no.
std::vector<std::optional<checked::condition>> conditions() {
  const checked::document d = frame();
  std::vector<std::optional<checked::condition>> all{std::nullopt};
  const auto x = [&](relation op, std::int64_t bound) { return generate::comparison(d, input_id{money_x}, op, bound); };
  checked::condition yes, both, either;
  yes.atom.kind = atom_kind::truth;
  yes.atom.first = input_id{flag};
  both.kind = checked::condition_kind::all_of;
  both.children = {x(relation::at_least, 1), yes};
  either.kind = checked::condition_kind::any_of;
  either.children = {x(relation::more, 2), sum_of(relation::more, 1, 3)};
  checked::condition no;
  no.kind = checked::condition_kind::negation;
  no.children = {yes};
  for (const auto& c : {yes, no, x(relation::more, 1), x(relation::at_most, 2), x(relation::equal, 2), x(relation::unequal, 1),
                        sum_of(relation::more, 1, 2), sum_of(relation::at_least, -1, 1), sum_of(relation::equal, -1, 0), both, either})
    all.emplace_back(c);
  return all;
}

/// What a clause may say: 8 ways.
std::vector<checked::clause> sayings() {
  std::vector<checked::clause> all;
  const auto say = [&](effect e, std::uint32_t party, bool flagged = false, bool or_above = false) {
    checked::clause c;
    c.effect = e;
    c.groups.emplace_back();
    c.groups[0].members = {{party_id{party}, or_above}};
    (e == effect::consult ? c.for_agreement : c.despite_rights) = flagged;
    all.push_back(std::move(c));
  };
  say(effect::escalate, high);
  say(effect::escalate, other);
  say(effect::escalate, low, false, true);
  say(effect::consult, other);
  say(effect::consult, other, true);
  say(effect::allow, other, true);
  say(effect::allow, low);
  all.back().despite = {rule_id{0}};
  checked::clause record;
  record.effect = effect::duty;
  record.duty = checked::duty{duty_kind::record, "why", {}, {}};
  all.push_back(record);
  return all;
}

/// Every action of the world that `by` may propose.
template <class Try>
void every_action(const checked::document& d, Try&& try_one) {
  for (std::uint32_t by = 0; by < d.parties.size(); ++by)
    for (std::int64_t x = 0; x <= most; ++x)
      for (std::int64_t y = 0; y <= most; ++y)
        for (const std::int64_t f : {0, 1}) {
          oracle::action a;
          a.decision = decision_id{0};
          a.by = party_id{by};
          a.inputs = {{0, {0, {}}}, {money_x, {x, {}}}, {money_y, {y, {}}}, {flag, {f, {}}}};
          try_one(a);
        }
}

/// Agreements of one clause in the second rule, after `first` in the first rule.
std::vector<checked::document> agreements(const std::optional<checked::clause>& first) {
  std::vector<checked::document> all;
  for (const checked::clause& c : sayings())
    for (const auto& when : conditions()) {
      checked::document d = frame();
      if (first) d.rules[0].clauses = {*first};
      d.rules[1].clauses = {c};
      d.rules[1].clauses[0].when = when;
      generate::tell_words(d);
      all.push_back(std::move(d));
    }
  return all;
}

}  // namespace

// 8 clauses on 12 conditions: 96 agreements, and each of them compared with each; once alone and once after a clause that
// both have. With REMIT_AGREE_TIMES=4 or more after six others too.
TEST_CASE("every small comparison tells exactly the actions whose verdict differs", "[agree][analysis]") {
  std::vector<std::optional<checked::clause>> firsts{std::nullopt};
  const auto all_sayings = sayings();
  const auto all_conditions = conditions();
  for (std::size_t i = 0; i < all_sayings.size(); ++i) {
    if (as_many_as(1) < 4 && i != 0) continue;
    if (all_sayings[i].effect == effect::allow && !all_sayings[i].despite.empty()) continue;  // it would lift itself
    firsts.emplace_back(all_sayings[i]);
    firsts.back()->when = all_conditions[3];
  }
  unsigned long long pairs = 0, same = 0, regions = 0, actions = 0, different = 0;
  for (const auto& first : firsts) {
    const std::vector<checked::document> all = agreements(first);
    std::vector<agreement> rules;
    for (const auto& d : all) rules.push_back(lower(d));
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < all.size(); ++j) {
        const remit::comparison c = remit::compare(compared{all[i], rules[i]}, compared{all[j], rules[j]});
        const auto read = read_back(all[j], c);
        REQUIRE(read);
        const region_check check{all[i], rules[i], all[j], rules[j], c, *read};
        ++pairs;
        if (c.changes.empty()) ++same;
        regions += c.changes.size();
        every_action(all[j], [&](const oracle::action& a) {
          ++actions;
          const auto asked = check.of(a);
          if (asked.differs) ++different;
          if (asked.problem.empty()) return;
          INFO(generate::text_of(all[i]) << "\n=>\n" << generate::text_of(all[j]) << generate::text_of(all[j], a) << asked.problem);
          REQUIRE(asked.problem.empty());
        });
      }
  }
  std::printf("every small comparison: %llu pairs, %llu the same, %llu regions; %llu actions, %llu judged otherwise\n", pairs, same,
              regions, actions, different);
  CHECK(pairs == firsts.size() * 96 * 96);
}

// Each of the 192 agreements with `always` and `never`, each outcome, each of no party, `high` and `other` named, on each of
// the 12 conditions: 192 promises each.
TEST_CASE("every small promise holds exactly where no action breaks it", "[agree][analysis]") {
  std::vector<checked::promise> promises;
  for (const bool always : {true, false})
    for (const outcome named : {outcome::allow, outcome::consult, outcome::escalate})
      for (const int whom : {-1, static_cast<int>(high), static_cast<int>(other)})
        for (const auto& when : conditions()) {
          if (named == outcome::allow && whom >= 0 && !always) continue;
          checked::promise p;
          p.always = always;
          p.outcome = named;
          p.when = when;
          if (whom >= 0) p.groups.emplace_back().members = {{party_id{static_cast<std::uint32_t>(whom)}, false}};
          promises.push_back(std::move(p));
        }
  std::vector<std::optional<checked::clause>> firsts{std::nullopt, sayings().front()};
  firsts[1]->when = conditions()[3];
  unsigned long long agreements_tried = 0, proved = 0, refuted = 0;
  for (const auto& first : firsts)
    for (checked::document& d : agreements(first)) {
      ++agreements_tried;
      d.promises = promises;
      std::vector<bool> broken(promises.size(), false);
      every_action(d, [&](const oracle::action& a) {
        const oracle::situation s{&d, a.decision, a.by, a.inputs, {}, {}, {}};
        const oracle::verdict v = oracle::decide_complete(s);
        for (std::size_t i = 0; i < promises.size(); ++i)
          if (oracle::speaks_of(d, promises[i], s) && oracle::says(promises[i], v) != promises[i].always) broken[i] = true;
      });
      const auto results = prove(d, lower(d));
      for (std::size_t i = 0; i < promises.size(); ++i) {
        ++(broken[i] ? refuted : proved);
        if (results[i].status == (broken[i] ? proof::refuted : proof::holds)) continue;
        INFO(generate::text_of(d) << generate::text_of(d, promises[i]) << (broken[i] ? "is broken" : "holds"));
        REQUIRE(results[i].status == (broken[i] ? proof::refuted : proof::holds));
      }
    }
  std::printf("every small promise: %llu proved, %llu refuted, under %llu agreements\n", proved, refuted, agreements_tried);
  CHECK(agreements_tried == 192);
  CHECK(promises.size() == 192);
}
