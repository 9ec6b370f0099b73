// Parts of the space that differ alike, put together: for programs by the whole verdict, for people by what matters first.
// Not here: finding them (compare.cpp), making them plain (region.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "cut.hpp"
#include "space.hpp"

namespace remit::analysis {

/// The clauses that fired: by number, whether the other side's twin always fired with it.
using fired_numbers = std::map<std::uint32_t, bool>;

/// A part with one old and one new verdict, which differ.
struct differing_part {
  cut_verdict before, after;
  part where;
  fired_numbers old_fired, new_fired;
};

struct gathered {
  cut_verdict before, after;
  bool in_outline = false;
  bool duties_only = false;        ///< `before` and `after` hold nothing but duties
  std::vector<std::size_t> parts;  ///< by number
};

/// One for each pair of whole verdicts.
std::vector<gathered> by_verdict(const std::vector<differing_part>& all);

/// One for each pair of outcomes with their demands, with the duties that go with all of it; and one for each further
/// duty that is due on one side only. Duties that come and go by conditions of their own would else cut everything up.
std::vector<gathered> in_outline(const std::vector<differing_part>& all);

}  // namespace remit::analysis
