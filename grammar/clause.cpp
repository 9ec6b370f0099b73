// The rules of one clause. What qualifies it (`when`, `unless`, `despite`, `within`) stands behind it in any order.
// Not here: whether a party can do what the clause asks.
#include "clause.hpp"

#include "amounts.hpp"
#include "condition.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace remit::grammar {
namespace {

using syntax::clause_kind;
using node = syntax::clause;

/// After `allow` there is one choice: it is enough that one of its parties asks.
struct no_comma_parser : token_parser<no_comma_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    if (!t.is(",")) return true;
    b.report(code::syntax, b.span_of(t), "the parties after `allow` are joined by `or`, not by a comma", "write `or`");
    give_up(b, first);
  }
};
constexpr no_comma_parser no_comma{};

/// Parties may be left out before the next statement, whose first word could be taken for one.
struct party_ahead_parser : token_parser<party_ahead_parser> {
  bool parse(place& first, const place&, const auto& context, const auto&, auto&) const {
    builder& b = builder_of(context);
    const token t = b.peek(first);
    return t.kind == token_kind::word && !is_reserved(t.number) && !opens_statement(b, t);
  }
};
constexpr party_ahead_parser party_ahead{};

// clang-format off
template <clause_kind Kind>
constexpr auto kind = set<&node::kind, Kind>;

constexpr auto parties = choices[into<&node::choices>];
constexpr auto one_choice = collected<&syntax::tree::choices>[kept<&syntax::tree::choices>[choice]][into<&node::choices>];

constexpr auto when    = once<&node::when>["when"_w > condition[into<&node::when>]];
constexpr auto unless  = once<&node::unless>["unless"_w > condition[into<&node::unless>]];
constexpr auto despite = once<&node::despite>["despite"_w > names_of(name_parser{"a rule or `rights`", naming::overridden})[into<&node::despite>]];
constexpr auto within  = once<&node::within>["within"_w > indexed<&syntax::tree::periods>[period][into<&node::within>]];
constexpr auto for_agreement = once<&node::for_agreement>["for"_w > "agreement"_w[set<&node::for_agreement, true>]];

constexpr auto escalation = "escalate"_w[kind<clause_kind::escalate>] > "to"_w > parties;
constexpr auto consultation = "consult"_w[kind<clause_kind::consult>] > parties;
constexpr auto permission = "allow"_w[kind<clause_kind::allow>] > one_choice > no_comma;

constexpr auto duty =
    ("record"_w[kind<clause_kind::record>] > text("what to record, in quotes")[into<&node::what>] > *(when | unless))
  | ("do"_w[kind<clause_kind::action>]     > text("what to do, in quotes")[into<&node::what>]     > *(when | unless))
  | ("notify"_w[kind<clause_kind::notify>] > parties                                              > *(within | when | unless))
  | ("ratify"_w[kind<clause_kind::ratify>] > "by"_w > parties                                     > *(within | when | unless));

constexpr auto clause_def = spanned[
    (escalation   > *(when | unless))
  | (consultation > *(for_agreement | when | unless))
  | (permission   > *(despite | when | unless))
  | ("then"_w[set<&node::then, true>] > named{"a duty: `record`, `notify`, `ratify` or `do`"}[duty])
  | duty];

constexpr auto verdict_def = spanned[
    (  ("escalate"_w[kind<clause_kind::escalate>] > -("to"_w > parties))
     | ("consult"_w[kind<clause_kind::consult>]   > -(party_ahead > parties > -for_agreement))
     | ("allow"_w[kind<clause_kind::allow>]       > -(party_ahead > one_choice > no_comma)))
    > *(when | unless)];

constexpr auto expected_verdict_def = spanned[
    escalation
  | (consultation > -for_agreement)
  | "allow"_w[kind<clause_kind::allow>]];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(clause, verdict, expected_verdict)
REMIT_INSTANTIATE(clause_rule)
REMIT_INSTANTIATE(verdict_rule)
REMIT_INSTANTIATE(expected_rule)

}  // namespace remit::grammar
