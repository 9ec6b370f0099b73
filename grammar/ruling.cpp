// The rules of rules, pillars and promises.
// Not here: clauses (clause.cpp) and recovery (recover.hpp).
#include "ruling.hpp"

#include "amounts.hpp"
#include "clause.hpp"
#include "parties.hpp"
#include "recover.hpp"

namespace remit::grammar {
namespace {

struct rule_head_id : recovers_at_block<room::in_rule> {};
struct rule_entry_id : recovers<room::in_rule> {};
struct pillar_head_id : recovers_at_block<room::in_pillar> {};
struct pillar_entry_id : recovers<room::in_pillar> {};

constexpr x3::rule<rule_head_id, syntax::rule> rule_head{"a rule"};
constexpr x3::rule<rule_entry_id, syntax::rule> rule_entry{"a clause"};
constexpr x3::rule<pillar_head_id, syntax::pillar> pillar_head{"a pillar"};
constexpr x3::rule<pillar_entry_id> pillar_entry{"a rule"};

/// With a new pillar, whatever was wrong with the braces before is over.
constexpr auto come_home = [](const auto& context) { builder_of(context).comes_home(); };

/// Whether the promise names parties is plain from its verdict.
constexpr auto note_parties = [](const auto& context) {
  x3::_val(context).verdict = x3::_attr(context);
  x3::_val(context).has_parties = x3::_attr(context).choices.count != 0;
};

// clang-format off
constexpr auto rule_head_def =
    spanned[(-"statutory"_w[set<&syntax::rule::statutory, true>] >> "rule"_w) > new_name[into<&syntax::rule::name>]]
    > title[into<&syntax::rule::title>]
    > *( once<&syntax::rule::has_for>["for"_w > names_of(name("a decision or a class"))[into<&syntax::rule::covers>]
                                           > x3::eps[set<&syntax::rule::has_for, true>]]
       | once<&syntax::rule::effective>["effective"_w > indexed<&syntax::tree::days>[days][into<&syntax::rule::effective>]]
       | once<&syntax::rule::formerly>["formerly"_w > name("a name")[into<&syntax::rule::formerly>]])
    > head_end{"`for`, `effective` or `{`", true};

constexpr auto rule_entry_def =
    kept<&syntax::tree::clauses>[clause]
  | once<&syntax::rule::because>["because"_w > text("a reason in quotes")[into<&syntax::rule::because>]]
  | once<&syntax::rule::source>["source"_w > text("a source in quotes")[into<&syntax::rule::source>]]
  | stray{room::in_rule, "a clause or `}`"};

constexpr auto rule_def = here[rule_head] >> -braces{room::in_rule}[
    collected<&syntax::tree::clauses>[*here[rule_entry]][into<&syntax::rule::clauses>]];

constexpr auto pillar_head_def =
    spanned["pillar"_w[come_home] > new_name[into<&syntax::pillar::name>]] > title[into<&syntax::pillar::title>]
    > head_end{"`{`"};

constexpr auto pillar_entry_def =
    kept<&syntax::tree::rules>[rule]
  | stray{room::in_pillar, "a rule or `}`"};

constexpr auto pillar_def = here[pillar_head] > braces{room::in_pillar}[
    collected<&syntax::tree::rules>[*pillar_entry][into<&syntax::pillar::rules>]];

constexpr auto promise_def = spanned[
    ("always"_w | "never"_w[set<&syntax::promise::always, false>]) > verdict[note_parties]];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(rule_head, rule_entry, rule, pillar_head, pillar_entry, pillar, promise)
REMIT_INSTANTIATE(rule_rule)
REMIT_INSTANTIATE(pillar_rule)
REMIT_INSTANTIATE(promise_rule)

}  // namespace remit::grammar
