// `and` and `or` over any number of conditions, `not` and parentheses to a bounded depth.
// Not here: the comparisons themselves (comparison.cpp).
#include "condition.hpp"

#include "comparison.hpp"
#include "words.hpp"

namespace remit::grammar {
namespace {

using syntax::condition_kind;

/// A condition while it grows. Children of one node are linked, so that however many there are, none nests in another.
struct branch {
  std::uint32_t node = syntax::none;
  std::uint32_t last_child = syntax::none;  ///< of the node, if it grows here
  span where;                               ///< with the parentheses around it
};

using disjunction_rule = x3::rule<struct disjunction_id, branch>;
using conjunction_rule = x3::rule<struct conjunction_id, branch>;
using primary_rule = x3::rule<struct primary_id, branch>;
constexpr disjunction_rule disjunction{"a condition"};
constexpr conjunction_rule conjunction{"a condition"};
constexpr primary_rule primary{"a condition"};

constexpr auto first_of_all = [](auto& context) {
  x3::_val(context) = x3::_attr(context);
  x3::_val(context).last_child = syntax::none;
};

constexpr auto joined_by = [](condition_kind kind) {
  return [kind](auto& context) {
    builder& b = builder_of(context);
    auto& conditions = b.tree.conditions;
    branch& whole = x3::_val(context);
    const branch& part = x3::_attr(context);
    whole.where = join(whole.where, part.where);
    if (whole.last_child == syntax::none) {
      syntax::condition parent;
      parent.kind = kind;
      parent.first_child = whole.node;
      whole.last_child = whole.node;
      whole.node = b.keep(conditions, parent, x3::_where(context).begin());
    }
    conditions[whole.last_child].next = part.node;
    conditions[whole.node].where = whole.where;
    whole.last_child = part.node;
  };
};

/// `not` and the one condition behind it become a node.
struct negated_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto& whole, auto&) const {
    const place begin = b.peek(first).begin;
    if (!run(x3::unused)) return false;
    syntax::condition negation;
    negation.kind = condition_kind::negation;
    negation.first_child = whole.node;
    negation.where = b.span_of(begin, first);
    whole.node = b.keep(b.tree.conditions, negation, first);
    return true;
  }
};
constexpr directive_maker<negated_around> negated{};

/// Counts how deep conditions stand in each other: the depth is the author's, the stack is ours.
struct nested_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto&, auto&) const {
    struct depth {
      builder& b;
      bool entered;
      ~depth() {
        if (entered) b.leave();
      }
    } guard{b, b.enter()};
    if (!guard.entered) {
      b.report(code::nested_too_deeply, b.span_of(b.before(first)),
               "parentheses and `not` are nested more than " + std::to_string(b.deepest()) + " deep");
      give_up(b, first);
    }
    return run(x3::unused);
  }
};
constexpr directive_maker<nested_around> nested{};

constexpr auto as_node = [](auto& context) { x3::_val(context).node = x3::_attr(context); };
constexpr auto as_inner = [](auto& context) { x3::_val(context).node = x3::_attr(context).node; };
constexpr auto as_index = [](auto& context) { x3::_val(context) = x3::_attr(context).node; };

// clang-format off
constexpr auto primary_def = spanned[
    ("("_s > nested[disjunction[as_inner]] > ")"_s)
  | negated["not"_w > nested[primary[as_inner]]]
  | indexed<&syntax::tree::conditions>[comparison][as_node]];

constexpr auto conjunction_def = primary[first_of_all] >> *("and"_w > primary[joined_by(condition_kind::all_of)]);
constexpr auto disjunction_def = conjunction[first_of_all] >> *("or"_w > conjunction[joined_by(condition_kind::any_of)]);
constexpr auto condition_def = disjunction[as_index];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(primary, conjunction, disjunction, condition)
REMIT_INSTANTIATE(condition_rule)

}  // namespace remit::grammar
