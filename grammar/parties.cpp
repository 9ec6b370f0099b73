// The rules of who: `or` makes a choice, a comma asks for one more.
// Not here: ranks, and whether anybody is declared.
#include "parties.hpp"

namespace remit::grammar {
namespace {

using member_rule = x3::rule<struct member_id, syntax::member>;
constexpr member_rule member{"a party"};

// clang-format off
constexpr auto member_def = spanned[
    name("a party")[into<&syntax::member::party>] >> -("or"_w >> "above"_w)[set<&syntax::member::or_above, true>]];

constexpr auto choice_def = spanned[
    collected<&syntax::tree::members>[list_of(kept<&syntax::tree::members>[member], "or"_w)][into<&syntax::choice::members>]];

constexpr auto as_it_is = [](const auto& context) { x3::_val(context) = x3::_attr(context); };
constexpr auto choices_def = collected<&syntax::tree::choices>[list_of(kept<&syntax::tree::choices>[choice], ","_s)][as_it_is];
// clang-format on

}  // namespace

BOOST_SPIRIT_DEFINE(member, choice, choices)
REMIT_INSTANTIATE(choice_rule)
REMIT_INSTANTIATE(choices_rule)

}  // namespace remit::grammar
