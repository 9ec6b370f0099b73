// Which clauses of a decision fire. An action falls through a sieve: each fact rules out, with one mask, the clauses whose
// conditions it fails.
// Not here: the words of a sieve (sieve_words.hpp), making sieves (check/sieve_making.hpp), what the clauses then do (evaluate.hpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/sieve_words.hpp>
#include <remit/agreement/truth.hpp>

namespace remit {

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

/// Alternatives, or the clauses of a block, by what certainly is left and what possibly is: a half of a word each.
struct left_of_block {
  std::uint64_t word;

  std::uint64_t certain() const noexcept { return word & sieve_words::certain_half; }
  std::uint64_t possible() const noexcept { return word >> sieve_words::half; }
  bool exact() const noexcept { return certain() == possible(); }
};

/// Sends one subject (see judge_of) through sieves; its slots by number, what is missing as `missing_value`.
template <class Subject>
struct sieve_for {
  const judge_of<Subject>& conditions;

  /// The clauses of one block that fire. What is missing costs nothing: a row of its own stands for it.
  // As few branches as can be: which way they go is as good as random.
  [[gnu::always_inline]] left_of_block sift(const std::uint64_t* block) const noexcept {
    const auto& head = sieve_words::as<sieve_words::head>(block);
    const std::int64_t* const slots = conditions.subject.slots();
    // Without columns anything is read, and takes nothing.
    const std::uint64_t* const columns = block + sieve_words::columns_at;
    std::uint64_t left = left_by_first(columns[0], block, slots) & left_by_first(columns[1], block, slots);
    left = (left | every_bit(head.first_columns == 0)) & head.all;
    const std::uint64_t* choices = block + sieve_words::choices_at;
    const auto leaves = [&](const std::uint64_t& w) {
      const auto& c = sieve_words::as<sieve_words::table>(&w);
      return (block + c.at)[static_cast<std::int8_t>(slots[c.slot])];
    };
    const std::uint64_t* const end = choices + head.choices;
    do {
      left &= leaves(choices[0]) & leaves(choices[1]) & leaves(choices[2]) & leaves(choices[3]);
      choices += sieve_words::choices_at_once;
    } while (choices < end);
    if (head.more_at == 0) return {joined(head, left)};
    const std::uint64_t* const w = block + head.more_at;
    const auto& more = sieve_words::as<sieve_words::more_head>(w);
    for (std::uint32_t n = 0; n < more.columns; ++n) left &= left_by_further(w[sieve_words::more_size + n], block, slots);
    const std::uint64_t* sums = w + more.sums_at();
    for (std::uint32_t n = more.sums; n != 0; --n, sums += sieve_words::sum_size) {
      const auto& sum = sieve_words::as<sieve_words::sum>(sums);
      left &= left_by_sum(sum, slots[sum.first], slots[sum.second]);
    }
    if ((more.tests | more.residues) != 0) left = left_by_rest(conditions, w, left);
    return {joined(head, w, more, left)};
  }
  /// Adds the clauses of the decision that fire, by their numbers within it.
  template <class Clauses>
  void sift(const decision_entry& decision, bounds<Clauses>& fired) const noexcept {
    std::uint32_t at = 0;
    for (const std::uint64_t* w = decision.sieve.begin(); w != decision.sieve.end();) {
      const auto& head = sieve_words::as<sieve_words::head>(w);
      const left_of_block block = sift(w);
      fired.certain.insert_all(at, block.certain());
      fired.possible.insert_all(at, block.possible());
      at += head.clauses;
      w += head.size;
    }
  }

  /// The single steps, at their words: what is left of the alternatives.
  [[gnu::always_inline]] static std::uint64_t left_by_sum(const sieve_words::sum& s, std::int64_t first, std::int64_t second) noexcept {
    // An amount that is missing can still be any in its range: within ±2^62. No branch for it, which sums are open is as good
    // as random.
    const std::int64_t added = s.added(second);
    const std::int64_t least = known_or(first, first, s.first_least) + known_or(second, added, s.second_least);
    const std::int64_t most = known_or(first, first, s.first_most) + known_or(second, added, s.second_most);
    return s.left[std::size_t{least > s.limit} + std::size_t{most > s.limit}];
  }
  std::uint64_t left_by_test(const std::uint64_t* w) const noexcept {
    const truth t = conditions.of(conditions.rules.atoms[sieve_words::low_of(w[0])]);
    return left_by(t == truth::yes, t == truth::no, w[2], w[1]);
  }
  std::uint64_t left_by_residue(const std::uint64_t* w) const noexcept {
    truth t = conditions.of(sieve_words::low_of(w[0]));
    if (sieve_words::high_of(w[0]) == 0) t = negated(t);
    return left_by(t == truth::yes, t == truth::no, ~std::uint64_t{0}, ~w[1]);
  }

