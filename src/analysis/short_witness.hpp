// One action of a region, with only what its verdict hangs on.
// Not here: which region.
#pragma once

#include <cstdint>

#include "question.hpp"

namespace remit::analysis {

/// The action at a point of the model, as agreement `side` sees it, without the facts, rituals and the date that could
/// be anything: its verdict is certain all the same, and the same.
remit::action short_witness(const model& m, std::uint32_t side, const agreement& agreement, decision_id decision, party_id by,
                            const point& at);

}  // namespace remit::analysis
