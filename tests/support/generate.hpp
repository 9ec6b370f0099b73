// Random agreements in their checked form, and random actions for them, near the borders of what their clauses compare.
// Not here: broken agreements, texts (print.hpp), what anything of it should get (oracle.hpp).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <remit/check/checked.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"

namespace remit::generate {

struct world {
  /// Ordered facts have at most five values, and all days of the agreement lie within two weeks, so that every
  /// completion of an action can be tried. Else ranges as agreements have them.
  bool small = false;
  /// Nothing that the text form cannot say: a constant condition, a negative default, days without a first.
  bool writable = true;
};

/// An agreement that could have come from check_document, but for spans: every place is the first byte of one empty file.
checked::document document(random& r, const world& w);

/// Values near the borders of what an agreement compares, by input. Worked out once for many actions.
struct borders {
  std::map<std::uint32_t, std::vector<std::int64_t>> amounts;
  std::vector<atom> sums;  ///< comparisons of two inputs
  std::vector<std::string> texts;
};
borders borders_of(const checked::document& d);

/// Any decision (now and then one outside the agreement), any party that may ask; everything supplied but now and then
/// a fact that has a default.
oracle::action complete_action(random& r, const checked::document& d, const borders& b);

/// The same, with one to `most` of what the decision's clauses look at taken away.
oracle::action incomplete_action(random& r, const checked::document& d, const borders& b, std::uint32_t most);

/// The same agreement with its parties, inputs, thresholds, classes, decisions, pillars, rules, clauses and lists in
/// another order; `to_old` of each new party, input, decision and rule.
struct reordered {
  checked::document document;
  std::vector<std::uint32_t> party_to_old, input_to_old, decision_to_old, rule_to_old;
};
reordered reorder(random& r, const checked::document& d);

}  // namespace remit::generate
