// What a number was given to before, found again.
// Not here: what is numbered (batch_evaluation.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit {

inline constexpr std::uint32_t no_number_yet = 0xffffffffu;

/// Entries and the numbers they were given. `Entry` has `number`, `no_number_yet` at first, and `hash()` and `same(other)`,
/// which look at all but the number.
template <class Entry>
class batch_memo {
 public:
  /// The number of the one that is the same, `no_number_yet` if there is none: then it is to be given at once.
  /// Valid until the next look.
  std::uint32_t& number(const Entry& wanted) {
    if (entries_.empty()) entries_.resize(least);
    Entry& first = entries_[wanted.hash() & (entries_.size() - 1)];
    return first.number != no_number_yet && first.same(wanted) ? first.number : number_further_on(wanted);
  }
  /// Asks for what the number will be looked for by.
  void fetch(const Entry& wanted) const noexcept {
    if (!entries_.empty()) __builtin_prefetch(&entries_[wanted.hash() & (entries_.size() - 1)]);
  }

 private:
  [[gnu::noinline]] std::uint32_t& number_further_on(const Entry& wanted) {
    Entry* found = look_for(wanted);
    if (found->number != no_number_yet) return found->number;
    if (2 * (count_ + 1) > entries_.size()) {
      grow();
      found = look_for(wanted);
    }
    ++count_;
    *found = wanted;
    found->number = no_number_yet;
    return found->number;
  }
  // The same, or the free place where it belongs.
  Entry* look_for(const Entry& wanted) {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = wanted.hash() & mask;
    while (entries_[at].number != no_number_yet && !entries_[at].same(wanted)) at = (at + 1) & mask;
    return &entries_[at];
  }
  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& e : old)
      if (e.number != no_number_yet) *look_for(e) = e;
  }

  static constexpr std::size_t least = 8;
  std::vector<Entry> entries_;  // none, or a power of two of them, half empty at least
  std::size_t count_ = 0;
};

}  // namespace remit
