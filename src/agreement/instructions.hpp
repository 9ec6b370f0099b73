// For which processors the loops of a batch are compiled, and which of them this one is.
// Not here: the loops (batch_cells.cpp, batch_sieve.cpp).
#pragma once

#include <cstdint>

namespace remit {

/// What the processor is asked for: whatever runs on every one of its kind, or the most that this one has, of AVX-512 or no
/// more than AVX2.
enum class instructions : std::uint8_t { portable, avx2, best };

// Each such loop is a function that is always inlined, and compiled once more in one that has the attribute.
#if defined(__x86_64__) && defined(__GNUC__)
#define REMIT_HAS_WIDE_LOOPS 1
#define REMIT_AVX2 gnu::target("avx2")
#if defined(__clang__)
#define REMIT_AVX512 gnu::target("avx512f,avx512bw,avx512dq,avx512vl")
#else
#define REMIT_AVX512 gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512")
#endif
#endif

inline bool has_avx2() noexcept {
#ifdef REMIT_HAS_WIDE_LOOPS
  return __builtin_cpu_supports("avx2");
#else
  return false;
#endif
}
inline bool has_avx512() noexcept {
#ifdef REMIT_HAS_WIDE_LOOPS
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
#else
  return false;
#endif
}

/// Of the three forms of a loop, or of several together, the one for this processor.
template <class Loops>
const Loops& loops_for(instructions with, const Loops& portable, const Loops& avx2, const Loops& avx512) noexcept {
  if (with == instructions::best && has_avx512()) return avx512;
  return with != instructions::portable && has_avx2() ? avx2 : portable;
}

}  // namespace remit
