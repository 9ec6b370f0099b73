// A slot's value in words, whatever the slot holds.
// Not here: amounts of one known kind (core/wording.hpp).
#pragma once

#include <cstdint>
#include <string>

#include <remit/agreement/executable.hpp>

namespace remit {

/// `£620.00`, `3`, `2 days`, `2026-04-01`, `yes`: an amount in the unit of slots of kind `unit`.
std::string amount_words(std::int64_t amount, input_kind unit, currency c);

/// The same for the value of one slot, which may also be a word or words of its list.
std::string value_words(std::int64_t value, const input_entry& slot, const executable& rules);

/// A text that no condition of the agreement asks for. Which one it was is not kept: any of them will do.
std::string some_other_text(const executable& rules);

}  // namespace remit
