// A batch, stretch by stretch: rows of one decision together, through its sieve; rows of which the same clauses fire for
// the same asker share one verdict, worked out once.
// Not here: cells (batch_cells.cpp), the sieve (batch_sieve.cpp).
#include "batch_evaluation.hpp"

#include <algorithm>
#include <bit>
#include <new>
#include <utility>
#include <vector>

#include <remit/agreement/batch.hpp>
#include <remit/agreement/evaluate.hpp>

#include "batch_cells.hpp"
#include "batch_memo.hpp"
#include "batch_places.hpp"
#include "batch_sieve.hpp"

namespace remit {

class batch_evaluation {
 public:
  batch_evaluation(const batch& actions, verdicts& into, instructions with)
      : actions_{actions}, rules_{actions.under().rules()}, stretch_{actions, with},
        sieve_{rules_, stretch_, batch_stretch::rows_of(actions), with}, into_{into},
        outside_{rules_.decisions.size()}, refused_{outside_ + 1}, ends_(std::size_t{refused_} + 1), known_(std::size_t{refused_} + 1),
        places_{outside_, rules_.parties.size(), has_days_ ? days : 1, actions.rows()} {
    into_.outcomes_.resize(actions.rows());
    into_.numbers_.resize(actions.rows());
    into_.table_.clear();
    number_of({});
  }

  void run() {
    for (std::size_t first = 0; first < actions_.rows(); first += batch_stretch::most_rows) {
      first_ = first;
      stretch_.read(first, std::min(batch_stretch::most_rows, actions_.rows() - first));
      in_lots();
      std::size_t at = 0;
      for (std::uint32_t lot = 0; lot < ends_.size(); ++lot) {
        const std::size_t end = ends_[lot];
        if (end != at) judge(lot, order_.data() + at, end - at);
        at = end;
      }
    }
  }

 private:
  /// What a verdict on a decision goes by: the clauses that fire and, in a word, all else.
  struct answer {
    std::uint64_t certain = 0;
    std::uint32_t besides = 0;
    std::uint32_t number = no_number_yet;

    bool same(const answer& other) const noexcept { return certain == other.certain && besides == other.besides; }
    std::size_t hash() const noexcept {
      return static_cast<std::size_t>((certain ^ std::rotl(std::uint64_t{besides}, 24)) * 0x9e3779b97f4a7c15u >> 32);
    }
  };
  /// What few rows have: clauses that may fire or not, and what parties said. The first 64 parties.
  struct extra {
    std::uint64_t open = 0, consulted = 0, approved = 0;
    std::uint32_t number = no_number_yet;

    bool same(const extra& other) const noexcept {
      return open == other.open && consulted == other.consulted && approved == other.approved;
    }
    std::size_t hash() const noexcept {
      const std::uint64_t h =
          (open * 0x9e3779b97f4a7c15u ^ consulted * 0x165667b19e3779f9u ^ (approved << 32 | approved >> 32)) * 0xc2b2ae3d27d4eb4fu;
      return static_cast<std::size_t>(h >> 32 ^ h);
    }
  };
  /// All else in a word: who asks, of the first 64 parties; whether the agreement is in force; the number of the extra.
  struct packed {
    static constexpr std::uint32_t asker_bits = 6, day_bits = 2, most_extras = (1u << (32 - asker_bits - day_bits)) - 1;
    static constexpr std::uint32_t no_room = 0xffffffffu;  ///< more extras than there are numbers: the row is judged alone

    static constexpr std::uint32_t of(std::uint32_t asker, in_force day, std::uint32_t extra) noexcept {
      return asker | static_cast<std::uint32_t>(day) << asker_bits | extra << (asker_bits + day_bits);
    }
    static constexpr party_id asker(std::uint32_t p) noexcept { return party_id{p & ((1u << asker_bits) - 1)}; }
    static constexpr in_force day(std::uint32_t p) noexcept { return static_cast<in_force>(p >> asker_bits & ((1u << day_bits) - 1)); }
    static constexpr std::uint32_t extra(std::uint32_t p) noexcept { return p >> (asker_bits + day_bits); }
  };

