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
    std::string kind;  ///< the word for it in the result: `party`, `fact`
    std::string name, formerly;
    std::string sort = {};  ///< what two things must share to be the same: the type of a fact
  };
  tie() = default;
  /// Renames, additions, removals and conflicts are added to `into`; those of values say which fact they are `of`.
  tie(const std::vector<entry>& before, const std::vector<entry>& after, comparison& into, const std::string& of = {});

  /// The new name of an old thing; its own where the new agreement does not have it.
  std::string renamed(const std::string& old_name) const;
  /// The old name of a new thing; empty where the old agreement does not have it.
  std::string origin(const std::string& new_name) const;

 private:
  std::map<std::string, std::string> to_new_, to_old_;
};

/// All the ties of two agreements.
struct ties {
  tie parties, inputs, decisions, classes, rules, pillars, thresholds;
  std::map<std::string, tie> values;  ///< by the new name of the fact

  /// The new name of an old fact or ritual; of `amendment touches X` with the new name of X.
  std::string renamed_input(const std::string& old_name) const;
};

ties tie_names(const checked::document& before, const checked::document& after, comparison& into);

}  // namespace remit::analysis
