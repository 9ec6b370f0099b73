// What a promise says of a verdict, and how much of that an outlook settles.
// Not here: for which actions (prove.cpp).
#pragma once

#include <remit/agreement/evaluate.hpp>
#include <remit/agreement/truth.hpp>
#include <remit/check/checked.hpp>

namespace remit::analysis {

class claim {
 public:
  claim(const checked::promise& promise, const executable& rules);

  /// Whether a clause can bear on the claim at all.
  bool concerns(const clause_entry& c, const decision_entry& d) const;
  /// `always allow P` speaks of what P asks, as an `allow P` clause does.
  bool speaks_to(party_id by) const;
  /// Whether the claim holds whatever is still open, fails whatever is still open, or neither yet.
  truth holds(const evaluation::outlook& o) const;
  /// Of a settled verdict.
  bool holds(const verdict& v) const;

 private:
  bool said(const verdict& v) const;

  struct wanted {
    party_set met_by, written;
  };
  const checked::promise& promise_;
  const executable& rules_;
  std::vector<wanted> groups_;
};

}  // namespace remit::analysis
