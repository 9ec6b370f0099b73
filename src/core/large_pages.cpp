// Asking the system for large pages.
// Not here: what lies on them.
#include <remit/core/row_vector.hpp>

#include <algorithm>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace remit {
namespace {

// A page that is begun is taken whole.
std::size_t whole_pages(std::size_t bytes) noexcept { return (bytes + large_pages::size - 1) / large_pages::size * large_pages::size; }
std::align_val_t aligned(std::size_t bytes, std::size_t alignment) noexcept {
  return std::align_val_t{bytes < large_pages::size ? alignment : std::max(alignment, large_pages::size)};
}

}  // namespace

void* large_pages::take(std::size_t bytes, std::size_t alignment) {
  const bool large = bytes >= size;
  const std::size_t taken = large ? whole_pages(bytes) : bytes;
  void* const block = ::operator new(taken, aligned(bytes, alignment));
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  if (large) static_cast<void>(::madvise(block, taken, MADV_HUGEPAGE));  // a system without them keeps the usual ones
#endif
  return block;
}

void large_pages::give_back(void* block, std::size_t bytes, std::size_t alignment) noexcept {
  ::operator delete(block, aligned(bytes, alignment));
}

}  // namespace remit
