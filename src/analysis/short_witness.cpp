// A complete action, and what can be taken from it again.
// Not here: the point it stands at (space.cpp).
#include "short_witness.hpp"

#include <string>
#include <utility>

#include "cut.hpp"

namespace remit::analysis {

remit::action short_witness(const model& m, std::uint32_t side, const agreement& agreement, decision_id decision, party_id by,
                            const point& at) {
  remit::action shortest = action_at(m, side, agreement, decision, by, at);
  const auto certain_key = [&](const remit::action& a) {
    const verdict v = agreement.evaluate(a);
    return v.certain() ? key_of(cut(v, [](std::string_view name) { return std::string{name}; })) : std::string{};
  };
  const std::string key = certain_key(shortest);
  // The date last: what looks at rituals needs it.
  for (std::uint32_t i = static_cast<std::uint32_t>(agreement.rules().inputs.size()); i-- > 0;) {
    remit::action less = shortest;
    less.forget(input_id{i});
    // With its default back it would be another action, and perhaps one of another region.
    if (less.is_known(input_id{i}) && less.slot(input_id{i}) != shortest.slot(input_id{i})) continue;
    if (certain_key(less) == key) shortest = std::move(less);
  }
  return shortest;
}

}  // namespace remit::analysis
