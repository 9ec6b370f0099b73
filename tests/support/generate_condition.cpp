// Random conditions: each kind of comparison that the language has, joined to a bounded depth.
// Not here: the rest of the agreement (generate.cpp).
#include "support/generate_condition.hpp"

#include <algorithm>
#include <string>

namespace remit::generate {
namespace {

constexpr std::int64_t a_day = duration::minutes_a_day;

checked::condition atom_of(atom a) {
  checked::condition c;
  c.atom = a;
  return c;
}

checked::side::term term_of(input_id input, bool negative = false) {
  checked::side::term t;
  t.negative = negative;
  t.input = input;
  return t;
}

}  // namespace

checked::condition condition_making::condition(std::uint32_t depth) const {
  if (depth == 0 || r_.chance(50)) return comparison();
  checked::condition c;
  if (r_.chance(25)) {
    c.kind = checked::condition_kind::negation;
    c.children.push_back(condition(depth - 1));
    return c;
  }
  c.kind = r_.chance(50) ? checked::condition_kind::all_of : checked::condition_kind::any_of;
  for (std::uint32_t i = 0, n = 2 + r_.below(2); i < n; ++i) c.children.push_back(condition(depth - 1));
  return c;
}

std::vector<input_id> condition_making::inputs_of(input_kind k) const {
  std::vector<input_id> out;
  for (std::uint32_t i = 0; i < d_.inputs.size(); ++i)
    if (d_.inputs[i].kind == k) out.push_back(input_id{i});
  return out;
}

checked::condition condition_making::comparison() const {
  const std::uint32_t dice = r_.below(100);
  if (dice < 12) {
    std::vector<party_id> askers;
    for (std::uint32_t p = 0; p < d_.parties.size(); ++p)
      if (!d_.parties[p].is_role) askers.push_back(party_id{p});
    atom a;
    a.kind = atom_kind::by;
    a.party = r_.one_of(askers);
    return atom_of(a);
  }
  if (dice < 17) {
    checked::condition c;
    c.kind = checked::condition_kind::decision_in;
    for (std::uint32_t i = 0; i < d_.decisions.size(); ++i)
      if (r_.chance(50)) c.decisions.push_back(decision_id{i});
    if (c.decisions.empty()) c.decisions.push_back(decision_id{r_.below(d_.decisions.size())});
    return c;
  }
  if (dice < 27)
    if (const auto rituals = inputs_of(input_kind::ritual); !rituals.empty()) {
      atom a;
      a.kind = atom_kind::overdue;
      a.first = r_.one_of(rituals);
      return atom_of(a);
    }
  if (dice < 30) return ordered(input_id{0});
  if (dice < 31 && !w_.writable) {
    atom a;
    a.limit = r_.chance(50) ? 1 : 0;
    return atom_of(a);
  }
  std::vector<input_id> facts;
  for (std::uint32_t i = 1; i < d_.inputs.size(); ++i)
    if (d_.inputs[i].kind != input_kind::ritual) facts.push_back(input_id{i});
  const input_id fact = r_.one_of(facts);
  if (dice < 38) {
    atom a;
    a.kind = atom_kind::known;
    a.first = fact;
    return atom_of(a);
  }
  return about(fact);
}

checked::condition condition_making::about(input_id fact) const {
  const checked::input& in = d_.inputs[fact.value];
  atom a;
  a.first = fact;
  const auto some_values = [&] {
    std::uint64_t mask = 0;
    for (std::size_t v = 0; v < in.values.size(); ++v)
      if (r_.chance(40)) mask |= std::uint64_t{1} << v;
    return mask != 0 ? mask : std::uint64_t{1} << r_.below(in.values.size());
  };
  switch (in.kind) {
    case input_kind::yes_no: a.kind = atom_kind::truth; return atom_of(a);
    case input_kind::one_of:
      a.kind = atom_kind::one_of;
      a.mask = some_values();
      return atom_of(a);
    case input_kind::any_of:
      a.kind = r_.chance(50) ? atom_kind::includes_any : atom_kind::includes_all;
      a.mask = some_values();
      return atom_of(a);
    case input_kind::text: {
      a.kind = atom_kind::text;
      checked::condition c = atom_of(a);
      c.texts = r_.some_of<std::string>({"N-1", "N-2", "a \"b\" \\c", ""}, 1 + r_.below(2));
      return c;
    }
    default: return ordered(fact);
  }
}

std::int64_t condition_making::constant_near(input_id fact) const {
  const checked::input& in = d_.inputs[fact.value];
  const bool is_day = in.kind == input_kind::date || in.kind == input_kind::day;
  if (is_day) return base_day() + a_day * r_.between(-2, w_.small ? 6 : 60);
  const std::int64_t least = std::max<std::int64_t>(0, in.least - in.least % in.step);
  const std::int64_t steps = std::min<std::int64_t>((in.most - least) / in.step, in.kind == input_kind::duration ? 5000 : 300);
  return least + in.step * r_.between(0, std::max<std::int64_t>(steps, 0));
}

/// Now and then by the name of a threshold, an old one where it fits.
checked::side::term condition_making::constant(std::int64_t amount, input_kind unit) const {
  checked::side::term t;
  t.constant = amount;
  if (!r_.chance(20)) return t;
  const input_kind kind = unit == input_kind::whole_number ? input_kind::number : unit;
  for (const checked::threshold& known : d_.thresholds)
    if (known.kind == kind && known.amount == amount) t.threshold = known.name;
  if (t.threshold.empty()) {
    t.threshold = "t" + std::to_string(d_.thresholds.size());
    d_.thresholds.push_back({t.threshold, {}, kind, amount, {}});
  }
  return t;
}

/// `x OP c`, `c OP x`, `x OP y`, `x plus y OP c`, `x minus y OP c`, `x OP y plus c`; with dates what sums of them mean.
checked::condition condition_making::ordered(input_id fact) const {
  checked::condition c;
  const input_kind own = d_.inputs[fact.value].kind;
  const bool is_day = own == input_kind::date || own == input_kind::day;
  // Something to compare with: of the same type.
  std::vector<input_id> others;
  for (std::uint32_t i = 0; i < d_.inputs.size(); ++i) {
    const input_kind k = d_.inputs[i].kind;
    const bool k_is_day = k == input_kind::date || k == input_kind::day;
    if (i != fact.value && (is_day ? k_is_day : k == own)) others.push_back(input_id{i});
  }
  const auto lengths = is_day ? inputs_of(input_kind::duration) : std::vector<input_id>{};
  const auto days_apart = [&] { return constant(a_day * r_.between(0, 4), input_kind::duration); };

  c.unit = is_day ? input_kind::date : own;
  c.left.terms = {term_of(fact)};
  const std::uint32_t dice = r_.below(100);
  if (dice < 40 && !others.empty()) {
    const input_id other = r_.one_of(others);
    if (dice < 10) {
      c.right.terms = {term_of(other)};
    } else if (dice < 20) {
      checked::side::term more = is_day ? days_apart() : constant(constant_near(fact), own);
      more.negative = r_.chance(50);
      c.right.terms = {term_of(other), more};
    } else if (is_day) {
      c.left.terms.push_back(term_of(other, true));
      c.unit = input_kind::duration;
      c.right.terms = {days_apart()};
    } else {
      const bool negative = r_.chance(30);
      c.left.terms.push_back(term_of(other, negative));
      c.right.terms = {constant(constant_near(fact) + (negative ? 0 : std::max<std::int64_t>(0, constant_near(other))), own)};
    }
  } else if (dice < 55 && !lengths.empty()) {
    c.left.terms.push_back(term_of(r_.one_of(lengths), r_.chance(50)));
    c.right.terms = {constant(constant_near(fact), c.unit)};
  } else {
    c.right.terms = {constant(constant_near(fact), c.unit)};
  }
  if (r_.chance(15)) std::swap(c.left, c.right);

  // To the form that is evaluated: inputs to the left, constants to the right.
  atom a;
  a.kind = atom_kind::linear;
  const auto add = [&](const checked::side& side, std::int8_t sign) {
    for (const checked::side::term& t : side.terms) {
      const auto signed_by = static_cast<std::int8_t>(t.negative ? -sign : sign);
      if (!t.input) {
        a.limit -= signed_by * t.constant;
      } else if (!a.first) {
        a.first = t.input;
        a.sign_first = signed_by;
      } else {
        a.second = t.input;
        a.sign_second = signed_by;
      }
    }
  };
  add(c.left, 1);
  add(c.right, -1);
  const std::uint32_t op = r_.below(6);
  a.op = static_cast<relation>(op);
  c.op = std::vector<std::string>{"under", "at most", "is", "is not", "at least", "over"}[op];
  c.atom = a;
  return c;
}

}  // namespace remit::generate
