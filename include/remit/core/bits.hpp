// A set of small numbers, of a fixed capacity, that never allocates.
// Not here: growing. The capacities are the limits of the language (see agreement/limits.hpp).
#pragma once

#include <bit>
#include <cstdint>

namespace remit {

/// A set of the numbers 0 to Capacity - 1.
template <std::uint32_t Capacity>
struct bits {
  static constexpr std::uint32_t word_count = (Capacity + 63) / 64;
  std::uint64_t word[word_count] = {};

  constexpr bool has(std::uint32_t i) const noexcept { return (word[i / 64] >> (i % 64) & 1) != 0; }
  constexpr void insert(std::uint32_t i) noexcept { word[i / 64] |= std::uint64_t{1} << (i % 64); }
  constexpr void erase(std::uint32_t i) noexcept { word[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }

  constexpr bool empty() const noexcept {
    for (std::uint64_t w : word)
      if (w != 0) return false;
    return true;
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
    for (std::uint32_t i = 0; i < word_count; ++i)
      for (std::uint64_t w = word[i]; w != 0; w &= w - 1) visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(w)));
  }
};

}  // namespace remit
