// A column at a time: first where its cuts lie among the rows' values, then what that leaves of each row's clauses.
// Not here: which rows (batch_evaluation.cpp), a single action (agreement/sieve.hpp).
#include "batch_sieve.hpp"

#include <algorithm>
#include <iterator>

#include <remit/agreement/sieve.hpp>

namespace remit {
namespace {

/// The rows of one decision and what is left of its clauses in each.
struct sifted_rows {
  std::size_t count;
  std::int64_t* values;      // of the column at hand
  std::uint64_t* apart;      // how the row that the value has reached differs from the first of them
  std::uint64_t* certain;
  std::uint64_t* possible;
};

/// One column: cuts, what a missing value leaves (possible, certain), what each cut on leaves.
struct column_words {
  const std::int64_t* cuts;
  std::uint32_t count;
  const std::uint64_t* rows;
};

// Loops without branches, so that the compiler makes the most of the instructions it is given.
[[gnu::always_inline]] inline void take_out(const column_words& c, const sifted_rows& r) {
  const std::size_t count = r.count;
  const std::int64_t* __restrict const values = r.values;
  std::uint64_t* __restrict const apart = r.apart;
  std::uint64_t* __restrict const certain = r.certain;
  std::uint64_t* __restrict const possible = r.possible;
  const std::int64_t known = c.cuts[0];
  const std::uint64_t may = c.rows[0], must = c.rows[1], first = c.rows[2];
  if (c.count == 1) {
    for (std::size_t i = 0; i < count; ++i) {
      certain[i] &= values[i] >= known ? first : must;
      possible[i] &= values[i] >= known ? first : may;
    }
    return;
  }
  const std::int64_t second = c.cuts[1];
  const std::uint64_t second_differs = first ^ c.rows[3];
  if (c.count == 2) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t differs = values[i] >= second ? second_differs : 0;
      certain[i] &= (values[i] >= known ? first : must) ^ differs;
      possible[i] &= (values[i] >= known ? first : may) ^ differs;
    }
    return;
  }
  for (std::size_t i = 0; i < count; ++i) apart[i] = values[i] >= second ? second_differs : 0;
  for (std::uint32_t k = 2; k < c.count; ++k) {
    const std::int64_t cut = c.cuts[k];
    const std::uint64_t differs = c.rows[1 + k] ^ c.rows[2 + k];
    for (std::size_t i = 0; i < count; ++i) apart[i] ^= values[i] >= cut ? differs : 0;
  }
  for (std::size_t i = 0; i < count; ++i) {
    certain[i] &= (values[i] >= known ? first : must) ^ apart[i];
    possible[i] &= (values[i] >= known ? first : may) ^ apart[i];
  }
}

using taking_out = void (*)(const column_words&, const sifted_rows&);

void take_out_anywhere(const column_words& c, const sifted_rows& r) { take_out(c, r); }

#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("avx2")]] void take_out_avx2(const column_words& c, const sifted_rows& r) { take_out(c, r); }

taking_out best() noexcept { return __builtin_cpu_supports("avx2") ? take_out_avx2 : take_out_anywhere; }
#else
taking_out best() noexcept { return take_out_anywhere; }
#endif

constexpr std::uint32_t few_cuts = 12;
// The values of a choice are cuts of their own. Past a few of them, each row's is looked up.
constexpr std::int64_t counted[] = {0, 1, 2};
constexpr std::uint32_t few_values = std::size(counted);

void leave(std::size_t i, const bounds<std::uint64_t>& left, const sifted_rows& r) {
  r.certain[i] &= left.certain;
  r.possible[i] &= left.possible;
}
void look_up(const std::uint64_t* rows, const sifted_rows& r) {
  for (std::size_t i = 0; i < r.count; ++i) leave(i, left_by_value(rows, r.values[i]), r);
}

// Past a few cuts, a search in each row.
void search(const column_words& c, const sifted_rows& r) {
  for (std::size_t i = 0; i < r.count; ++i) {
    const auto reached = static_cast<std::size_t>(std::upper_bound(c.cuts, c.cuts + c.count, r.values[i]) - c.cuts);
    leave(i, left_by(c.rows + reached + 1, reached == 0), r);
  }
}

