// Other words for clauses and rules.
// Not here: other words for conditions (reword_condition.cpp).
#include "support/reword.hpp"

#include <algorithm>
#include <utility>

#include "support/print.hpp"
#include "support/reword_condition.hpp"

namespace remit::generate {
namespace {

checked::condition joined(checked::condition_kind how, checked::conditions all) {
  checked::condition c;
  c.kind = how;
  c.children = std::move(all);
  return c;
}
checked::condition negated(checked::condition c) { return joined(checked::condition_kind::negation, {std::move(c)}); }

void add_to(std::optional<checked::condition>& when, checked::condition more) {
  if (when)
    when = joined(checked::condition_kind::all_of, {std::move(*when), std::move(more)});
  else
    when = std::move(more);
}

void exempt_otherwise(random& r, checked::clause& c) {
  if (c.unless && r.chance(50)) {
    add_to(c.when, negated(std::move(*c.unless)));
    c.unless.reset();
  } else if (c.when && !c.unless && r.chance(15)) {
    c.unless = negated(std::move(*c.when));
    c.when.reset();
  }
}

// One clause as two that say half of it each.
std::vector<checked::clause> in_halves(random& r, checked::clause c) {
  const bool lists = c.effect == effect::escalate || c.effect == effect::consult;
  if (lists && c.groups.size() > 1 && r.chance(50)) {
    checked::clause other = c;
    other.groups.assign(c.groups.begin() + 1, c.groups.end());
    c.groups.resize(1);
    return {std::move(c), std::move(other)};
  }
  if (c.when && c.when->kind == checked::condition_kind::any_of && r.chance(50)) {
    std::vector<checked::clause> all;
    const checked::condition said = std::move(*std::exchange(c.when, std::nullopt));
    for (const checked::condition& one : said.children) {
      all.push_back(c);
      all.back().when = one;
    }
    return all;
  }
  if (r.chance(10)) return {c, c};
  return {std::move(c)};
}

void rule_otherwise(random& r, const checked::document& d, checked::rule& rule) {
  const auto all_clauses = [&](const checked::condition& more) {
    for (checked::clause& c : rule.clauses) add_to(c.when, more);
  };
  if ((rule.effective.from || rule.effective.to) && r.chance(50)) {
    const auto day = [](date of) { return of.days() * duration::minutes_a_day; };
    if (rule.effective.from) all_clauses(comparison(d, input_id{0}, relation::at_least, day(*rule.effective.from)));
    if (rule.effective.to) all_clauses(comparison(d, input_id{0}, relation::at_most, day(*rule.effective.to)));
    rule.effective = {};
  }
  if (!rule.everywhere && r.chance(40)) {
    checked::condition covered;
    covered.kind = checked::condition_kind::decision_in;
    covered.decisions = std::exchange(rule.covers, {});
    rule.everywhere = true;
    all_clauses(covered);
  } else if (rule.everywhere && r.chance(40)) {
    rule.everywhere = false;
    for (std::uint32_t i = 0; i < d.decisions.size(); ++i) rule.covers.push_back(decision_id{i});
  }
}

}  // namespace

checked::document reword(random& r, checked::document d) {
  if (r.chance(50)) d.thresholds.clear();
  for (checked::rule& rule : d.rules) {
    rule_otherwise(r, d, rule);
    std::vector<checked::clause> clauses;
    for (checked::clause& c : rule.clauses) {
      exempt_otherwise(r, c);
      for (checked::clause& half : in_halves(r, std::move(c))) clauses.push_back(std::move(half));
    }
    rule.clauses = std::move(clauses);
    for (checked::clause& c : rule.clauses)
      for (auto* said : {&c.when, &c.unless})
        if (*said) **said = reword(r, d, std::move(**said));
  }
  tell_words(d);
  return d;
}

}  // namespace remit::generate
