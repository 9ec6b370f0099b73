// Which clauses of a decision fire. An action falls through a sieve: each fact rules out, with one mask, the clauses whose
// conditions it fails. Written as words in the order they are read, so that one decision is one stretch of memory.
// Not here: making sieves (check/sieve.hpp), what the clauses then do (evaluate.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/truth.hpp>

namespace remit {

/// The words of a sieve: blocks one after another, each of at most 64 alternatives. A clause whose condition is `A or B` has
/// two: clause i of the block fires where alternative i is left, or one of the further ones that are told to be its own.
///
///   block    head, the mask of all alternatives, choices, columns; where there is more: its head, sums, tests, residues, further
///   choice   slot and number of values, which count from 0; what a missing value may leave; what it leaves for certain; for
///            each value what it leaves
///   column   slot and number of cuts; the cuts, ascending, at least four of them, the further ones out of every value's
///            reach; what a missing value may leave; what it leaves for certain; for each cut what a value from it on, below
///            the next, leaves
///   sum      its two slots; a limit; all bits where the second is taken from the first; what is left where the sum is above
///            the limit; where it is not; atom, and whether it holds above the limit
///   test     atom; what is left where it does not hold; where it does
///   residue  condition and whether it must hold or must not; the alternatives that it is part of
///   further  the clause that the next alternative belongs to
namespace sieve_words {

/// Two numbers in one word.
constexpr std::uint64_t pair(std::uint32_t low, std::uint32_t high) noexcept { return low | std::uint64_t{high} << 32; }
constexpr std::uint32_t low_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w); }
constexpr std::uint32_t high_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w >> 32); }

/// The first word of a block. There are at most as many choices and columns as slots (limits::inputs).
struct head {
  std::uint32_t clauses = 0, choices = 0, columns = 0;
  bool more = false;

  constexpr std::uint64_t packed() const noexcept {
    return clauses | std::uint64_t{choices} << 16 | std::uint64_t{columns} << 32 | std::uint64_t{more} << 48;
  }
  static constexpr head of(std::uint64_t w) noexcept {
    const auto part = [w](int at) { return static_cast<std::uint32_t>(w >> at) & 0xffff; };
    return {part(0), part(16), part(32), part(48) != 0};
  }
};

/// What stands after the columns: no agreement is so long that a count does not fit.
struct more_head {
  std::uint32_t sums = 0, tests = 0, residues = 0, further = 0;

  static constexpr more_head of(const std::uint64_t* w) noexcept { return {low_of(w[0]), high_of(w[0]), low_of(w[1]), high_of(w[1])}; }
};

inline constexpr std::uint32_t least_cuts = 4, more_size = 2, sum_size = 6, test_size = 3, residue_size = 2;
inline constexpr std::int64_t out_of_reach = INT64_MAX;
constexpr std::uint32_t cuts_of(std::uint32_t rows) noexcept { return rows < least_cuts ? least_cuts : rows; }

}  // namespace sieve_words

/// What certainly is so, and what possibly is (a superset).
template <class Set>
struct bounds {
  Set certain, possible;
  bool exact() const noexcept { return certain == possible; }
};

/// Sends one subject (see judge_of) through sieves; its slots by number, what is missing as `missing_value`.
template <class Subject>
struct sieve_for {
  const judge_of<Subject>& conditions;

  /// The clauses that fire of a decision whose sieve is one block.
  bounds<std::uint64_t> sift(const decision_entry& decision) const noexcept {
    const std::uint64_t* w = conditions.rules.sieves.begin() + decision.sieve.first;
    return sift(w);
  }
  /// Adds the clauses of the decision that fire, by their numbers within it.
  template <class Clauses>
  void sift(const decision_entry& decision, bounds<Clauses>& fired) const noexcept {
    const std::uint64_t* w = conditions.rules.sieves.begin() + decision.sieve.first;
    const std::uint64_t* const end = w + decision.sieve.count;
    for (std::uint32_t at = 0; w != end;) {
      const std::uint32_t clauses = sieve_words::head::of(*w).clauses;
      const bounds<std::uint64_t> block = sift(w);
      fired.certain.insert_all(at, block.certain);
      fired.possible.insert_all(at, block.possible);
      at += clauses;
    }
  }

  /// The single steps, at their words: what they take from the alternatives that are left.
  void sum(const std::uint64_t* w, std::int64_t first, std::int64_t second, bounds<std::uint64_t>& left) const noexcept {
    if (first == missing_value || second == missing_value) return open_sum(w, left);
    // All bits make it one less than the second's negative. Amounts lie within ±2^62.
    const auto minus = static_cast<std::int64_t>(w[2]);
    const std::uint64_t kept = first + ((second ^ minus) - minus) > static_cast<std::int64_t>(w[1]) ? w[3] : w[4];
    left.certain &= kept;
    left.possible &= kept;
  }
  void test(const std::uint64_t* w, bounds<std::uint64_t>& left) const noexcept {
    settle(conditions.of(conditions.rules.atoms[sieve_words::low_of(w[0])]), w[1], w[2], left);
  }
  void residue(const std::uint64_t* w, bounds<std::uint64_t>& left) const noexcept {
    if ((left.possible & w[1]) == 0) return;
    truth t = conditions.of(sieve_words::low_of(w[0]));
    if (sieve_words::high_of(w[0]) == 0) t = negated(t);
    if (t != truth::yes) left.certain &= ~w[1];
    if (t == truth::no) left.possible &= ~w[1];
  }

