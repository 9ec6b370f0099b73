// A batch, stretch by stretch: rows of one decision together, through its sieve; rows of which the same clauses fire for
// the same asker share one verdict, worked out once.
// Not here: cells (batch_cells.cpp), the sieve (batch_sieve.cpp).
#include "batch_evaluation.hpp"

#include <algorithm>
#include <new>
#include <utility>
#include <vector>

#include <remit/agreement/batch.hpp>
#include <remit/agreement/evaluate.hpp>

#include "batch_cells.hpp"
#include "batch_sieve.hpp"

namespace remit {

class batch_evaluation {
 public:
  batch_evaluation(const batch& actions, verdicts& into, instructions with)
      : actions_{actions}, rules_{actions.under().rules()}, stretch_{actions}, sieve_{rules_, stretch_, with}, into_{into},
        starts_(std::size_t{rules_.decisions.size()} + 1), known_(std::size_t{rules_.decisions.size()} + 1) {
    into_.outcomes_.resize(actions.rows());
    into_.numbers_.resize(actions.rows());
    into_.table_.clear();
  }

  void run() {
    for (std::size_t first = 0; first < actions_.rows(); first += batch_stretch::most_rows) {
      stretch_.read(first, std::min(batch_stretch::most_rows, actions_.rows() - first));
      by_decision();
      std::size_t at = 0;
      for (std::uint32_t d = 0; d < starts_.size(); ++d) {
        const std::size_t end = starts_[d];
        if (end != at) judge(d, first, at, end);
        at = end;
      }
      for (std::size_t i = at; i < order_.size(); ++i) put(first + order_[i], refused(stretch_.error(order_[i])));
    }
  }

 private:
  /// What a verdict goes by.
  struct key {
    std::uint64_t certain = 0, possible = 0;
    std::uint64_t consulted = 0, approved = 0;  // of the first 64 parties
    std::uint32_t decision = 0, asker = 0;
    remit::in_force day = in_force::unknown;
    input_error error = input_error::none;

    friend bool operator==(const key&, const key&) = default;
    std::size_t hash() const noexcept {
      std::uint64_t h = certain * 0x9e3779b97f4a7c15u ^ (possible + asker) * 0xc2b2ae3d27d4eb4fu;
      h ^= (std::uint64_t{decision} << 16 | static_cast<std::uint64_t>(day) << 8 | static_cast<std::uint64_t>(error)) * 0x165667b19e3779f9u;
      h += (consulted ^ approved << 32 ^ approved >> 32) * 0x9fb21c651e98df25u;
      return static_cast<std::size_t>(h ^ h >> 29 ^ h >> 47);
    }
  };
  // So that a look is at one line.
  struct alignas(cache_line) entry {
    key of;
    std::uint32_t number = none;
  };
  static constexpr std::uint32_t none = 0xffffffffu;
  /// The verdicts of one decision: its rows come together, so what is looked at stays near.
  struct memo {
    std::vector<entry> entries;  // a power of two of them, half empty at least
    std::size_t count = 0;

    void grow() {
      std::vector<entry> old(entries.size() * 2);
      old.swap(entries);
      for (const entry& e : old) {
        if (e.number == none) continue;
        std::size_t at = e.of.hash() & (entries.size() - 1);
        while (entries[at].number != none) at = (at + 1) & (entries.size() - 1);
        entries[at] = e;
      }
    }
  };

  // Rows ordered by decision; after the declared ones those outside the agreement, then those that are no action.
  // starts_[d] becomes the end of decision d.
  void by_decision() {
    const std::size_t outside = rules_.decisions.size();
    std::fill(starts_.begin(), starts_.end(), 0);
    bucket_.resize(stretch_.count());
    order_.resize(stretch_.count());
    std::size_t refused = 0;
    for (std::uint32_t r = 0; r < bucket_.size(); ++r) {
      const std::uint32_t d = stretch_.decision(r);
      bucket_[r] = stretch_.error(r) != input_error::none ? none : d == decision_id::nothing ? static_cast<std::uint32_t>(outside) : d;
      if (bucket_[r] == none)
        ++refused;
      else
        ++starts_[bucket_[r]];
    }
    std::size_t at = 0;
    for (std::size_t& s : starts_) at += std::exchange(s, at);
    refused = at;
    for (std::uint32_t r = 0; r < bucket_.size(); ++r) order_[bucket_[r] == none ? refused++ : starts_[bucket_[r]]++] = r;
  }

