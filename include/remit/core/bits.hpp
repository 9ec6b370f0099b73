// Sets of small numbers, of a fixed capacity, that never allocate: `bits` to work with, `trimmed` to hand over.
// Not here: growing. The capacities are the limits of the language (see agreement/limits.hpp).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace remit {

constexpr std::uint64_t single_bit(std::uint32_t i) noexcept { return std::uint64_t{1} << i; }

/// The first `n` bits, at most 64.
constexpr std::uint64_t first_bits(std::size_t n) noexcept { return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1; }

/// All bits or none: to choose without a branch.
constexpr std::uint64_t every_bit(bool b) noexcept { return -std::uint64_t{b}; }

/// Calls `visit(i)` for each bit of one word, lowest first.
template <class Visit>
constexpr void each_bit(std::uint64_t word, Visit&& visit) {
  for (; word != 0; word &= word - 1) visit(static_cast<std::uint32_t>(std::countr_zero(word)));
}

/// A set of the numbers 0 to Capacity - 1.
template <std::uint32_t Capacity>
struct bits {
  static constexpr std::uint32_t word_count = (Capacity + 63) / 64;
  std::uint64_t word[word_count] = {};

  /// The numbers below `n`.
  static constexpr bits below(std::uint32_t n) noexcept {
    bits all;
    for (std::uint32_t i = 0; i < n / 64; ++i) all.word[i] = ~std::uint64_t{0};
    if (n % 64 != 0) all.word[n / 64] = first_bits(n % 64);
    return all;
  }
  /// Another set's members that this one has room for.
  template <std::uint32_t Other>
  static constexpr bits of(const bits<Other>& other) noexcept {
    bits all;
    for (std::uint32_t i = 0; i < word_count && i < other.word_count; ++i) all.word[i] = other.word[i];
    return all;
  }

  constexpr bool has(std::uint32_t i) const noexcept { return (word[i / 64] >> (i % 64) & 1) != 0; }
  constexpr void insert(std::uint32_t i) noexcept { word[i / 64] |= std::uint64_t{1} << (i % 64); }
  constexpr void erase(std::uint32_t i) noexcept { word[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }

  /// Inserts `at` + i for every bit i of `more`.
  constexpr void insert_all(std::uint32_t at, std::uint64_t more) noexcept {
    word[at / 64] |= more << (at % 64);
    if constexpr (word_count > 1)
      if (at % 64 != 0 && at / 64 + 1 < word_count) word[at / 64 + 1] |= more >> (64 - at % 64);
  }

  constexpr bool empty() const noexcept {
    for (std::uint64_t w : word)
      if (w != 0) return false;
    return true;
  }
  constexpr bool has_several() const noexcept {
    bool some = false;
    for (std::uint64_t w : word) {
      if ((some && w != 0) || (w & (w - 1)) != 0) return true;
      some = some || w != 0;
    }
    return false;
  }
  constexpr std::uint32_t count() const noexcept {
    std::uint32_t n = 0;
    for (std::uint64_t w : word) n += static_cast<std::uint32_t>(std::popcount(w));
    return n;
  }
  constexpr bool within(const bits& other) const noexcept {
    for (std::uint32_t i = 0; i < word_count; ++i)
      if ((word[i] & ~other.word[i]) != 0) return false;
    return true;
  }
  constexpr bool meets(const bits& other) const noexcept {
    for (std::uint32_t i = 0; i < word_count; ++i)
      if ((word[i] & other.word[i]) != 0) return true;
    return false;
  }
  constexpr bits& operator|=(const bits& other) noexcept {
    for (std::uint32_t i = 0; i < word_count; ++i) word[i] |= other.word[i];
    return *this;
  }
  constexpr bits& operator&=(const bits& other) noexcept {
    for (std::uint32_t i = 0; i < word_count; ++i) word[i] &= other.word[i];
    return *this;
  }
  constexpr bits& operator-=(const bits& other) noexcept {
    for (std::uint32_t i = 0; i < word_count; ++i) word[i] &= ~other.word[i];
    return *this;
  }
  friend constexpr bits operator|(bits a, const bits& b) noexcept { return a |= b; }
  friend constexpr bits operator&(bits a, const bits& b) noexcept { return a &= b; }
  friend constexpr bits operator-(bits a, const bits& b) noexcept { return a -= b; }
  friend constexpr bool operator==(const bits&, const bits&) noexcept = default;

  /// The first member from `i` on; word_count * 64 where there is none.
  constexpr std::uint32_t next(std::uint32_t i) const noexcept {
    for (std::uint32_t w = i / 64; w < word_count; ++w, i = w * 64)
      if (const std::uint64_t rest = word[w] >> (i % 64); rest != 0) return i + static_cast<std::uint32_t>(std::countr_zero(rest));
    return word_count * 64;
  }

  /// Calls `visit(i)` for each member, lowest first.
  template <class Visit>
  constexpr void each(Visit&& visit) const {
    for (std::uint32_t i = 0; i < word_count; ++i) each_bit(word[i], [&](std::uint32_t b) { visit(i * 64 + b); });
  }
};

/// A set that holds only the words up to its largest member, and at least one, so that making and copying a small one costs
/// little, whatever its capacity.
template <std::uint32_t Capacity>
class trimmed {
 public:
  static constexpr std::uint32_t word_count = bits<Capacity>::word_count;

