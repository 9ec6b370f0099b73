// The rules of one comparison. After `is` and `includes` any word can be a value, so the words of the language are tried first.
// Not here: joining comparisons (condition.cpp).
#include "comparison.hpp"

#include "amendment.hpp"
#include "amounts.hpp"
#include "words.hpp"

namespace remit::grammar {
namespace {

using syntax::arithmetic;
using syntax::condition_kind;
using syntax::term_kind;
using op = syntax::comparison;
using node = syntax::condition;

template <condition_kind Kind>
constexpr auto kind = set<&node::kind, Kind>;

/// The left side has been read as an operand; here it turns out to be the one name that is asked about.
constexpr auto asks = [](condition_kind k) {
  return [k](auto& context) {
    node& read = x3::_val(context);
    builder& b = builder_of(context);
    const syntax::operand left = b.tree.operands[read.left];
    const bool lone_name = left.join == arithmetic::alone && left.first.kind == term_kind::name;
    if (!lone_name) {
      if (k == condition_kind::truth)
        fail_expecting(x3::_where(context).begin(), "a comparison, such as `over`,");
      b.report(code::syntax, left.where, "only a single fact or ritual can be asked about like this");
      give_up(b, x3::_where(context).begin());
    }
    b.tree.operands.pop_back();
    read.kind = k;
    read.subject = left.first.name();
    read.left = syntax::none;
  };
};

/// `today` keeps its word, for a fact may have a value of that name.
constexpr auto as_word = [](term_kind kind) {
  return [kind](auto& context) {
    syntax::term& read = x3::_val(context);
    const syntax::word& word = x3::_attr(context);
    read.kind = kind;
    read.literal.raw = word.text;
    read.literal.where = word.where;
  };
};

constexpr auto compare = kind<condition_kind::compare>;

/// `is not known` and its like: the language has a word of its own for each.
struct refuse_not : token_parser<refuse_not> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    const bool any_of = t.is_word("any") && b.peek(t.end).is_word("of");
    if (!any_of && !t.is_word("known") && !t.is_word("unknown") && !t.is_word("overdue")) return true;
    b.report(code::syntax, b.span_of(t), "`is not` stands before a single value",
             t.is_word("known")     ? "write `is unknown`"
             : t.is_word("unknown") ? "write `is known`"
                                    : "put `not` before the whole comparison");
    return true;
  }
};

struct today_parser : token_parser<today_parser, syntax::word> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto& word) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (t.number != required("today")) return false;
    word = syntax::word{t.text(), b.span_of(t)};
    return b.accept(t, first), true;
  }
};
constexpr today_parser today{};

using item_rule_of_amendment = x3::rule<struct amended_id, syntax::item>;
constexpr item_rule_of_amendment amended{"a name of this agreement"};

using term_rule = x3::rule<struct term_id, syntax::term>;
using value_term_rule = x3::rule<struct value_term_id, syntax::term>;
using operand_rule = x3::rule<struct operand_id, syntax::operand>;
using value_operand_rule = x3::rule<struct value_operand_id, syntax::operand>;
using item_rule = x3::rule<struct item_id, syntax::item>;
using decision_item_rule = x3::rule<struct decision_item_id, syntax::item>;
using asker_rule = x3::rule<struct asker_id, syntax::item>;

constexpr term_rule term{"a fact, a threshold or an amount"};
constexpr value_term_rule value_term{"a value"};
constexpr operand_rule operand{"a fact, a threshold or an amount"};
constexpr value_operand_rule value_operand{"a value"};
constexpr item_rule item{"a value"};
constexpr decision_item_rule decision_item{"a decision"};
constexpr asker_rule asker{"a party"};

// clang-format off
constexpr auto term_def =
    literal[into<&syntax::term::literal>]
  | today[as_word(term_kind::today)]
  | name("a fact")[as_word(term_kind::name)];

constexpr auto value_term_def =
    literal[into<&syntax::term::literal>]
  | today[as_word(term_kind::today)]
  | value_name[as_word(term_kind::name)];

constexpr auto joined_to =
    "plus"_w[set<&syntax::operand::join, arithmetic::plus>]
  | "minus"_w[set<&syntax::operand::join, arithmetic::minus>];

constexpr auto joined = -(joined_to > indexed<&syntax::tree::terms>[term][into<&syntax::operand::second>]);
constexpr auto operand_def = spanned[term[into<&syntax::operand::first>] >> joined];
constexpr auto value_operand_def = spanned[value_term[into<&syntax::operand::first>] >> joined];

constexpr auto item_def = spanned[
    text("a text")[set<&syntax::item::is_text, true>][into<&syntax::item::text>]
  | value_name[into<&syntax::item::name>]];

