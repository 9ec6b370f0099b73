// A change of an agreement as an action under the agreement itself: what the rules of `amend_agreement` may ask about it.
// Not here: comparing (compare.hpp), judging (foresee.hpp).
#pragma once

#include <string_view>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/compare.hpp>

namespace remit {

/// The decision that a change of the agreement is, unless another is named. Where no class declares it, it is outside.
inline constexpr std::string_view amending = "amend_agreement";

/// The action "`by` changes the agreement so": the facts that `amendment …` asks about, as the comparison of it with what
/// it is to be found them. Where something was not decided within the budget, what that could still make true is missing.
/// `under` is the agreement by which the change is judged: the old one, or another that shares its names.
action amendment(const agreement& under, const compared& before, const compared& after, const comparison& change,
                 decision_id decision, party_id by);

}  // namespace remit
