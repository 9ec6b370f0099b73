// A column at a time: first where its cuts lie among the rows' values, then what that leaves of each row's clauses.
// Not here: which rows (batch_evaluation.cpp), a single action (agreement/sieve.hpp).
#include "batch_sieve.hpp"

#include <algorithm>

#include <remit/agreement/sieve.hpp>

namespace remit {

/// The rows of one decision and what is left of its clauses in each.
struct sifted_rows {
  std::size_t count;
  const std::int64_t* values;  // of the column at hand
  std::uint64_t* apart;        // how the row that the value has reached differs from the first of them
  std::uint64_t* certain;
  std::uint64_t* possible;
};

namespace {

/// One column: cuts past the least value, what the least value and each cut on leave; before that, what a missing one does.
struct column_words {
  const std::int64_t* cuts;
  std::uint32_t count;
  const std::uint64_t* rows;

  /// How what a cut on leaves differs from what is left below it.
  std::uint64_t differs(std::uint32_t cut) const noexcept { return rows[cut] ^ rows[cut + 1]; }
};

// Loops without branches, so that the compiler makes the most of the instructions it is given.

/// All bits where the value has reached the cut, and none where it has not: both lie within ±2^62.
[[gnu::always_inline]] inline std::uint64_t reached(std::int64_t value, std::int64_t cut) noexcept {
  return (static_cast<std::uint64_t>(value - cut) >> 63) - 1;
}

template <std::uint32_t Cuts>
[[gnu::always_inline]] inline void take_known(const column_words& c, const sifted_rows& r) {
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const left = r.certain;
  const std::uint64_t first = c.rows[0];
  std::int64_t cuts[Cuts + 1] = {};
  std::uint64_t differs[Cuts + 1] = {};
  for (std::uint32_t k = 0; k < Cuts; ++k) {
    cuts[k] = c.cuts[k];
    differs[k] = c.differs(k);
  }
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t row = first;
    for (std::uint32_t k = 0; k < Cuts; ++k) row ^= reached(values[i], cuts[k]) & differs[k];
    left[i] &= row;
  }
}
[[gnu::always_inline]] inline void take_known(const column_words& c, const sifted_rows& r) {
  switch (c.count) {
    case 0: return take_known<0>(c, r);
    case 1: return take_known<1>(c, r);
    case 2: return take_known<2>(c, r);
    case 3: return take_known<3>(c, r);
    default: break;
  }
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const apart = r.apart;
  std::uint64_t* __restrict const left = r.certain;
  const std::uint64_t first = c.rows[0];
  for (std::size_t i = 0; i < count; ++i) apart[i] = first;
  for (std::uint32_t k = 0; k < c.count; ++k) {
    const std::int64_t cut = c.cuts[k];
    const std::uint64_t differs = c.differs(k);
    for (std::size_t i = 0; i < count; ++i) apart[i] ^= reached(values[i], cut) & differs;
  }
  for (std::size_t i = 0; i < count; ++i) left[i] &= apart[i];
}

// A missing value has reached no cut.
[[gnu::always_inline]] inline void take_open(const column_words& c, const sifted_rows& r) {
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const apart = r.apart;
  std::uint64_t* __restrict const certain = r.certain;
  std::uint64_t* __restrict const possible = r.possible;
  const std::uint64_t may = c.rows[-2], must = c.rows[-1], first = c.rows[0];
  for (std::size_t i = 0; i < count; ++i) apart[i] = 0;
  for (std::uint32_t k = 0; k < c.count; ++k) {
    const std::int64_t cut = c.cuts[k];
    const std::uint64_t differs = c.differs(k);
    for (std::size_t i = 0; i < count; ++i) apart[i] ^= values[i] >= cut ? differs : 0;
  }
  for (std::size_t i = 0; i < count; ++i) {
    certain[i] &= (values[i] != missing_value ? first : must) ^ apart[i];
    possible[i] &= (values[i] != missing_value ? first : may) ^ apart[i];
  }
}

// `w`: the sum's words; the second slots' values are `others`.
[[gnu::always_inline]] inline void take_sum(const std::uint64_t* w, const std::int64_t* others, const sifted_rows& r) {
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const left = r.certain;
  const auto limit = static_cast<std::int64_t>(w[1]), minus = static_cast<std::int64_t>(w[2]);
  const std::uint64_t if_above = w[3], if_not = w[4];
  for (std::size_t i = 0; i < count; ++i) left[i] &= values[i] + ((others[i] ^ minus) - minus) > limit ? if_above : if_not;
}

// Codes of some choices at once: what each leaves stands at its code in its table.
template <std::uint32_t Choices>
void look_up(const std::uint64_t* const* tables, const std::uint8_t* const* codes, const stretch_row* rows, const sifted_rows& r) {
  for (std::size_t i = 0; i < r.count; ++i) {
    const std::uint32_t row = rows[i];
    std::uint64_t left = r.certain[i];
    for (std::uint32_t n = 0; n < Choices; ++n) left &= tables[n][codes[n][row]];
    r.certain[i] = left;
  }
}

void leave(std::size_t i, const bounds<std::uint64_t>& left, const sifted_rows& r) {
  r.certain[i] &= left.certain;
  r.possible[i] &= left.possible;
}

constexpr std::uint32_t not_searched = 12;
constexpr std::uint32_t no_slot = ~std::uint32_t{0};
// Past so many cuts, a search in each row.
void search(const column_words& c, const sifted_rows& r) {
  for (std::size_t i = 0; i < r.count; ++i) {
    const std::int64_t reached = std::upper_bound(c.cuts, c.cuts + c.count, r.values[i]) - c.cuts;
    leave(i, left_by(c.rows, r.values[i] != missing_value ? reached : -1), r);
  }
}

void take_known_anywhere(const column_words& c, const sifted_rows& r) { take_known(c, r); }
void take_open_anywhere(const column_words& c, const sifted_rows& r) { take_open(c, r); }
void take_sum_anywhere(const std::uint64_t* w, const std::int64_t* others, const sifted_rows& r) { take_sum(w, others, r); }

}  // namespace

