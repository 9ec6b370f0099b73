// Two complete actions that are one, and what can be taken from them again.
// Not here: the point they stand at (space.cpp).
#include "short_witness.hpp"

#include <algorithm>
#include <string>

#include "cut.hpp"
#include "two_periods.hpp"

namespace remit::analysis {
namespace {

using both = std::array<remit::action, 2>;

// Empty where something that is missing could change the verdict.
std::string certain_key(const asked_of& asked, const remit::action& a) {
  const verdict v = asked.agreement.evaluate(a);
  return v.certain() ? key_of(cut(v, [](std::string_view name) { return std::string{name}; })) : std::string{};
}

bool is_looked_at(const model& m, std::uint32_t side, input_id i) {
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (m.of(v).inputs.at(side) == i) return true;
  return false;
}

// A day that both agreements are in force on, where there is one.
std::int64_t common_day(const executable& before, const executable& after) {
  const std::int64_t first = std::max(before.first_day, after.first_day), last = std::min(before.last_day, after.last_day);
  if (first != INT64_MIN && first <= last) return first;
  if (after.first_day != INT64_MIN) return after.first_day;
  return last != INT64_MAX ? last : 0;
}

std::optional<std::uint32_t> day_variable(const model& m) {
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (m.of(v).kind == input_kind::day) return v;
  return std::nullopt;
}

// A day of the part, the nearest to `day` if it can be, on which each ritual with two periods can be in its state, and
// the point with it. How a period of months and one of days overlap changes from day to day, and comes again after years.
std::optional<point> point_on(const model& m, const compared_rules& rules, const part& where, std::int64_t& day) {
  constexpr std::int64_t minutes = duration::minutes_a_day, years = 5 * 366;
  const std::optional<std::uint32_t> today = day_variable(m);
  const point any = m.space().sample(where);
  const std::int64_t first = today ? std::clamp(day, where.of[*today].range.low, where.of[*today].range.high) : day;
  for (std::int64_t k = 0; k < years; ++k) {
    // Forward from the first, then backward.
    const std::int64_t near = first + minutes * (k % 2 == 0 ? k / 2 : -(k + 1) / 2);
    const auto on = date::from_days(near / minutes);
    part narrowed = where;
    if (!on || (today && (near < where.of[*today].range.low || near > where.of[*today].range.high ||
                          !m.space().narrow(narrowed, *today, near, near))))
      continue;
    const point at = today ? m.space().sample(narrowed) : any;
    bool possible = true;
    for (std::uint32_t v = 0; v < m.variable_count(); ++v)
      possible = possible && (!has_two_periods(m, v) || last_time_for(m, rules, v, static_cast<ritual_state>(at[v]), *on));
    if (!possible) continue;
    day = near;
    return at;
  }
  return std::nullopt;
}

// The same day on both sides. Rituals that are overdue were never held, the others on it.
void set_day(const model& m, const compared_rules& rules, std::uint32_t side, const point& at, std::int64_t day,
             remit::action& a) {
  const view<input_entry> inputs = a.rules().inputs;
  for (std::uint32_t i = 1; i < inputs.size(); ++i)
    if (inputs[i].kind == input_kind::ritual) a.set_slot(input_id{i}, never_held);
  a.set_slot(input_id{0}, day);
  for (std::uint32_t v = 0; v < m.variable_count(); ++v) {
    if (m.of(v).kind != input_kind::ritual || !m.of(v).inputs.at(side)) continue;
    const auto state = static_cast<ritual_state>(at[v]);
    if (state == ritual_state::current) a.set_slot(m.of(v).inputs[side], day);
    if (state != ritual_state::overdue_on_first_side && state != ritual_state::overdue_on_second_side) continue;
    const auto last = last_time_for(m, rules, v, state, *date::from_days(day / duration::minutes_a_day));
    a.set_slot(m.of(v).inputs[side], last->days() * duration::minutes_a_day);
  }
}

}  // namespace

std::optional<both> short_witnesses(const model& m, const std::array<asked_of, 2>& asked, const part& where) {
  const compared_rules rules{asked[0].agreement.rules(), asked[1].agreement.rules()};
  std::int64_t day = common_day(rules.before, rules.after);
  const std::optional<point> found = point_on(m, rules, where, day);
  if (!found) return std::nullopt;
  const point& at = *found;
  const auto whole = [&](std::uint32_t side) {
    return action_at(m, side, asked[side].agreement, asked[side].decision, asked[side].by, at);
  };
  both shortest{whole(0), whole(1)};
  for (std::uint32_t side = 0; side < 2; ++side) set_day(m, rules, side, at, day, shortest[side]);
  const std::array<std::string, 2> keys{certain_key(asked[0], shortest[0]), certain_key(asked[1], shortest[1])};
  const auto forget = [&](const std::array<std::vector<input_id>, 2>& inputs) {
    both less = shortest;
    for (std::uint32_t side = 0; side < 2; ++side)
      for (input_id i : inputs[side])
        if (i) less[side].forget(i);
    // With a default back it would be another action, and perhaps one of another region.
    for (std::uint32_t side = 0; side < 2; ++side)
      for (input_id i : inputs[side])
        if (i && less[side].is_known(i) && less[side].slot(i) != shortest[side].slot(i)) return false;
    const bool same = certain_key(asked[0], less[0]) == keys[0] && certain_key(asked[1], less[1]) == keys[1];
    if (same) shortest = std::move(less);
    return same;
  };
  // What no condition compares matters only where one asks whether it is known.
  std::array<std::vector<input_id>, 2> passed_over;
  for (std::uint32_t side = 0; side < 2; ++side)
    for (std::uint32_t i = 1; i < asked[side].agreement.rules().inputs.size(); ++i)
      if (!is_looked_at(m, side, input_id{i})) passed_over[side].push_back(input_id{i});
  if (!forget(passed_over))
    for (std::uint32_t side = 0; side < 2; ++side)
      for (input_id i : passed_over[side]) side == 0 ? forget({{{i}, {}}}) : forget({{{}, {i}}});
  for (std::uint32_t v = m.variable_count(); v-- > 0;)
    if (m.of(v).kind != input_kind::day) forget({{{m.of(v).inputs.at(0)}, {m.of(v).inputs.at(1)}}});
  // Last, because what looks at rituals needs it.
  forget({{{input_id{0}}, {input_id{0}}}});
  return shortest;
}

}  // namespace remit::analysis
