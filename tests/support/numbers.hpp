// A small set of small numbers that reads like std::set and is as fast as a test of millions of actions needs.
// Not here: numbers from 64 on.
#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <stdexcept>

namespace remit::oracle {

class numbers {
 public:
  using value_type = std::uint32_t;

  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::uint32_t*;
    using reference = std::uint32_t;
    constexpr explicit iterator(std::uint64_t rest = 0) noexcept : rest_{rest} {}
    constexpr std::uint32_t operator*() const noexcept { return static_cast<std::uint32_t>(std::countr_zero(rest_)); }
    constexpr iterator& operator++() noexcept {
      rest_ &= rest_ - 1;
      return *this;
    }
    constexpr iterator operator++(int) noexcept {
      const iterator before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(iterator, iterator) noexcept = default;

   private:
    std::uint64_t rest_;
  };

  numbers() = default;
  numbers(std::initializer_list<std::uint32_t> all) {
    for (std::uint32_t n : all) insert(n);
  }
  iterator begin() const noexcept { return iterator{members_}; }
  iterator end() const noexcept { return iterator{}; }
  std::size_t size() const noexcept { return static_cast<std::size_t>(std::popcount(members_)); }
  bool empty() const noexcept { return members_ == 0; }
  bool contains(std::uint32_t n) const noexcept { return n < 64 && (members_ >> n & 1) != 0; }
  std::size_t count(std::uint32_t n) const noexcept { return contains(n) ? 1 : 0; }
  bool is_within(const numbers& other) const noexcept { return (members_ & ~other.members_) == 0; }
  bool meets(const numbers& other) const noexcept { return (members_ & other.members_) != 0; }
  template <class Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }
  void insert(std::uint32_t n) {
    if (n >= 64) throw std::out_of_range("the oracle counts to 63");
    members_ |= std::uint64_t{1} << n;
  }
  void clear() noexcept { members_ = 0; }
  friend auto operator<=>(const numbers&, const numbers&) = default;

 private:
  std::uint64_t members_ = 0;
};

}  // namespace remit::oracle
