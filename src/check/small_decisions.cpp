// Masks of clauses and groups, and each class's seats.
// Not here: their use (agreement/plain_case.hpp).
#include "small_decisions.hpp"

#include <algorithm>
#include <vector>

#include <gsl/gsl>

#include <remit/agreement/settle.hpp>
#include <remit/agreement/sieve.hpp>

namespace remit {
namespace {

constexpr std::uint32_t word_bits = 64;

std::uint64_t bit(std::uint32_t i) { return std::uint64_t{1} << i; }

template <class Which>
std::uint64_t those(std::uint32_t count, Which&& which) {
  std::uint64_t all = 0;
  for (std::uint32_t i = 0; i < count; ++i)
    if (which(i)) all |= bit(i);
  return all;
}

small_clause masks_of(const tables& t, view<clause_entry> list, const clause_entry& c) {
  small_clause m;
  std::uint64_t groups = 0;
  for (std::uint32_t g : part_of(t.group_numbers, c.groups)) groups |= bit(g);
  if (c.effect == effect::escalate) m.to = groups;
  if (c.effect == effect::consult) (c.for_agreement ? m.for_agreement : m.plain) = groups;
  if (c.effect == effect::duty) m.due = bit(c.duty);
  for (std::uint32_t r : part_of(t.rule_numbers, c.lifts))
    m.lifts |= those(list.size(), [&](std::uint32_t i) { return list[i].effect != effect::allow && list[i].rule == r; });
  if (c.then) m.followed = those(list.size(), [&](std::uint32_t i) { return !list[i].then && list[i].rule == c.rule; });
  return m;
}

}  // namespace

bool is_small(const tables& t, const decision_entry& d) {
  if (std::max({d.clauses.count, d.groups.count, d.duties.count, t.parties.size()}) > word_bits) return false;
  return sieve_words::head::of(t.sieve_rows[d.sieve.first]).clauses == d.clauses.count;
}

void add_small(tables& t, decision_entry& d) {
  d.small = true;
  d.small_clauses = gsl::narrow<std::uint32_t>(t.small_clause_rows.size());
  const auto list = part_of(t.clauses, d.clauses);
  for (const clause_entry& c : list) t.small_clause_rows.push_back(masks_of(t, list, c));
  const auto clauses = [&](auto&& which) { return those(list.size(), [&](std::uint32_t i) { return which(list[i]); }); };
  d.allows = clauses([](const clause_entry& c) { return c.effect == effect::allow; });
  d.lets_in = clauses([](const clause_entry& c) { return c.effect == effect::allow && c.despite_rights; });
  d.thens = clauses([](const clause_entry& c) { return c.then; });

  d.small_groups = gsl::narrow<std::uint32_t>(t.small_group_rows.size());
  const auto numbers = part_of(t.decision_groups, d.groups);
  const auto group = [&](std::uint32_t i) -> const group_entry& { return t.groups[numbers[i]]; };
  const auto is_above = [&](std::uint32_t high, std::uint32_t low) { return group(low).written.within(group(high).below_all); };
  for (std::uint32_t g = 0; g < numbers.size(); ++g) {
    small_group m;
    m.met_by = group(g).met_by.word[0];
    m.above_all = group(g).above_all.word[0];
    m.below_any = group(g).below_any.word[0];
    m.below = those(numbers.size(), [&](std::uint32_t low) { return is_above(g, low); });
    m.holders_above = those(d.holders, [&](std::uint32_t high) { return is_above(high, g); });
    m.narrower = those(numbers.size(), [&](std::uint32_t other) { return other != g && group(other).met_by.within(group(g).met_by); });
    m.alike = those(numbers.size(), [&](std::uint32_t other) { return other != g && group(other).met_by == group(g).met_by; });
    t.small_group_rows.push_back(m);
  }
}

void add_seats(tables& t) {
  t.seat_rows.assign(std::size_t{t.classes.size()} * t.parties.size(), {});
  std::vector<bool> done(t.classes.size());
  for (const decision_entry& d : t.decision_rows) {
    if (!d.small || done[d.decision_class]) continue;
    done[d.decision_class] = true;
    for (std::uint32_t p = 0; p < t.parties.size(); ++p) {
      const circle c{t, part_of(t.decision_groups, d.groups), d.holders, party_id{p}, {}, {}};
      const auto goes = c.go({}, false);
      group_set told;
      c.unite(told, goes.unmet);
      group_set approval = told;
      if (goes.outcome != outcome::escalate) c.without_implied(told, approval);
      t.seat_rows[std::size_t{d.decision_class} * t.parties.size() + p] = {goes.unmet.word[0], told.word[0],
                                                                          static_cast<std::uint8_t>(goes.outcome)};
    }
  }
}

}  // namespace remit
