// Masks of clauses and groups; where a decision goes for each party, however clauses move it.
// Not here: their use (agreement/plain_case.hpp).
#include "small_decisions.hpp"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include <gsl/gsl>

#include <remit/agreement/settle.hpp>
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

// The slots that a condition looks at; false where one has no room among the first.
bool add_slots(const tables& t, std::uint32_t node, std::uint64_t& slots) {
  if (node == condition_node::none) return true;
  const condition_node& n = t.conditions[node];
  bool room = true;
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = t.conditions[c].next) room = add_slots(t, c, slots) && room;
  if (n.join != joined_by::atom) return room;
  t.atoms[n.atom].each_slot([&](input_id i) {
    if (i.value < word_bits)
      slots |= single_bit(i.value);
    else
      room = false;
  });
  return room;
}

struct nothing_known {
  static bool is_known(input_id) noexcept { return false; }
  static std::int64_t slot(input_id) noexcept { return missing_value; }
  static party_id by() noexcept { return {}; }
};

// Whether a condition joins, all in one way, tests of one slot each that are open whenever that is missing.
bool is_flat(const tables& t, std::uint32_t node, joined_by join) {
  const condition_node& n = t.conditions[node];
  if (n.join == joined_by::atom) {
    std::uint32_t slots = 0;
    t.atoms[n.atom].each_slot([&](input_id) { ++slots; });
    return slots == 0 || (slots == 1 && judge_of<nothing_known>{t, {}}.of(t.atoms[n.atom]) == truth::open);
  }
  if (n.join == joined_by::negation) return t.conditions[n.first_child].join == joined_by::atom && is_flat(t, n.first_child, join);
  bool flat = n.join == join;
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = t.conditions[c].next) flat = flat && is_flat(t, c, join);
  return flat;
}
bool is_flat(const tables& t, std::uint32_t condition) {
  return condition == condition_node::none || is_flat(t, condition, t.conditions[condition].join);
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
  if (!add_slots(t, c.condition, m.looks_at)) m.looks_at = 0;
  return m;
}

/// Whom a destination names: those that decide, or those whose approval is needed.
struct told_groups {
  few::groups to, agrees;
};
told_groups told_of(const circle_of<few>& c, const destination_of<few::groups>& goes) {
  few::groups told;
  c.unite(told, goes.unmet);
  if (goes.outcome == outcome::escalate) return {told, {}};
  few::groups approval = told;
  c.without_implied(told, approval);
  return {{}, told};
}

seat_entry seat_of(const circle_of<few>& c, const few::groups& escalations, bool let_in) {
  const auto goes = c.go(escalations, let_in), bare = c.go({}, false);
  const told_groups told = told_of(c, goes), unmoved = told_of(c, bare);
  const auto word_of = [](const few::groups& g) { return gsl::narrow<std::uint16_t>(g.word[0]); };
  seat_entry s;
  s.unmet = word_of(goes.unmet);
  s.to = word_of(told.to);
  s.agrees = word_of(told.agrees);
  if (s.agrees != 0) s.first = gsl::narrow<std::uint8_t>(std::countr_zero(s.agrees) + 1);
  s.several = told.agrees.has_several();
  s.outcome = static_cast<std::uint8_t>(goes.outcome);
  s.basis = static_cast<std::uint8_t>(bare.unmet.empty() ? basis::held : basis::not_held);
  if (!c.same(told.to, unmoved.to)) {
    s.unmoved = seat_entry::never;
    return s;
  }
  s.unmoved = small_demands::of(0, word_of(unmoved.agrees));
  // What the seat itself wants is told before its like. Only holders come before a holder; what comes after is not known here.
  s.alike = !unmoved.agrees.within(told.agrees);
  unmoved.agrees.each([&](std::uint32_t g) {
    for (std::uint32_t holder = 0; holder < g; ++holder) s.alike = s.alike || c.same(g, holder);
  });
  return s;
}

// A `then` without a condition is due with each clause of its rule. Not next to an `allow`: that stays where the rest of
// its rule is lifted.
bool always_follows(const clause_entry& c, const small_clause& m, const decision_entry& d) {
  return c.then && c.effect == effect::duty && c.condition == condition_node::none && (m.followed & d.allows) == 0;
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
  d.flat = clauses([&](const clause_entry& c) { return is_flat(t, c.condition); });
  d.always_then = those(list.size(), [&](std::uint32_t i) { return always_follows(list[i], masks[i], d); });
  d.waiting = d.thens & ~d.always_then;
  d.entangled = std::popcount(d.allows) > 1 || std::popcount(d.waiting) > 1;
  each_bit(d.allows, [&](std::uint32_t i) { d.lifted |= masks[i].lifts; });
  each_bit(d.waiting, [&](std::uint32_t i) { d.followed |= masks[i].followed; });
  return masks;
}

