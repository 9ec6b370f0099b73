// What a comparison says of one action, held against the verdicts that the action gets under both agreements.
// Not here: which actions are worth trying (region_points.hpp).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <remit/analysis/compare.hpp>
#include <remit/check/checked.hpp>

#include "support/plain_verdict.hpp"
#include "support/probes.hpp"
#include "support/told.hpp"

namespace remit::agree {

/// Both agreements know the same inputs, decisions and parties in the same order.
class region_check {
 public:
  region_check(const checked::document& before, const agreement& old_rules, const checked::document& after,
               const agreement& new_rules, const remit::comparison& told, const probes& regions);

  struct result {
    std::string problem;              ///< in words; empty where the comparison is right
    bool differs = false;             ///< whether the verdicts do
    plain_verdict was, is;
    std::vector<std::size_t> inside;  ///< the regions that hold the action
  };
  /// The witness of change number `k`, completed: what one agreement does not look at as under the other, and what neither
  /// does as it may be. Its verdicts are the told ones, in this region or in another with the same.
  oracle::action witness(std::size_t k) const;
  /// Nothing consulted, nothing approved, every fact known.
  result of(const oracle::action& a) const;
  /// Whether these are the verdicts that change number `k` tells.
  bool are_told(std::size_t k, const result& r) const { return r.was == verdicts_[k].first && r.is == verdicts_[k].second; }

 private:
  const checked::document& before_;
  const checked::document& after_;
  engine old_, new_;
  const remit::comparison& told_;
  const probes& regions_;
  std::vector<std::pair<plain_verdict, plain_verdict>> verdicts_;
};

}  // namespace remit::agree
