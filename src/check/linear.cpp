// Sums of amounts, and two of them compared in one normal form.
// Not here: which comparisons a type has (comparisons.cpp).
#include "linear.hpp"

#include <algorithm>

#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

std::optional<quantity> constant_of(pass& p, const syntax::term& t) {
  const auto kind = kind_of(t.literal);
  if (!kind) return std::nullopt;
  quantity made;
  made.kind = *kind;
  made.is_literal = true;
  made.where = t.where();
  if (!is_amount(*kind)) return made;
  const auto worth = worth_of(p, t.literal);
  if (!worth) return std::nullopt;
  made.constant = *worth;
  return made;
}

std::optional<quantity> named_quantity(pass& p, const scope& s, const syntax::term& t) {
  const symbol* known = find(p, s, t.name().text);
  const bool is_ritual = known != nullptr && known->kind == named::ritual;
  symbol* name = resolve(p, s, t.name(), fact_or_threshold, is_ritual ? "a ritual is only ever `overdue`" : "");
  if (name == nullptr) return std::nullopt;
  name->used = true;
  quantity made;
  made.where = t.where();
  if (name->kind == named::fact) {
    made.kind = p.out.inputs[name->number].kind;
    made.input = input_id{name->number};
    return made;
  }
  if (p.is_broken_threshold[name->number]) return std::nullopt;
  const checked::threshold& threshold = p.out.thresholds[name->number];
  made.kind = threshold.kind;
  made.constant = threshold.amount;
  made.threshold = name->text;
  return made;
}

std::optional<quantity> quantity_of(pass& p, const scope& s, const syntax::term& t) {
  if (t.kind == syntax::term_kind::literal) return constant_of(p, t);
  if (t.kind == syntax::term_kind::name) return named_quantity(p, s, t);
  quantity today;
  today.kind = input_kind::date;
  today.input = input_id{0};
  today.where = t.where();
  return today;
}

/// The measure of two amounts joined; nothing where they do not join.
std::optional<input_kind> joined_kind(input_kind a, syntax::arithmetic how, input_kind b) {
  using enum input_kind;
  if (!is_amount(a) || !is_amount(b)) return std::nullopt;
  if (how == syntax::arithmetic::minus && a == date && b == date) return duration;
  if (a == date && b == duration) return date;
  if (how == syntax::arithmetic::plus && a == duration && b == date) return date;
  if (a == b && a != date) return a;
  return std::nullopt;
}

relation relation_of(syntax::comparison op) noexcept {
  switch (op) {
    case syntax::comparison::over:
    case syntax::comparison::after: return relation::more;
    case syntax::comparison::under:
    case syntax::comparison::before: return relation::less;
    case syntax::comparison::at_least: return relation::at_least;
    case syntax::comparison::at_most: return relation::at_most;
    case syntax::comparison::is_not: return relation::unequal;
    case syntax::comparison::is:
    case syntax::comparison::between: break;
  }
  return relation::equal;
}

bool holds(std::int64_t value, relation op, std::int64_t limit) noexcept {
  switch (op) {
    case relation::less: return value < limit;
    case relation::at_most: return value <= limit;
    case relation::equal: return value == limit;
    case relation::unequal: return value != limit;
    case relation::at_least: return value >= limit;
    case relation::more: return value > limit;
  }
  return false;
}

}  // namespace

bool sum::is_constant() const noexcept {
  return std::none_of(terms.begin(), terms.end(), [](const quantity& q) { return bool{q.input}; });
}

std::int64_t sum::total() const noexcept {
  std::int64_t all = 0;
  for (const quantity& q : terms) all += q.negative ? -q.constant : q.constant;
  return all;
}

std::optional<sum> sum_of(pass& p, const scope& s, const syntax::operand& o) {
  auto first = quantity_of(p, s, o.first);
  if (o.join == syntax::arithmetic::alone) {
    if (!first) return std::nullopt;
    return sum{measure_of(first->kind), {*first}};
  }
  const syntax::term& second_term = s.tree->terms[o.second];
  auto second = quantity_of(p, s, second_term);
  if (!first || !second) return std::nullopt;
  second->negative = o.join == syntax::arithmetic::minus;
  const auto kind = joined_kind(measure_of(first->kind), o.join, measure_of(second->kind));
  if (kind) return sum{*kind, {*first, *second}};
  if (first->kind == input_kind::date && second->kind == input_kind::date) {
    const std::string between =
        std::string{p.sources->text(o.first.where())} + " minus " + std::string{p.sources->text(second_term.where())};
    p.report(code::type_mismatch, o.where, "two dates cannot be added", ticked(between) + " is the time between them");
    return std::nullopt;
  }
  const syntax::term& culprit = first->is_literal && !second->is_literal ? o.first : second_term;
  const std::string proposal = culprit.kind == syntax::term_kind::literal
                                   ? rewritten(p, culprit.literal, (&culprit == &o.first ? *second : *first).kind)
                                   : std::string{};
  p.report(code::type_mismatch, culprit.where(),
           ticked(p.sources->text(o.first.where())) + " is " + kind_words(first->kind) + ", and " +
               ticked(p.sources->text(second_term.where())) + " is " + kind_words(second->kind) + ": they cannot be " +
               (second->negative ? "subtracted" : "added"),
           proposal.empty() ? "" : "did you mean " + ticked(proposal) + "?");
  return std::nullopt;
}

void touch(pass& p, const scope& s, const syntax::operand& o) {
  const auto touched = [&](const syntax::term& t) {
    if (t.kind != syntax::term_kind::name) return;
    if (symbol* name = find(p, s, t.name().text)) name->used = true;
  };
  touched(o.first);
  if (o.join != syntax::arithmetic::alone) touched(s.tree->terms[o.second]);
}

std::optional<atom> linear_atom(const sum& left, syntax::comparison op, const sum& right) {
  std::vector<quantity> facts;
  for (const quantity& q : left.terms)
    if (q.input) facts.push_back(q);
  for (quantity q : right.terms) {
    q.negative = !q.negative;
    if (q.input) facts.push_back(q);
  }
  std::int64_t limit = 0;
  if (__builtin_sub_overflow(right.total(), left.total(), &limit)) return std::nullopt;
  if (limit > largest_amount || limit < -largest_amount) return std::nullopt;

  atom made;
  relation how = relation_of(op);
  if (facts.empty()) {
    made.limit = holds(0, how, limit) ? 1 : 0;
    return made;
  }
  std::sort(facts.begin(), facts.end(), [](const quantity& a, const quantity& b) { return a.input < b.input; });
  const bool negative = facts.front().negative;
  made.kind = atom_kind::linear;
  made.op = negative ? turned(how) : how;
  made.limit = negative ? -limit : limit;
  made.first = facts.front().input;
  made.sign_first = 1;
  if (facts.size() > 1) {
    made.second = facts.back().input;
    made.sign_second = facts.back().negative == negative ? 1 : -1;
  }
  return made;
}

checked::side as_written(const sum& s) {
  checked::side made;
  for (const quantity& q : s.terms) made.terms.push_back({q.negative, q.input, q.constant, std::string{q.threshold}});
  return made;
}

}  // namespace remit::checking