  // Rows in lots, a lot for each decision; after the declared ones those outside the agreement, then those that are no action.
  void in_lots() {
    static_assert(decision_id::nothing == ~std::uint32_t{0});
    const auto by_decision = [decisions = stretch_.decisions(), outside = outside_](std::uint32_t r) { return std::min(decisions[r], outside); };
    if (stretch_.any_refused())
      in_lots([&](std::uint32_t r) { return stretch_.error(r) != input_error::none ? refused_ : by_decision(r); });
    else
      in_lots(by_decision);
  }
  template <class Lot>
  void in_lots(Lot&& lot_of) {
    const auto rows = static_cast<std::uint32_t>(stretch_.count());
    std::fill(ends_.begin(), ends_.end(), 0);
    order_.resize(rows);
    std::uint32_t* const ends = ends_.data();
    stretch_row* const order = order_.data();
    for (std::uint32_t r = 0; r < rows; ++r) ++ends[lot_of(r)];
    std::uint32_t at = 0;
    for (std::uint32_t& end : ends_) at += std::exchange(end, at);
    for (std::uint32_t r = 0; r < rows; ++r) order[ends[lot_of(r)]++] = static_cast<stretch_row>(r);
  }

  void judge(std::uint32_t lot, const stretch_row* rows, std::size_t count) {
    if (lot == refused_) {
      for (std::size_t i = 0; i < count; ++i) put(rows[i], refused(stretch_.error(rows[i])));
    } else if (lot == outside_ && rules_.parties.size() <= 64) {
      find(lot, rows, count, [](std::size_t) { return bounds<std::uint64_t>{0, 0}; });
    } else if (lot < outside_ && rules_.decisions[lot].small) {
      const decision_entry& decision = rules_.decisions[lot];
      sieve_.sift(decision, rows, count);
      if (sieve_.exact() && nothing_said() && places_.have(lot, decision.clauses.count)) return find_at_once(lot, rows, count);
      find(lot, rows, count, [this](std::size_t i) { return bounds<std::uint64_t>{sieve_.certain()[i], sieve_.possible()[i]}; });
    } else {
      for (std::size_t i = 0; i < count; ++i) put(rows[i], alone(rows[i]));
    }
  }
  void find_at_once(std::uint32_t lot, const stretch_row* rows, std::size_t count) {
    if (has_days_)
      find_at_once(lot, rows, count, [this](std::uint32_t row) { return day_of(row); });
    else
      find_at_once(lot, rows, count, [](std::uint32_t) { return in_force::unknown; });
  }
  template <class Day>
  void find_at_once(std::uint32_t lot, const stretch_row* rows, std::size_t count, Day&& day_of) {
    const auto number_of = places_.of(lot);
    const std::uint8_t* const askers = stretch_.codes(rules_.inputs.size());  // of a small decision there are few
    const std::uint64_t* const certain = sieve_.certain();
    std::uint32_t* const numbers = into_.numbers_.data() + first_;
    outcome* const outcomes = into_.outcomes_.data() + first_;
    const outcome* outcome_of = outcome_of_.data();
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t row = rows[i], asker = askers[row];
      const in_force day = day_of(row);
      std::uint32_t& number = number_of(certain[i], asker, static_cast<std::uint32_t>(day));
      if (number == no_number_yet) {
        number = added(verdict_of(lot, {certain[i], packed::of(asker, day, 0)}));
        outcome_of = outcome_of_.data();
      }
      numbers[row] = number;
      outcomes[row] = outcome_of[number];
    }
  }
  // All are asked for before the first is read: they lie far apart.
  template <class Fired>
  void find(std::uint32_t lot, const stretch_row* rows, std::size_t count, Fired&& fired) {
    batch_memo<answer>& known = known_[lot];
    wanted_.resize(count);
    answer* const wanted = wanted_.data();
    const bool anything_said = !nothing_said();
    for (std::size_t i = 0; i < count; ++i) {
      const bounds<std::uint64_t> by = fired(i);
      const stretch_row row = rows[i];
      const std::uint32_t also = by.exact() && !anything_said ? 0 : number_of(extra_of(row, by.possible ^ by.certain));
      wanted[i] = {by.certain, also < packed::most_extras ? packed::of(stretch_.askers()[row], day_of(row), also) : packed::no_room};
      known.fetch(wanted[i]);
    }
    for (std::size_t i = 0; i < count; ++i)
      put(rows[i], wanted[i].besides != packed::no_room ? number_of(lot, known.number(wanted[i]), wanted[i]) : alone(rows[i]));
  }

