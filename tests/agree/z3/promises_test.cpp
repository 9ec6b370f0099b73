// Promises and conditions that never hold, against Z3: what is proved, no action breaks; what is refuted, one does.
// Not here: `or above` in promises, missing facts.
#include <cstdio>

#include <remit/analysis/prove.hpp>
#include <remit/check/lower.hpp>

#include "agree/z3/claim_terms.hpp"
#include "agree/z3/solver.hpp"
#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/generate_promise.hpp"
#include "support/print.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

struct asked {
  decision_id decision;
  party_id by;
};

std::vector<asked> all_asked(const checked::document& d) {
  std::vector<asked> all;
  for (std::uint32_t i = 0; i < d.decisions.size(); ++i)
    for (std::uint32_t p = 0; p < d.parties.size(); ++p)
      if (!d.parties[p].is_role) all.push_back({decision_id{i}, party_id{p}});
  return all;
}

checked::condition joined(checked::condition_kind how, checked::conditions children) {
  checked::condition c;
  c.kind = how;
  c.children = std::move(children);
  return c;
}

checked::condition day_is(relation op, date day) {
  checked::condition c;
  c.atom.kind = atom_kind::linear;
  c.atom.first = input_id{0};
  c.atom.sign_first = 1;
  c.atom.op = op;
  c.atom.limit = day.days() * duration::minutes_a_day;
  return c;
}

// "The clause fires" as a condition; nothing where it does whenever its rule covers the decision.
checked::condition fires(const checked::document& d, const checked::rule& r, const checked::clause& c) {
  using enum checked::condition_kind;
  checked::conditions all;
  if (!r.everywhere) all.push_back(joined(decision_in, {})), all.back().decisions = r.covers;
  if (c.when) all.push_back(*c.when);
  if (c.unless) all.push_back(joined(negation, {*c.unless}));
  if (r.effective.from) all.push_back(day_is(relation::at_least, *r.effective.from));
  if (r.effective.to) all.push_back(day_is(relation::at_most, *r.effective.to));
  if (c.effect == effect::allow) {
    checked::conditions askers;
    for (std::uint32_t p = 0; p < d.parties.size(); ++p) {
      bool asks = false;
      for (const checked::member& m : c.groups.at(0).members) {
        const auto& below = d.parties[p].below;
        asks = asks || m.party.value == p ||
               (m.or_above && !d.parties[p].body && std::count(below.begin(), below.end(), m.party) > 0);
      }
      if (!asks || d.parties[p].is_role) continue;
      checked::condition by;
      by.atom.kind = atom_kind::by;
      by.atom.party = party_id{p};
      askers.push_back(by);
    }
    all.push_back(joined(any_of, std::move(askers)));
  }
  return joined(all_of, std::move(all));
}

}  // namespace

TEST_CASE("a promise is proved exactly where Z3 finds no action that breaks it", "[agree][z3]") {
  unsigned long long agreements = 0, proved = 0, refuted = 0, questions = 0;
  for (const std::uint64_t end = as_many_as(400); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(9, agreements);
    generate::random r{seed};
    checked::document d = generate::document(r, {agreements % 2 == 0, agreements % 3 != 0});
    for (int i = 0; i < 8; ++i) d.promises.push_back(generate::promise(r, d));
    const auto results = prove(d, lower(d));

    smt::terms terms;
    smt::solver z3{terms};
    const party_naming name = own_party_names(d);
    std::vector<bool> broken(d.promises.size(), false);
    for (const auto& [decision, by] : all_asked(d)) {
      const smt::verdict_terms verdict = smt::verdict_of(terms, d, decision, by, name);
      for (std::size_t i = 0; i < d.promises.size(); ++i)
        broken[i] = broken[i] || z3.possible(smt::is_broken(terms, d, d.promises[i], decision, by, verdict));
    }
    for (std::size_t i = 0; i < d.promises.size(); ++i) {
      INFO("seed " << seed << ": `" << generate::text_of(d, d.promises[i]) << "`\n" << generate::text_of(d));
      REQUIRE(results[i].status == (broken[i] ? proof::refuted : proof::holds));
      ++(broken[i] ? refuted : proved);
    }
    questions += z3.asked();
  }
  std::printf("Z3: %llu promises proved and %llu refuted alike, under %llu agreements; %llu questions\n", proved, refuted,
              agreements, questions);
  CHECK(proved > 0);
  CHECK(refuted > 0);
}

TEST_CASE("a clause never fires exactly where Z3 finds no action for which it does", "[agree][z3]") {
  unsigned long long agreements = 0, never = 0, at_times = 0;
  for (const std::uint64_t end = as_many_as(300); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(10, agreements);
    generate::random r{seed};
    checked::document d = generate::document(r, {agreements % 2 == 0, agreements % 3 != 0});
    smt::terms terms;
    smt::solver z3{terms};
    std::vector<bool> possible;
    for (const checked::rule& rule : d.rules)
      for (const checked::clause& c : rule.clauses) {
        // Where it fires, some outcome comes of it: none is the outcome just where it never does.
        for (const outcome o : {outcome::allow, outcome::consult, outcome::escalate}) {
          checked::promise p;
          p.always = false;
          p.outcome = o;
          p.when = fires(d, rule, c);
          d.promises.push_back(std::move(p));
        }
        bool some = false;
        for (const auto& [decision, by] : all_asked(d)) {
          if (some) break;
          const auto verdict = smt::verdict_of(terms, d, decision, by, own_party_names(d));
          const auto number = static_cast<std::size_t>(&rule - d.rules.data());
          checked::clause alone = c;
          z3::expr fired = verdict.fires[number][static_cast<std::size_t>(&c - rule.clauses.data())];
          if (c.then) fired = terms.speaks(d, c.when, c.unless, decision, by) && terms.on_days_of(d, rule.effective) &&
                              (rule.everywhere || std::count(rule.covers.begin(), rule.covers.end(), decision) > 0 ? terms.yes() : terms.no());
          some = z3.possible(terms.on_days_of(d, d.effective) && fired);
        }
        possible.push_back(some);
      }
    const auto results = prove(d, lower(d));
    for (std::size_t i = 0; i < possible.size(); ++i) {
      bool fires_at_times = false;
      for (std::size_t k = 3 * i; k < 3 * i + 3; ++k) {
        REQUIRE(results[k].status != proof::undecided);
        fires_at_times = fires_at_times || results[k].status == proof::refuted;
      }
      INFO("seed " << seed << ": " << generate::text_of(d, *d.promises[3 * i].when) << "\n" << generate::text_of(d));
      REQUIRE(fires_at_times == possible[i]);
      ++(possible[i] ? at_times : never);
    }
  }
  std::printf("Z3: %llu clauses that never fire and %llu that do, told apart alike, under %llu agreements\n", never, at_times,
              agreements);
  CHECK(never > 0);
  CHECK(at_times > 0);
}
