// The verdict just below, at and just above an amount: one expression moved by one grain, everything else the same.
// Not here: which amounts are looked at (holes.cpp, boundaries.cpp).
#pragma once

#include <cstdint>
#include <compare>
#include <functional>
#include <tuple>
#include <vector>

#include "inquiry.hpp"

namespace remit::analysis {

/// `x`, `x plus y`, `x minus y`: inputs of an agreement as atoms have them.
struct expression {
  input_id first, second;
  std::int8_t sign_second = 0;
  friend auto operator<=>(const expression& a, const expression& b) {
    return std::tie(a.first.value, a.second.value, a.sign_second) <=> std::tie(b.first.value, b.second.value, b.sign_second);
  }
  friend bool operator==(const expression&, const expression&) = default;
};

/// A comparison of an expression with a constant, wherever a condition looks at it.
struct bound {
  expression of;
  relation op = relation::at_most;  ///< as it bears on the condition: turned round under a `not`
  std::int64_t limit = 0;
  std::uint32_t clause = 0;  ///< of the decision's clauses
  std::uint32_t atom = 0;    ///< of executable::atoms
};

/// Every bound in the clauses of a decision.
std::vector<bound> bounds_of(const executable& rules, decision_id d);

/// What happens at an amount: in a part where the expression has it, and where it is one grain less and more.
struct crossing {
  part below, at, above;
  evaluation::outlook verdict_below, verdict_at, verdict_above;
};

/// Visits parts that together hold every complete action whose expression has the amount and may be one grain less and
/// more, each with three certain verdicts, until `visit` answers false. False where the budget ran out.
bool each_crossing(const inquiry& q, const expression& of, std::int64_t amount, budget& work,
                   const std::function<bool(const crossing&)>& visit);

}  // namespace remit::analysis
