// The rules of facts. A `formerly` right behind a value is the value's; the fact's own stands before the `:` or later on.
// Not here: whether a default fits its type.
#include "fact.hpp"

#include "amounts.hpp"
#include "words.hpp"

namespace remit::grammar {
namespace {

using syntax::type_kind;
using record = syntax::fact;

constexpr x3::rule<struct type_id, syntax::type> type{"a type"};
constexpr x3::rule<struct value_id, syntax::value> value{"a value"};

/// Where a range begins, alone of all amounts, a negative may stand.
constexpr auto from_amount = [](const auto& context) {
  x3::_val(context).from = x3::_attr(context).literal;
  x3::_val(context).from_negative = x3::_attr(context).negative;
};

/// Fits before a list, where `yes` and `no` are values like any other.
struct list_ahead_parser : token_parser<list_ahead_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    return t.kind == token_kind::word && b.peek(t.end).is(",");
  }
};
constexpr list_ahead_parser list_ahead{};

// clang-format off
template <type_kind Kind>
constexpr auto kind = set<&syntax::type::kind, Kind>;

constexpr auto value_def = value_name[into<&syntax::value::name>] >> -("formerly"_w > value_name[into<&syntax::value::formerly>]);
constexpr auto values = collected<&syntax::tree::values>[list_of(kept<&syntax::tree::values>[value], ","_s)][into<&syntax::type::values>];

constexpr auto type_def = spanned[
    ("yes"_w[kind<type_kind::yes_no>] > "/"_s > "no"_w)
  |  "number"_w[kind<type_kind::number>]
  | ("whole"_w[kind<type_kind::whole_number>] > "number"_w)
  |  "money"_w[kind<type_kind::money>]
  |  "date"_w[kind<type_kind::date>]
  |  "duration"_w[kind<type_kind::duration>]
  |  "text"_w[kind<type_kind::text>]
  | ("one"_w[kind<type_kind::one_of>] > "of"_w > values)
  | ("any"_w[kind<type_kind::any_of>] > "of"_w > values)];

constexpr auto given_def = spanned[
    (!list_ahead >> literal[into<&syntax::given::literal>])
  | names_of(value_name)[into<&syntax::given::names>]];

constexpr auto formerly = once<&record::formerly>["formerly"_w > name("a name")[into<&record::formerly>]];

constexpr auto fact_def = spanned[
    "fact"_w > new_name[into<&record::name>] > -formerly > ":"_s > type[into<&record::type>]
    > *( once<&record::range_where>[marked<&record::range_where>[
             "from"_w > signed_amount[from_amount] > "to"_w > literal[into<&record::to>] > x3::eps[set<&record::has_range, true>]]]
       | once<&record::has_default>["default"_w > given[into<&record::default_value>] > x3::eps[set<&record::has_default, true>]]
       | once<&record::title>[title[into<&record::title>]]
       | formerly)];

constexpr auto need_def = spanned[
    "needs"_w > named{"a name"}[
        (("party"_w >> !":"_s >> x3::eps[set<&syntax::need::is_party, true>]) > new_name[into<&syntax::need::name>])
      | (new_name[into<&syntax::need::name>] > ":"_s > type[into<&syntax::need::type>])]];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(value, type, given, fact, need)
REMIT_INSTANTIATE(fact_rule)
REMIT_INSTANTIATE(need_rule)
REMIT_INSTANTIATE(given_rule)

}  // namespace remit::grammar