/// The loops over amounts, for one kind of processor.
struct sieve_loops {
  void (*known)(const column_words&, const sifted_rows&);
  void (*open)(const column_words&, const sifted_rows&);
  void (*sum)(const std::uint64_t*, const std::int64_t*, const sifted_rows&);
};

namespace {

constexpr sieve_loops portable{take_known_anywhere, take_open_anywhere, take_sum_anywhere};

#ifdef REMIT_HAS_WIDE_LOOPS
[[REMIT_AVX2]] void take_known_avx2(const column_words& c, const sifted_rows& r) { take_known(c, r); }
[[REMIT_AVX2]] void take_open_avx2(const column_words& c, const sifted_rows& r) { take_open(c, r); }
[[REMIT_AVX2]] void take_sum_avx2(const std::uint64_t* w, const std::int64_t* o, const sifted_rows& r) { take_sum(w, o, r); }
constexpr sieve_loops avx2{take_known_avx2, take_open_avx2, take_sum_avx2};
[[REMIT_AVX512]] void take_known_avx512(const column_words& c, const sifted_rows& r) { take_known(c, r); }
[[REMIT_AVX512]] void take_open_avx512(const column_words& c, const sifted_rows& r) { take_open(c, r); }
[[REMIT_AVX512]] void take_sum_avx512(const std::uint64_t* w, const std::int64_t* o, const sifted_rows& r) { take_sum(w, o, r); }
constexpr sieve_loops avx512{take_known_avx512, take_open_avx512, take_sum_avx512};
#else
constexpr const sieve_loops &avx2 = portable, &avx512 = portable;
#endif

/// One row, for what only a judge can answer.
struct row_subject {
  const batch_stretch& stretch;
  std::uint32_t row;

  bool is_known(input_id i) const noexcept { return stretch.is_known(i.value, row); }
  std::int64_t slot(input_id i) const noexcept { return stretch.value(i.value, row); }
  party_id by() const noexcept { return party_id{stretch.askers()[row]}; }
};
using row_sieve = sieve_for<row_subject>;

column_words cuts_of(const sieve_words::table& c, const std::uint64_t* block) noexcept {
  const std::uint64_t* const cuts = block + c.at;
  return {reinterpret_cast<const std::int64_t*>(cuts), c.count, cuts + sieve_words::rows_after(c.count)};
}

}  // namespace

batch_sieve::batch_sieve(const executable& rules, const batch_stretch& stretch, std::size_t rows, instructions with)
    : rules_{rules},
      stretch_{stretch},
      loops_{loops_for(with, portable, avx2, avx512)},
      values_(rows),
      others_(rows),
      apart_(rows),
      certain_(rows),
      possible_(rows) {}

void batch_sieve::sift(const decision_entry& d, const stretch_row* rows, std::size_t count) {
  const std::uint64_t* const block = d.sieve.begin();
  const auto& head = sieve_words::as<sieve_words::head>(block);
  exact_ = !is_open(head, block);
  std::fill_n(certain_.begin(), count, head.all);
  if (!exact_) std::fill_n(possible_.begin(), count, head.all);
  const sifted_rows all{count, values_.data(), apart_.data(), certain_.data(), possible_.data()};
  exact_ ? known_choices(head, block, rows, all) : open_choices(head, block, rows, all);
  std::uint32_t gathered = no_slot;  // what values_ holds: an amount is often both compared and added to another
  const auto gather = [&](std::uint32_t slot) {
    if (slot != gathered) stretch_.gather(slot, rows, count, values_.data());
    gathered = slot;
  };
  sieve_words::each_column(block, [&](const std::uint64_t& w) {
    const auto& c = sieve_words::as<sieve_words::table>(&w);
    gather(c.slot);
    (c.count > not_searched ? search : exact_ ? loops_.known : loops_.open)(cuts_of(c, block), all);
  });
  if (head.more_at == 0) return join(head, nullptr, 0, count);
  const std::uint64_t* w = block + head.more_at;
  const auto& more = sieve_words::as<sieve_words::more_head>(w);
  w += more.sums_at();
  for (std::uint32_t n = more.sums; n != 0; --n, w += sieve_words::sum_size) {
    gather(sieve_words::low_of(w[0]));
    stretch_.gather(sieve_words::high_of(w[0]), rows, count, others_.data());
    if (exact_)
      loops_.sum(w, others_.data(), all);
    else
      each_row(rows, count, [this, w](const row_sieve& s, std::size_t i, bounds<std::uint64_t>& left) { s.sum(w, values_[i], others_[i], left); });
  }
  sift_rest(head, more, w, rows, count);
}

