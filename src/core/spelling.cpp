// The distance between two words (Damerau and Levenshtein's, each letter swapped at most once), given up early when too far.
// Not here: which words are candidates.
#include <remit/core/spelling.hpp>

#include <algorithm>
#include <vector>

namespace remit {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > bound) return bound + 1;

  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
      current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = std::min(current[j], before[j - 2] + 1);
      least = std::min(least, current[j]);
    }
    if (least > bound) return bound + 1;
    before.swap(previous);
    previous.swap(current);
  }
  return std::min(previous[b.size()], bound + 1);
}

}  // namespace remit
