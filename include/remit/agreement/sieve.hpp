// Which clauses of a decision fire. An action falls through a sieve: each fact rules out, with one mask, the clauses whose
// conditions it fails. Written as words in the order they are read, so that one decision is one stretch of memory.
// Not here: making sieves (check/sieve_making.hpp), what the clauses then do (evaluate.hpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/truth.hpp>

namespace remit {

/// The words of a sieve: blocks one after another, each of at most 64 alternatives. A clause whose condition is `A or B` has
/// two: clause i of the block fires where alternative i is left, or one of the further ones that are told to be its own.
///
///   block    head, facts, choices, rows, columns; where there is more: its head, sums, tests, residues, further
///   facts    further slots that the block looks at, as in input_set: number of a word of it, and the bits
///   choice   slot and number of values, which count from 0; where its rows are in the block. The last stands there until
///            they are a multiple of choices_at_once
///   rows     of a choice: what a missing value may leave; what it leaves for certain; for each value what it leaves
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

inline constexpr std::uint32_t head_size = 4, fact_size = 2, choices_at_once = 4;
inline constexpr std::uint32_t most_values = 255;  ///< of a choice: a byte tells them apart, and that it is missing

/// How many values a slot can hold, if they count from 0; else 0. An `any of` of few values counts its sets.
inline std::uint32_t values_of(const executable& rules, std::uint32_t slot) noexcept {
  constexpr std::uint32_t few = 4;
  if (slot == rules.inputs.size()) return rules.parties.size();
  const input_entry& e = rules.inputs[slot];
  switch (e.kind) {
    case input_kind::yes_no: return 2;
    case input_kind::one_of: return e.values.size();
    case input_kind::any_of: return e.values.size() <= few ? 1u << e.values.size() : 0;
    case input_kind::text: return rules.texts.size();
    default: return 0;
  }
}

/// The first words of a block. There are at most as many choices and columns as slots (limits::inputs).
struct head {
  std::uint32_t clauses = 0, choices = 0, columns = 0;
  bool more = false;
  std::uint32_t facts = 0;       ///< that stand after the head
  std::uint32_t columns_at = 0;  ///< from the block's first word on
  std::uint32_t size = 0;        ///< of the block
  std::uint64_t all = 0;         ///< the alternatives
  std::uint64_t first_facts = 0;  ///< the first 64 slots that the block looks at

  constexpr std::uint32_t choices_at() const noexcept { return head_size + fact_size * facts; }
  void write(std::uint64_t* w) const noexcept {
    w[0] = clauses | std::uint64_t{facts} << 8 | std::uint64_t{choices} << 16 | std::uint64_t{columns} << 32 |
           std::uint64_t{more} << 48;
    w[1] = pair(columns_at, size);
    w[2] = all;
    w[3] = first_facts;
  }
  [[gnu::always_inline]] static head of(const std::uint64_t* w) noexcept {
    head h;
    h.clauses = static_cast<std::uint8_t>(w[0]);
    h.facts = static_cast<std::uint8_t>(w[0] >> 8);
    h.choices = static_cast<std::uint16_t>(w[0] >> 16);
    h.columns = static_cast<std::uint16_t>(w[0] >> 32);
    h.more = (w[0] >> 48) != 0;
    h.columns_at = low_of(w[1]);
    h.size = high_of(w[1]);
    h.all = w[2];
    h.first_facts = w[3];
    return h;
  }
};

struct choice {
  std::uint32_t slot = 0, values = 0, at = 0;  ///< `at`: of the row of value 0, from the block's first word on

  constexpr std::uint64_t packed() const noexcept { return slot | values << 16 | std::uint64_t{at} << 32; }
  static constexpr choice of(std::uint64_t w) noexcept {
    return {static_cast<std::uint16_t>(w), static_cast<std::uint16_t>(w >> 16), high_of(w)};
  }
};

inline constexpr std::uint32_t least_cuts = 4, more_size = 2, sum_size = 6, test_size = 3, residue_size = 2;

/// What stands after the columns: no agreement is so long that a count does not fit.
struct more_head {
  std::uint32_t sums = 0, tests = 0, residues = 0, further = 0;

  static constexpr more_head of(const std::uint64_t* w) noexcept { return {low_of(w[0]), high_of(w[0]), low_of(w[1]), high_of(w[1])}; }
  constexpr std::size_t tests_at() const noexcept { return more_size + std::size_t{sums} * sum_size; }
  constexpr std::size_t further_at() const noexcept {
    return tests_at() + std::size_t{tests} * test_size + std::size_t{residues} * residue_size;
  }
};

inline constexpr std::int64_t out_of_reach = INT64_MAX;
constexpr std::uint32_t cuts_of(std::uint32_t rows) noexcept { return rows < least_cuts ? least_cuts : rows; }
constexpr std::uint32_t choices_of(std::uint32_t count) noexcept {
  return (count + choices_at_once - 1) / choices_at_once * choices_at_once;
}

}  // namespace sieve_words

