// Conditions in Z3's terms: integers, yes/no variables, and what the language says of them (section 3).
// Not here: verdicts.
#include "agree/z3/terms.hpp"

#include <algorithm>

namespace remit::smt {
namespace {

z3::expr compared(const z3::expr& left, relation op, const z3::expr& right) {
  switch (op) {
    case relation::less: return left < right;
    case relation::at_most: return left <= right;
    case relation::equal: return left == right;
    case relation::unequal: return left != right;
    case relation::at_least: return left >= right;
    case relation::more: return left > right;
  }
  throw std::logic_error("no such comparison");
}

}  // namespace

// A multiple of the input's step, within its range.
z3::expr terms::amount(const checked::document& d, input_id input) {
  const checked::input& in = d.inputs.at(input.value);
  const z3::expr x = context_.int_const(("amount:" + in.name).c_str());
  if (bounded_.try_emplace(in.name + std::to_string(in.least) + "," + std::to_string(in.most) + "," + std::to_string(in.step)).second) {
    domain_.push_back(x >= whole_number(in.least) && x <= whole_number(in.most));
    if (in.step != 1) domain_.push_back(x == whole_number(in.step) * context_.int_const(("steps:" + in.name).c_str()));
  }
  return x;
}

z3::expr terms::yes_or_no(const checked::document& d, input_id input) {
  return context_.bool_const(("is:" + d.inputs.at(input.value).name).c_str());
}

z3::expr terms::value(const checked::document& d, input_id input) {
  const checked::input& in = d.inputs.at(input.value);
  const z3::expr x = context_.int_const(("value:" + in.name).c_str());
  std::string all = in.name;
  for (const auto& v : in.values) all += " " + v.name;
  if (bounded_.try_emplace(all).second) {
    z3::expr one = no();
    for (const auto& v : in.values) one = one || x == word(v.name);
    domain_.push_back(one);
  }
  return x;
}

z3::expr terms::member(const checked::document& d, input_id input, std::uint32_t value) {
  const checked::input& in = d.inputs.at(input.value);
  return context_.bool_const(("member:" + in.name + ":" + in.values.at(value).name).c_str());
}

z3::expr terms::text(const std::string& t) { return context_.int_val(word("\"" + t)); }

z3::expr terms::on_days_of(const checked::document& d, const checked::days& days) {
  z3::expr within = yes();
  if (days.from) within = within && amount(d, input_id{0}) >= whole_number(days.from->days() * duration::minutes_a_day);
  if (days.to) within = within && amount(d, input_id{0}) <= whole_number(days.to->days() * duration::minutes_a_day);
  return within;
}

z3::expr terms::comparison(const checked::document& d, const checked::condition& c, party_id by) {
  const atom& a = c.atom;
  const auto each_member = [&](auto&& take) {
    for (std::uint32_t v = 0; v < d.inputs.at(a.first.value).values.size(); ++v)
      if ((a.mask >> v & 1) != 0) take(v);
  };
  switch (a.kind) {
    case atom_kind::constant: return a.limit != 0 ? yes() : no();
    case atom_kind::known: return yes();
    case atom_kind::by: return a.party == by ? yes() : no();
    case atom_kind::truth:
    case atom_kind::overdue: return yes_or_no(d, a.first);
    case atom_kind::linear: {
      z3::expr sum = whole_number(a.sign_first) * amount(d, a.first);
      if (a.sign_second != 0) sum = sum + whole_number(a.sign_second) * amount(d, a.second);
      return compared(sum, a.op, whole_number(a.limit));
    }
    case atom_kind::one_of: {
      z3::expr any = no();
      each_member([&](std::uint32_t v) { any = any || value(d, a.first) == word(d.inputs[a.first.value].values[v].name); });
      return any;
    }
    case atom_kind::includes_any: {
      z3::expr any = no();
      each_member([&](std::uint32_t v) { any = any || member(d, a.first, v); });
      return any;
    }
    case atom_kind::includes_all: {
      z3::expr all = yes();
      each_member([&](std::uint32_t v) { all = all && member(d, a.first, v); });
      return all;
    }
    case atom_kind::text: {
      const z3::expr x = context_.int_const(("text:" + d.inputs.at(a.first.value).name).c_str());
      z3::expr any = no();
      for (const std::string& t : c.texts) any = any || x == text(t);
      return any;
    }
    case atom_kind::on_days: break;
  }
  throw std::logic_error("a comparison that no checked agreement has");
}

z3::expr terms::condition(const checked::document& d, const checked::condition& c, decision_id decision, party_id by) {
  switch (c.kind) {
    case checked::condition_kind::atom: return comparison(d, c, by);
    case checked::condition_kind::negation: return !condition(d, c.children.at(0), decision, by);
    case checked::condition_kind::decision_in:
      return std::find(c.decisions.begin(), c.decisions.end(), decision) != c.decisions.end() ? yes() : no();
    case checked::condition_kind::all_of:
    case checked::condition_kind::any_of: {
      const bool all = c.kind == checked::condition_kind::all_of;
      z3::expr joined = all ? yes() : no();
      for (const checked::condition& child : c.children) {
        const z3::expr one = condition(d, child, decision, by);
        joined = all ? joined && one : joined || one;
      }
      return joined;
    }
  }
  throw std::logic_error("no such condition");
}

z3::expr terms::speaks(const checked::document& d, const std::optional<checked::condition>& when,
                       const std::optional<checked::condition>& unless, decision_id decision, party_id by) {
  z3::expr spoken = yes();
  if (when) spoken = spoken && condition(d, *when, decision, by);
  if (unless) spoken = spoken && !condition(d, *unless, decision, by);
  return spoken;
}

}  // namespace remit::smt
