// What a verdict rests on: each clause that fired, whether it decided, and the comparisons behind it.
// Not here: sentences (explain.cpp).
#pragma once

#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/verdict.hpp>
#include "comparison_words.hpp"

namespace remit {

struct ground {
  const clause_entry* clause = nullptr;
  const told_clause* told = nullptr;
  bool certain = true;   ///< false: it may apply, depending on what is missing
  bool decides = false;  ///< the verdict names what it asks for
  bool met = false;      ///< what it asks for has been done already
  std::vector<told_comparison> because;
  std::vector<view<party_id>> parties;  ///< whom it names: all are needed, of each one is enough
};

/// The clauses that fired and were not lifted, in source order, those that decided first; `then` duties and duties apart.
std::vector<ground> grounds_of(const action& a, const verdict& v);

/// Every inner list of a verdict's `to()`, `consult()` or `approval()`.
template <class Groups>
std::vector<view<party_id>> all_groups(const Groups& groups) {
  std::vector<view<party_id>> all;
  for (const view<party_id> g : groups) all.push_back(g);
  return all;
}

/// Who holds the decision; who decides what is outside.
std::vector<view<party_id>> holders_of(const executable& rules, decision_id decision);

}  // namespace remit
