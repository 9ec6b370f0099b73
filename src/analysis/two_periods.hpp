// Rituals that two agreements have with different periods: when they are overdue, on which side.
// Not here: rituals that both have alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <remit/core/date.hpp>

#include "model.hpp"
#include "region.hpp"

namespace remit::analysis {

/// The two agreements of a comparison, old and new.
struct compared_rules {
  const executable &before, &after;
};

bool has_two_periods(const model& m, std::uint32_t variable);

/// The states that there can be: who is late by the shorter of two like periods need not be by the longer.
std::uint64_t possible_states(const model& m, const compared_rules& rules, std::uint32_t variable);

/// The last time with which the ritual is in that state on that day, if the calendar has one.
std::optional<date> last_time_for(const model& m, const compared_rules& rules, std::uint32_t variable, ritual_state state,
                                  date today);

/// What the term demands that the language cannot say, because it knows one period of a ritual only; often nothing.
std::string beyond_the_language(const model& m, const compared_rules& rules, const part& universe, const term& t);

}  // namespace remit::analysis