  bool nothing_said() const noexcept { return actions_.sayings().empty(); }
  in_force day_of(std::uint32_t row) const noexcept {
    return evaluation::in_force_on(rules_, has_days_ ? stretch_.value(0, row) : missing_value);
  }

  void put(stretch_row row, std::uint32_t number) {
    into_.numbers_[first_ + row] = number;
    into_.outcomes_[first_ + row] = outcome_of_[number];
  }

  std::uint32_t number_of(std::uint32_t lot, std::uint32_t& known, const answer& wanted) {
    if (known == no_number_yet) known = added(verdict_of(lot, wanted));
    return known;
  }
  extra extra_of(std::uint32_t row, std::uint64_t open) const noexcept {
    extra e{open};
    for (const batch::saying& s : actions_.sayings())
      if (s.yes[first_ + row] != 0 && s.party.value < 64) (s.approved ? e.approved : e.consulted) |= std::uint64_t{1} << s.party.value;
    return e;
  }
  std::uint32_t number_of(const extra& e) {
    std::uint32_t& number = extra_numbers_.number(e);
    if (number == no_number_yet) {
      number = static_cast<std::uint32_t>(extras_.size());
      extras_.push_back(e);
    }
    return number;
  }
  std::uint32_t refused(input_error e) {
    std::uint32_t& number = known_[refused_].number({0, static_cast<std::uint32_t>(e)});
    if (number == no_number_yet) number = added(evaluation::refused(rules_, e));
    return number;
  }
  std::uint32_t alone(std::uint32_t row) {
    verdict v = actions_.under().evaluate(actions_.at(first_ + row));
    return added(evaluation::without_missing(std::move(v)));
  }
  std::uint32_t added(const verdict& v) {
    into_.table_.push_back(v);
    outcome_of_.push_back(v.outcome());
    return static_cast<std::uint32_t>(into_.table_.size() - 1);
  }

  verdict verdict_of(std::uint32_t lot, const answer& k) noexcept {
    const extra& also = extras_[packed::extra(k.besides)];
    asked_.clear(lot == outside_ ? decision_id{} : decision_id{lot}, packed::asker(k.besides));
    each_bit(also.consulted, [this](std::uint32_t p) { asked_.consulted(party_id{p}); });
    each_bit(also.approved, [this](std::uint32_t p) { asked_.approved(party_id{p}); });
    if (!asked_.decision()) return evaluation::outside(rules_, asked_, packed::day(k.besides));
    return evaluation::given(rules_, asked_, bounds<std::uint64_t>{k.certain, k.certain ^ also.open}, packed::day(k.besides));
  }

  const batch& actions_;
  const executable& rules_;
  batch_stretch stretch_;
  batch_sieve sieve_;
  verdicts& into_;
  const std::uint32_t outside_, refused_;  // the lots of no decision
  std::size_t first_ = 0;                  // of the stretch's rows
  std::vector<std::uint32_t> ends_;        // of each lot, in order_
  std::vector<stretch_row> order_;  
  std::vector<answer> wanted_;             // of a lot's rows
  std::vector<outcome> outcome_of_;  // by number: a verdict is large
  static constexpr std::uint32_t days = 3;  // of in_force
  const bool has_days_ = !actions_.columns().empty() && holds_cells(actions_.columns().front());
  std::vector<batch_memo<answer>> known_;  // by lot: its rows come together, so what is looked at stays near
  batch_places places_;
  action asked_{actions_.under(), decision_id{}, party_id{}};  // of which a verdict is worked out
  batch_memo<extra> extra_numbers_;
  std::vector<extra> extras_;  // by number; the first is none at all
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
