// A column at a time: first where its cuts lie among the rows' values, then what that leaves of each row's clauses.
// Not here: which rows (batch_evaluation.cpp), a single action (agreement/sieve.hpp).
#include "batch_sieve.hpp"

#include <algorithm>

#include <remit/agreement/sieve.hpp>

namespace remit {

/// The rows of one decision and what is left of a block in each.
struct sifted_rows {
  std::size_t count;
  const std::int64_t* values;  // of the column at hand
  std::uint64_t* apart;        // how the row that the value has reached differs from the first of them
  std::uint64_t* left;
};

namespace {

/// One column: where a further row begins, and the rows. The first cut parts what is missing from all values, where
/// something may be.
struct column_words {
  const std::int64_t* cuts;
  std::uint32_t count;
  const std::uint64_t* rows;
  bool open;

  std::uint32_t all_cuts() const noexcept { return count + (open ? 1 : 0); }
  std::uint64_t first() const noexcept { return rows[open ? 0 : 1]; }
  std::int64_t cut(std::uint32_t k) const noexcept { return !open ? cuts[k] : k == 0 ? missing_value + 1 : cuts[k - 1]; }
  /// How what a cut on leaves differs from what is left below it.
  std::uint64_t differs(std::uint32_t k) const noexcept { return open ? rows[k] ^ rows[k + 1] : rows[k + 1] ^ rows[k + 2]; }
};

// Loops without branches, so that the compiler makes the most of the instructions it is given.

/// All bits where the value has reached the cut, and none where it has not. They never lie so far apart that it wraps around.
[[gnu::always_inline]] inline std::uint64_t reached(std::int64_t value, std::int64_t cut) noexcept {
  return (static_cast<std::uint64_t>(value - cut) >> 63) - 1;
}

template <std::uint32_t Cuts>
[[gnu::always_inline]] inline void take(const column_words& c, const sifted_rows& r) {
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const left = r.left;
  const std::uint64_t first = c.first();
  std::int64_t cuts[Cuts + 1] = {};
  std::uint64_t differs[Cuts + 1] = {};
  for (std::uint32_t k = 0; k < Cuts; ++k) {
    cuts[k] = c.cut(k);
    differs[k] = c.differs(k);
  }
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t row = first;
    for (std::uint32_t k = 0; k < Cuts; ++k) row ^= reached(values[i], cuts[k]) & differs[k];
    left[i] &= row;
  }
}
[[gnu::always_inline]] inline void take(const column_words& c, const sifted_rows& r) {
  switch (c.all_cuts()) {
    case 0: return take<0>(c, r);
    case 1: return take<1>(c, r);
    case 2: return take<2>(c, r);
    case 3: return take<3>(c, r);
    default: break;
  }
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const apart = r.apart;
  std::uint64_t* __restrict const left = r.left;
  const std::uint64_t first = c.first();
  for (std::size_t i = 0; i < count; ++i) apart[i] = first;
  for (std::uint32_t k = 0; k < c.all_cuts(); ++k) {
    const std::int64_t cut = c.cut(k);
    const std::uint64_t differs = c.differs(k);
    for (std::size_t i = 0; i < count; ++i) apart[i] ^= reached(values[i], cut) & differs;
  }
  for (std::size_t i = 0; i < count; ++i) left[i] &= apart[i];
}

// `others`: the second slots' values. Nothing is missing.
[[gnu::always_inline]] inline void take_sum(const sieve_words::sum& s, const std::int64_t* others, const sifted_rows& r) {
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const left = r.left;
  const sieve_words::sum sum = s;
  const std::uint64_t if_above = sum.left[2], if_not = sum.left[0];
  for (std::size_t i = 0; i < count; ++i) left[i] &= values[i] + sum.added(others[i]) > sum.limit ? if_above : if_not;
}

// Codes of some choices at once: what each leaves stands at its code in its table, before the first if it is missing.
template <std::uint32_t Choices>
void look_up(const std::uint64_t* const* tables, const std::uint8_t* const* codes, const stretch_row* rows, const sifted_rows& r) {
  static_assert(static_cast<std::int8_t>(batch_stretch::missing_code) == -1);
  for (std::size_t i = 0; i < r.count; ++i) {
    const std::uint32_t row = rows[i];
    std::uint64_t left = r.left[i];
    for (std::uint32_t n = 0; n < Choices; ++n) left &= tables[n][static_cast<std::int8_t>(codes[n][row])];
    r.left[i] = left;
  }
}

constexpr std::uint32_t not_searched = 12;
constexpr std::uint32_t no_slot = ~std::uint32_t{0};
// Past so many cuts, a search in each row.
void search(const column_words& c, const sifted_rows& r) {
  for (std::size_t i = 0; i < r.count; ++i)
    r.left[i] &= c.rows[r.values[i] == missing_value ? 0 : std::upper_bound(c.cuts, c.cuts + c.count, r.values[i]) - c.cuts + 1];
}

void take_anywhere(const column_words& c, const sifted_rows& r) { take(c, r); }
void take_sum_anywhere(const sieve_words::sum& s, const std::int64_t* others, const sifted_rows& r) { take_sum(s, others, r); }

}  // namespace

