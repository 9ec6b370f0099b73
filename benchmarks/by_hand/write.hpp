// Writing C++ from the plan: the types both versions share, and the two versions.
// Not here: what the rules are (plan.hpp).
#pragma once

#include <cstdint>
#include <string>

#include "plan.hpp"

namespace drafting {

/// A question and its verdict as plain structs, and what their numbers stand for.
std::string types_of(const plan& p);
/// What a good programmer would write: a switch over the decision, and ifs.
std::string plain(const plan& p);
/// The same without a branch but for the dispatch: every condition is a number, 0 or 1, and where a decision goes a table.
std::string branch_free(const plan& p);

/// A condition about `q`, in C++: as `&&`, `||` and `!`, or as arithmetic on 0 and 1.
std::string in_cpp(const plan& p, const condition& c, bool arithmetic);

std::string hex(std::uint64_t bits);    ///< an unsigned literal
std::string hex64(std::uint64_t bits);  ///< one of 64 bits
std::string name_of_party(const plan& p, std::uint32_t party);
std::string place_in_cpp(const place& w);

}  // namespace drafting
