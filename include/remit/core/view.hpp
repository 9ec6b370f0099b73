// Looking at memory somebody else owns: a row of things, and a list inside such a row.
// Not here: owning anything. (std::span would do, but costs a host 15,000 lines for what is used here.)
#pragma once

#include <cstdint>

namespace remit {

/// A row of `count` things in memory owned elsewhere.
template <class T>
struct view {
  const T* first = nullptr;
  std::uint32_t count = 0;

  constexpr const T* begin() const noexcept { return first; }
  constexpr const T* end() const noexcept { return first + count; }
  constexpr std::uint32_t size() const noexcept { return count; }
  constexpr bool empty() const noexcept { return count == 0; }
  constexpr const T& operator[](std::uint32_t i) const noexcept { return first[i]; }
};

/// Consecutive entries of a row.
struct slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  friend constexpr bool operator==(const slice&, const slice&) noexcept = default;
};

template <class T>
constexpr view<T> part_of(view<T> row, slice s) noexcept {
  return {row.first + s.first, s.count};
}

}  // namespace remit
