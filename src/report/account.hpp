// One side of a change in words: the verdict, and why it is that.
// Not here: conditions (analysis/), places in files (differences_sarif.cpp).
#pragma once

#include <string>
#include <vector>

#include "change_groups.hpp"

namespace remit {

struct account {
  std::string verdict;                      ///< `consult treasurer; record "why"`, without the duties that the other side has too
  std::string holders;                      ///< `held by team`; empty where both sides say the same
  std::vector<const told_clause*> clauses;  ///< that the other side does not have, or that do not fire there
};

/// `held by team`, or who takes what is outside the agreement; before or after.
std::string holders_words(const differences& d, const std::string& decision, bool is_old);

account old_account(const differences& d, const change_group& g);
account new_account(const differences& d, const change_group& g);

/// All of a change in one sentence: `fund_travel asked by team: now allow, before consult treasurer; when cost at most £750`.
std::string sentence_of(const differences& d, const change_group& g);

/// The action that shows a change, as the lines of an example; last, what only the old agreement asks about.
std::vector<std::string> witness_lines(const differences& d, const difference& change);

/// What becomes of a decision that came or went: `now outside the agreement: escalate to strategy`. Else empty.
std::string consequence_words(const differences& d, const named_thing& t, bool was_added);

}  // namespace remit
