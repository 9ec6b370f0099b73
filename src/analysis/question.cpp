// The verdict in a part of the space, and actions at its points.
// Not here: which parts are looked at.
#include "question.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::analysis {

question::question(model& m, std::uint32_t side, action asked, const std::function<bool(const clause_entry&)>& relevant)
    : model_{m}, rules_{asked.rules()}, blank_{std::move(asked)} {
  for (const clause_entry& c : part_of(rules_.clauses, rules_.decisions[blank_.decision().value].clauses))
    fires_.push_back(!relevant || relevant(c) ? m.fires(side, c, blank_.by()) : m.never());
}

question::fired_clauses question::fired(const part& p) const {
  fired_clauses f;
  for (std::uint32_t i = 0; i < fires_.size(); ++i) {
    const truth t = model_.formulas().decide(fires_[i], model_.space(), p);
    if (t != truth::no) f.possible.insert(i);
    if (t == truth::yes) f.certain.insert(i);
  }
  return f;
}

evaluation::outlook question::at(const part& p) const { return given(fired(p)); }

std::uint32_t question::next_cut(const evaluation::outlook& o) const {
  std::uint32_t first = 0;
  bool found = false;
  o.open.each([&](std::uint32_t i) {
    if (!found) first = i;
    found = true;
  });
  return fires_.at(first);
}

namespace {

constexpr std::string_view other_text = "(another text)";

// A day to judge by where nothing depends on it.
std::int64_t some_day(const executable& rules) {
  if (rules.first_day != INT64_MIN) return rules.first_day;
  if (rules.last_day != INT64_MAX) return rules.last_day;
  return 0;
}

}  // namespace

void set_value(const model& m, std::uint32_t side, std::uint32_t variable, std::int64_t value, remit::action& a) {
  const executable& rules = a.rules();
  const auto& meaning = m.of(variable);
  const input_id id = meaning.inputs.at(side);
  if (!id) return;
  if (meaning.whether_known) {
    if (value == 0) a.forget(id);
    return;
  }
  const input_entry& e = rules.inputs[id.value];
  // Shared value numbers to the side's own.
  const auto own = [&](std::uint32_t shared) {
    const std::string_view name = m.own_value(side, variable, shared);
    for (std::uint32_t n = 0; n < e.values.size(); ++n)
      if (e.values[n] == name) return n;
    return 0u;
  };
  switch (e.kind) {
    case input_kind::ritual: a.set_slot(id, value != 0 ? never_held : a.slot(input_id{0})); break;
    case input_kind::text:
      a.set(fact<std::string_view>{id}, value > 0 ? std::string_view{meaning.values.at(static_cast<std::size_t>(value))} : other_text);
      break;
    case input_kind::one_of: a.set_slot(id, own(static_cast<std::uint32_t>(value))); break;
    case input_kind::any_of: {
      choices set;
      for (std::uint32_t n = 0; n < 64; ++n)
        if ((static_cast<std::uint64_t>(value) >> n & 1) != 0) set = set.with(choice{own(n)});
      a.set(fact<choices>{id}, set);
      break;
    }
    default: a.set_slot(id, value);
  }
}

remit::action action_at(const model& m, std::uint32_t side, const agreement& agreement, decision_id decision, party_id by,
                        const point& at) {
  const executable& rules = agreement.rules();
  remit::action a{agreement, decision, by};
  const std::int64_t day = some_day(rules);
  a.set_slot(input_id{0}, day);
  std::vector<bool> in_model(rules.inputs.size(), false);
  for (const bool date : {true, false})  // first: a ritual was last held by then
    for (std::uint32_t v = 0; v < m.variable_count(); ++v) {
      const input_id i = m.of(v).inputs.at(side);
      if (!i || m.of(v).whether_known || (i.value == 0) != date) continue;
      set_value(m, side, v, at[v], a);
      in_model[i.value] = true;
    }
  for (std::uint32_t i = 1; i < rules.inputs.size(); ++i) {
    const input_entry& e = rules.inputs[i];
    const input_id id{i};
    if (in_model[i] || e.has_default) continue;
    switch (e.kind) {
      case input_kind::ritual: a.set_slot(id, a.slot(input_id{0})); break;
      case input_kind::text: a.set(fact<std::string_view>{id}, other_text); break;
      case input_kind::any_of: a.set(fact<choices>{id}, choices{}); break;
      default: a.set_slot(id, std::clamp<std::int64_t>(e.kind == input_kind::date ? a.slot(input_id{0}) : 0, e.least, e.most));
    }
  }
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (m.of(v).whether_known) set_value(m, side, v, at[v], a);
  return a;
}

}  // namespace remit::analysis
