// What the passes that look at every action share: the agreement, what is found, and how much work is left.
// Not here: the passes; each is in its own file, as `examine` calls them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/limits.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>

#include "inquiry.hpp"

namespace remit::analysis {

struct survey {
  survey(const checked::document& d, const agreement& a, const analysis_limits& l);

  const checked::document& document;
  const agreement& under;
  const executable& rules;
  analysis_limits limits;
  diagnostics found;

  /// The clause that a number of executable::told_clauses tells.
  struct clause_place {
    const checked::rule* rule = nullptr;
    const checked::clause* clause = nullptr;
  };
  std::vector<clause_place> told;

  view<clause_entry> clauses_of(decision_id d) const { return part_of(rules.clauses, rules.decisions[d.value].clauses); }
  const checked::clause& clause(const clause_entry& c) const { return *told[c.told].clause; }
  const checked::rule& rule(const clause_entry& c) const { return *told[c.told].rule; }

  /// The inquiries of a decision, kept for the next pass.
  const askers& of(decision_id d);

  /// Work for one question.
  budget question_budget() { return budget{limits.cuts, &left_in_all_}; }
  /// Says once for each place that something about it is not decided.
  void not_decided(span where, const std::string& what);

 private:
  std::map<std::uint32_t, askers> askers_;
  std::uint64_t left_in_all_ = limits.cuts_in_all;
};

inline std::string ticked(std::string_view text) { return "`" + std::string{text} + "`"; }

// The passes.
void find_idle_clauses(survey& s);     // R1010, R1011
void find_idle_conditions(survey& s);  // R1012, R1013
void find_meeting_targets(survey& s);  // R1014
void find_holes(survey& s);            // R1015
void find_wrong_way_round(survey& s);  // R1016
void find_never_alone(survey& s);      // R2004

}  // namespace remit::analysis