/// One row, for what only a judge can answer.
struct row_subject {
  const batch_stretch& stretch;
  std::uint32_t row;

  bool is_known(input_id i) const noexcept { return stretch.is_known(i.value, row); }
  std::int64_t slot(input_id i) const noexcept { return stretch.value(i.value, row); }
  party_id by() const noexcept { return party_id{stretch.asker(row)}; }
};

}  // namespace

batch_sieve::batch_sieve(const executable& rules, const batch_stretch& stretch, instructions with)
    : rules_{rules},
      stretch_{stretch},
      with_{with},
      values_(batch_stretch::most_rows),
      others_(batch_stretch::most_rows),
      apart_(batch_stretch::most_rows),
      certain_(batch_stretch::most_rows),
      possible_(batch_stretch::most_rows) {}

void batch_sieve::sift(const decision_entry& d, const std::uint32_t* rows, std::size_t count) {
  static const taking_out chosen = best();
  const taking_out take = with_ == instructions::best ? chosen : take_out_anywhere;
  const std::uint64_t* w = d.sieve.begin();
  const auto head = sieve_words::head::of(w);
  std::fill_n(certain_.begin(), count, head.all);
  std::fill_n(possible_.begin(), count, head.all);
  const sifted_rows all{count, values_.data(), apart_.data(), certain_.data(), possible_.data()};
  const std::uint64_t* const choices = w + head.choices_at();
  for (std::uint32_t n = 0; n < head.choices; ++n) {
    const auto c = sieve_words::choice::of(choices[n]);
    stretch_.gather(c.slot, rows, count, values_.data());
    if (c.values <= few_values)
      take({counted, c.values, w + c.at - 2}, all);
    else
      look_up(w + c.at, all);
  }
  w += head.columns_at;
  for (std::uint32_t n = head.columns; n != 0; --n) {
    stretch_.gather(sieve_words::low_of(*w), rows, count, values_.data());
    const std::uint32_t cuts = sieve_words::high_of(*w++);
    const std::uint64_t* const first_row = w + sieve_words::cuts_of(cuts);
    (cuts <= few_cuts ? take : search)({reinterpret_cast<const std::int64_t*>(w), cuts, first_row}, all);
    w = first_row + cuts + 2;
  }
  if (!head.more) return;
  const auto more = sieve_words::more_head::of(w);
  w += sieve_words::more_size;
  // The rest one row at a time.
  const auto each_row = [&](auto&& step) {
    for (std::size_t i = 0; i < count; ++i) {
      const row_subject subject{stretch_, rows[i]};
      const judge_of<row_subject> conditions{rules_, subject};
      bounds<std::uint64_t> left{certain_[i], possible_[i]};
      step(sieve_for<row_subject>{conditions}, i, left);
      certain_[i] = left.certain;
      possible_[i] = left.possible;
    }
  };
  using sieve = sieve_for<row_subject>;
  for (std::uint32_t n = more.sums; n != 0; --n, w += sieve_words::sum_size) {
    stretch_.gather(sieve_words::low_of(w[0]), rows, count, values_.data());
    stretch_.gather(sieve_words::high_of(w[0]), rows, count, others_.data());
    each_row([this, w](const sieve& s, std::size_t i, bounds<std::uint64_t>& left) { s.sum(w, values_[i], others_[i], left); });
  }
  for (std::uint32_t n = more.tests; n != 0; --n, w += sieve_words::test_size)
    each_row([w](const sieve& s, std::size_t, bounds<std::uint64_t>& left) { s.test(w, left); });
  for (std::uint32_t n = more.residues; n != 0; --n, w += sieve_words::residue_size)
    each_row([w](const sieve& s, std::size_t, bounds<std::uint64_t>& left) { s.residue(w, left); });
  if (more.further == 0) return;
  const std::uint64_t of_clauses = ~std::uint64_t{0} >> (64 - head.clauses);
  for (auto* left : {&certain_, &possible_})
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t& one = (*left)[i];
      for (std::uint32_t n = 0; n < more.further; ++n) one |= (one >> (head.clauses + n) & 1) << w[n];
      one &= of_clauses;
    }
}

}  // namespace remit
