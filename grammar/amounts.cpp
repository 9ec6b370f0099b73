// The rules of literals: a figure, what may stand behind it, and the judgement of both together.
// Not here: the judgement itself (figure.cpp).
#include "amounts.hpp"

#include <remit/core/spelling.hpp>

#include "figure.hpp"
#include "words.hpp"

namespace remit::grammar {
namespace {

using syntax::literal_kind;

/// A literal while it is read: the figure and its unit are judged when both are known.
struct draft {
  signed_literal read;
  std::string_view figure;
  figure_unit unit;
};

struct figure_parser : token_parser<figure_parser, std::string_view> {
  std::string what() const { return "an amount"; }
  bool parse(place& first, const place&, const auto& context, const auto&, auto& figure) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (t.kind != token_kind::figure) return false;
    figure = t.text();
    return b.accept(t, first), true;
  }
};
constexpr figure_parser figure{};

/// Three capitals.
struct currency_parser : token_parser<currency_parser, remit::currency> {
  std::string what() const { return "a currency"; }
  bool parse(place& first, const place&, const auto& context, const auto&, auto& currency) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (t.kind != token_kind::word || !is_currency(t.text())) return false;
    currency = remit::currency{{t.begin[0], t.begin[1], t.begin[2]}};
    return b.accept(t, first), true;
  }
};
constexpr currency_parser currency{};

/// Fits where a unit of time is not in truth the name of the next line's fact: `visits 3` and then `days 5`.
struct unit_ahead_parser : token_parser<unit_ahead_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token after = b.peek(b.peek(first).end);
    return after.kind != token_kind::figure && !after.is_word("yes") && !after.is_word("no");
  }
};
constexpr unit_ahead_parser unit_ahead{};

/// `GBP 500`, a slip with a plain remedy.
struct misordered_parser : token_parser<misordered_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token code = b.peek(first);
    if (code.kind != token_kind::word || !is_currency(code.text())) return false;
    const token amount = b.peek(code.end);
    if (amount.kind != token_kind::figure) return false;
    b.report(remit::code::malformed_amount, b.span_of(code.begin, amount.end), "the currency stands before its amount",
             "write `" + std::string{amount.text()} + " " + std::string{code.text()} + "`");
    return b.accept(amount, first), true;
  }
};
constexpr misordered_parser misordered{};

struct judged_around : around_nothing {
  bool operator()(const auto& run, builder& b, place& first, auto& node, auto&) const {
    const place begin = b.peek(first).begin;
    if (!run(x3::unused)) return false;
    signed_literal& read = node.read;
    read.where = read.literal.where = b.span_of(begin, first);
    if (read.literal.kind != literal_kind::text) read.literal.raw = {begin, static_cast<std::size_t>(first - begin)};
    if (!node.figure.empty()) judge_figure(b, node.figure, node.unit, read.literal, read.negative);
    return true;
  }
};
constexpr directive_maker<judged_around> judged{};

/// Only a literal of this kind will do. What follows another kind on its line is likely part of the same mistake.
template <literal_kind Kind>
struct only_around : around_nothing {
  const char* wanted;
  bool operator()(const auto& run, builder& b, place& first, auto& node, auto&) const {
    if (b.peek(first).kind != token_kind::figure || !run(x3::unused)) return false;
    if (node.kind == Kind || node.kind == literal_kind::invalid) return true;
    const token next = b.peek(first);
    const bool more = next.kind == token_kind::word && !b.begins_line(next);
    const bool unit = more && Kind == literal_kind::duration && node.kind == literal_kind::number;
    const span where = unit ? join(node.where, b.span_of(next)) : node.where;
    const std::string_view meant = unit ? nearest(next.text(), b.tried_at(next)) : std::string_view{};
    b.report(code::malformed_amount, where, "`" + std::string{b.text(where)} + "` is not " + wanted,
             meant.empty() ? std::string{} : "did you mean `" + std::string{meant} + "`?");
    if (more) give_up(b, first);
    node.kind = literal_kind::invalid;
    return true;
  }
};
constexpr directive_maker<only_around<literal_kind::date>> only_a_date{{{}, "a date, such as `2026-04-01`"}};
constexpr directive_maker<only_around<literal_kind::duration>> only_a_period{{{}, "a length of time, such as `3 days`"}};