  void judge(std::uint32_t decision, std::size_t first, std::size_t begin, std::size_t end) {
    const std::uint32_t* const rows = order_.data() + begin;
    if (decision == rules_.decisions.size() && rules_.parties.size() <= 64) {
      for (std::size_t i = 0; i < end - begin; ++i) put(first + rows[i], found(key_of(decision_id::nothing, first, rows[i], 0, 0)));
    } else if (decision < rules_.decisions.size() && rules_.decisions[decision].small) {
      sieve_.sift(rules_.decisions[decision], rows, end - begin);
      for (std::size_t i = 0; i < end - begin; ++i)
        put(first + rows[i], found(key_of(decision, first, rows[i], sieve_.certain(i), sieve_.possible(i))));
    } else {
      for (std::size_t i = 0; i < end - begin; ++i) {
        verdict v = actions_.under().evaluate(actions_.at(first + rows[i]));
        put(first + rows[i], added(evaluation::without_missing(std::move(v))));
      }
    }
  }

  key key_of(std::uint32_t decision, std::size_t first, std::uint32_t row, std::uint64_t certain, std::uint64_t possible) const noexcept {
    key k;
    k.certain = certain;
    k.possible = possible;
    k.decision = decision;
    k.asker = stretch_.asker(row);
    for (const batch::saying& s : actions_.sayings())
      if (s.yes[first + row] != 0 && s.party.value < 64) (s.approved ? k.approved : k.consulted) |= std::uint64_t{1} << s.party.value;
    k.day = evaluation::in_force_on(rules_, has_days_ ? stretch_.value(0, row) : missing_value);
    return k;
  }

  void put(std::size_t row, std::uint32_t number) {
    into_.numbers_[row] = number;
    into_.outcomes_[row] = outcome_of_[number];
  }

  std::uint32_t refused(input_error e) {
    key k;
    k.error = e;
    return found(k);
  }

  std::uint32_t found(const key& k) {
    memo& known = known_[k.error != input_error::none || k.decision == decision_id::nothing ? known_.size() - 1 : k.decision];
    if (known.entries.empty()) known.entries.resize(8);
    const std::size_t mask = known.entries.size() - 1;
    for (std::size_t at = k.hash() & mask;; at = (at + 1) & mask) {
      entry& e = known.entries[at];
      if (e.number != none && e.of == k) return e.number;
      if (e.number != none) continue;
      const std::uint32_t number = added(verdict_of(k));
      e = {k, number};
      if (++known.count * 2 > known.entries.size()) known.grow();
      return number;
    }
  }
  std::uint32_t added(const verdict& v) {
    into_.table_.push_back(v);
    outcome_of_.push_back(v.outcome());
    return static_cast<std::uint32_t>(into_.table_.size() - 1);
  }
  verdict verdict_of(const key& k) const noexcept {
    if (k.error != input_error::none) return evaluation::refused(rules_, k.error);
    action a{actions_.under(), decision_id{k.decision}, party_id{k.asker}};
    for (std::uint32_t p = 0; p < 64; ++p) {
      if ((k.consulted >> p & 1) != 0) a.consulted(party_id{p});
      if ((k.approved >> p & 1) != 0) a.approved(party_id{p});
    }
    if (!a.decision()) return evaluation::outside(rules_, a, k.day);
    bounds<clause_set> fired;
    fired.certain.insert_all(0, k.certain);
    fired.possible.insert_all(0, k.possible);
    return evaluation::given(rules_, a, fired, k.day);
  }

  const batch& actions_;
  const executable& rules_;
  batch_stretch stretch_;
  batch_sieve sieve_;
  verdicts& into_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> bucket_, order_;
  std::vector<outcome> outcome_of_;  // by number: a verdict is large
  const bool has_days_ = !actions_.columns().empty() && holds_cells(actions_.columns().front());
  std::vector<memo> known_;  // by decision; the last for what is none
};

void judge_batch(const batch& actions, verdicts& into, instructions with) { batch_evaluation{actions, into, with}.run(); }

input_error agreement::evaluate(const batch& actions, verdicts& into) const noexcept try {
  if (&actions.under().rules() != rules_) return input_error::other_agreement;
  judge_batch(actions, into, instructions::best);
  return input_error::none;
} catch (const std::bad_alloc&) {
  return input_error::out_of_memory;
}

}  // namespace remit
