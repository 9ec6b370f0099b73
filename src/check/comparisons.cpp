// Amounts compared: `left OP right` brought to `sign * first + sign * second OP limit`.
// Not here: facts that hold no amount (value_conditions.cpp).
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <remit/core/wording.hpp>
#include <remit/syntax/phrase.hpp>

#include "conditions.hpp"
#include "kinds.hpp"
#include "linear.hpp"
#include "pass.hpp"
#include "values.hpp"

namespace remit::checking {
namespace {

using syntax::comparison;

class comparing {
 public:
  comparing(pass& p, const scope& s, std::uint32_t node) : p_{p}, s_{s}, node_{node}, c_{s.tree->conditions[node]} {}

  std::optional<checked::condition> run() {
    if (c_.left == syntax::none || c_.right == syntax::none) return std::nullopt;
    if (const auto special = of_one_value()) return *special;
    const auto left = sum_of(p_, s_, operand(c_.left));
    const auto right = sum_of(p_, s_, operand(c_.right));
    const auto upper = c_.upper == syntax::none ? right : sum_of(p_, s_, operand(c_.upper));
    if (!left || !right || !upper || !types_fit(*left, *right, c_.right)) return std::nullopt;
    if (c_.upper != syntax::none && !types_fit(*left, *upper, c_.upper)) return std::nullopt;
    if (!operator_fits(*left) || !facts_are_few(*left, *right, *upper) || !grains_fit(*left, *right, *upper)) return std::nullopt;
    return c_.op == comparison::between ? between(*left, *right, *upper) : single(*left, *right);
  }

 private:
  using answer = std::optional<checked::condition>;

  const syntax::operand& operand(std::uint32_t i) const { return s_.tree->operands[i]; }
  std::string written(const syntax::operand& o) const { return syntax::phrase(*s_.tree, o); }

  /// A fact alone on the left that holds no amount, or a name that nobody knows: then the right is no amount either.
  std::optional<answer> of_one_value() {
    const syntax::operand& left = operand(c_.left);
    if (left.join != syntax::arithmetic::alone || left.first.kind != syntax::term_kind::name) return std::nullopt;
    symbol* name = find(p_, s_, left.first.name().text);
    const bool is_fact = name != nullptr && name->kind == named::fact;
    if (is_fact && !is_amount(p_.out.inputs[name->number].kind)) {
      name->used = true;
      return value_comparison(p_, s_, node_, name->number);
    }
    if (is_fact || (name != nullptr && name->kind == named::threshold)) return std::nullopt;
    resolve(p_, s_, left.first.name(), fact_or_threshold,
            name != nullptr && name->kind == named::ritual ? "a ritual is only ever `overdue`" : "");
    for (const std::uint32_t side : {c_.right, c_.upper})
      if (side != syntax::none) touch(p_, s_, operand(side));
    return answer{};
  }

  bool types_fit(const sum& left, const sum& right, std::uint32_t right_operand) {
    if (left.kind == right.kind && is_amount(left.kind)) return true;
    const syntax::operand& l = operand(c_.left);
    const syntax::operand& r = operand(right_operand);
    if (left.kind == right.kind) {
      p_.report(code::wrong_operator, c_.where, "a comparison begins with the fact",
                "write `" + written(r) + " is " + written(l) + "`");
      return false;
    }
    const bool left_is_wrong = left.is_constant() && !right.is_constant();
    const syntax::operand& culprit = left_is_wrong ? l : r;
    const std::string help = proposal(culprit, left_is_wrong ? left : right, left_is_wrong ? right : left);
    p_.report(code::type_mismatch, culprit.where,
              ticked(written(l)) + " is " + kind_words(kind_of(left)) + ", and " + ticked(written(r)) + " is " +
                  kind_words(kind_of(right)) + ": they cannot be compared",
              help.empty() ? "" : "did you mean " + ticked(help) + "?");
    return false;
  }

  /// The type of a side as its writer sees it: a whole number is not just a number.
  static input_kind kind_of(const sum& s) { return s.terms.size() == 1 ? s.terms.front().kind : s.kind; }

  /// What the wrong side was probably meant to be; empty where nothing is obvious.
  std::string proposal(const syntax::operand& wrong, const sum& is, const sum& other) const {
    if (is.kind == input_kind::duration && is.is_constant() && other.kind == input_kind::date)
      return "today plus " + written(wrong);
    const bool is_literal = wrong.join == syntax::arithmetic::alone && wrong.first.kind == syntax::term_kind::literal;
    return is_literal ? rewritten(p_, wrong.first.literal, other.kind) : std::string{};
  }