/// What certainly is so, and what possibly is (a superset).
template <class Set>
struct bounds {
  Set certain, possible;
  bool exact() const noexcept { return certain == possible; }
  bounds& operator&=(const bounds& other) noexcept {
    certain &= other.certain;
    possible &= other.possible;
    return *this;
  }
};

/// What a row of a choice or column leaves; where the value is missing, this is the row of what it leaves for certain.
/// No branch, here or below: whether a value is missing is as good as random.
inline bounds<std::uint64_t> left_by(const std::uint64_t* row, bool missing) noexcept {
  return {row[0], row[-std::ptrdiff_t{missing}]};
}
/// What a value of a choice leaves, negative where it is missing; `rows` from value 0 on.
inline bounds<std::uint64_t> left_by_value(const std::uint64_t* rows, std::int64_t value) noexcept {
  const std::int64_t missing = value >> 63;  // -1 or 0
  const std::uint64_t* const row = rows + (value | missing);
  return {row[0], row[missing]};
}

/// Sends one subject (see judge_of) through sieves; its slots by number, what is missing as `missing_value`.
template <class Subject>
struct sieve_for {
  const judge_of<Subject>& conditions;

  /// The clauses of one block that fire.
  [[gnu::always_inline]] bounds<std::uint64_t> sift(const std::uint64_t* block) const noexcept {
    const auto head = sieve_words::head::of(block);
    return missing(head, block) == 0 ? all_known(head, block) : some_missing(conditions, block);
  }
  /// Adds the clauses of the decision that fire, by their numbers within it.
  template <class Clauses>
  void sift(const decision_entry& decision, bounds<Clauses>& fired) const noexcept {
    std::uint32_t at = 0;
    for (const std::uint64_t* w = decision.sieve.begin(); w != decision.sieve.end();) {
      const auto head = sieve_words::head::of(w);
      const bounds<std::uint64_t> block = sift(w);
      fired.certain.insert_all(at, block.certain);
      fired.possible.insert_all(at, block.possible);
      at += head.clauses;
      w += head.size;
    }
  }

