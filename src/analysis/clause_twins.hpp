// Which clauses of one decision two agreements have alike, under the names both share.
// Not here: what follows from those that they do not (compare.cpp).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/agreement.hpp>

#include "cut.hpp"
#include "model.hpp"
#include "question.hpp"

namespace remit::analysis {

/// One agreement under the names that both share.
struct shared_side {
  const executable& rules;
  party_namer party;
  std::function<std::string(std::string_view)> rule;
};

inline constexpr std::uint32_t no_twin = 0xffffffffu;

struct clause_twins {
  std::vector<std::uint32_t> of_old, of_new;  ///< by clause: its number on the other side, or no_twin
  bool same_standing = false;                 ///< the same parties hold the decision, and the same rank above the same
};

/// Everything that the verdicts on a decision depend on, whoever asks: equal texts, equal verdicts on actions of both.
/// `names` are those of the side's facts and values.
std::string whole_words(const shared_side& s, const vocabulary& names, const decision_entry& d);
/// Who ranks above whom.
std::string rank_words(const shared_side& s);

/// Of a decision that both have. The questions entered its clauses into the model.
clause_twins twins(const model& m, const shared_side& old_side, const decision_entry& old_decision, const question& before,
                   const shared_side& new_side, const decision_entry& new_decision, const question& after);

}  // namespace remit::analysis
