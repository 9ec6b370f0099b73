// Who `A or B or above` means, spelt out.
// Not here: what is asked of them.
#include "group.hpp"

#include <algorithm>

namespace remit {

spelt_out_group spell_out(const checked::group& group, view<party_entry> parties, party_use use) {
  spelt_out_group all;
  for (const auto& m : group.members) {
    if (!all.met_by.has(m.party.value)) all.members.push_back(m.party);
    all.met_by.insert(m.party.value);
    all.written.insert(m.party.value);
  }
  for (const auto& m : group.members) {
    if (!m.or_above) continue;
    std::vector<party_id> above;
    for (std::uint32_t p = 0; p < parties.size(); ++p) {
      const party_entry& candidate = parties[p];
      const bool meant = !candidate.is_role && !candidate.body && !(candidate.advisory && use == party_use::decide);
      if (meant && candidate.below.has(m.party.value) && !all.met_by.has(p)) above.push_back(party_id{p});
    }
    // Whoever has fewer below stands lower.
    std::stable_sort(above.begin(), above.end(), [&](party_id a, party_id b) {
      return parties[a.value].below.count() < parties[b.value].below.count();
    });
    for (party_id p : above) all.met_by.insert(p.value);
    all.members.insert(all.members.end(), above.begin(), above.end());
  }
  return all;
}

}  // namespace remit
