// Who `A or B or above` means, spelt out.
// Not here: what is asked of them.
#pragma once

#include <vector>

#include <remit/agreement/executable.hpp>
#include <remit/check/checked.hpp>

namespace remit {

/// Who `or above` means besides the named party: nobody advisory where a decision is given to somebody.
enum class party_use : std::uint8_t { decide, advise };

struct spelt_out_group {
  std::vector<party_id> members;  ///< as written, then those above, lowest first
  party_set met_by, written;
};

spelt_out_group spell_out(const checked::group& group, view<party_entry> parties, party_use use);

}  // namespace remit
