// Conditions to nodes and atoms.
// Not here: clauses (lower.cpp), truth (agreement/truth.hpp).
#include "lower_condition.hpp"

#include <utility>
#include <vector>

#include <gsl/gsl>

namespace remit {
namespace {

template <class T>
std::uint32_t added(std::vector<T>& rows, T row) {
  rows.push_back(std::move(row));
  return gsl::narrow<std::uint32_t>(rows.size() - 1);
}

bool speaks_of_decision(const checked::condition& c) {
  if (c.kind == checked::condition_kind::decision_in) return true;
  for (const auto& child : c.children)
    if (speaks_of_decision(child)) return true;
  return false;
}

}  // namespace

condition_lowering::condition_lowering(tables& into) : into_{into} {
  into_.text_rows.push_back({});  // number 0: none of the constants
}

condition_lowering::result condition_lowering::of(const checked::clause& clause, const checked::rule& rule,
                                                  decision_id decision) {
  if (const auto known = independent_.find(&clause); known != independent_.end()) return known->second;
  const result made = whole(clause.when, clause.unless, &rule, decision);
  const bool specific = (clause.when && speaks_of_decision(*clause.when)) || (clause.unless && speaks_of_decision(*clause.unless));
  if (!specific) independent_.emplace(&clause, made);
  return made;
}

condition_lowering::result condition_lowering::of(const checked::promise& promise, decision_id decision) {
  return whole(promise.when, promise.unless, nullptr, decision);
}

condition_lowering::result condition_lowering::whole(const std::optional<checked::condition>& when,
                                                     const std::optional<checked::condition>& unless,
                                                     const checked::rule* rule, decision_id decision) {
  std::vector<lowered> all;
  if (when) all.push_back(of(*when, decision));
  if (unless) all.push_back(negated(of(*unless, decision)));
  if (rule != nullptr && (rule->effective.from || rule->effective.to)) all.push_back(effective(*rule));
  const lowered made = joined(joined_by::all_of, std::move(all));
  return {made.is == lowered::no, made.is == lowered::node ? made.index : condition_node::none};
}

condition_lowering::lowered condition_lowering::of(const checked::condition& c, decision_id decision) {
  switch (c.kind) {
    case checked::condition_kind::decision_in:
      for (decision_id d : c.decisions)
        if (d == decision) return {lowered::yes};
      return {lowered::no};
    case checked::condition_kind::negation: return negated(of(c.children.at(0), decision));
    case checked::condition_kind::all_of:
    case checked::condition_kind::any_of: {
      std::vector<lowered> children;
      for (const auto& child : c.children) children.push_back(of(child, decision));
      return joined(c.kind == checked::condition_kind::all_of ? joined_by::all_of : joined_by::any_of, std::move(children));
    }
    case checked::condition_kind::atom: break;
  }
  if (c.atom.kind == atom_kind::constant) return {c.atom.limit != 0 ? lowered::yes : lowered::no};
  return leaf(atom_of(c));
}

// `and` and `or` without the parts that are settled: one settled the other way settles the whole.
condition_lowering::lowered condition_lowering::joined(joined_by how, std::vector<lowered> children) {
  const auto settles = how == joined_by::all_of ? lowered::no : lowered::yes;
  std::vector<std::uint32_t> open;
  for (const lowered& child : children) {
    if (child.is == settles) return child;
    if (child.is == lowered::node) open.push_back(child.index);
  }
  if (open.empty()) return {how == joined_by::all_of ? lowered::yes : lowered::no};
  if (open.size() == 1) return {lowered::node, open.front()};
  for (std::size_t i = 0; i + 1 < open.size(); ++i) into_.condition_rows[open[i]].next = open[i + 1];
  return {lowered::node, added(into_.condition_rows, {how, 0, open.front(), condition_node::none})};
}

condition_lowering::lowered condition_lowering::negated(lowered child) {
  if (child.is == lowered::no) return {lowered::yes};
  if (child.is == lowered::yes) return {lowered::no};
  return {lowered::node, added(into_.condition_rows, {joined_by::negation, 0, child.index, condition_node::none})};
}

condition_lowering::lowered condition_lowering::leaf(std::uint32_t atom) {
  return {lowered::node, added(into_.condition_rows, {joined_by::atom, atom, condition_node::none, condition_node::none})};
}

condition_lowering::lowered condition_lowering::effective(const checked::rule& rule) {
  const auto [at, fresh] = effective_atoms_.try_emplace(&rule, 0);
  if (fresh) {
    atom days;
    days.kind = atom_kind::on_days;
    days.limit = rule.effective.from ? rule.effective.from->days() * duration::minutes_a_day : INT64_MIN;
    days.upper = rule.effective.to ? rule.effective.to->days() * duration::minutes_a_day : INT64_MAX;
    at->second = added(into_.atom_rows, days);
    into_.told_atom_rows.push_back({into_.keep("the rule's days"), {}, {}, {}, input_kind::day});
  }
  return leaf(at->second);
}

std::uint32_t condition_lowering::atom_of(const checked::condition& c) {
  const auto [at, fresh] = atoms_.try_emplace(&c, 0);
  if (!fresh) return at->second;
  atom a = c.atom;
  if (a.kind == atom_kind::text) {
    a.texts.first = gsl::narrow<std::uint32_t>(into_.text_list_rows.size());
    a.texts.count = gsl::narrow<std::uint32_t>(c.texts.size());
    for (const auto& text : c.texts) into_.text_list_rows.push_back(text_number(text));
  }
  told_atom told_words{into_.keep(c.words), into_.keep(c.op), told(c.left), told(c.right), c.unit};
  into_.told_atom_rows.push_back(told_words);
  return at->second = added(into_.atom_rows, a);
}

told_side condition_lowering::told(const checked::side& side) {
  told_side s;
  for (const auto& term : side.terms) {
    const std::int8_t sign = term.negative ? -1 : 1;
    if (!term.input) {
      s.constant += sign * term.constant;
      if (side.terms.size() == 1) s.threshold = into_.keep(term.threshold);
    } else if (!s.a) {
      s.a = term.input;
      s.sign_a = sign;
    } else {
      s.b = term.input;
      s.sign_b = sign;
    }
  }
  return s;
}

std::uint32_t condition_lowering::text_number(const std::string& text) {
  const auto [at, fresh] = texts_.try_emplace(text, 0);
  if (fresh) at->second = added(into_.text_rows, into_.keep(text));
  return at->second;
}

}  // namespace remit
