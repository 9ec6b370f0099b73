// Changes that read alike, put together, and whom they concern in words.
// Not here: verdicts and reasons in words (account.hpp), the layout of any one format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <remit/report/differences.hpp>

namespace remit {

/// The same change for each of these decisions asked by each of these parties.
struct change_group {
  std::vector<std::string> decisions, by;
  const difference* one = nullptr;  ///< the first of them
};

/// The outline, in the order in which its changes first appear.
std::vector<change_group> grouped(const differences& d);

/// `loosened`; of duties apart from a verdict: `duty added`, `duty dropped`, `duty changed`.
std::string_view way_of(const difference& d);
std::string_view name_of(direction d);

/// The condition, `always`, and what the language cannot say of it.
std::string when_words(const difference& d);

/// `fund_travel, home_visit`, or `every decision in case`.
std::string decisions_words(const differences& d, const change_group& g);
/// `team, insight`, `anybody`, or `anybody but strategy`.
std::string askers_words(const differences& d, const change_group& g);

}  // namespace remit
