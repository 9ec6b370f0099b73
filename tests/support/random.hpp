// Numbers that look random and are the same on every machine.
// Not here: distributions of the standard library, which differ from one to the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace remit::generate {

class random {
 public:
  explicit random(std::uint64_t seed) noexcept : state_{seed} {}

  std::uint64_t next() noexcept {  // splitmix64
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  /// 0 to n - 1; 0 for no n.
  std::uint32_t below(std::size_t n) noexcept { return n == 0 ? 0 : static_cast<std::uint32_t>(next() % n); }
  /// Both ends included.
  std::int64_t between(std::int64_t least, std::int64_t most) noexcept {
    return least + static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(most - least) + 1));
  }
  bool chance(std::uint32_t percent) noexcept { return below(100) < percent; }

  template <class T>
  const T& one_of(const std::vector<T>& all) noexcept {
    return all[below(all.size())];
  }
  /// `count` of them, or all where there are fewer, in random order.
  template <class T>
  std::vector<T> some_of(std::vector<T> all, std::size_t count) {
    shuffle(all);
    if (all.size() > count) all.resize(count);
    return all;
  }
  template <class T>
  void shuffle(std::vector<T>& all) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace remit::generate
