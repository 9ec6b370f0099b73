// The rules of an example's lines. A line that is none of the language's own gives a fact its value.
// Not here: verdicts (clause.cpp).
#include "example.hpp"

#include "amendment.hpp"
#include "amounts.hpp"
#include "clause.hpp"
#include "fact.hpp"
#include "recover.hpp"

namespace remit::grammar {
namespace {

using syntax::circumstance;
using syntax::circumstance_kind;

struct example_head_id : recovers_at_block<room::in_example> {};
struct example_line_id : recovers<room::in_example> {};

constexpr x3::rule<example_head_id, syntax::example> example_head{"an example"};
constexpr x3::rule<example_line_id, syntax::example> example_line{"a line of the example"};
constexpr x3::rule<struct circumstance_id, circumstance> circumstance_line{"a line of the example"};

// clang-format off
template <circumstance_kind Kind>
constexpr auto kind = set<&circumstance::kind, Kind>;

constexpr auto parties = names_of(name("a party"))[into<&circumstance::parties>];

/// `last` may be a fact's value too; only `last on` and `last never` speak of a ritual.
constexpr auto last_time =
    (("last"_w >> "on"_w[kind<circumstance_kind::ritual>]) > date[into<&circumstance::date>])
  | ("last"_w >> "never"_w[kind<circumstance_kind::ritual>][set<&circumstance::never, true>]);

constexpr auto amended =
    (worded<&circumstance::name>[does_to][kind<circumstance_kind::amendment>] >
        names_of(name("a name of this agreement"))[into<&circumstance::parties>])
  | worded<&circumstance::name>[does][kind<circumstance_kind::amendment>];

constexpr auto circumstance_line_def = spanned[
    ("on"_w[kind<circumstance_kind::on>]               > date[into<&circumstance::date>])
  | ("consulted"_w[kind<circumstance_kind::consulted>] > parties)
  | ("approved"_w[kind<circumstance_kind::approved>]   > "by"_w > parties)
  | (("amendment"_w >> amended)                         > given[into<&circumstance::value>])
  | (line_name[into<&circumstance::name>]              > named{"a value"}[last_time | given[into<&circumstance::value>]])];

constexpr auto example_line_def =
    once<&syntax::example::decision>["decision"_w > name("a decision")[into<&syntax::example::decision>]
                                                  > "by"_w > name("a party")[into<&syntax::example::by>]]
  | once<&syntax::example::expect_where>[marked<&syntax::example::expect_where>[
        "expect"_w > expected_verdict[into<&syntax::example::expect>] > x3::eps[set<&syntax::example::has_expect, true>]
                   > -("by"_w > "rule"_w > name("a rule")[into<&syntax::example::by_rule>])]]
  | kept<&syntax::tree::circumstances>[circumstance_line]
  | stray{room::in_example, "a line of the example or `}`"};

constexpr auto example_head_def =
    spanned["example"_w > title[into<&syntax::example::title>]] > head_end{"`{`"};

constexpr auto example_def = here[example_head] > braces{room::in_example}[
    collected<&syntax::tree::circumstances>[*here[example_line]][into<&syntax::example::circumstances>]];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(circumstance_line, example_line, example_head, example)
REMIT_INSTANTIATE(example_rule)

}  // namespace remit::grammar
