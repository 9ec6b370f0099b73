// Indices that cannot be mixed up: a party is not a fact, although both are a number inside.
// Not here: what they index.
#pragma once

#include <cstdint>

namespace remit {

/// An index into one kind of thing of one agreement. Default-constructed it names nothing.
template <class Kind>
struct id {
  static constexpr std::uint32_t nothing = 0xffffffffu;
  std::uint32_t value = nothing;

  constexpr explicit operator bool() const noexcept { return value != nothing; }
  friend constexpr bool operator==(id, id) noexcept = default;
  friend constexpr bool operator<(id a, id b) noexcept { return a.value < b.value; }
};

using party_id = id<struct party_kind>;        ///< a party or a role
using input_id = id<struct input_kind_tag>;    ///< one slot of an action: the date, a fact, a ritual
using decision_id = id<struct decision_kind>;  ///< a declared decision
using class_id = id<struct class_kind>;        ///< a `decisions NAME { … }`
using rule_id = id<struct rule_kind>;
using clause_id = id<struct clause_kind_tag>;  ///< a clause of a rule
using group_id = id<struct group_kind>;        ///< `A or B`: one party of it is enough

/// The decision of an action that no `decisions` block of the agreement declares.
inline constexpr decision_id outside_decision{};

}  // namespace remit