 private:
  static std::int64_t known_or(std::int64_t of, std::int64_t if_known, std::int64_t if_missing) noexcept {
    return if_known ^ ((if_known ^ if_missing) & static_cast<std::int64_t>(every_bit(of == missing_value)));
  }
  // What is left by something that is so, is not so, or is open.
  static std::uint64_t left_by(bool yes, bool no, std::uint64_t if_so, std::uint64_t if_not) noexcept {
    constexpr std::uint64_t certain = sieve_words::certain_half;
    const std::uint64_t holds = (every_bit(yes) & certain) | (every_bit(!no) & ~certain);
    const std::uint64_t fails = (every_bit(no) & certain) | (every_bit(!yes) & ~certain);
    return (if_not | holds) & (if_so | fails);
  }

  // What is not told by amounts and choices: the tests and residues of the more at `w`.
  [[gnu::noinline]] static std::uint64_t left_by_rest(const judge_of<Subject>& conditions, const std::uint64_t* w, std::uint64_t left) noexcept {
    const sieve_for self{conditions};
    const auto& more = sieve_words::as<sieve_words::more_head>(w);
    w += more.tests_at();
    for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size) left &= self.left_by_test(w);
    for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size)
      if ((left & w[1]) != 0) left &= self.left_by_residue(w);
    return left;
  }
  // Clauses fire by any of their alternatives.
  [[gnu::always_inline]] static std::uint64_t joined(const sieve_words::head& head, std::uint64_t left) noexcept {
    using namespace sieve_words;
    return (left | (left >> joining & twice(1)) << head.joins) & ~twice(single_bit(joining));
  }
  [[gnu::always_inline]] static std::uint64_t joined(const sieve_words::head& head, const std::uint64_t* w,
                                                     const sieve_words::more_head& more, std::uint64_t left) noexcept {
    using namespace sieve_words;
    if (more.further == 0) return joined(head, left);
    const std::uint64_t* const to = w + more.further_at();
    for (std::uint32_t n = 0; n < more.further; ++n) left |= (left >> (head.clauses + n) & twice(1)) << to[n];
    return left & twice(first_bits(head.clauses));
  }

  [[gnu::always_inline]] static std::uint64_t left_by_first(const std::uint64_t& w, const std::uint64_t* block,
                                                            const std::int64_t* slots) noexcept {
    const auto& c = sieve_words::as<sieve_words::table>(&w);
    const std::uint64_t* const cuts = block + c.at;
    const std::int64_t value = slots[c.slot];
    const auto reached = [value](std::int64_t cut) -> std::size_t { return value >= cut ? 1 : 0; };
    static_assert(sieve_words::few_cuts == 3);
    const std::size_t row = reached(missing_value + 1) + reached(static_cast<std::int64_t>(cuts[0])) +
                            reached(static_cast<std::int64_t>(cuts[1])) + reached(static_cast<std::int64_t>(cuts[2]));
    return cuts[sieve_words::rows_after(0) + row];
  }
  // What a further column leaves, which may have many cuts.
  [[gnu::noinline]] static std::uint64_t left_by_further(const std::uint64_t& w, const std::uint64_t* block, const std::int64_t* slots) noexcept {
    const auto& c = sieve_words::as<sieve_words::table>(&w);
    const std::int64_t value = slots[c.slot];
    const std::uint64_t* const cuts = block + c.at;
    std::uint32_t low = 0, high = c.count;  // how many of them the value has reached
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (value >= static_cast<std::int64_t>(cuts[middle]))
        low = middle + 1;
      else
        high = middle;
    }
    return cuts[sieve_words::rows_after(c.count) + (value == missing_value ? 0 : low + 1)];
  }
};

}  // namespace remit
