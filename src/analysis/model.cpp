// Conditions of agreements as formulas over one space.
// Not here: cutting that space.
#include "model.hpp"

#include <algorithm>
#include <utility>

namespace remit::analysis {
namespace {

variable variable_for(const input_entry& e) {
  variable v;
  v.simplest = e.has_default ? e.default_value : 0;
  switch (e.kind) {
    case input_kind::yes_no:
    case input_kind::ritual: break;
    case input_kind::one_of: v.count = e.values.size(); break;
    case input_kind::any_of:
      v.sort = sort::set;
      v.count = e.values.size();
      break;
    case input_kind::text: v.count = 1; break;
    case input_kind::day:
    case input_kind::date:
    case input_kind::number:
    case input_kind::whole_number:
    case input_kind::money:
    case input_kind::duration:
      v.sort = sort::ordered;
      v.least = e.least;
      v.most = e.most;
      v.step = e.step;
      break;
  }
  if (e.kind == input_kind::ritual) v.simplest = 0;
  return v;
}

}  // namespace

vocabulary own_names(const executable& rules) {
  return {[&rules](input_id i) { return std::string{rules.inputs[i.value].name}; },
          [&rules](input_id i, std::uint32_t v) { return std::string{rules.inputs[i.value].values[v]}; }};
}

// Whole numbers are numbers here.
model::key::key(std::string of, input_kind k, bool known)
    : name{std::move(of)}, kind{k == input_kind::whole_number ? input_kind::number : k}, whether_known{known} {}

std::uint32_t model::enter(const executable& rules, vocabulary names, knowledge of, const action* given) {
  sides_.push_back({&rules, std::move(names), of, given, {}});
  for (meaning& m : meanings_) m.inputs.resize(sides_.size());
  return static_cast<std::uint32_t>(sides_.size() - 1);
}

std::uint32_t model::variable(std::uint32_t side, input_id input) {
  agreement_side& s = sides_[side];
  const auto [own, fresh] = s.variables.try_emplace(input.value, 0);
  if (!fresh) return own->second;
  const input_entry& e = s.rules->inputs[input.value];
  const std::string name = s.names.input(input);
  const auto [shared, first] = by_key_.try_emplace({name, e.kind, false}, 0);
  if (first) {
    analysis::variable v = variable_for(e);
    meaning m{name, e.kind, {}, std::vector<input_id>(sides_.size()), false};
    if (e.kind == input_kind::text) m.values.emplace_back();
    if (e.kind == input_kind::ritual && has_two_periods(side, input)) v.count = 4;
    shared->second = space_.add(v);
    meanings_.push_back(std::move(m));
    if (e.kind == input_kind::one_of || e.kind == input_kind::any_of)
      for (std::uint32_t i = 0; i < e.values.size(); ++i) meanings_.back().values.push_back(s.names.value(input, i));
  } else {
    // An action both sides can judge lies in both ranges.
    space_.narrow_range(shared->second, e.least, e.most, e.step);
  }
  meanings_[shared->second].inputs[side] = input;
  return own->second = shared->second;
}

void model::share_inputs() {
  for (std::uint32_t side = 0; side < sides_.size(); ++side) {
    const executable& rules = *sides_[side].rules;
    for (std::uint32_t i = 0; i < rules.inputs.size(); ++i)
      if (by_key_.count({sides_[side].names.input(input_id{i}), rules.inputs[i].kind, false}) != 0) variable(side, input_id{i});
  }
}

bool model::has_two_periods(std::uint32_t side, input_id ritual) const {
  const std::string name = sides_[side].names.input(ritual);
  for (const agreement_side& other : sides_)
    for (std::uint32_t i = 0; i < other.rules->inputs.size(); ++i) {
      const input_entry& e = other.rules->inputs[i];
      if (e.kind == input_kind::ritual && !(e.every == sides_[side].rules->inputs[ritual.value].every) &&
          other.names.input(input_id{i}) == name)
        return true;
    }
  return false;
}

std::uint32_t model::value_number(std::uint32_t v, const std::string& value) {
  auto& values = meanings_[v].values;
  // The first of a text stands for no text in particular, and so is not the empty one.
  const auto first = values.begin() + (meanings_[v].kind == input_kind::text ? 1 : 0);
  const auto at = std::find(first, values.end(), value);
  if (at != values.end()) return static_cast<std::uint32_t>(at - values.begin());
  if (values.size() >= 64) return exact_ = false, 0;
  values.push_back(value);
  space_.set_count(v, static_cast<std::uint32_t>(values.size()));
  return static_cast<std::uint32_t>(values.size() - 1);
}

std::uint64_t model::shared_mask(std::uint32_t side, input_id input, std::uint64_t mask) {
  const std::uint32_t v = variable(side, input);
  const input_entry& e = sides_[side].rules->inputs[input.value];
  std::uint64_t shared = 0;
  for (std::uint32_t i = 0; i < e.values.size(); ++i)
    if ((mask >> i & 1) != 0) shared |= std::uint64_t{1} << value_number(v, sides_[side].names.value(input, i));
  return shared;
}

std::string_view model::own_value(std::uint32_t side, std::uint32_t v, std::uint32_t value) const {
  const input_id input = meanings_.at(v).inputs.at(side);
  const input_entry& e = sides_[side].rules->inputs[input.value];
  for (std::uint32_t i = 0; i < e.values.size(); ++i)
    if (sides_[side].names.value(input, i) == meanings_[v].values.at(value)) return e.values[i];
  return {};
}

std::uint32_t model::leaf(std::uint32_t side, const atom& a, party_id by) {
  const executable& rules = *sides_[side].rules;
  test t;
  switch (a.kind) {
    case atom_kind::constant: t.holds = a.limit != 0; return test_leaf(t);
    case atom_kind::by: t.holds = a.party == by; return test_leaf(t);
    case atom_kind::known: return whether_known(side, a.first);
    case atom_kind::on_days: return on_days_of(side, a.limit, a.upper);
    case atom_kind::truth: return yes_leaf(variable(side, a.first));
    case atom_kind::overdue: return overdue(side, a.first);
    case atom_kind::one_of:
    case atom_kind::includes_any:
    case atom_kind::includes_all:
      t.kind = a.kind == atom_kind::one_of         ? test::kind::one_of
               : a.kind == atom_kind::includes_any ? test::kind::includes_any
                                                   : test::kind::includes_all;
      t.first = variable(side, a.first);
      t.mask = shared_mask(side, a.first, a.mask);
      return test_leaf(t);
    case atom_kind::text: {
      std::vector<std::string_view> texts;
      for (std::uint32_t text : part_of(rules.text_lists, a.texts)) texts.push_back(rules.texts[text]);
      return text_leaf(side, a.first, texts);
    }
    case atom_kind::linear: break;
  }
  t.kind = test::kind::linear;
  t.first = variable(side, a.first);
  t.sign_first = a.sign_first;
  t.sign_second = a.sign_second;
  if (a.sign_second != 0) t.second = variable(side, a.second);
  t.op = a.op;
  t.limit = a.limit;
  return test_leaf(t);
}

std::uint32_t model::yes_leaf(std::uint32_t v) {
  test t;
  t.kind = test::kind::one_of;
  t.first = v;
  t.mask = 2;
  return test_leaf(t);
}

std::uint32_t model::text_leaf(std::uint32_t side, input_id input, const std::vector<std::string_view>& texts) {
  test t;
  t.kind = test::kind::one_of;
  t.first = variable(side, input);
  for (const std::string_view text : texts) t.mask |= std::uint64_t{1} << value_number(t.first, std::string{text});
  return test_leaf(t);
}

// A fact with a default is always known.
std::uint32_t model::whether_known(std::uint32_t side, input_id input) {
  const agreement_side& s = sides_[side];
  const input_entry& e = s.rules->inputs[input.value];
  if (s.of == knowledge::complete || e.has_default) return constant(true);
  const std::string name = s.names.input(input);
  const auto [known, first] = by_key_.try_emplace({name, e.kind, true}, 0);
  if (first) {
    analysis::variable v;
    v.simplest = 1;
    known->second = space_.add(v);
    meanings_.push_back({name, input_kind::yes_no, {}, std::vector<input_id>(sides_.size()), true});
  }
  meanings_[known->second].inputs[side] = input;
  return yes_leaf(known->second);
}

std::uint32_t model::overdue(std::uint32_t side, input_id ritual) {
  const agreement_side& s = sides_[side];
  if (s.given == nullptr || !s.given->is_known(ritual)) {
    test t;
    t.kind = test::kind::one_of;
    t.first = variable(side, ritual);
    t.mask = 2;
    if (has_two_periods(side, ritual))
      t.mask |= std::uint64_t{1} << (static_cast<int>(ritual_state::overdue_on_first_side) + static_cast<int>(side));
    return test_leaf(t);
  }
  const std::int64_t last = s.given->slot(ritual);
  if (last == never_held) return constant(true);
  const auto held = date::from_days(last / duration::minutes_a_day);
  const std::int64_t due = held ? held->plus(s.rules->inputs[ritual.value].every).days() * duration::minutes_a_day : INT64_MAX;
  if (due == INT64_MAX) return constant(false);
  return negated(on_days_of(side, INT64_MIN, due));
}

std::uint32_t model::on_days_of(std::uint32_t side, std::int64_t first, std::int64_t last) {
  const std::uint32_t day = variable(side, input_id{0});
  std::vector<std::uint32_t> ends;
  const auto add = [&](relation op, std::int64_t limit) {
    test t;
    t.kind = test::kind::linear;
    t.first = day;
    t.op = op;
    t.limit = limit;
    ends.push_back(test_leaf(t));
  };
  if (first != INT64_MIN) add(relation::at_least, first);
  if (last != INT64_MAX) add(relation::at_most, last);
  return formulas_.joined(joined_by::all_of, ends);
}

std::uint32_t model::formula(std::uint32_t side, std::uint32_t node, party_id by) {
  const executable& rules = *sides_[side].rules;
  if (node == condition_node::none) return formulas_.joined(joined_by::all_of, {});
  const condition_node& n = rules.conditions[node];
  if (n.join == joined_by::atom) return leaf(side, rules.atoms[n.atom], by);
  std::vector<std::uint32_t> children;
  for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules.conditions[c].next)
    children.push_back(formula(side, c, by));
  return formulas_.joined(n.join, children);
}

