// Promises proved or refuted, against the oracle: what holds must hold on every action tried, what is refuted must fail
// on the witness.
// Not here: how claims are worded (unit/check).
#include <algorithm>
#include <cstdio>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/prove.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/generate_promise.hpp"
#include "support/print.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

oracle::numbers written(const checked::group& g) {
  oracle::numbers all;
  for (const auto& m : g.members) all.insert(m.party.value);
  return all;
}

bool within(const oracle::numbers& a, const oracle::numbers& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

// Whether the verdict is what the promise names: section 5 of the language, for groups without `or above`.
bool says(const checked::promise& p, const oracle::verdict& v) {
  const auto every = [&](auto&& holds) { return std::all_of(p.groups.begin(), p.groups.end(), holds); };
  const auto some = [](const std::set<oracle::numbers>& all, auto&& holds) { return std::any_of(all.begin(), all.end(), holds); };
  if (p.outcome == outcome::allow) return v.outcome == outcome::allow;
  if (p.outcome == outcome::escalate)
    return v.outcome == outcome::escalate && every([&](const auto& g) {
             return p.always ? v.to.count(written(g)) != 0 : some(v.to, [&](const auto& s) { return within(written(g), s); });
           });
  if (!p.always)
    return v.outcome == outcome::consult &&
           every([&](const auto& g) { return some(v.consult, [&](const auto& s) { return within(written(g), s); }); });
  return v.outcome != outcome::allow && every([&](const auto& g) {
           const auto implies = [&](const auto& s) { return within(s, written(g)); };
           return some(v.to, implies) || some(v.approval, implies) || (!p.for_agreement && some(v.consult, implies));
         });
}

// The same agreement with a duty for each promise that is due where the promise speaks.
checked::document probed(checked::document d) {
  for (std::size_t i = 0; i < d.promises.size(); ++i) {
    checked::rule rule;
    rule.name = "probe_" + std::to_string(i);
    rule.everywhere = true;
    checked::clause c;
    c.effect = effect::duty;
    c.duty = checked::duty{duty_kind::record, rule.name, {}, {}};
    c.when = d.promises[i].when;
    c.unless = d.promises[i].unless;
    rule.clauses.push_back(std::move(c));
    d.pillars.at(0).rules.push_back(rule_id{static_cast<std::uint32_t>(d.rules.size())});
    d.rules.push_back(std::move(rule));
  }
  return d;
}

// `always allow P` speaks of what P asks.
bool speaks(const checked::document& d, std::size_t promise, party_id by, const oracle::verdict& v) {
  const checked::promise& p = d.promises[promise];
  if (p.outcome == outcome::allow && !p.groups.empty() && !written(p.groups.front()).contains(by.value)) return false;
  return std::any_of(v.duties.begin(), v.duties.end(),
                     [&](const oracle::duty& due) { return due.what == "probe_" + std::to_string(promise); });
}

oracle::action as_oracle(const checked::document& d, const action& a) {
  oracle::action o;
  o.decision = a.decision();
  o.by = a.by();
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i) {
    if (!a.is_known(input_id{i})) continue;
    oracle::value v{a.slot(input_id{i}), {}};
    if (d.inputs[i].kind == input_kind::text) {
      v.text = v.amount > 0 ? std::string{a.rules().texts[static_cast<std::uint32_t>(v.amount)]} : "(another text)";
      v.amount = 0;
    }
    o.inputs.emplace(i, v);
  }
  return o;
}

}  // namespace

TEST_CASE("a promise that is proved holds on every action, and one that is refuted fails on its witness", "[agree][analysis]") {
  unsigned long long agreements = 0, proved = 0, refuted = 0, tried = 0, spoken = 0;
  for (const std::uint64_t end = as_many_as(600); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(7, agreements);
    generate::random r{seed};
    checked::document d = generate::document(r, {agreements % 2 == 0, true});
    for (int i = 0; i < 6; ++i) d.promises.push_back(generate::promise(r, d));
    const agreement under = lower(d);
    const auto results = prove(d, under);
    const checked::document with_probes = probed(d);
    INFO("seed " << seed << "\n" << generate::text_of(d));

    for (std::size_t i = 0; i < results.size(); ++i) {
      REQUIRE(results[i].status != proof::undecided);
      (results[i].status == proof::holds ? proved : refuted)++;
      if (results[i].status == proof::holds) continue;
      REQUIRE(results[i].witness);
      const auto v = oracle::decide(with_probes, as_oracle(d, *results[i].witness)).value();
      INFO("`" << generate::text_of(d, d.promises[i]) << "` is refuted by " << generate::text_of(d, as_oracle(d, *results[i].witness)));
      REQUIRE(speaks(d, i, results[i].witness->by(), v));
      REQUIRE(says(d.promises[i], v) != d.promises[i].always);
    }
    const generate::borders borders = generate::borders_of(d);
    for (int k = 0; k < 200; ++k, ++tried) {
      oracle::action a = generate::complete_action(r, d, borders);
      a.consulted.clear();
      a.approved.clear();
      if (!a.decision) continue;
      const auto v = oracle::decide(with_probes, a).value();
      if (v.in_force == in_force::no) continue;
      for (std::size_t i = 0; i < results.size(); ++i) {
        if (!speaks(d, i, a.by, v)) continue;
        ++spoken;
        if (results[i].status != proof::holds) continue;
        INFO("`" << generate::text_of(d, d.promises[i]) << "` does not hold for " << generate::text_of(d, a));
        REQUIRE(says(d.promises[i], v) == d.promises[i].always);
      }
    }
  }
  std::printf("promises: %llu proved, %llu refuted under %llu agreements; %llu actions tried, %llu of a promise each\n", proved,
              refuted, agreements, tried, spoken);
  CHECK(proved > 0);
  CHECK(refuted > 0);
}