/// The loops over amounts, for one kind of processor.
struct sieve_loops {
  void (*column)(const column_words&, const sifted_rows&);
  void (*sum)(const sieve_words::sum&, const std::int64_t*, const sifted_rows&);
};

namespace {

constexpr sieve_loops portable{take_anywhere, take_sum_anywhere};

#ifdef REMIT_HAS_WIDE_LOOPS
[[REMIT_AVX2]] void take_avx2(const column_words& c, const sifted_rows& r) { take(c, r); }
[[REMIT_AVX2]] void take_sum_avx2(const sieve_words::sum& s, const std::int64_t* o, const sifted_rows& r) { take_sum(s, o, r); }
constexpr sieve_loops avx2{take_avx2, take_sum_avx2};
[[REMIT_AVX512]] void take_avx512(const column_words& c, const sifted_rows& r) { take(c, r); }
[[REMIT_AVX512]] void take_sum_avx512(const sieve_words::sum& s, const std::int64_t* o, const sifted_rows& r) { take_sum(s, o, r); }
constexpr sieve_loops avx512{take_avx512, take_sum_avx512};
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

column_words cuts_of(const sieve_words::table& c, const std::uint64_t* block, bool open) noexcept {
  const std::uint64_t* const cuts = block + c.at;
  return {reinterpret_cast<const std::int64_t*>(cuts), c.count, cuts + sieve_words::rows_after(c.count), open};
}

}  // namespace

batch_sieve::batch_sieve(const executable& rules, const batch_stretch& stretch, std::size_t rows, instructions with)
    : rules_{rules},
      stretch_{stretch},
      loops_{loops_for(with, portable, avx2, avx512)},
      values_(rows),
      others_(rows),
      apart_(rows),
      left_(rows),
      certain_(rows),
      possible_(rows) {}

void batch_sieve::sift(const decision_entry& d, const stretch_row* rows, std::size_t count) {
  exact_ = true;
  gathered_ = no_slot;
  std::uint32_t from = 0;
  for (const std::uint64_t* block = d.sieve.begin(); block != d.sieve.end();) {
    const auto& head = sieve_words::as<sieve_words::head>(block);
    sift_block(block, rows, count);
    keep(from, count);
    from += head.clauses;
    block += head.size;
  }
}

void batch_sieve::sift_block(const std::uint64_t* block, const stretch_row* rows, std::size_t count) {
  const auto& head = sieve_words::as<sieve_words::head>(block);
  std::fill_n(left_.begin(), count, head.all);
  const sifted_rows all{count, values_.data(), apart_.data(), left_.data()};
  choices(head, block, rows, all);
  sieve_words::each_column(block, [&](const std::uint64_t& w) {
    const auto& c = sieve_words::as<sieve_words::table>(&w);
    gather(c.slot, rows, count);
    (c.count > not_searched ? search : loops_.column)(cuts_of(c, block, stretch_.is_open(c.slot)), all);
  });
  if (head.more_at == 0)
    join(head, nullptr, 0, count);
  else
    further(head, block, rows, all);
}

