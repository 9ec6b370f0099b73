// Conditions multiplied out as far as that stays small.
// Not here: what becomes of the parts (sieve_making.cpp).
#include "alternatives.hpp"

#include <utility>

#include <remit/agreement/sieve_words.hpp>

namespace remit {
namespace {

using kind = part_of_clause::kind;
using alternatives = std::vector<alternative>;

class splitting {
 public:
  explicit splitting(const executable& rules) : rules_{rules} {}

  alternatives of(std::uint32_t node, bool positive) const {
    const condition_node& n = rules_.conditions[node];
    if (const auto slot = column_below(node)) return only({kind::column, *slot, node, positive, 0});
    switch (n.join) {
      case joined_by::atom:
        return only({is_sum(rules_.atoms[n.atom]) ? kind::sum : kind::test, 0, node, positive, 0});
      case joined_by::negation: return of(n.first_child, !positive);
      case joined_by::all_of: return positive ? together(n, positive) : either(node, n, positive);
      case joined_by::any_of: return positive ? either(node, n, positive) : together(n, positive);
    }
    return residue(node, positive);
  }

 private:
  static alternatives only(part_of_clause p) { return {{p}}; }
  static alternatives residue(std::uint32_t node, bool positive) { return only({kind::residue, 0, node, positive, 0}); }

  bool is_sum(const atom& a) const {
    if (a.kind != atom_kind::linear || a.sign_first == 0 || a.sign_second == 0) return false;
    if (a.op == relation::equal || a.op == relation::unequal || a.limit == INT64_MIN) return false;
    const auto ordered = [&](input_id i) {
      const input_kind k = rules_.inputs[i.value].kind;
      return k != input_kind::ritual && k != input_kind::any_of;
    };
    return ordered(a.first) && ordered(a.second);
  }

  alternatives together(const condition_node& n, bool positive) const {
    alternatives all{{}};
    for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules_.conditions[c].next) {
      alternatives child = of(c, positive);
      if (child.size() * all.size() > most_alternatives) child = residue(c, positive);
      if (child.size() == 1) {
        for (alternative& one : all) one.insert(one.end(), child.front().begin(), child.front().end());
        continue;
      }
      alternatives both;
      for (const alternative& one : all)
        for (const alternative& other : child) {
          both.push_back(one);
          both.back().insert(both.back().end(), other.begin(), other.end());
        }
      all = std::move(both);
    }
    return all;
  }

  alternatives either(std::uint32_t node, const condition_node& n, bool positive) const {
    alternatives all;
    for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules_.conditions[c].next)
      for (alternative& one : of(c, positive)) all.push_back(std::move(one));
    return all.size() > most_alternatives ? residue(node, positive) : all;
  }

  // The one slot that everything below looks at.
  std::optional<std::uint32_t> column_below(std::uint32_t node) const {
    const condition_node& n = rules_.conditions[node];
    if (n.join == joined_by::atom) return column_of(rules_, rules_.atoms[n.atom]);
    std::optional<std::uint32_t> common;
    for (std::uint32_t c = n.first_child; c != condition_node::none; c = rules_.conditions[c].next) {
      const auto slot = column_below(c);
      if (!slot || (common && *common != *slot)) return std::nullopt;
      common = slot;
    }
    return common;
  }

  const executable& rules_;
};

}  // namespace

std::optional<std::uint32_t> column_of(const executable& rules, const atom& a) {
  const auto if_ordered = [&](input_id i) -> std::optional<std::uint32_t> {
    const input_kind k = rules.inputs[i.value].kind;
    if (k == input_kind::ritual || (k == input_kind::any_of && sieve_words::values_of(rules, i.value) == 0)) return std::nullopt;
    return i.value;
  };
  switch (a.kind) {
    case atom_kind::truth:
    case atom_kind::one_of:
    case atom_kind::text:
    case atom_kind::includes_any:
    case atom_kind::includes_all:
    case atom_kind::known: return if_ordered(a.first);
    case atom_kind::linear: return a.sign_second == 0 ? if_ordered(a.first) : std::nullopt;
    case atom_kind::on_days: return 0;
    case atom_kind::by: return rules.inputs.size();
    case atom_kind::constant:
    case atom_kind::overdue: break;
  }
  return std::nullopt;
}

std::vector<alternative> alternatives_of(const executable& rules, std::uint32_t node) {
  if (node == condition_node::none) return {{}};
  return splitting{rules}.of(node, true);
}

}  // namespace remit
