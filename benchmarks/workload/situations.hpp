// What is asked of the measured agreement: situations drawn so that no branch can be foreseen, or a handful of them in long
// runs, or with facts missing. The same for the same seed, on every machine.
// Not here: the forms in which they are put to remit and to the rules by hand (same_verdict.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <remit/check/checked.hpp>
#include <remit/remit.hpp>

namespace workload {

/// One action, slot by slot, in the units of an action's slots (see remit::input_kind). Slot 0, the date, stays unknown.
struct situation {
  remit::decision_id decision;
  remit::party_id by;
  std::vector<std::int64_t> slots;
  std::vector<char> known;
};
using situations = std::vector<situation>;

inline constexpr std::size_t usual_number = 10'000;
inline constexpr std::uint64_t usual_seed = 20'261'122;

/// Decision, asker and every fact drawn anew each time; amounts on, just below and just above what the decision's rules
/// compare them with.
situations random_ones(const remit::checked::document& d, std::size_t number = usual_number, std::uint64_t seed = usual_seed);

/// Eight of those, each many times in a row.
situations predictable_ones(const remit::checked::document& d, std::size_t number = usual_number,
                            std::uint64_t seed = usual_seed);

/// The same with one to three of the facts that the decision's rules look at left out.
situations with_facts_missing(const remit::checked::document& d, situations of, std::uint64_t seed = usual_seed);

/// As actions. Ends the program if the agreement refuses a value.
std::vector<remit::action> actions_of(const remit::agreement& under, const situations& of);

}  // namespace workload