  bool operator_fits(const sum& left) {
    const bool is_for_dates = c_.op == comparison::before || c_.op == comparison::after;
    if (!is_for_dates || left.kind == input_kind::date) return true;
    p_.report(code::wrong_operator, c_.op_where,
              ticked(syntax::phrase(c_.op)) + " is for dates, and " + ticked(written(operand(c_.left))) + " is " +
                  kind_words(left.kind),
              c_.op == comparison::before ? "did you mean `under`?" : "did you mean `over`?");
    return false;
  }

  bool facts_are_few(const sum& left, const sum& right, const sum& upper) {
    std::vector<const quantity*> seen;
    const auto see = [&](const sum& side) {
      for (const quantity& q : side.terms) {
        if (!q.input) continue;
        const auto before =
            std::find_if(seen.begin(), seen.end(), [&](const quantity* other) { return other->input == q.input; });
        if (before != seen.end()) {
          p_.report(code::too_many_facts, q.where, ticked(p_.sources->text(q.where)) + " stands twice in this comparison",
                    "write it on one side only")
              .related.push_back({(*before)->where, "it stands here already"});
          return false;
        }
        seen.push_back(&q);
      }
      return true;
    };
    if (!see(left) || !see(right) || (c_.upper != syntax::none && !see(upper))) return false;
    if (seen.size() <= 2) return true;
    std::vector<std::string> names;
    for (const quantity* q : seen) names.push_back(ticked(p_.sources->text(q->where)));
    p_.report(code::too_many_facts, c_.where, "one comparison relates at most two facts, and this one " + listed(names),
              c_.op == comparison::between ? "write two comparisons joined by `and`" : "give their sum as a fact of its own");
    return false;
  }

  // A whole number beside a fraction was hardly meant.
  bool grains_fit(const sum& left, const sum& right, const sum& upper) {
    const quantity* whole = nullptr;
    const quantity* fraction = nullptr;
    for (const sum* side : {&left, &right, &upper}) {
      for (const quantity& q : side->terms) {
        if (q.input && q.kind != input_kind::whole_number) return true;
        if (q.input) whole = &q;
        if (q.is_literal && q.kind == input_kind::number && q.constant % number::scale != 0) fraction = &q;
      }
    }
    if (whole == nullptr || fraction == nullptr) return true;
    p_.report(code::too_fine, fraction->where,
              ticked(p_.sources->text(whole->where)) + " is a whole number, and " + ticked(p_.sources->text(fraction->where)) +
                  " has a fraction");
    return false;
  }

  answer between(const sum& left, const sum& least, const sum& most) {
    if (least.is_constant() && most.is_constant() && most.total() < least.total()) {
      const span ends = join(operand(c_.right).where, operand(c_.upper).where);
      const std::string low = written(operand(c_.right)), high = written(operand(c_.upper));
      p_.report(code::reversed_range, ends,
                "nothing lies between " + ticked(low) + " and " + ticked(high) + ": the end is below the start",
                "write `between " + high + " and " + low + "`");
      return std::nullopt;
    }
    auto above = compared(left, comparison::at_least, least, operand(c_.right));
    auto below = compared(left, comparison::at_most, most, operand(c_.upper));
    if (!above || !below) return std::nullopt;
    checked::condition made;
    made.kind = checked::condition_kind::all_of;
    made.words = syntax::condition_phrase(*s_.tree, node_);
    made.where = c_.where;
    made.children.push_back(std::move(*above));
    made.children.push_back(std::move(*below));
    return made;
  }

  answer single(const sum& left, const sum& right) { return compared(left, c_.op, right, operand(c_.right)); }

  answer compared(const sum& left, comparison op, const sum& right, const syntax::operand& written_right) {
    const auto atom = linear_atom(left, op, right);
    if (!atom) {
      p_.report(code::overflow, c_.where, "the amounts in this comparison add up to more than can be held exactly");
      return std::nullopt;
    }
    checked::condition made;
    made.atom = *atom;
    made.op = syntax::phrase(op);
    made.words = written(operand(c_.left)) + " " + made.op + " " + written(written_right);
    made.left = as_written(left);
    made.right = as_written(right);
    made.unit = left.kind;
    made.where = c_.where;
    return made;
  }

  pass& p_;
  const scope& s_;
  const std::uint32_t node_;
  const syntax::condition& c_;
};

}  // namespace

std::optional<checked::condition> comparison_of(pass& p, const scope& s, std::uint32_t node) {
  return comparing{p, s, node}.run();
}

}  // namespace remit::checking
