// The owner of an executable agreement: the vectors and texts that its views look at, and how many share them.
// Not here: what goes into them (lower.cpp and its parts).
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <remit/agreement/executable.hpp>
#include <remit/core/row_vector.hpp>

namespace remit {

/// Filled by one thread, then closed and never changed again.
struct tables : executable {
  std::deque<std::string> words;  // a deque: texts never move once added
  std::deque<std::vector<std::string_view>> value_lists;
  std::deque<std::vector<party_id>> member_lists;
  std::deque<std::vector<std::uint32_t>> number_lists;

  std::vector<input_entry> input_rows;
  std::vector<party_entry> party_rows;
  std::vector<class_entry> class_rows;
  row_vector<decision_entry> decision_rows;
  std::vector<clause_entry> clause_rows;
  std::vector<group_entry> group_rows;
  std::vector<std::uint32_t> group_number_rows, rule_number_rows, decision_group_rows, decision_duty_rows, text_list_rows,
      outside_rows;
  std::vector<claim_entry> claim_rows;
  std::vector<duty_entry> duty_rows;
  std::vector<condition_node> condition_rows;
  std::vector<atom> atom_rows;
  std::vector<std::string_view> text_rows;
  std::vector<name_entry> party_name_rows, input_name_rows, decision_name_rows;
  std::vector<told_clause> told_clause_rows;
  std::vector<told_atom> told_atom_rows;

  std::string_view keep(std::string text) { return words.emplace_back(std::move(text)); }

  /// Rows that stay where they are. Those kept one after another lie one after another; `start`: from a line of a cache on.
  template <class T>
  const T* keep_near(const std::vector<T>& rows, bool start = false) {
    static_assert(std::is_trivially_copyable_v<T>);  // nobody destroys them
    const std::size_t bytes = rows.size() * sizeof(T);
    kept_near_ += bytes;
    auto& memory = kept_near_ < large_pages::size ? near_ : further_;
    auto* const first = static_cast<T*>(memory.allocate(bytes, start ? cache_line : alignof(T)));
    std::uninitialized_copy(rows.begin(), rows.end(), first);
    return first;
  }

  /// Tells where each decision's rows lie that were kept near, if they are more than a processor's nearest caches hold.
  void tell_stretches(const std::vector<stretch_entry>& by_decision) {
    if (kept_near_ > near_bytes) stretches = {keep_near(by_decision), static_cast<std::uint32_t>(by_decision.size())};
  }

  /// Points the views at the rows and makes the first owner. The tables delete themselves after the last.
  void close();

 private:
  // What a processor's nearest caches hold, with all that goes with it.
  static constexpr std::size_t near_bytes = 128 * 1024;

  std::pmr::monotonic_buffer_resource near_;
  struct on_large_pages final : std::pmr::memory_resource {
    void* do_allocate(std::size_t bytes, std::size_t alignment) override { return large_pages::take(bytes, alignment); }
    void do_deallocate(void* block, std::size_t bytes, std::size_t alignment) override {
      large_pages::give_back(block, bytes, alignment);
    }
    bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }
  } pages_;
  std::pmr::monotonic_buffer_resource further_{2 * large_pages::size, &pages_};
  std::size_t kept_near_ = 0;
  mutable std::atomic<int> owners_{1};
};

}  // namespace remit