// Whether a fact that the block looks at is missing in some row.
bool batch_sieve::is_open(const sieve_words::head& head, const std::uint64_t* block) const noexcept {
  bool open = false;
  each_bit(head.first_facts, [&](std::uint32_t slot) { open = open || stretch_.is_open(slot); });
  const std::uint64_t* facts = block + head.facts_at();
  for (std::uint32_t n = head.facts; n != 0; --n, facts += sieve_words::fact_size)
    each_bit(facts[1], [&](std::uint32_t bit) { open = open || stretch_.is_open(static_cast<std::uint32_t>(facts[0]) * 64 + bit); });
  return open;
}

void batch_sieve::known_choices(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows,
                                const sifted_rows& all) const {
  constexpr std::uint32_t at_once = sieve_words::choices_at_once;
  const std::uint64_t* const choices = block + sieve_words::choices_at;
  for (std::uint32_t n = 0; n < head.choices; n += at_once) {
    const std::uint64_t* tables[at_once];
    const std::uint8_t* codes[at_once];
    const std::uint32_t some = std::min(at_once, head.choices - n);
    for (std::uint32_t i = 0; i < some; ++i) {
      const auto& c = sieve_words::as<sieve_words::table>(choices + n + i);
      tables[i] = block + c.at;
      codes[i] = stretch_.codes(c.slot);
    }
    static_assert(at_once == 4);
    switch (some) {
      case 1: look_up<1>(tables, codes, rows, all); break;
      case 2: look_up<2>(tables, codes, rows, all); break;
      case 3: look_up<3>(tables, codes, rows, all); break;
      default: look_up<4>(tables, codes, rows, all); break;
    }
  }
}

void batch_sieve::open_choices(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows,
                               const sifted_rows& all) const {
  for (std::uint32_t n = 0; n < head.choices; ++n) {
    const auto& c = sieve_words::as<sieve_words::table>(block + sieve_words::choices_at + n);
    const std::uint8_t* const codes = stretch_.codes(c.slot);
    for (std::size_t i = 0; i < all.count; ++i) {
      const std::uint8_t code = codes[rows[i]];
      leave(i, left_by(block + c.at, code == batch_stretch::missing_code ? -1 : code), all);
    }
  }
}

template <class Step>
void batch_sieve::each_row(const stretch_row* rows, std::size_t count, Step&& step) {
  for (std::size_t i = 0; i < count; ++i) {
    const row_subject subject{stretch_, rows[i]};
    const judge_of<row_subject> conditions{rules_, subject};
    bounds<std::uint64_t> left{certain_[i], possible_[i]};
    step(row_sieve{conditions}, i, left);
    certain_[i] = left.certain;
    possible_[i] = left.possible;
  }
}

// What is not told by amounts and choices, one row at a time, and what belongs to clauses that are told by several alternatives.
void batch_sieve::sift_rest(const sieve_words::head& head, const sieve_words::more_head& more, const std::uint64_t* w,
                            const stretch_row* rows, std::size_t count) {
  if (exact_ && (more.tests | more.residues) != 0) {
    std::copy_n(certain_.begin(), count, possible_.begin());
    exact_ = false;
  }
  for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size)
    each_row(rows, count, [w](const row_sieve& s, std::size_t, bounds<std::uint64_t>& left) { s.test(w, left); });
  for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size)
    each_row(rows, count, [w](const row_sieve& s, std::size_t, bounds<std::uint64_t>& left) { s.residue(w, left); });
  join(head, w, more.further, count);
}

// Clauses fire by any of their alternatives; `to` tells whose the further ones are, unless the head does.
void batch_sieve::join(const sieve_words::head& head, const std::uint64_t* to, std::uint32_t further, std::size_t count) {
  const bool one_joins = (head.all >> sieve_words::joining & 1) != 0;
  if (further == 0 && !one_joins) return;
  const std::uint64_t of_clauses = first_bits(head.clauses);
  const auto join = [&](std::uint64_t* left) {
    const auto add = [&](std::uint32_t from, std::uint64_t clause) {
      for (std::size_t i = 0; i < count; ++i) left[i] |= (left[i] >> from & 1) << clause;
    };
    if (one_joins) add(sieve_words::joining, head.joins);
    for (std::uint32_t n = 0; n < further; ++n) add(head.clauses + n, to[n]);
    for (std::size_t i = 0; i < count; ++i) left[i] &= of_clauses;
  };
  join(certain_.data());
  if (!exact_) join(possible_.data());
}

}  // namespace remit
