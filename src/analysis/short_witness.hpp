// One action of a region under both agreements, with only what their verdicts hang on.
// Not here: which region.
#pragma once

#include <array>
#include <optional>

#include "question.hpp"

namespace remit::analysis {

/// What is asked under one agreement.
struct asked_of {
  const remit::agreement& agreement;
  decision_id decision;
  party_id by;
};

/// An action of the part, as each agreement sees it, on a day that both are in force on if the part has one; without the
/// facts, rituals and the date that could be anything: each verdict is certain all the same, and the same. Nothing where
/// the calendar has no such action: rituals with two periods can demand that.
std::optional<std::array<remit::action, 2>> short_witnesses(const model& m, const std::array<asked_of, 2>& asked,
                                                            const part& where);

}  // namespace remit::analysis
