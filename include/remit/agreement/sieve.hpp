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
///   block    head, the mask of all alternatives, columns, sums, tests, residues, further
///   column   slot and number of rows; the cuts, ascending, at least four of them, the further ones out of every value's reach;
///            what a missing value may leave; what it leaves for certain; for each cut what a value from it on, below the
///            next, leaves
///   sum      atom and signs; its two slots; a limit; what is left where the sum is above the limit; where it is not
///            (of the two, which is the atom's truth: sum_form::above)
///   test     atom; what is left where it does not hold; where it does
///   residue  condition and whether it must hold or must not; the alternatives that it is part of
///   further  the clause that the next alternative belongs to
namespace sieve_words {

/// Two numbers in one word.
constexpr std::uint64_t pair(std::uint32_t low, std::uint32_t high) noexcept { return low | std::uint64_t{high} << 32; }
constexpr std::uint32_t low_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w); }
constexpr std::uint32_t high_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w >> 32); }

struct head {
  std::uint32_t clauses = 0, columns = 0, sums = 0, tests = 0, residues = 0, further = 0;

  constexpr std::uint64_t packed() const noexcept {
    return clauses | std::uint64_t{columns} << 8 | std::uint64_t{further} << 20 | std::uint64_t{residues} << 28 |
           std::uint64_t{sums} << 40 | std::uint64_t{tests} << 52;
  }
  static constexpr head of(std::uint64_t w) noexcept {
    const auto part = [w](int at, std::uint32_t mask) { return static_cast<std::uint32_t>(w >> at) & mask; };
    return {part(0, 0xff), part(8, 0xfff), part(40, 0xfff), part(52, 0xfff), part(28, 0xfff), part(20, 0xff)};
  }
  // Without unpacking the rest.
  static constexpr std::uint32_t columns_of(std::uint64_t w) noexcept { return static_cast<std::uint32_t>(w >> 8) & 0xfff; }
  static constexpr bool has_columns_only(std::uint64_t w) noexcept { return w >> 20 == 0; }
};

inline constexpr std::uint32_t least_cuts = 4, sum_size = 5, test_size = 3, residue_size = 2;
inline constexpr std::int64_t out_of_reach = INT64_MAX;
constexpr std::uint32_t cuts_of(std::uint32_t rows) noexcept { return rows < least_cuts ? least_cuts : rows; }

/// The first word of a sum.
struct sum_form {
  std::uint32_t atom = 0;
  bool minus_first = false, minus_second = false;
  bool above = false;  ///< the atom holds where the sum is above the limit

  constexpr std::uint64_t packed() const noexcept {
    return atom | std::uint64_t{minus_first} << 32 | std::uint64_t{minus_second} << 33 | std::uint64_t{above} << 34;
  }
  static constexpr sum_form of(std::uint64_t w) noexcept {
    return {low_of(w), (w >> 32 & 1) != 0, (w >> 33 & 1) != 0, (w >> 34 & 1) != 0};
  }
};

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
    const auto form = sieve_words::sum_form::of(w[0]);
    if (first == missing_value || second == missing_value) {
      const truth t = conditions.of(conditions.rules.atoms[form.atom]);
      return settle(t, form.above ? w[4] : w[3], form.above ? w[3] : w[4], left);
    }
    const std::int64_t sum = (form.minus_first ? -first : first) + (form.minus_second ? -second : second);
    const std::uint64_t kept = sum <= static_cast<std::int64_t>(w[2]) ? w[4] : w[3];
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
  static void settle(truth t, std::uint64_t if_not, std::uint64_t if_so, bounds<std::uint64_t>& left) noexcept {
    left.certain &= t == truth::no ? if_not : t == truth::yes ? if_so : if_not & if_so;
    left.possible &= t == truth::no ? if_not : t == truth::yes ? if_so : ~std::uint64_t{0};
  }

  // The clauses of one block that fire; `w` moves past it.
  [[gnu::always_inline]] bounds<std::uint64_t> sift(const std::uint64_t*& w) const noexcept {
    const std::uint64_t first = *w++;
    const std::uint64_t all = *w++;
    const std::int64_t* const slots = conditions.subject.slots();
    bounds<std::uint64_t> left{all, all};
    const std::uint64_t* const columns = w;
    bool missing = false;
    for (std::uint32_t n = sieve_words::head::columns_of(first); n != 0; --n) {
      const column c{w, slots};
      missing |= c.row == 0;
      left.certain &= c.rows[c.row + 1];
      w = c.end;
    }
    left.possible = left.certain;
    if (missing) {
      left.possible = all;
      w = columns;
      for (std::uint32_t n = sieve_words::head::columns_of(first); n != 0; --n) {
        const column c{w, slots};
        left.possible &= c.rows[c.row + (c.row != 0 ? 1 : 0)];
        w = c.end;
      }
    }
    if (sieve_words::head::has_columns_only(first)) return left;
    const auto head = sieve_words::head::of(first);
    for (std::uint32_t n = head.sums; n != 0; --n, w += sieve_words::sum_size)
      sum(w, slots[sieve_words::low_of(w[1])], slots[sieve_words::high_of(w[1])], left);
    for (std::uint32_t n = head.tests; n != 0; --n, w += sieve_words::test_size) test(w, left);
    for (std::uint32_t n = head.residues; n != 0; --n, w += sieve_words::residue_size) residue(w, left);
    if (head.further == 0) return left;
    for (std::uint32_t n = 0; n < head.further; ++n) {
      const std::uint32_t from = head.clauses + n, to = static_cast<std::uint32_t>(*w++);
      left.certain |= (left.certain >> from & 1) << to;
      left.possible |= (left.possible >> from & 1) << to;
    }
    const std::uint64_t of_clauses = ~std::uint64_t{0} >> (64 - head.clauses);
    return {left.certain & of_clauses, left.possible & of_clauses};
  }

  // A column, and the row that the action's value has reached: 0 where it is missing.
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
