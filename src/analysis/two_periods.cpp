// Periods held against each other by the calendar.
// Not here: conditions (region_words.cpp).
#include "two_periods.hpp"

#include <vector>

#include <remit/core/wording.hpp>

namespace remit::analysis {
namespace {

using state = ritual_state;

constexpr std::uint64_t bit(state s) { return std::uint64_t{1} << static_cast<int>(s); }

const period& period_of(const model& m, const executable& rules, std::uint32_t side, std::uint32_t variable) {
  return rules.inputs[m.of(variable).inputs.at(side).value].every;
}

// In units of one kind, or nothing where the calendar decides: days, or months.
struct plain_period {
  bool of_months;
  std::int64_t length;
};
std::optional<plain_period> plainly(const period& p) {
  switch (p.unit) {
    case period_unit::minutes: return plain_period{false, p.count / duration::minutes_a_day};
    case period_unit::hours: return plain_period{false, p.count / 24};
    case period_unit::days: return plain_period{false, p.count};
    case period_unit::weeks: return plain_period{false, p.count * 7};
    case period_unit::months: return plain_period{true, p.count};
    case period_unit::years: return plain_period{true, p.count * 12};
    case period_unit::working_days: break;
  }
  return std::nullopt;
}

}  // namespace

bool has_two_periods(const model& m, std::uint32_t v) { return m.of(v).kind == input_kind::ritual && m.space().at(v).count == 4; }

std::uint64_t possible_states(const model& m, const compared_rules& rules, std::uint32_t v) {
  const std::uint64_t alike = bit(state::current) | bit(state::overdue);
  const auto before = plainly(period_of(m, rules.before, 0, v)), after = plainly(period_of(m, rules.after, 1, v));
  if (!before || !after || before->of_months != after->of_months)
    return alike | bit(state::overdue_on_first_side) | bit(state::overdue_on_second_side);
  if (before->length == after->length) return alike;
  return alike | bit(before->length < after->length ? state::overdue_on_first_side : state::overdue_on_second_side);
}

std::optional<date> last_time_for(const model& m, const compared_rules& rules, std::uint32_t v, state wanted, date today) {
  const period &before = period_of(m, rules.before, 0, v), &after = period_of(m, rules.after, 1, v);
  const bool late_before = wanted == state::overdue || wanted == state::overdue_on_first_side;
  const bool late_after = wanted == state::overdue || wanted == state::overdue_on_second_side;
  for (std::optional<date> last = today; last; last = date::from_days(last->days() - 1)) {
    const bool was = today > last->plus(before), is = today > last->plus(after);
    if (was == late_before && is == late_after) return last;
    if (was && is) return std::nullopt;  // and so it stays, further back
  }
  return std::nullopt;
}

std::string beyond_the_language(const model& m, const compared_rules& rules, const part& universe, const term& t) {
  std::vector<std::string> all;
  for (const demand& d : t) {
    const std::uint32_t v = d.variable;
    if (d.what != demand::kind::values || !has_two_periods(m, v)) continue;
    const std::uint64_t overdue = bit(state::overdue) | bit(state::overdue_on_second_side), possible = universe.of[v].may;
    if (d.mask == (possible & overdue) || d.mask == (possible & ~overdue)) continue;
    const std::string old_period = period_words(period_of(m, rules.before, 0, v)),
                      new_period = period_words(period_of(m, rules.after, 1, v));
    std::vector<std::string> states;
    if ((d.mask & bit(state::current)) != 0) states.push_back("under neither period");
    if ((d.mask & bit(state::overdue)) != 0) states.push_back("under both periods");
    if ((d.mask & bit(state::overdue_on_first_side)) != 0)
      states.push_back("under the old period, " + old_period + ", and not under the new, " + new_period);
    if ((d.mask & bit(state::overdue_on_second_side)) != 0)
      states.push_back("under the new period, " + new_period + ", and not under the old, " + old_period);
    all.push_back(m.of(v).name + " is overdue " + listed(states, "or"));
  }
  return listed(all);
}

}  // namespace remit::analysis