std::uint32_t model::formula(std::uint32_t side, const checked::condition& c, decision_id decision, party_id by) {
  switch (c.kind) {
    case checked::condition_kind::decision_in:
      return constant(std::find(c.decisions.begin(), c.decisions.end(), decision) != c.decisions.end());
    case checked::condition_kind::atom:
      if (c.atom.kind != atom_kind::text) return leaf(side, c.atom, by);
      return text_leaf(side, c.atom.first, {c.texts.begin(), c.texts.end()});
    case checked::condition_kind::negation:
    case checked::condition_kind::all_of:
    case checked::condition_kind::any_of: break;
  }
  std::vector<std::uint32_t> children;
  for (const auto& child : c.children) children.push_back(formula(side, child, decision, by));
  return formulas_.joined(c.kind == checked::condition_kind::all_of   ? joined_by::all_of
                          : c.kind == checked::condition_kind::any_of ? joined_by::any_of
                                                                      : joined_by::negation,
                          children);
}

std::uint32_t model::fires(std::uint32_t side, const clause_entry& c, party_id by) {
  const executable& rules = *sides_[side].rules;
  if (c.effect == effect::allow && !rules.groups[c.asker_group].met_by.has(by.value)) return never();
  return formula(side, c.condition, by);
}

std::uint32_t model::never() { return constant(false); }

std::uint32_t model::constant(bool holds) {
  test t;
  t.holds = holds;
  return test_leaf(t);
}

part model::supplied(part p) const {
  for (std::uint32_t v = 0; v < meanings_.size(); ++v)
    if (meanings_[v].whether_known) p.of[v].may &= 2;
  return p;
}

}  // namespace remit::analysis
