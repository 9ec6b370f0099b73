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

/// What a value leaves, negative where it is missing: `rows` from the least value on.
/// No branch, here or below: whether a value is missing is as good as random.
inline bounds<std::uint64_t> left_by(const std::uint64_t* rows, std::int64_t value) noexcept {
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
    const auto& head = sieve_words::as<sieve_words::head>(block);
    return missing(head, block) == 0 ? all_known(head, block) : some_missing(conditions, block);
  }
  /// Adds the clauses of the decision that fire, by their numbers within it.
  template <class Clauses>
  void sift(const decision_entry& decision, bounds<Clauses>& fired) const noexcept {
    std::uint32_t at = 0;
    for (const std::uint64_t* w = decision.sieve.begin(); w != decision.sieve.end();) {
      const auto& head = sieve_words::as<sieve_words::head>(w);
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
    if (head.facts == 0) return missing;
    const std::uint64_t* facts = block + head.facts_at();
    for (std::uint32_t n = head.facts; n != 0; --n, facts += sieve_words::fact_size) missing |= facts[1] & ~known.word[facts[0]];
    return missing;
  }

  // As few branches as can be: which way they go is as good as random.
  [[gnu::always_inline]] bounds<std::uint64_t> all_known(const sieve_words::head& head, const std::uint64_t* block) const noexcept {
    const std::int64_t* const slots = conditions.subject.slots();
    // Without columns anything is read, and takes nothing.
    const std::uint64_t* const columns = block + sieve_words::columns_at;
    std::uint64_t left = left_by_known(columns[0], block, slots) & left_by_known(columns[1], block, slots);
    left = (left | every_bit(head.first_columns == 0)) & head.all;
    const std::uint64_t* choices = block + sieve_words::choices_at;
    const auto leaves = [&](const std::uint64_t& w) {
      const auto& c = sieve_words::as<sieve_words::table>(&w);
      return block[std::size_t{c.at} + static_cast<std::uint8_t>(slots[c.slot])];
    };
    const std::uint64_t* const end = choices + head.choices;
    do {
      left &= leaves(choices[0]) & leaves(choices[1]) & leaves(choices[2]) & leaves(choices[3]);
      choices += sieve_words::choices_at_once;
    } while (choices < end);
    if (head.more_at == 0) {
      left = joined(head, left);
      return {left, left};
    }
    const std::uint64_t* const w = block + head.more_at;
    const auto& more = sieve_words::as<sieve_words::more_head>(w);
    for (std::uint32_t n = 0; n < more.columns; ++n) left &= left_by_further(w[sieve_words::more_size + n], block, slots).certain;
    const std::uint64_t* sums = w + more.sums_at();
    for (std::uint32_t n = more.sums; n != 0; --n, sums += sieve_words::sum_size)
      left &= known_sum(sums, slots[sieve_words::low_of(sums[0])], slots[sieve_words::high_of(sums[0])]);
    if ((more.tests | more.residues) != 0) return joined(head, w, more, rest(conditions, w, {left, left}));
    left = joined(head, w, more, left);
    return {left, left};
  }

  // The same, what is missing being whatever it may be.
  [[gnu::noinline]] static bounds<std::uint64_t> some_missing(const judge_of<Subject>& conditions, const std::uint64_t* block) noexcept {
    const sieve_for self{conditions};
    const auto& head = sieve_words::as<sieve_words::head>(block);
    const std::int64_t* const slots = conditions.subject.slots();
    bounds<std::uint64_t> left{head.all, head.all};
    const std::uint64_t* const columns = block + sieve_words::columns_at;
    for (std::uint32_t n = 0; n < head.first_columns; ++n) left &= left_by_first(columns[n], block, slots);
    const std::uint64_t* choices = block + sieve_words::choices_at;
    const auto leaves = [&](const std::uint64_t& w) {
      const auto& c = sieve_words::as<sieve_words::table>(&w);
      return left_by(block + c.at, slots[c.slot]);
    };
    const std::uint64_t* const end = choices + head.choices;
    do {
      left &= leaves(choices[0]);
      left &= leaves(choices[1]);
      left &= leaves(choices[2]);
      left &= leaves(choices[3]);
      choices += sieve_words::choices_at_once;
    } while (choices < end);
    if (head.more_at == 0) return {joined(head, left.certain), joined(head, left.possible)};
    const std::uint64_t* const w = block + head.more_at;
    const auto& more = sieve_words::as<sieve_words::more_head>(w);
    for (std::uint32_t n = 0; n < more.columns; ++n) left &= left_by_further(w[sieve_words::more_size + n], block, slots);
    const std::uint64_t* sums = w + more.sums_at();
    for (std::uint32_t n = more.sums; n != 0; --n, sums += sieve_words::sum_size)
      self.sum(sums, slots[sieve_words::low_of(sums[0])], slots[sieve_words::high_of(sums[0])], left);
    if ((more.tests | more.residues) != 0) left = rest(conditions, w, left);
    return joined(head, w, more, left);
  }

  // What is not told by amounts and choices: the tests and residues of the more at `w`.
  [[gnu::noinline]] static bounds<std::uint64_t> rest(const judge_of<Subject>& conditions, const std::uint64_t* w,
                                                      bounds<std::uint64_t> left) noexcept {
    const sieve_for self{conditions};
    const auto& more = sieve_words::as<sieve_words::more_head>(w);
    w += more.tests_at();
    for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size) self.test(w, left);
    for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size) self.residue(w, left);
    return left;
  }
  // Clauses fire by any of their alternatives.
  [[gnu::always_inline]] static std::uint64_t joined(const sieve_words::head& head, std::uint64_t left) noexcept {
    return (left | left >> sieve_words::joining << head.joins) & ~single_bit(sieve_words::joining);
  }
  [[gnu::always_inline]] static std::uint64_t joined(const sieve_words::head& head, const std::uint64_t* w,
                                                     const sieve_words::more_head& more, std::uint64_t left) noexcept {
    if (more.further == 0) return joined(head, left);
    const std::uint64_t* const to = w + more.further_at();
    for (std::uint32_t n = 0; n < more.further; ++n) left |= (left >> (head.clauses + n) & 1) << to[n];
    return left & first_bits(head.clauses);
  }
  [[gnu::always_inline]] static bounds<std::uint64_t> joined(const sieve_words::head& head, const std::uint64_t* w,
                                                             const sieve_words::more_head& more,
                                                             const bounds<std::uint64_t>& left) noexcept {
    return {joined(head, w, more, left.certain), joined(head, w, more, left.possible)};
  }

  // What one of the first columns leaves: of a value that is known, and of any.
  [[gnu::always_inline]] static std::uint64_t left_by_known(const std::uint64_t& w, const std::uint64_t* block,
                                                            const std::int64_t* slots) noexcept {
    const auto& c = sieve_words::as<sieve_words::table>(&w);
    return block[c.at + sieve_words::rows_after(0) + reached(block + c.at, slots[c.slot])];
  }
  [[gnu::always_inline]] static bounds<std::uint64_t> left_by_first(const std::uint64_t& w, const std::uint64_t* block,
                                                                    const std::int64_t* slots) noexcept {
    const auto& c = sieve_words::as<sieve_words::table>(&w);
    const std::int64_t value = slots[c.slot];
    const auto row = static_cast<std::int64_t>(reached(block + c.at, value));
    return left_by(block + c.at + sieve_words::rows_after(0), row - (value == missing_value ? 1 : 0));
  }
  [[gnu::always_inline]] static std::size_t reached(const std::uint64_t* cuts, std::int64_t value) noexcept {
    static_assert(sieve_words::few_cuts == 3);
    const auto cut = [&](std::uint32_t i) -> std::size_t { return value >= static_cast<std::int64_t>(cuts[i]) ? 1 : 0; };
    return cut(0) + cut(1) + cut(2);
  }

  // What a further column leaves, which may have many cuts.
  [[gnu::noinline]] static bounds<std::uint64_t> left_by_further(const std::uint64_t& w, const std::uint64_t* block,
                                                                 const std::int64_t* slots) noexcept {
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
    return left_by(cuts + sieve_words::rows_after(c.count), value == missing_value ? -1 : std::int64_t{low});
  }
};

}  // namespace remit