constexpr directive_maker<only_around<literal_kind::number>> only_a_number{{{}, "a number"}};

constexpr auto yes_or_no = [](bool yes) {
  return [yes](auto& context) {
    syntax::literal& read = x3::_val(context).read.literal;
    read.kind = literal_kind::yes_no;
    read.amount = yes ? 1 : 0;
  };
};
constexpr auto as_text = [](auto& context) {
  syntax::literal& read = x3::_val(context).read.literal;
  read.kind = literal_kind::text;
  read.raw = x3::_attr(context).raw;
};
constexpr auto as_currency = [](auto& context) { x3::_val(context).unit.currency = x3::_attr(context); };
constexpr auto as_unit = [](period_unit unit) { return [unit](auto& context) { x3::_val(context).unit.period = unit; }; };
constexpr auto is_open = [](auto& context) { x3::_pass(context) = !is_complete(x3::_val(context).figure); };

/// A negative where none may stand.
constexpr auto unsigned_only = [](auto& context) {
  const signed_literal& read = x3::_attr(context);
  x3::_val(context) = read.literal;
  if (!read.negative || read.literal.kind == literal_kind::invalid) return;
  builder_of(context).report(code::malformed_amount, read.where, "`" + std::string{read.literal.raw} + "` is negative",
                             "a negative amount stands only where the range of a fact begins");
  x3::_val(context).kind = literal_kind::invalid;
};
constexpr auto without_draft = [](auto& context) { x3::_val(context) = x3::_attr(context).read; };
constexpr auto as_it_is = [](auto& context) { x3::_val(context) = x3::_attr(context); };

// clang-format off
constexpr auto unit = unit_ahead >>
    ( ("minutes"_w | "minute"_w)               [as_unit(period_unit::minutes)]
    | ("hours"_w   | "hour"_w)                 [as_unit(period_unit::hours)]
    | ("days"_w    | "day"_w)                  [as_unit(period_unit::days)]
    | ("weeks"_w   | "week"_w)                 [as_unit(period_unit::weeks)]
    | ("months"_w  | "month"_w)                [as_unit(period_unit::months)]
    | ("years"_w   | "year"_w)                 [as_unit(period_unit::years)]
    )
  | "working"_w >> unit_ahead >> ("days"_w | "day"_w)[as_unit(period_unit::working_days)];

constexpr x3::rule<struct draft_id, draft> drafted{"an amount"};
constexpr auto drafted_def = judged[
    "yes"_w[yes_or_no(true)]
  | "no"_w[yes_or_no(false)]
  | text("a text")[as_text]
  | figure[into<&draft::figure>] >> -(x3::eps[is_open] >> (currency[as_currency] | unit))
  | misordered];

constexpr auto signed_amount_def = drafted[without_draft];
constexpr auto literal_def = signed_amount[unsigned_only];
constexpr auto date_def = only_a_date[literal[as_it_is]];
constexpr auto period_def = only_a_period[literal[as_it_is]];
constexpr auto language_number_def = only_a_number[literal[as_it_is]];
constexpr auto days_def = spanned[
    date[into<&syntax::days::from>]
    >> -("to"_w[set<&syntax::days::has_to, true>] > date[into<&syntax::days::to>])];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(drafted, signed_amount, literal, date, period, language_number, days)
REMIT_INSTANTIATE(signed_literal_rule)
REMIT_INSTANTIATE(literal_rule)
REMIT_INSTANTIATE(date_rule)
REMIT_INSTANTIATE(period_rule)
REMIT_INSTANTIATE(number_rule)
REMIT_INSTANTIATE(days_rule)

}  // namespace remit::grammar