constexpr auto decision_item_def = spanned[name("a decision")[into<&syntax::item::name>]];
constexpr auto amended_def = spanned[name("a name of this agreement")[into<&syntax::item::name>]];
constexpr auto asker_def = spanned[name("a party")[into<&syntax::item::name>]];

constexpr auto one_item = collected<&syntax::tree::items>[kept<&syntax::tree::items>[item]][into<&node::items>];
constexpr auto items = collected<&syntax::tree::items>[list_of(kept<&syntax::tree::items>[item], ","_s)][into<&node::items>];
constexpr auto one_decision = collected<&syntax::tree::items>[kept<&syntax::tree::items>[decision_item]][into<&node::items>];
constexpr auto decisions = collected<&syntax::tree::items>[list_of(kept<&syntax::tree::items>[decision_item], ","_s)][into<&node::items>];

constexpr auto by_operator = marked<&node::op_where>;
constexpr auto right = indexed<&syntax::tree::operands>[operand][into<&node::right>];
constexpr auto right_value = indexed<&syntax::tree::operands>[value_operand][into<&node::right>];
constexpr auto upper = indexed<&syntax::tree::operands>[operand][into<&node::upper>];

constexpr auto about_decision = "decision"_w > named{"`is` or `in`"}[
    ((by_operator["is"_w >> "any"_w >> "of"_w] [kind<condition_kind::decision_is>]     > decisions)
   | (by_operator["is"_w >> "not"_w]           [kind<condition_kind::decision_is_not>] > one_decision)
   | (by_operator["is"_w]                      [kind<condition_kind::decision_is>]     > one_decision)
   | (by_operator["in"_w]                      [kind<condition_kind::decision_in>]     > one_decision))];

constexpr auto about_asker = by_operator["by"_w][kind<condition_kind::by>] >
    collected<&syntax::tree::items>[kept<&syntax::tree::items>[asker]][into<&node::items>];

/// `amendment` is no reserved word: only with one of its verbs behind it does it speak of a change of the agreement.
constexpr auto about_amendment = "amendment"_w >> (
    (worded<&node::subject>[does_to][kind<condition_kind::amendment>] >
        collected<&syntax::tree::items>[list_of(kept<&syntax::tree::items>[amended], ","_s)][into<&node::items>])
  | worded<&node::subject>[does][kind<condition_kind::amendment>]);

constexpr auto about_value =
    (by_operator["is"_w >> "any"_w >> "of"_w]       [asks(condition_kind::is_any_of)]       > items)
  |  by_operator["is"_w >> "known"_w]               [asks(condition_kind::is_known)]
  |  by_operator["is"_w >> "unknown"_w]             [asks(condition_kind::is_unknown)]
  |  by_operator["is"_w >> "overdue"_w]             [asks(condition_kind::is_overdue)]
  | (by_operator["includes"_w >> "any"_w >> "of"_w] [asks(condition_kind::includes_any_of)] > items)
  | (by_operator["includes"_w >> "all"_w >> "of"_w] [asks(condition_kind::includes_all_of)] > items)
  | (by_operator["includes"_w]                      [asks(condition_kind::includes)]        > one_item);

constexpr auto about_amount =
    (by_operator[("is"_w >> "not"_w) | "!="_s]     [compare][set<&node::op, op::is_not>]   > refuse_not{} > right_value)
  | (by_operator["is"_w | "="_s]                   [compare][set<&node::op, op::is>]       > right_value)
  | (by_operator["over"_w | ">"_s]                 [compare][set<&node::op, op::over>]     > right)
  | (by_operator["under"_w | "<"_s]                [compare][set<&node::op, op::under>]    > right)
  | (by_operator[("at"_w >> "least"_w) | ">="_s]   [compare][set<&node::op, op::at_least>] > right)
  | (by_operator[("at"_w >> "most"_w) | "<="_s]    [compare][set<&node::op, op::at_most>]  > right)
  | (by_operator["before"_w]                       [compare][set<&node::op, op::before>]   > right)
  | (by_operator["after"_w]                        [compare][set<&node::op, op::after>]    > right)
  | (by_operator["between"_w]                      [compare][set<&node::op, op::between>]  > right > "and"_w > upper)
  | ("at"_w > named{"`least` or `most`"}[x3::eps(false)]);

constexpr auto comparison_def = spanned[
    about_decision
  | about_asker
  | about_amendment
  | (indexed<&syntax::tree::operands>[operand][into<&node::left>]
       >> (about_value | about_amount | x3::eps[asks(condition_kind::truth)]))];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(term, value_term, operand, value_operand, item, decision_item, amended, asker, comparison)
REMIT_INSTANTIATE(comparison_rule)

}  // namespace remit::grammar
