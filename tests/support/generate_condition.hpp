// Random conditions over the parties, facts, rituals and decisions that an agreement has so far.
// Not here: the rest of the agreement (generate.cpp).
#pragma once

#include <cstdint>
#include <vector>

#include "support/generate.hpp"

namespace remit::generate {

/// The Monday that small worlds lie around, in minutes since 1970.
std::int64_t base_day();

class condition_making {
 public:
  condition_making(random& r, checked::document& d, const world& w) : r_{r}, d_{d}, w_{w} {}
  /// At most `depth` joins above the comparisons.
  checked::condition condition(std::uint32_t depth) const;

 private:
  checked::condition comparison() const;
  checked::condition about(input_id fact) const;
  checked::condition ordered(input_id fact) const;
  std::vector<input_id> inputs_of(input_kind k) const;
  std::int64_t constant_near(input_id fact) const;
  checked::side::term constant(std::int64_t amount, input_kind unit) const;

  random& r_;
  checked::document& d_;  ///< gains thresholds
  const world& w_;
};

}  // namespace remit::generate
