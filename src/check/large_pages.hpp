// Memory for much that is read here and there. A processor finds the usual pages of some megabytes at once, and must look
// every other one up before it can read it; of large ones it finds a gigabyte or more.
// Not here: what lies in it (tables.hpp).
#pragma once

#include <cstddef>
#include <memory_resource>

namespace remit {

/// Blocks of at least a large page are put on large pages where the system has them; others are ordinary memory.
class large_pages final : public std::pmr::memory_resource {
 public:
  static constexpr std::size_t size = 2u << 20;

 private:
  void* do_allocate(std::size_t bytes, std::size_t alignment) override;
  void do_deallocate(void* block, std::size_t bytes, std::size_t alignment) override;
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }
};

}  // namespace remit
