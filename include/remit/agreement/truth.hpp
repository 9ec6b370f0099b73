// Whether a condition holds for an action: yes, no, or open while facts are missing (Kleene's three values).
// Not here: which clauses that fires (evaluate.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/core/date.hpp>

namespace remit {

enum class truth : std::uint8_t { no, open, yes };

constexpr truth truth_of(bool b) noexcept { return b ? truth::yes : truth::no; }
constexpr truth negated(truth t) noexcept { return static_cast<truth>(2 - static_cast<int>(t)); }

/// Answers conditions for one subject: an action, or whatever tells as it does who asks and which values are known.
template <class Subject>
struct judge_of {
  const executable& rules;
  const Subject& subject;

  truth of(const atom& a) const noexcept {
    switch (a.kind) {
      case atom_kind::constant: return truth_of(a.limit != 0);
      case atom_kind::by: return truth_of(subject.by() == a.party);
      case atom_kind::linear: return linear(a);
      case atom_kind::known: return subject.is_known(a.first) ? truth::yes : truth::open;
      case atom_kind::overdue: return overdue(a.first);
      case atom_kind::one_of:
        if (!subject.is_known(a.first)) return among_all(a);
        return truth_of((a.mask >> subject.slot(a.first) & 1) != 0);
      default: break;
    }
    if (a.kind == atom_kind::on_days) {
      if (a.limit == INT64_MIN && a.upper == INT64_MAX) return truth::yes;
      if (!subject.is_known(input_id{0})) return truth::open;
      const std::int64_t day = subject.slot(input_id{0});
      return truth_of(a.limit <= day && day <= a.upper);
    }
    if (!subject.is_known(a.first)) return a.kind == atom_kind::includes_all && a.mask == 0 ? truth::yes : truth::open;
    const std::int64_t value = subject.slot(a.first);
    switch (a.kind) {
      case atom_kind::truth: return truth_of(value != 0);
      case atom_kind::includes_any: return truth_of((static_cast<std::uint64_t>(value) & a.mask) != 0);
      case atom_kind::includes_all: return truth_of((a.mask & ~static_cast<std::uint64_t>(value)) == 0);
      case atom_kind::text:
        for (std::uint32_t t : part_of(rules.text_lists, a.texts))
          if (t == static_cast<std::uint32_t>(value)) return truth::yes;
        return truth::no;
      default: return truth::open;
    }
  }

  /// `node` may be condition_node::none: no condition holds always. Nesting is bounded by the reader.
  truth of(std::uint32_t node) const noexcept {
    if (node == condition_node::none) return truth::yes;
    const condition_node& n = rules.conditions[node];
    switch (n.join) {
      case joined_by::atom: return of(rules.atoms[n.atom]);
      case joined_by::negation: return negated(of(n.first_child));
      case joined_by::all_of: {
        truth all = truth::yes;
        for (std::uint32_t c = n.first_child; c != condition_node::none && all != truth::no; c = rules.conditions[c].next) {
          const truth t = of(c);
          if (t < all) all = t;
        }
        return all;
      }
      case joined_by::any_of: {
        truth any = truth::no;
        for (std::uint32_t c = n.first_child; c != condition_node::none && any != truth::yes; c = rules.conditions[c].next) {
          const truth t = of(c);
          if (t > any) any = t;
        }
        return any;
      }
    }
    return truth::open;
  }

  /// Inserts the slots that leave a condition open. It must be.
  template <class Inputs>
  void missing(std::uint32_t node, Inputs& into) const noexcept {
    const condition_node& n = rules.conditions[node];
    if (n.join == joined_by::atom) {
      rules.atoms[n.atom].each_slot([&](input_id i) {
        if (!subject.is_known(i)) into.insert(i.value);
      });
      return;
    }
    for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules.conditions[c].next)
      if (of(c) == truth::open) missing(c, into);
  }

 private:
  struct interval {
    std::int64_t low, high;
  };
  // What a slot can still be: its value, or its whole range while it is missing.
  interval range(input_id i, int sign) const noexcept {
    if (sign == 0) return {0, 0};
    const input_entry& e = rules.inputs[i.value];
    const bool known = subject.is_known(i);
    const std::int64_t low = known ? subject.slot(i) : e.least, high = known ? subject.slot(i) : e.most;
    return sign > 0 ? interval{low, high} : interval{-high, -low};
  }
  truth linear(const atom& a) const noexcept {
    // Amounts lie within ±2^62, so neither sum can wrap.
    const interval x = range(a.first, a.sign_first), y = range(a.second, a.sign_second);
    const interval sum{x.low + y.low, x.high + y.high};
    switch (a.op) {
      case relation::less: return decide(sum.high < a.limit, sum.low >= a.limit);
      case relation::at_most: return decide(sum.high <= a.limit, sum.low > a.limit);
      case relation::more: return decide(sum.low > a.limit, sum.high <= a.limit);
      case relation::at_least: return decide(sum.low >= a.limit, sum.high < a.limit);
      case relation::equal:
        return decide(sum.low == a.limit && sum.high == a.limit, a.limit < sum.low || a.limit > sum.high);
      case relation::unequal:
        return decide(a.limit < sum.low || a.limit > sum.high, sum.low == a.limit && sum.high == a.limit);
    }
    return truth::open;
  }
  static constexpr truth decide(bool certainly, bool certainly_not) noexcept {
    return certainly ? truth::yes : certainly_not ? truth::no : truth::open;
  }
  truth among_all(const atom& a) const noexcept {
    const std::uint64_t every = rules.inputs[a.first.value].every_value();
    return decide((a.mask & every) == every, (a.mask & every) == 0);
  }
  truth overdue(input_id r) const noexcept {
    if (!subject.is_known(r)) return truth::open;
    if (subject.slot(r) == never_held) return truth::yes;
    if (!subject.is_known(input_id{0})) return truth::open;
    const auto last = date::from_days(subject.slot(r) / duration::minutes_a_day);
    const auto today = date::from_days(subject.slot(input_id{0}) / duration::minutes_a_day);
    if (!last || !today) return truth::open;
    return truth_of(*today > last->plus(rules.inputs[r.value].every));
  }
};

using judge = judge_of<action>;

}  // namespace remit