  /// The single steps, at their words: what they take from the alternatives that are left.
  void sum(const std::uint64_t* w, std::int64_t first, std::int64_t second, bounds<std::uint64_t>& left) const noexcept {
    if (first == missing_value || second == missing_value) return open_sum(w, left);
    const std::uint64_t kept = known_sum(w, first, second);
    left &= {kept, kept};
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
  static std::uint64_t known_sum(const std::uint64_t* w, std::int64_t first, std::int64_t second) noexcept {
    // All bits make it one less than the second's negative. Amounts lie within ±2^62.
    const auto minus = static_cast<std::int64_t>(w[2]);
    const bool above = first + ((second ^ minus) - minus) > static_cast<std::int64_t>(w[1]);
    return w[above ? 3 : 4];
  }
  void open_sum(const std::uint64_t* w, bounds<std::uint64_t>& left) const noexcept {
    const bool above = sieve_words::high_of(w[5]) != 0;
    settle(conditions.of(conditions.rules.atoms[sieve_words::low_of(w[5])]), above ? w[4] : w[3], above ? w[3] : w[4], left);
  }
  static void settle(truth t, std::uint64_t if_not, std::uint64_t if_so, bounds<std::uint64_t>& left) noexcept {
    const std::uint64_t no = every_bit(t == truth::no), yes = every_bit(t == truth::yes);
    left.certain &= (if_not | yes) & (if_so | no);
    left.possible &= (if_not | ~no) & (if_so | ~yes);
  }

  [[gnu::always_inline]] std::uint64_t missing(const sieve_words::head& head, const std::uint64_t* block) const noexcept {
    const auto& known = conditions.subject.all_known();
    std::uint64_t missing = head.first_facts & ~known.word[0];
    const std::uint64_t* facts = block + sieve_words::head_size;
    for (std::uint32_t n = head.facts; n != 0; --n, facts += sieve_words::fact_size) missing |= facts[1] & ~known.word[facts[0]];
    return missing;
  }

  // As few branches as can be: which way they go is as good as random.
  [[gnu::always_inline]] bounds<std::uint64_t> all_known(const sieve_words::head& head, const std::uint64_t* block) const noexcept {
    const std::int64_t* const slots = conditions.subject.slots();
    const std::uint64_t* choices = block + head.choices_at();
    const auto leaves = [&](std::uint64_t w) {
      const auto c = sieve_words::choice::of(w);
      return block[std::size_t{c.at} + static_cast<std::uint8_t>(slots[c.slot])];
    };
    std::uint64_t left = head.all;
    for (std::uint32_t n = 0; n < head.choices; n += sieve_words::choices_at_once, choices += sieve_words::choices_at_once)
      left &= leaves(choices[0]) & leaves(choices[1]) & leaves(choices[2]) & leaves(choices[3]);
    const std::uint64_t* w = block + head.columns_at;
    for (std::uint32_t n = head.columns; n != 0; --n) {
      const column c{w, slots};
      left &= c.rows[c.row + 1];
      w = c.end;
    }
    if (!head.more) return {left, left};
    const auto more = sieve_words::more_head::of(w);
    const std::uint64_t* sums = w + sieve_words::more_size;
    for (std::uint32_t n = more.sums; n != 0; --n, sums += sieve_words::sum_size)
      left &= known_sum(sums, slots[sieve_words::low_of(sums[0])], slots[sieve_words::high_of(sums[0])]);
    if ((more.tests | more.residues) != 0) return joined(w, more, head.clauses, rest(conditions, w, {left, left}));
    left = joined(w, more, head.clauses, left);
    return {left, left};
  }

  // The same, what is missing being whatever it may be.
  [[gnu::noinline]] static bounds<std::uint64_t> some_missing(const judge_of<Subject>& conditions, const std::uint64_t* block) noexcept {
    const sieve_for self{conditions};
    const auto head = sieve_words::head::of(block);
    const std::int64_t* const slots = conditions.subject.slots();
    const std::uint64_t* const choices = block + head.choices_at();
    bounds<std::uint64_t> left{head.all, head.all};
    for (std::uint32_t n = 0; n < head.choices; n += sieve_words::choices_at_once)
      for (std::uint32_t i = 0; i < sieve_words::choices_at_once; ++i) {
        const auto c = sieve_words::choice::of(choices[n + i]);
        left &= left_by_value(block + c.at, slots[c.slot]);
      }
    const std::uint64_t* w = block + head.columns_at;
    for (std::uint32_t n = head.columns; n != 0; --n) {
      const column c{w, slots};
      left &= left_by(c.rows + c.row + 1, c.row == 0);
      w = c.end;
    }
    if (!head.more) return left;
    const auto more = sieve_words::more_head::of(w);
    const std::uint64_t* sums = w + sieve_words::more_size;
    for (std::uint32_t n = more.sums; n != 0; --n, sums += sieve_words::sum_size)
      self.sum(sums, slots[sieve_words::low_of(sums[0])], slots[sieve_words::high_of(sums[0])], left);
    if ((more.tests | more.residues) != 0) left = rest(conditions, w, left);
    return joined(w, more, head.clauses, left);
  }

  // What is not told by amounts and choices: the tests and residues of the more at `w`.
  [[gnu::noinline]] static bounds<std::uint64_t> rest(const judge_of<Subject>& conditions, const std::uint64_t* w,
                                                      bounds<std::uint64_t> left) noexcept {
    const sieve_for self{conditions};
    const auto more = sieve_words::more_head::of(w);
    w += more.tests_at();
    for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size) self.test(w, left);
    for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size) self.residue(w, left);
    return left;
  }
  // Clauses fire by any of their alternatives.
  [[gnu::always_inline]] static std::uint64_t joined(const std::uint64_t* w, const sieve_words::more_head& more,
                                                     std::uint32_t clauses, std::uint64_t left) noexcept {
    if (more.further == 0) return left;
    const std::uint64_t* const to = w + more.further_at();
    for (std::uint32_t n = 0; n < more.further; ++n) left |= (left >> (clauses + n) & 1) << to[n];
    return left & ~std::uint64_t{0} >> (64 - clauses);
  }
  [[gnu::always_inline]] static bounds<std::uint64_t> joined(const std::uint64_t* w, const sieve_words::more_head& more,
                                                             std::uint32_t clauses, const bounds<std::uint64_t>& left) noexcept {
    return {joined(w, more, clauses, left.certain), joined(w, more, clauses, left.possible)};
  }

  // The rows of a column, and which of them the value has reached: 0 where it is missing, and then the first two are what
  // it may leave and what it leaves for certain; else the row after.
  struct column {
    const std::uint64_t* rows;
    const std::uint64_t* end;
    std::uint32_t row;

    [[gnu::always_inline]] column(const std::uint64_t* w, const std::int64_t* slots) noexcept {
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
  [[gnu::noinline]] static std::uint32_t search(const std::uint64_t* cuts, std::uint32_t of, std::int64_t value) noexcept {
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
