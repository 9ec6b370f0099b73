// What check says of clauses and conditions, against the comparison: a clause is idle exactly where the agreement without
// it compares as the same, and a part of a condition only where the agreement with yes or no in its place does.
// Not here: whether comparisons are right (compare_agrees_test.cpp), actions with facts missing.
#include <cstdio>
#include <map>
#include <optional>
#include <string>

#include <remit/analysis/compare.hpp>
#include <remit/analysis/examine.hpp>
#include <remit/check/lower.hpp>

#include "support/catch.hpp"
#include "support/disagreement.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"

using namespace remit;
using namespace remit::agree;

namespace {

/// A place of its own for every clause and condition, by which a finding tells what it is about.
struct placing {
  std::uint32_t next = 1;

  span place() {
    const std::uint32_t begin = next++;
    return {begin, next, 0};
  }
  void give(checked::condition& c) {
    c.where = place();
    for (checked::condition& child : c.children) give(child);
  }
  void give(checked::document& d) {
    for (checked::rule& r : d.rules)
      for (checked::clause& c : r.clauses) {
        c.where = place();
        for (auto* said : {&c.when, &c.unless})
          if (*said) give(**said);
      }
  }
};

bool speaks_of_knowing(const checked::condition& c) {
  if (c.kind == checked::condition_kind::atom && c.atom.kind == atom_kind::known) return true;
  for (const checked::condition& child : c.children)
    if (speaks_of_knowing(child)) return true;
  return false;
}
bool speaks_of_knowing(const checked::document& d) {
  for (const checked::rule& r : d.rules)
    for (const checked::clause& c : r.clauses)
      for (const auto* said : {&c.when, &c.unless})
        if (*said && speaks_of_knowing(**said)) return true;
  return false;
}

/// The agreement's own days only: on others nothing is promised of a finding.
bool same_verdicts(const checked::document& before, const checked::document& after) {
  const agreement old_rules = lower(before), new_rules = lower(after);
  const remit::comparison c = remit::compare(compared{before, old_rules}, compared{after, new_rules});
  REQUIRE(c.undecided.empty());
  return c.changes.empty();
}

checked::condition* find(checked::condition& c, span where) {
  if (c.where == where) return &c;
  for (checked::condition& child : c.children)
    if (auto* found = find(child, where)) return found;
  return nullptr;
}
checked::condition* find(checked::document& d, span where) {
  for (checked::rule& r : d.rules)
    for (checked::clause& c : r.clauses)
      for (auto* said : {&c.when, &c.unless})
        if (*said)
          if (auto* found = find(**said, where)) return found;
  return nullptr;
}

}  // namespace

TEST_CASE("a clause is called idle exactly where nothing changes without it", "[agree][analysis]") {
  unsigned long long agreements = 0, clauses = 0, idle = 0, parts = 0;
  for (const std::uint64_t end = as_many_as(150); agreements < end; ++agreements) {
    const std::uint64_t seed = seed_of(31, agreements);
    generate::random r{seed};
    checked::document d = generate::document(r, {agreements % 2 == 0, true});
    d.effective = {};
    placing{}.give(d);
    const agreement rules = lower(d);
    const diagnostics found = examine(d, rules);
    INFO("seed " << seed << "\n" << generate::text_of(d));
    std::map<std::uint32_t, code> told;
    for (const diagnostic& f : found) {
      REQUIRE(f.code != code::not_decided);
      if (f.code == code::never_fires || f.code == code::never_matters) told.emplace(f.where.begin, f.code);
    }
    const bool any_missing = speaks_of_knowing(d);
    for (std::size_t rule = 0; rule < d.rules.size(); ++rule)
      for (std::size_t n = 0; n < d.rules[rule].clauses.size(); ++n) {
        const checked::clause& c = d.rules[rule].clauses[n];
        checked::document without = d;
        without.rules[rule].clauses.erase(without.rules[rule].clauses.begin() + static_cast<std::ptrdiff_t>(n));
        const bool same = same_verdicts(d, without);
        const bool is_told = told.count(c.where.begin) != 0;
        ++clauses;
        if (is_told) ++idle;
        INFO("rule " << rule << ", clause " << n << ": " << c.words);
        if (is_told) CHECK(same);
        // An `allow` for somebody who holds nothing is told elsewhere; one who is only missing facts may still matter.
        if (same && !any_missing && c.effect != effect::allow) CHECK(is_told);
      }
    for (const diagnostic& f : found) {
      if (f.code != code::idle_part && f.code != code::constant_condition) continue;
      ++parts;
      bool replaced = false;
      for (const bool holds : {true, false}) {
        checked::document other = d;
        checked::condition* part = find(other, f.where);
        REQUIRE(part != nullptr);
        checked::condition constant;
        constant.atom.kind = atom_kind::constant;
        constant.atom.limit = holds ? 1 : 0;
        *part = constant;
        replaced = replaced || same_verdicts(d, other);
      }
      INFO("at " << f.where.begin << ": " << f.message);
      CHECK(replaced);
    }
  }
  std::printf("idle clauses: %llu of %llu clauses of %llu agreements, %llu idle conditions, all as the comparison has it\n", idle,
              clauses, agreements, parts);
  CHECK(idle > 0);
  CHECK(parts > 0);
}