std::vector<small_group> groups_of(const tables& t, decision_entry& d) {
  const auto numbers = part_of(t.decision_groups, d.groups);
  const std::uint32_t count = numbers.size();
  const auto group = [&](std::uint32_t i) -> const group_entry& { return t.groups[numbers[i]]; };
  const auto which = [&](auto&& is) {
    std::vector<std::uint64_t> all;
    for (std::uint32_t g = 0; g < count; ++g) all.push_back(those(count, [&](std::uint32_t other) { return other != g && is(g, other); }));
    return all;
  };
  const auto below = which([&](std::uint32_t g, std::uint32_t low) { return group(low).written.within(group(g).below_all); });
  const auto alike = which([&](std::uint32_t g, std::uint32_t other) { return group(g).met_by == group(other).met_by; });
  const auto wider = which([&](std::uint32_t g, std::uint32_t other) { return group(g).met_by.within(group(other).met_by); });

  std::vector<small_group> all(1);
  for (std::uint32_t g = 0; g < count; ++g) {
    small_group& m = all.emplace_back();
    m.met_by = group(g).met_by.word[0];
    m.below = gsl::narrow<std::uint16_t>(below[g]);
    m.alike = gsl::narrow<std::uint16_t>(alike[g]);
    // Of demands that imply each other the first stays.
    const std::uint64_t implied = wider[g] & ~(alike[g] & first_bits(g));
    m.consulted = asked_word::of(small_demands::of(single_bit(g), 0), small_demands::of(implied, 0));
    m.to_agree = asked_word::of(small_demands::of(0, single_bit(g)), small_demands::of(wider[g] | single_bit(g), implied));
    d.alike = d.alike || alike[g] != 0;
  }
  return all;
}

void tell_asked(const decision_entry& d, const std::vector<small_group>& groups, std::vector<small_clause>& clauses) {
  each_bit(d.always_then, [&](std::uint32_t then) {
    each_bit(clauses[then].followed, [&](std::uint32_t i) { clauses[i].asked |= asked_word::of(clauses[then].due, 0); });
  });
  for (small_clause& c : clauses) {
    c.asked |= asked_word::of(c.due, 0);
    each_bit(c.plain, [&](std::uint32_t g) { c.asked |= groups[g + 1].consulted; });
    each_bit(c.for_agreement, [&](std::uint32_t g) { c.asked |= groups[g + 1].to_agree; });
  }
}

std::vector<asked_word> asked_by(const std::vector<small_clause>& clauses) {
  constexpr std::size_t at_once = asked_word::clauses_at_once;
  std::vector<asked_word> rows;
  for (std::size_t first = 0; first < std::max(clauses.size(), at_once * asked_word::least_looks); first += at_once)
    for (std::size_t set = 0; set < asked_word::sets_of_them; ++set) {
      asked_word& row = rows.emplace_back();
      for (std::size_t i = 0; i < at_once && first + i < clauses.size(); ++i)
        if ((set >> i & 1) != 0) row |= clauses[first + i].asked;
    }
  return rows;
}

void seats::add(decision_entry& d, std::vector<small_clause>& clauses) {
  std::uint64_t escalated_to = 0;
  for (const small_clause& c : clauses) escalated_to |= c.to;
  // Move `m` escalates to targets[m]; the one after the last lets the asker in.
  std::vector<std::uint32_t> targets;
  each_bit(escalated_to, [&](std::uint32_t g) { targets.push_back(g); });
  const std::size_t moves = targets.size() + (d.lets_in != 0 ? 1 : 0);
  if (moves > asked_word::moves || d.groups.count > small_demands::groups || d.duties.count > asked_word::duties) return;

  const auto numbers = part_of(t_.decision_groups, d.groups);
  key same{d.decision_class, d.lets_in != 0, escalated_to, {}};
  for (const std::uint32_t g : targets) same.groups.push_back(numbers[g]);
  const std::size_t rows = (std::size_t{1} << moves) * t_.parties.size();
  auto known = known_.find(same);
  if (known == known_.end() && rows_ + rows > most_rows) return;

  if (d.lets_in != 0) d.let_in = std::uint64_t{1} << targets.size();
  for (std::size_t m = 0; m < targets.size(); ++m)
    for (small_clause& c : clauses) c.asked |= asked_word::of(0, (c.to >> targets[m] & 1) << m);
  each_bit(d.lets_in, [&](std::uint32_t i) { clauses[i].asked |= asked_word::of(0, d.let_in); });

  if (known == known_.end()) {
    rows_ += rows;
    known = known_.emplace(std::move(same), t_.keep_near(of(d, targets, moves))).first;
  }
  d.seats = known->second;
}

std::vector<seat_entry> seats::of(const decision_entry& d, const std::vector<std::uint32_t>& targets, std::size_t moves) const {
  const auto numbers = part_of(t_.decision_groups, d.groups);
  std::vector<seat_entry> all;
  for (std::uint64_t moved = 0; moved < std::uint64_t{1} << moves; ++moved) {
    few::groups escalations;
    for (std::size_t m = 0; m < targets.size(); ++m)
      if ((moved >> m & 1) != 0) escalations.insert(targets[m]);
    for (std::uint32_t p = 0; p < t_.parties.size(); ++p)
      all.push_back(seat_of({t_, numbers, d.holders, party_id{p}, {}, {}}, escalations, (moved & d.let_in) != 0));
  }
  return all;
}

}  // namespace remit
