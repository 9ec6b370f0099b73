// Masks of clauses and groups.
// Not here: where their decisions go (seats.cpp), their use (agreement/plain_case.hpp).
#include "small_decisions.hpp"

#include <algorithm>
#include <bit>
#include <vector>

#include <gsl/gsl>

#include <remit/agreement/truth.hpp>

namespace remit {
namespace {

constexpr std::uint32_t word_bits = 64;

template <class Which>
std::uint64_t those(std::uint32_t count, Which&& which) {
  std::uint64_t all = 0;
  for (std::uint32_t i = 0; i < count; ++i)
    if (which(i)) all |= single_bit(i);
  return all;
}

// The slots that a condition looks at.
template <class Visit>
void each_slot(const tables& t, std::uint32_t node, Visit&& visit) {
  if (node == condition_node::none) return;
  const condition_node& n = t.conditions[node];
  if (n.join == joined_by::atom) t.atoms[n.atom].each_slot(visit);
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = t.conditions[c].next) each_slot(t, c, visit);
}

struct nothing_known {
  static bool is_known(input_id) noexcept { return false; }
  static std::int64_t slot(input_id) noexcept { return missing_value; }
  static party_id by() noexcept { return {}; }
};

// Whether a condition joins, all in one way, tests of one slot each that are open whenever that is missing.
bool is_joined_flat(const tables& t, std::uint32_t node, joined_by join) {
  const condition_node& n = t.conditions[node];
  if (n.join == joined_by::atom) {
    std::uint32_t slots = 0;
    t.atoms[n.atom].each_slot([&](input_id) { ++slots; });
    return slots == 0 || (slots == 1 && judge_of<nothing_known>{t, {}}.of(t.atoms[n.atom]) == truth::open);
  }
  if (n.join == joined_by::negation) return t.conditions[n.first_child].join == joined_by::atom && is_joined_flat(t, n.first_child, join);
  bool flat = n.join == join;
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = t.conditions[c].next) flat = flat && is_joined_flat(t, c, join);
  return flat;
}
// Whether a condition that is open is so by every slot missing of those it looks at. One test by itself always is.
bool is_flat(const tables& t, std::uint32_t condition) {
  if (condition == condition_node::none) return true;
  const condition_node* n = &t.conditions[condition];
  while (n->join == joined_by::negation) n = &t.conditions[n->first_child];
  return n->join == joined_by::atom || is_joined_flat(t, condition, n->join);
}

small_clause clause_of(const tables& t, view<clause_entry> list, const clause_entry& c) {
  small_clause m;
  std::uint64_t groups = 0;
  for (std::uint32_t g : part_of(t.group_numbers, c.groups)) groups |= single_bit(g);
  if (c.effect == effect::escalate) m.to = groups;
  if (c.effect == effect::consult) (c.for_agreement ? m.for_agreement : m.plain) = groups;
  if (c.effect == effect::duty) m.due = single_bit(c.duty);
  for (std::uint32_t r : part_of(t.rule_numbers, c.lifts))
    m.lifts |= those(list.size(), [&](std::uint32_t i) { return list[i].effect != effect::allow && list[i].rule == r; });
  if (c.then) m.followed = those(list.size(), [&](std::uint32_t i) { return !list[i].then && list[i].rule == c.rule; });
  each_slot(t, c.condition, [&](input_id i) {
    if (i.value < word_bits) m.looks_at |= single_bit(i.value);
  });
  return m;
}

// A `then` without a condition is due with each clause of its rule. Not next to an `allow`: that stays where the rest of
// its rule is lifted.
bool always_follows(const clause_entry& c, const small_clause& m, const decision_entry& d) {
  return c.then && c.effect == effect::duty && c.condition == condition_node::none && (m.followed & d.allows) == 0;
}

// For clauses_at_once after as many, and least_looks times at least, what each set of them has together.
template <class Row, class Add>
std::vector<Row> by_sets(const std::vector<small_clause>& clauses, Add&& add) {
  constexpr std::size_t at_once = asked_word::clauses_at_once;
  std::vector<Row> rows;
  for (std::size_t first = 0; first < std::max(clauses.size(), at_once * asked_word::least_looks); first += at_once)
    for (std::size_t set = 0; set < asked_word::sets_of_them; ++set) {
      Row& row = rows.emplace_back();
      for (std::size_t i = 0; i < at_once && first + i < clauses.size(); ++i)
        if ((set >> i & 1) != 0) add(row, clauses[first + i]);
    }
  return rows;
}

}  // namespace

