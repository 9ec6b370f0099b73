// Which names of two agreements mean the same thing: equal ones, and those that `formerly` ties.
// Not here: what the things do.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <remit/analysis/compare.hpp>
#include <remit/check/checked.hpp>

namespace remit::analysis {

/// Names of one kind: from the old agreement to the new one.
class tie {
 public:
  struct entry {
    std::string name, formerly;
  };
  tie() = default;
  /// `kind` is the word for it in the result (`party`, `fact`). Renames, additions, removals and conflicts are added to `into`.
  tie(const std::string& kind, const std::vector<entry>& before, const std::vector<entry>& after, comparison& into);

  /// The new name of an old thing; its own where the new agreement does not have it.
  std::string renamed(const std::string& old_name) const;
  /// The old name of a new thing; empty where the old agreement does not have it.
  std::string origin(const std::string& new_name) const;

 private:
  std::map<std::string, std::string> to_new_, to_old_;
};

/// All the ties of two agreements.
struct ties {
  tie parties, inputs, decisions, classes, rules, thresholds;
  std::map<std::string, tie> values;  ///< by the new name of the fact
};

ties tie_names(const checked::document& before, const checked::document& after, comparison& into);

}  // namespace remit::analysis
