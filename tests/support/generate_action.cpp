// Random actions for an agreement: most values lie on, just below or just above a border.
// Not here: agreements (generate.cpp).
#include <algorithm>

#include "support/generate.hpp"
#include "support/generate_condition.hpp"

namespace remit::generate {
namespace {

constexpr std::int64_t a_day = duration::minutes_a_day;

bool is_ordered(input_kind k) {
  using enum input_kind;
  return k == day || k == number || k == whole_number || k == money || k == date || k == duration;
}

/// The nearest value that the input can have.
std::int64_t fitted(const checked::input& in, std::int64_t amount) {
  amount = std::clamp(amount, in.least, in.most);
  amount -= amount % in.step;
  if (amount < in.least) amount += in.step;
  return amount;
}

void note(borders& b, const checked::document& d, const checked::condition& c) {
  for (const checked::condition& child : c.children) note(b, d, child);
  b.texts.insert(b.texts.end(), c.texts.begin(), c.texts.end());
  if (c.kind != checked::condition_kind::atom || c.atom.kind != atom_kind::linear) return;
  if (c.atom.sign_second != 0)
    b.sums.push_back(c.atom);
  else
    for (std::int64_t off : {-1, 0, 1}) {
      const checked::input& in = d.inputs[c.atom.first.value];
      b.amounts[c.atom.first.value].push_back(fitted(in, c.atom.sign_first * c.atom.limit + off * in.step));
    }
}

std::int64_t last_time(random& r, std::int64_t today, const period& every) {
  if (r.chance(15)) return never_held;
  const date day = *date::from_days(today / a_day);
  std::int64_t back = day.plus(every).days() - day.days();
  if (r.chance(80))
    back += r.between(-2, 3);
  else
    back = r.between(0, 40);
  const std::int64_t earliest = date::of(1, 1, 1)->days();
  return std::max(earliest, today / a_day - std::max<std::int64_t>(back, 0)) * a_day;
}

std::int64_t any_amount(random& r, const checked::input& in) {
  if (in.kind == input_kind::day || (in.kind == input_kind::date && in.most - in.least > 100 * a_day))
    return r.chance(97) ? base_day() + a_day * r.between(-4, 9) : r.chance(50) ? in.least : in.most;
  if (in.most - in.least <= 1000 * in.step) return fitted(in, r.between(in.least, in.most));
  return r.chance(90) ? fitted(in, in.step * r.between(0, 600)) : r.chance(50) ? fitted(in, in.most) : in.least;
}

oracle::value any_value(random& r, const checked::input& in, std::uint32_t number, const borders& b) {
  if (in.kind == input_kind::text) {
    if (b.texts.empty() || r.chance(25)) return {0, "another text"};
    return {0, r.one_of(b.texts)};
  }
  if (in.kind == input_kind::any_of) return {static_cast<std::int64_t>(r.below(std::size_t{1} << in.values.size())), {}};
  if (in.kind == input_kind::one_of) return {r.below(in.values.size()), {}};
  if (in.kind == input_kind::yes_no) return {r.below(2), {}};
  const auto near = b.amounts.find(number);
  if (near != b.amounts.end() && r.chance(70)) return {r.one_of(near->second), {}};
  return {any_amount(r, in), {}};
}

}  // namespace

borders borders_of(const checked::document& d) {
  borders b;
  const auto add_days = [&](const checked::days& days) {
    for (const auto& day : {days.from, days.to})
      for (std::int64_t off : {-1, 0, 1})
        if (day) b.amounts[0].push_back((day->days() + off) * a_day);
  };
  add_days(d.effective);
  for (const checked::rule& one : d.rules) {
    add_days(one.effective);
    for (const checked::clause& c : one.clauses) {
      if (c.when) note(b, d, *c.when);
      if (c.unless) note(b, d, *c.unless);
    }
  }
  return b;
}

oracle::action complete_action(random& r, const checked::document& d, const borders& b) {
  oracle::action a;
  if (!r.chance(4)) a.decision = decision_id{r.below(d.decisions.size())};
  do a.by = party_id{r.below(d.parties.size())};
  while (d.parties[a.by.value].is_role);

  for (std::uint32_t i = 0; i < d.inputs.size(); ++i)
    if (d.inputs[i].kind != input_kind::ritual) a.inputs[i] = any_value(r, d.inputs[i], i, b);
  if (!b.sums.empty() && r.chance(60)) {
    // Puts a sum of two on its border, or one step off it.
    const atom& sum = r.one_of(b.sums);
    const bool first = r.chance(50);
    const input_id moved = first ? sum.first : sum.second, kept = first ? sum.second : sum.first;
    const std::int64_t moved_sign = first ? sum.sign_first : sum.sign_second, kept_sign = first ? sum.sign_second : sum.sign_first;
    const checked::input& in = d.inputs[moved.value];
    const std::int64_t border = moved_sign * (sum.limit - kept_sign * a.inputs[kept.value].amount);
    if (is_ordered(in.kind)) a.inputs[moved.value].amount = fitted(in, border + in.step * r.between(-1, 1));
  }
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i)
    if (d.inputs[i].kind == input_kind::ritual) a.inputs[i].amount = last_time(r, a.inputs[0].amount, d.inputs[i].every);
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i)
    if (d.inputs[i].standard && r.chance(30)) a.inputs.erase(i);

  const std::uint32_t consulted = r.one_of<std::uint32_t>({0, 0, 20, 50}), approved = r.one_of<std::uint32_t>({0, 0, 20, 50});
  for (std::uint32_t p = 0; p < d.parties.size(); ++p) {
    if (r.chance(consulted)) a.consulted.insert(p);
    if (!d.parties[p].is_role && r.chance(approved)) a.approved.insert(p);
  }
  return a;
}

oracle::action incomplete_action(random& r, const checked::document& d, const borders& b, std::uint32_t most) {
  oracle::action a = complete_action(r, d, b);
  std::vector<std::uint32_t> can_go, matter;
  const oracle::numbers looked = oracle::what_is_looked_at(d, a.decision).inputs;
  for (const auto& [i, value] : a.inputs)
    if (!d.inputs[i].standard) (looked.contains(i) ? matter : can_go).push_back(i);
  if (!matter.empty()) can_go = matter;
  for (std::uint32_t i : r.some_of(can_go, 1 + r.below(most))) a.inputs.erase(i);
  return a;
}

}  // namespace remit::generate
