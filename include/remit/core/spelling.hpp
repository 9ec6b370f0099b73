// "Did you mean …?": the known word that a mistyped one is nearest to.
// Not here: the sentence it goes into.
#pragma once

#include <cstddef>
#include <string_view>

namespace remit {

/// Letters to add, drop, replace or swap with their neighbour to turn one word into the other; more than `bound`
/// is answered as `bound + 1`. Words are compared byte by byte.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound);

/// How far off a word of this length may be and still be taken for a slip.
constexpr std::size_t slips_allowed(std::size_t length) noexcept { return length < 4 ? 1 : length < 8 ? 2 : 3; }

/// The first of `candidates` (anything that iterates over text) nearest to `word`; empty where none is near.
/// The word itself is no proposal.
template <class Candidates>
std::string_view nearest(std::string_view word, const Candidates& candidates) {
  std::string_view best;
  std::size_t least = slips_allowed(word.size()) + 1;
  for (const auto& candidate : candidates) {
    const std::string_view text{candidate};
    // A slip leaves most of a word standing: two letters out of three are another word.
    const std::size_t most = text.size() < 2 ? 0 : text.size() / 2;
    const std::size_t distance = edit_distance(word, text, least - 1);
    if (distance < least && distance != 0 && distance <= most) {
      best = text;
      least = distance;
    }
  }
  return best;
}

}  // namespace remit