 private:
  void open_sum(const std::uint64_t* w, bounds<std::uint64_t>& left) const noexcept {
    const bool above = sieve_words::high_of(w[5]) != 0;
    settle(conditions.of(conditions.rules.atoms[sieve_words::low_of(w[5])]), above ? w[4] : w[3], above ? w[3] : w[4], left);
  }
  static void settle(truth t, std::uint64_t if_not, std::uint64_t if_so, bounds<std::uint64_t>& left) noexcept {
    left.certain &= t == truth::no ? if_not : t == truth::yes ? if_so : if_not & if_so;
    left.possible &= t == truth::no ? if_not : t == truth::yes ? if_so : ~std::uint64_t{0};
  }

  // The clauses of one block that fire; `w` moves past it.
  [[gnu::always_inline]] bounds<std::uint64_t> sift(const std::uint64_t*& w) const noexcept {
    const auto head = sieve_words::head::of(*w++);
    const std::uint64_t all = *w++;
    const std::uint64_t* const first = w;
    const std::int64_t* const slots = conditions.subject.slots();
    bounds<std::uint64_t> left{all, all};
    std::int64_t signs = 0;  // negative where a choice is missing
    for (std::uint32_t n = head.choices; n != 0; --n) {
      const choice c{w, slots};
      signs |= c.value;
      left.certain &= c.rows[c.row() + 1];
      w = c.end;
    }
    bool missing = signs < 0;
    for (std::uint32_t n = head.columns; n != 0; --n) {
      const column c{w, slots};
      missing |= c.row == 0;
      left.certain &= c.rows[c.row + 1];
      w = c.end;
    }
    left.possible = missing ? possible(head, first, all) : left.certain;
    if (head.more) further(head.clauses, w, left);
    return left;
  }

  // What choices and columns may leave: a missing value as much as any.
  std::uint64_t possible(const sieve_words::head& head, const std::uint64_t* w, std::uint64_t left) const noexcept {
    const std::int64_t* const slots = conditions.subject.slots();
    for (std::uint32_t n = head.choices; n != 0; --n) {
      const choice c{w, slots};
      left &= c.rows[c.row() + (c.row() != 0 ? 1 : 0)];
      w = c.end;
    }
    for (std::uint32_t n = head.columns; n != 0; --n) {
      const column c{w, slots};
      left &= c.rows[c.row + (c.row != 0 ? 1 : 0)];
      w = c.end;
    }
    return left;
  }

  // What is not told by one slot's value.
  [[gnu::always_inline]] void further(std::uint32_t clauses, const std::uint64_t*& w, bounds<std::uint64_t>& left) const noexcept {
    const std::int64_t* const slots = conditions.subject.slots();
    const auto more = sieve_words::more_head::of(w);
    w += sieve_words::more_size;
    for (std::uint32_t n = more.sums; n != 0; --n, w += sieve_words::sum_size)
      sum(w, slots[sieve_words::low_of(w[0])], slots[sieve_words::high_of(w[0])], left);
    for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size) test(w, left);
    for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size) residue(w, left);
    if (more.further == 0) return;
    for (std::uint32_t n = 0; n < more.further; ++n) {
      const std::uint32_t from = clauses + n, to = static_cast<std::uint32_t>(*w++);
      left.certain |= (left.certain >> from & 1) << to;
      left.possible |= (left.possible >> from & 1) << to;
    }
    const std::uint64_t of_clauses = ~std::uint64_t{0} >> (64 - clauses);
    left.certain &= of_clauses;
    left.possible &= of_clauses;
  }

  // The rows of a choice or column, and which of them the value has reached: 0 where it is missing, and then the first two
  // are what it may leave and what it leaves for certain; else the row after.
  struct choice {
    std::int64_t value;
    const std::uint64_t* rows;
    const std::uint64_t* end;

    choice(const std::uint64_t* w, const std::int64_t* slots) noexcept
        : value{slots[sieve_words::low_of(*w)]}, rows{w + 1}, end{rows + sieve_words::high_of(*w) + 2} {}
    std::int64_t row() const noexcept { return (value < 0 ? -1 : value) + 1; }
  };
  struct column {
    const std::uint64_t* rows;
    const std::uint64_t* end;
    std::uint32_t row;

    column(const std::uint64_t* w, const std::int64_t* slots) noexcept {
      const std::int64_t value = slots[sieve_words::low_of(*w)];
      const std::uint32_t count = sieve_words::high_of(*w++);
      const auto reached = [&](std::uint32_t i) -> std::uint32_t { return value >= static_cast<std::int64_t>(w[i]) ? 1 : 0; };
      row = reached(0) + reached(1) + reached(2) + reached(3);
      rows = w + sieve_words::least_cuts;
      if (count > sieve_words::least_cuts) {
        row = search(w, count, value);
        rows = w + count;
      }
      end = rows + count + 2;
    }
  };

  // How many of the cuts the value has reached.
  static std::uint32_t search(const std::uint64_t* cuts, std::uint32_t of, std::int64_t value) noexcept {
    std::uint32_t low = 0, high = of;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (value >= static_cast<std::int64_t>(cuts[middle]))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }
};

}  // namespace remit