  trimmed() noexcept : trimmed{std::uint64_t{0}} {}
  explicit trimmed(std::uint64_t first_word) noexcept : used_{1} { word_[0] = first_word; }
  template <std::uint32_t Other>
  trimmed(const bits<Other>& all) noexcept : used_{1} {
    word_[0] = all.word[0];
    for (std::uint32_t i = 1; i < word_count && i < all.word_count; ++i) {
      word_[i] = all.word[i];
      if (word_[i] != 0) used_ = i + 1;
    }
  }
  trimmed(const trimmed& other) noexcept { *this = other; }
  trimmed& operator=(const trimmed& other) noexcept {
    used_ = other.used_;
    word_[0] = other.word_[0];
    for (std::uint32_t i = 1; i < used_; ++i) word_[i] = other.word_[i];
    return *this;
  }
  ~trimmed() = default;

  bits<Capacity> whole() const noexcept {
    bits<Capacity> all;
    for (std::uint32_t i = 0; i < used_; ++i) all.word[i] = word_[i];
    return all;
  }
  bool empty() const noexcept { return used_ == 1 && word_[0] == 0; }
  void insert(std::uint32_t i) noexcept {
    while (used_ <= i / 64) word_[used_++] = 0;
    word_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  /// Those below 64, a bit each.
  void insert_first(std::uint64_t these) noexcept { word_[0] |= these; }
  bool has(std::uint32_t i) const noexcept { return i / 64 < used_ && (word_[i / 64] >> (i % 64) & 1) != 0; }
  std::uint32_t count() const noexcept {
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < used_; ++i) n += static_cast<std::uint32_t>(std::popcount(word_[i]));
    return n;
  }
  /// The first member from `i` on; word_count * 64 where there is none.
  std::uint32_t next(std::uint32_t i) const noexcept {
    for (std::uint32_t w = i / 64; w < word_count && w < used_; ++w, i = w * 64)
      if (const std::uint64_t rest = word_[w] >> (i % 64); rest != 0) return i + static_cast<std::uint32_t>(std::countr_zero(rest));
    return word_count * 64;
  }
  /// Calls `visit(i)` for each member, lowest first.
  template <class Visit>
  void each(Visit&& visit) const {
    for (std::uint32_t i = 0; i < used_; ++i) each_bit(word_[i], [&](std::uint32_t b) { visit(i * 64 + b); });
  }
  friend bool operator==(const trimmed& a, const trimmed& b) noexcept {
    if (a.used_ != b.used_) return false;
    for (std::uint32_t i = 0; i < a.used_; ++i)
      if (a.word_[i] != b.word_[i]) return false;
    return true;
  }

 private:
  std::uint32_t used_;
  std::uint64_t word_[word_count];  // only the used ones hold anything
};

}  // namespace remit
