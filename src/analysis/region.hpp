// Regions: where something holds, in few and plain terms.
// Not here: which parts of the space it is made of (compare.cpp), saying it in the language (region_words.cpp).
#pragma once

#include <cstdint>
#include <vector>

#include "explore.hpp"
#include "space.hpp"

namespace remit::analysis {

/// One thing that a region demands of one variable, or of two.
struct demand {
  enum class kind : std::uint8_t {
    at_least,  ///< ordered: no less than `limit`
    at_most,   ///< ordered: no more than `limit`
    values,    ///< values: one of `mask`
    includes,  ///< set: the member in `mask` is in
    excludes,  ///< set: the member in `mask` is not
    related    ///< `relation` holds
  } what = kind::values;
  std::uint32_t variable = 0;
  std::int64_t limit = 0;
  std::uint64_t mask = 0;
  test relation;

  friend bool operator==(const demand&, const demand&) = default;
};

/// Everything that is demanded; nothing demanded is everywhere.
using term = std::vector<demand>;

/// The points that meet one term at least.
struct region {
  std::vector<term> terms;
  std::vector<part> parts;  ///< what each term holds
};

/// The same points of `universe` as `parts` hold, which lie in it. No term demands what the others of it, or the
/// universe, imply, and none is held by the others. Exact whatever `work` allows; with less of it less is left out.
region covered(const space& s, const part& universe, std::vector<part> parts, budget& work);

}  // namespace remit::analysis
