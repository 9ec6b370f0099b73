// Small phrases that every format of a comparison uses.
// Not here: verdicts (account.hpp), whom a change concerns (change_groups.hpp).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <remit/report/differences.hpp>

namespace remit {

/// `1 verdict`, `3 verdicts`, `2 parties`.
std::string counted(std::size_t n, std::string_view what);

/// `value secure of placement`.
std::string thing_words(const std::string& kind, const std::string& name, const std::string& of);

/// `rule spending, because`; of a statement of the header only its name.
std::string part_words(const rewording& r);

/// The questions about one decision that were not decided, and what that means for whoever reads the result.
struct undecided_decision {
  std::string decision, words;
};
std::vector<undecided_decision> undecided_by_decision(const differences& d);

}  // namespace remit
