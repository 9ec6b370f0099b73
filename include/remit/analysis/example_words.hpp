// An action in the language's own words, as an example of an agreement tells it.
// Not here: an action as JSON (json.hpp), the verdict it should get.
#pragma once

#include <string>

#include <remit/agreement/action.hpp>

namespace remit {

/// The lines between `example "…" {` and `expect`, each ended, none set in: `decision fund_travel by team on 2026-11-20`,
/// `cost £30`, `discussion last never`. Facts at their default are left out. The reader takes all of it back, but for a
/// negative amount, which the language writes nowhere but in a range.
std::string example_words(const action& a);

}  // namespace remit
