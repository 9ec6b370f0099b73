// The rules of declarations: a keyword, a name, a title, then modifiers in any order and each at most once.
// Not here: facts (fact.cpp).
#include "declaration.hpp"

#include "amounts.hpp"
#include "parties.hpp"
#include "recover.hpp"

namespace remit::grammar {
namespace {

using party_node = syntax::party;
using role_node = syntax::role;
using ritual_node = syntax::ritual;
using threshold_node = syntax::threshold;
using class_node = syntax::decision_class;
using decision_node = syntax::decision;

struct class_head_id : recovers_at_block<room::in_decisions> {};
struct decision_entry_id : recovers<room::in_decisions> {};

constexpr x3::rule<class_head_id, class_node> class_head{"decisions"};
constexpr x3::rule<decision_entry_id> decision_entry{"a decision"};
constexpr x3::rule<struct decision_id, decision_node> decision{"a decision"};

// clang-format off
template <auto Field>
constexpr auto formerly = once<Field>["formerly"_w > name("a name")[into<Field>]];

constexpr auto party_def = spanned[
    "party"_w > new_name[into<&party_node::name>] > title[into<&party_node::title>]
    > *( once<&party_node::advisory>["advisory"_w[set<&party_node::advisory, true>]]
       | once<&party_node::body>["body"_w[set<&party_node::body, true>]]
       | once<&party_node::above_where>[marked<&party_node::above_where>["above"_w > named{"a party or `all`"}[
             "all"_w[set<&party_node::above_all, true>]
           | names_of(name("a party"))[into<&party_node::above>]]]]
       | formerly<&party_node::formerly>)];

constexpr auto role_def = spanned[
    "role"_w > new_name[into<&role_node::name>] > title[into<&role_node::title>]
    > *( once<&role_node::in>["in"_w > name("a party")[into<&role_node::in>]]
       | once<&role_node::has_rotates>["rotates"_w > "every"_w > period[into<&role_node::rotates>] > x3::eps[set<&role_node::has_rotates, true>]]
       | formerly<&role_node::formerly>)];

constexpr auto ritual_def = spanned[
    "ritual"_w > new_name[into<&ritual_node::name>] > title[into<&ritual_node::title>]
    > *( once<&ritual_node::every>["every"_w > period[into<&ritual_node::every>]]
       | once<&ritual_node::subject>["for"_w > "each"_w > name("what each one is held for, such as `family`,")[into<&ritual_node::subject>]]
       | formerly<&ritual_node::formerly>)];

constexpr auto threshold_def = spanned[
    "threshold"_w > new_name[into<&threshold_node::name>] > "="_s > literal[into<&threshold_node::value>]
    > *( once<&threshold_node::title>[title[into<&threshold_node::title>]]
       | formerly<&threshold_node::formerly>)];

constexpr auto decision_def =
    decision_name[into<&decision_node::name>] > title[into<&decision_node::title>]
    > -formerly<&decision_node::formerly>;

constexpr auto decision_entry_def =
    kept<&syntax::tree::decisions>[decision]
  | stray{room::in_decisions, "a decision or `}`"};

constexpr auto class_head_def =
    spanned["decisions"_w > new_name[into<&class_node::name>]] > title[into<&class_node::title>]
    > *( once<&class_node::held_where>[marked<&class_node::held_where>[
             "held"_w > "by"_w > choices[into<&class_node::held_by>]]]
       | formerly<&class_node::formerly>)
    > head_end{"`held by` or `{`"};

constexpr auto decision_class_def = here[class_head] > braces{room::in_decisions}[
    collected<&syntax::tree::decisions>[*decision_entry][into<&class_node::decisions>]];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(party, role, ritual, threshold, decision, decision_entry, class_head, decision_class)
REMIT_INSTANTIATE(party_rule)
REMIT_INSTANTIATE(role_rule)
REMIT_INSTANTIATE(ritual_rule)
REMIT_INSTANTIATE(threshold_rule)
REMIT_INSTANTIATE(decision_class_rule)

}  // namespace remit::grammar
