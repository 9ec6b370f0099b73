// The verdict in a part of the space, and actions at its points.
// Not here: which parts are looked at.
#include "question.hpp"

#include <algorithm>
#include <utility>

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

// A day to judge by where nothing depends on it.
std::int64_t some_day(const executable& rules) {
  if (rules.first_day != INT64_MIN) return rules.first_day;
  if (rules.last_day != INT64_MAX) return rules.last_day;
  return 0;
}

}  // namespace

remit::action action_at(const model& m, std::uint32_t side, const agreement& agreement, decision_id decision, party_id by,
                        const point& at) {
  const executable& rules = agreement.rules();
  remit::action a{agreement, decision, by};
  std::vector<const std::int64_t*> value(rules.inputs.size(), nullptr);
  std::vector<std::uint32_t> variable(rules.inputs.size(), 0);
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (const input_id i = m.of(v).inputs.at(side); i && !m.of(v).whether_known) {
      value[i.value] = &at[v];
      variable[i.value] = v;
    }
  const std::int64_t day = value[0] != nullptr ? *value[0] : some_day(rules);
  a.set_slot(input_id{0}, day);
  for (std::uint32_t i = 1; i < rules.inputs.size(); ++i) {
    const input_entry& e = rules.inputs[i];
    const input_id id{i};
    const bool given = value[i] != nullptr;
    if (!given && e.has_default) continue;
    const std::int64_t v = given ? *value[i] : 0;
    if (e.kind == input_kind::ritual) {
      a.set_slot(id, v != 0 ? never_held : day);
    } else if (e.kind == input_kind::text) {
      const std::string other = "(another text)";
      a.set(fact<std::string_view>{id}, v > 0 ? m.of(variable[i]).values.at(static_cast<std::size_t>(v)) : other);
    } else if (given && (e.kind == input_kind::one_of || e.kind == input_kind::any_of)) {
      // Shared value numbers to the side's own.
      const auto own = [&](std::uint32_t shared) {
        const std::string_view name = m.own_value(side, variable[i], shared);
        for (std::uint32_t n = 0; n < e.values.size(); ++n)
          if (e.values[n] == name) return n;
        return 0u;
      };
      if (e.kind == input_kind::one_of) {
        a.set_slot(id, own(static_cast<std::uint32_t>(v)));
      } else {
        choices set;
        for (std::uint32_t n = 0; n < 64; ++n)
          if ((static_cast<std::uint64_t>(v) >> n & 1) != 0) set = set.with(choice{own(n)});
        a.set(fact<choices>{id}, set);
      }
    } else if (given) {
      a.set_slot(id, v);
    } else if (e.kind == input_kind::any_of) {
      a.set(fact<choices>{id}, choices{});
    } else {
      a.set_slot(id, std::clamp<std::int64_t>(e.kind == input_kind::date ? day : 0, e.least, e.most));
    }
  }
  for (std::uint32_t v = 0; v < m.variable_count(); ++v)
    if (const input_id i = m.of(v).inputs.at(side); i && m.of(v).whether_known && at[v] == 0) a.forget(i);
  return a;
}

}  // namespace remit::analysis
