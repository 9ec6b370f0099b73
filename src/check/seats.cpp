// A seat for every party and every way in which clauses move a decision.
// Not here: where a decision goes (agreement/settle.hpp), or can go (agreement/ways.hpp).
#include "seats.hpp"

#include <bit>
#include <utility>

#include <gsl/gsl>

#include <remit/agreement/ways.hpp>

namespace remit {
namespace {

using few_moves = moves<few::groups>;

// What moves a decision, a bit each: the groups that it is escalated to, then that the asker is let in.
struct movers {
  std::vector<std::uint32_t> targets;
  bool lets_in = false;

  std::size_t count() const { return targets.size() + (lets_in ? 1 : 0); }
  std::uint64_t let_in() const { return lets_in ? std::uint64_t{1} << targets.size() : 0; }
  std::uint64_t every() const { return first_bits(count()); }
  std::size_t open_places() const { return std::size_t{seat_entry::open_place(every(), every())} + 1; }
  few_moves of(std::uint64_t moved) const {
    few_moves all;
    for (std::size_t m = 0; m < targets.size(); ++m)
      if ((moved >> m & 1) != 0) all.to.insert(targets[m]);
    all.let_in = (moved & let_in()) != 0;
    return all;
  }
};

class seat_maker {
 public:
  seat_maker(const circle_of<few>& c, const movers& by) : c_{c}, by_{by} {
    const ways<few> none{c, {}, {}};
    unmoved_ = told_of(none.most_restrictive());
    basis_ = none.base.unmet.empty() ? basis::held : basis::not_held;
    unmoved_.agrees.each([&](std::uint32_t g) {
      for (std::uint32_t holder = 0; holder < g; ++holder) held_alike_ = held_alike_ || c.same(g, holder);
    });
  }

  // `might`: all that `sure` is, at least.
  seat_entry of(std::uint64_t sure, std::uint64_t might) const {
    const ways<few> all{c_, by_.of(sure), by_.of(might)};
    const auto goes = all.most_restrictive();
    const told_groups told = told_of(goes);
    const bool as_unmoved = c_.same(told.to, unmoved_.to);
    seat_entry s;
    s.to = word_of(told.to);
    s.agrees = word_of(told.agrees);
    if (s.agrees != 0) s.first = gsl::narrow<std::uint8_t>(std::countr_zero(s.agrees) + 1);
    s.several = told.agrees.has_several();
    s.outcome = static_cast<std::uint8_t>(goes.outcome);
    s.basis = static_cast<std::uint8_t>(basis_);
    s.one_way = goes.one_way;
    s.turning = turning(all, might & ~sure);
    s.unmoved = as_unmoved ? small_demands::of(0, word_of(unmoved_.agrees)) : seat_entry::never;
    // What the seat itself wants is told before its like. Only holders come before a holder; what comes after is not known
    // here.
    s.alike = as_unmoved && (held_alike_ || !unmoved_.agrees.within(told.agrees));
    return s;
  }

 private:
  // Whom a destination names: those that decide, or those whose approval is needed.
  struct told_groups {
    few::groups to, agrees;
  };
  told_groups told_of(const ways<few>::conclusion& goes) const {
    if (goes.outcome == outcome::escalate) return {goes.told, {}};
    few::groups agrees = goes.told, approval = goes.told;
    c_.without_implied(agrees, approval);
    return {{}, agrees};
  }

  std::uint8_t turning(const ways<few>& all, std::uint64_t further) const {
    std::uint64_t turn = 0;
    each_bit(further, [&](std::uint32_t m) {
      if (single_bit(m) == by_.let_in() ? all.being_let_in_matters() : all.redirects(by_.targets[m])) turn |= single_bit(m);
    });
    return gsl::narrow<std::uint8_t>(turn);
  }

  static std::uint16_t word_of(const few::groups& g) { return gsl::narrow<std::uint16_t>(g.word[0]); }

  const circle_of<few>& c_;
  const movers& by_;
  told_groups unmoved_;
  basis basis_ = basis::held;
  bool held_alike_ = false;  // one of the unmoved is met by the same parties as a holder before it
};

struct seat_rows {
  std::vector<seat_entry> settled, open;
};
seat_rows rows_of(const tables& t, const decision_entry& d, const movers& by) {
  const std::uint64_t every = by.every();
  const std::size_t places = by.open_places();
  seat_rows all;
  for (std::uint32_t p = 0; p < t.parties.size(); ++p) {
    const circle_of<few> c{t, part_of(t.decision_groups, d.groups), d.holders, party_id{p}, {}, {}};
    const seat_maker make{c, by};
    const std::size_t first = all.open.size();
    all.open.resize(first + places);
    const auto at = [&](std::uint64_t sure, std::uint64_t might) -> seat_entry& { return all.open[first + seat_entry::open_place(sure, might)]; };
    for (std::uint64_t might = 0; might <= every; ++might) {
      for (std::uint64_t sure = 0; sure <= might; ++sure)
        if ((sure & ~might) == 0) at(sure, might) = make.of(sure, might);
      all.settled.push_back(at(might, might));
    }
  }
  return all;
}

}  // namespace

void seats::add(decision_entry& d, std::vector<small_clause>& clauses) {
  std::uint64_t escalated_to = 0;
  for (const small_clause& c : clauses) escalated_to |= c.to;
  movers by{{}, d.lets_in != 0};
  each_bit(escalated_to, [&](std::uint32_t g) { by.targets.push_back(g); });
  if (by.count() > asked_word::moves || d.groups.count > small_demands::groups || d.duties.count > asked_word::duties) return;

  const auto numbers = part_of(t_.decision_groups, d.groups);
  key same{d.decision_class, by.lets_in, escalated_to, {}};
  for (const std::uint32_t g : by.targets) same.groups.push_back(numbers[g]);
  auto known = known_.find(same);
  if (known == known_.end()) {
    const std::size_t rows = (by.every() + 1 + by.open_places()) * t_.parties.size();
    if (rows_ + rows > most_rows) return;
    rows_ += rows;
    const seat_rows made = rows_of(t_, d, by);
    known = known_.emplace(std::move(same), both{t_.keep_near(made.settled), t_.keep_near(made.open)}).first;
  }
  d.seats = known->second.seats;
  d.open_seats = known->second.open;
  d.moves = gsl::narrow<std::uint8_t>(by.count());
  d.open_places = gsl::narrow<std::uint8_t>(by.open_places());

  for (std::size_t m = 0; m < by.targets.size(); ++m)
    for (small_clause& c : clauses) c.asked |= asked_word::of(0, (c.to >> by.targets[m] & 1) << m);
  each_bit(d.lets_in, [&](std::uint32_t i) { clauses[i].asked |= asked_word::of(0, by.let_in()); });
}

}  // namespace remit