bool is_small(const tables& t, const decision_entry& d) {
  return std::max({d.clauses.count, d.groups.count, d.duties.count, t.parties.size()}) <= word_bits;
}

std::vector<small_clause> masks_of(const tables& t, decision_entry& d) {
  d.small = true;
  const auto list = part_of(t.clauses, d.clauses);
  std::vector<small_clause> masks;
  for (const clause_entry& c : list) masks.push_back(clause_of(t, list, c));
  const auto clauses = [&](auto&& which) { return those(list.size(), [&](std::uint32_t i) { return which(list[i]); }); };
  d.allows = clauses([](const clause_entry& c) { return c.effect == effect::allow; });
  d.lets_in = clauses([](const clause_entry& c) { return c.effect == effect::allow && c.despite_rights; });
  d.thens = clauses([](const clause_entry& c) { return c.then; });
  d.flat = clauses([&](const clause_entry& c) {
    bool flat = is_flat(t, c.condition);
    each_slot(t, c.condition, [&](input_id i) { flat = flat && i.value < word_bits; });
    return flat;
  });
  d.always_then = those(list.size(), [&](std::uint32_t i) { return always_follows(list[i], masks[i], d); });
  d.waiting = d.thens & ~d.always_then;
  d.entangled = std::popcount(d.allows) > 1 || std::popcount(d.waiting) > 1;
  each_bit(d.allows, [&](std::uint32_t i) { d.lifted |= masks[i].lifts; });
  each_bit(d.waiting, [&](std::uint32_t i) { d.followed |= masks[i].followed; });
  return masks;
}

std::vector<small_group> groups_of(const tables& t, decision_entry& d) {
  const auto numbers = part_of(t.decision_groups, d.groups);
  std::vector<small_group> all;
  for (std::uint32_t g = 0; g < numbers.size(); ++g) {
    const party_set& met_by = t.groups[numbers[g]].met_by;
    const std::uint64_t alike = those(numbers.size(), [&](std::uint32_t i) { return i != g && t.groups[numbers[i]].met_by == met_by; });
    all.push_back({met_by.word[0], gsl::narrow<std::uint16_t>(alike)});
    d.alike = d.alike || alike != 0;
  }
  return all;
}

std::vector<group_asked> asked_of(const std::vector<small_group>& groups) {
  std::vector<group_asked> all;
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const std::uint64_t met_by = groups[g].met_by;
    const std::uint64_t wider =
        those(gsl::narrow<std::uint32_t>(groups.size()), [&](std::uint32_t i) { return i != g && (met_by & ~groups[i].met_by) == 0; });
    // Of demands that imply each other the first stays.
    const std::uint64_t implied = wider & ~(groups[g].alike & first_bits(g));
    all.push_back({asked_word::of(small_demands::of(single_bit(g), 0), small_demands::of(implied, 0)),
                   asked_word::of(small_demands::of(0, single_bit(g)), small_demands::of(wider | single_bit(g), implied))});
  }
  return all;
}
std::vector<asked_word> approvals_of(const std::vector<group_asked>& groups) {
  std::vector<asked_word> all(1);
  for (const group_asked& g : groups) all.push_back(g.to_agree);
  return all;
}

void tell_asked(const decision_entry& d, const std::vector<group_asked>& groups, std::vector<small_clause>& clauses) {
  each_bit(d.always_then, [&](std::uint32_t then) {
    each_bit(clauses[then].followed, [&](std::uint32_t i) { clauses[i].asked |= asked_word::of(clauses[then].due, 0); });
  });
  for (small_clause& c : clauses) {
    c.asked |= asked_word::of(c.due, 0);
    each_bit(c.plain, [&](std::uint32_t g) { c.asked |= groups[g].consulted; });
    each_bit(c.for_agreement, [&](std::uint32_t g) { c.asked |= groups[g].to_agree; });
  }
}

std::vector<asked_word> asked_by(const std::vector<small_clause>& clauses) {
  return by_sets<asked_word>(clauses, [](asked_word& all, const small_clause& c) { all |= c.asked; });
}
std::vector<std::uint64_t> looks_of(const std::vector<small_clause>& clauses) {
  return by_sets<std::uint64_t>(clauses, [](std::uint64_t& all, const small_clause& c) { all |= c.looks_at; });
}

}  // namespace remit
