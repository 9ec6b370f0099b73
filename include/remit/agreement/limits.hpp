// How much one agreement may hold, with its includes. Past any of these the checker says so (R0701).
// Not here: bounds on the text of one file (syntax/read.hpp).
#pragma once

#include <cstdint>

#include <remit/core/bits.hpp>

namespace remit::limits {

inline constexpr std::uint32_t parties = 256;              ///< parties and roles together
inline constexpr std::uint32_t inputs = 1024;              ///< facts and rituals, and one for the date
inline constexpr std::uint32_t values = 64;                ///< values of one `one of` or `any of`
inline constexpr std::uint32_t clauses_a_decision = 4096;  ///< clauses of all rules that cover one decision
inline constexpr std::uint32_t groups_a_decision = 512;    ///< different `A or B` that one decision may name

inline constexpr std::uint32_t duties_a_decision = 512;    ///< different duties that one decision may bring

}  // namespace remit::limits

namespace remit {

using party_set = bits<limits::parties>;
using input_set = bits<limits::inputs>;
using clause_set = bits<limits::clauses_a_decision>;
using group_set = bits<limits::groups_a_decision>;
using duty_set = bits<limits::duties_a_decision>;

}  // namespace remit