void batch_sieve::gather(std::uint32_t slot, const stretch_row* rows, std::size_t count) {
  if (slot != gathered_) stretch_.gather(slot, rows, count, values_.data());
  gathered_ = slot;
}

void batch_sieve::choices(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows, const sifted_rows& all) const {
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

template <class Step>
void batch_sieve::each_row(const stretch_row* rows, const sifted_rows& all, Step&& step) const {
  for (std::size_t i = 0; i < all.count; ++i) {
    const row_subject subject{stretch_, rows[i]};
    const judge_of<row_subject> conditions{rules_, subject};
    all.left[i] &= step(row_sieve{conditions}, i);
  }
}

// Sums, and one row at a time what is not told by amounts and choices.
void batch_sieve::further(const sieve_words::head& head, const std::uint64_t* block, const stretch_row* rows, const sifted_rows& all) {
  const std::uint64_t* w = block + head.more_at;
  const auto& more = sieve_words::as<sieve_words::more_head>(w);
  w += more.sums_at();
  for (std::uint32_t n = more.sums; n != 0; --n, w += sieve_words::sum_size) {
    const auto& sum = sieve_words::as<sieve_words::sum>(w);
    gather(sum.first, rows, all.count);
    stretch_.gather(sum.second, rows, all.count, others_.data());
    if (stretch_.is_open(sum.first) || stretch_.is_open(sum.second))
      for (std::size_t i = 0; i < all.count; ++i) all.left[i] &= row_sieve::left_by_sum(sum, values_[i], others_[i]);
    else
      loops_.sum(sum, others_.data(), all);
  }
  for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size)
    each_row(rows, all, [w](const row_sieve& s, std::size_t) { return s.left_by_test(w); });
  for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size)
    each_row(rows, all, [w](const row_sieve& s, std::size_t) { return s.left_by_residue(w); });
  join(head, w, more.further, all.count);
}

// Clauses fire by any of their alternatives; `to` tells whose the further ones are, unless the head does.
void batch_sieve::join(const sieve_words::head& head, const std::uint64_t* to, std::uint32_t further, std::size_t count) {
  using namespace sieve_words;
  const bool one_joins = (head.all >> joining & 1) != 0;
  if (further == 0 && !one_joins) return;
  std::uint64_t* const left = left_.data();
  const auto add = [&](std::uint32_t from, std::uint64_t clause) {
    for (std::size_t i = 0; i < count; ++i) left[i] |= (left[i] >> from & twice(1)) << clause;
  };
  if (one_joins) add(joining, head.joins);
  for (std::uint32_t n = 0; n < further; ++n) add(head.clauses + n, to[n]);
  for (std::size_t i = 0; i < count; ++i) left[i] &= twice(first_bits(head.clauses));
}

// A block's clauses, the first of which is the decision's clause `from`, to those before.
void batch_sieve::keep(std::uint32_t from, std::size_t count) {
  const std::uint64_t* const left = left_.data();
  std::uint64_t* const certain = certain_.data();
  std::uint64_t apart = 0;
  for (std::size_t i = 0; i < count; ++i) apart |= left[i] ^ (left[i] >> sieve_words::half);
  const bool exact = (apart & sieve_words::certain_half) == 0;
  if (exact_ && !exact && from != 0) std::copy_n(certain, count, possible_.begin());
  exact_ = exact_ && exact;
  const auto add = [&](std::uint64_t* to, auto&& part) {
    if (from == 0)
      for (std::size_t i = 0; i < count; ++i) to[i] = part(left[i]);
    else
      for (std::size_t i = 0; i < count; ++i) to[i] |= part(left[i]) << from;
  };
  add(certain, [](std::uint64_t word) { return left_of_block{word}.certain(); });
  if (!exact_) add(possible_.data(), [](std::uint64_t word) { return left_of_block{word}.possible(); });
}

}  // namespace remit
