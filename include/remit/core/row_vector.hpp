// Rows one after another in memory. A processor finds the usual pages of some megabytes at once, and must look every other
// one up before it can read it; the system takes a while over each that is new. Of large pages a few hold them all.
// Not here: what the rows are. In the compiled library.
#pragma once

#include <cstddef>
#include <vector>

namespace remit {

/// Memory of which blocks of at least a large page stand on large pages, where the system has them; others are ordinary.
/// Throws std::bad_alloc. Safe from any thread.
struct large_pages {
  static constexpr std::size_t size = std::size_t{2} << 20;

  static void* take(std::size_t bytes, std::size_t alignment);
  /// With what it was taken with.
  static void give_back(void* block, std::size_t bytes, std::size_t alignment) noexcept;
};

/// The allocator of such rows; any can give back what another took.
template <class Row>
struct row_memory {
  using value_type = Row;

  row_memory() noexcept = default;
  template <class Other>
  row_memory(const row_memory<Other>&) noexcept {}

  Row* allocate(std::size_t n) { return static_cast<Row*>(large_pages::take(n * sizeof(Row), alignof(Row))); }
  void deallocate(Row* first, std::size_t n) noexcept { large_pages::give_back(first, n * sizeof(Row), alignof(Row)); }
  template <class Other>
  friend bool operator==(const row_memory&, const row_memory<Other>&) noexcept {
    return true;
  }
};

template <class Row>
using row_vector = std::vector<Row, row_memory<Row>>;

}  // namespace remit
