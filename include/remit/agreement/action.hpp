// What somebody proposes to do: a decision, who asks, the day, the facts, and what has already happened.
// Not here: reading an action from JSON (report/json.hpp), judging it (evaluate.hpp).
#pragma once

#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>

#include <remit/agreement/executable.hpp>
#include <remit/core/date.hpp>

namespace remit {

class agreement;

/// A value of a `one of` fact. Get it from agreement::value.
struct choice {
  std::uint32_t index = 0;
};
/// A set of values of an `any of` fact: build it from agreement::value with `with`.
struct choices {
  std::uint64_t mask = 0;
  constexpr choices with(choice c) const noexcept { return {mask | std::uint64_t{1} << c.index}; }
};

/// A fact of one agreement, its name looked up once. `Value` is the type it takes: money, number (for `number` and
/// `whole number`), duration, date, bool, choice, choices, or std::string_view for a text (compared byte by byte).
template <class Value>
struct fact {
  input_id slot;
};
/// A ritual of one agreement.
struct ritual {
  input_id slot;
};

/// Why an action cannot be judged. Never a verdict in disguise: verdict::error() carries it.
enum class input_error : std::uint8_t {
  none,
  unknown_fact,          ///< the fact or ritual is not one of this agreement, or not of this type
  unknown_party,         ///< `by`, a consulted or an approving party is not one of this agreement, or is a role that may not
  unknown_decision,      ///< a decision number the agreement does not have
  wrong_currency,        ///< money in another currency than the agreement's
  out_of_range,          ///< outside the fact's range, or a value it does not have
  too_fine,              ///< a fraction for a whole number
  last_time_after_date,  ///< a ritual last held after the action's date
  other_agreement,       ///< the action was made for another agreement
  out_of_memory,
  wrong_length           ///< a column with more or fewer rows than its batch
};

/// One proposed action under one agreement. Making one allocates once; setting and evaluating never do.
/// A setter that refuses returns why, and the action remembers the first refusal until `clear`.
/// Not shared between threads while it is being filled; reading it is safe from any number.
class action {
 public:
  /// `decision` is one of the agreement's, or outside_decision for one that it does not declare.
  action(const agreement& under, decision_id decision, party_id by) noexcept;
  action(const action& other) noexcept;
  action(action&& other) noexcept;
  action& operator=(action other) noexcept;
  ~action();

  /// Starts again, for another decision or party, keeping the memory.
  void clear(decision_id decision, party_id by) noexcept;

  input_error set(fact<money> f, money m) noexcept {
    if (input_error e = usable(f.slot, input_kind::money); e != input_error::none) return e;
    if (!(m.currency == rules_->currency)) return refuse(input_error::wrong_currency);
    return put(f.slot, m.minor);
  }
  input_error set(fact<number> f, number n) noexcept {
    const input_kind k = kind_of(f.slot) == input_kind::whole_number ? input_kind::whole_number : input_kind::number;
    if (input_error e = usable(f.slot, k); e != input_error::none) return e;
    return put(f.slot, n.ten_thousandths);
  }
  input_error set(fact<duration> f, duration d) noexcept {
    if (input_error e = usable(f.slot, input_kind::duration); e != input_error::none) return e;
    return put(f.slot, d.minutes);
  }
  input_error set(fact<date> f, date d) noexcept {
    if (input_error e = usable(f.slot, input_kind::date); e != input_error::none) return e;
    return put(f.slot, d.days() * duration::minutes_a_day);
  }
  input_error set(fact<bool> f, bool yes) noexcept {
    if (input_error e = usable(f.slot, input_kind::yes_no); e != input_error::none) return e;
    return put(f.slot, yes ? 1 : 0);
  }
  input_error set(fact<choice> f, choice c) noexcept {
    if (input_error e = usable(f.slot, input_kind::one_of); e != input_error::none) return e;
    return put(f.slot, c.index);
  }
  input_error set(fact<choices> f, choices c) noexcept {
    if (input_error e = usable(f.slot, input_kind::any_of); e != input_error::none) return e;
    return put(f.slot, static_cast<std::int64_t>(c.mask));
  }
  input_error set(fact<std::string_view> f, std::string_view t) noexcept {
    if (input_error e = usable(f.slot, input_kind::text); e != input_error::none) return e;
    slots_[f.slot.value] = text_number(*rules_, t);
    known_.insert(f.slot.value);
    return input_error::none;
  }
  /// The day the action is proposed for.
  input_error on(date d) noexcept { return set_slot(input_id{0}, d.days() * duration::minutes_a_day); }
  /// When a ritual was last held.
  input_error last(ritual r, date d) noexcept {
    if (input_error e = usable(r.slot, input_kind::ritual); e != input_error::none) return e;
    return put(r.slot, d.days() * duration::minutes_a_day);
  }
  input_error never(ritual r) noexcept {
    if (input_error e = usable(r.slot, input_kind::ritual); e != input_error::none) return e;
    return put(r.slot, never_held);
  }
  /// A party or role that was consulted.
  input_error consulted(party_id p) noexcept {
    if (p.value >= party_count()) return refuse(input_error::unknown_party);
    consulted_.insert(p.value);
    return input_error::none;
  }
  /// A party that approved. Roles cannot.
  input_error approved(party_id p) noexcept {
    if (p.value >= party_count() || rules_->parties[p.value].is_role) return refuse(input_error::unknown_party);
    approved_.insert(p.value);
    return input_error::none;
  }
  /// Takes a fact, ritual or the date back: it is missing again, or has its default.
  void forget(input_id slot) noexcept {
    if (slots_ == nullptr || slot.value >= rules_->inputs.size()) return;
    known_.erase(slot.value);
    slots_[slot.value] = missing_value;
    if (rules_->inputs[slot.value].has_default) {
      slots_[slot.value] = rules_->inputs[slot.value].default_value;
      known_.insert(slot.value);
    }
  }

  decision_id decision() const noexcept { return decision_; }
  party_id by() const noexcept { return by_; }
  /// The first refusal since the action was made or cleared.
  input_error error() const noexcept { return error_; }

  // What the evaluator and the words around it read.
  const executable& rules() const noexcept { return *rules_; }
  bool is_known(input_id i) const noexcept { return known_.has(i.value); }
  const input_set& all_known() const noexcept { return known_; }
  std::int64_t slot(input_id i) const noexcept { return slots_[i.value]; }
  /// By number; the asking party's number after the last. What is missing is `missing_value`, where its kind has an order.
  const std::int64_t* slots() const noexcept { return slots_; }
  const party_set& all_consulted() const noexcept { return consulted_; }
  const party_set& all_approved() const noexcept { return approved_; }

  /// Sets a slot in its own unit (see input_kind), range and grain checked. For tools that hold values untyped.
  input_error set_slot(input_id i, std::int64_t value) noexcept {
    if (slots_ == nullptr) return error_;
    if (i.value >= rules_->inputs.size()) return refuse(input_error::unknown_fact);
    return put(i, value);
  }

 private:
  std::size_t slot_count() const noexcept { return std::size_t{rules_->inputs.size()} + 1; }
  std::uint32_t party_count() const noexcept { return rules_->parties.size(); }
  input_kind kind_of(input_id i) const noexcept {
    return i.value < rules_->inputs.size() ? rules_->inputs[i.value].kind : input_kind::day;
  }
  input_error usable(input_id i, input_kind k) noexcept {
    if (slots_ == nullptr) return error_;
    if (i.value == 0 || i.value >= rules_->inputs.size() || rules_->inputs[i.value].kind != k)
      return refuse(input_error::unknown_fact);
    return input_error::none;
  }
  input_error put(input_id i, std::int64_t value) noexcept {
    const input_entry& e = rules_->inputs[i.value];
    if (e.kind == input_kind::any_of) {
      if ((static_cast<std::uint64_t>(value) & ~e.every_value()) != 0) return refuse(input_error::out_of_range);
    } else if (e.kind != input_kind::ritual || value != never_held) {
      if (value < e.least || value > e.most) return refuse(input_error::out_of_range);
      if (value % e.step != 0) return refuse(input_error::too_fine);
    }
    slots_[i.value] = value;
    known_.insert(i.value);
    if ((e.kind == input_kind::day || e.kind == input_kind::ritual) && !dates_in_order())
      return refuse(input_error::last_time_after_date);
    return input_error::none;
  }
  bool dates_in_order() const noexcept {
    if (!known_.has(0)) return true;
    for (std::uint32_t i = 1; i < rules_->inputs.size(); ++i)
      if (rules_->inputs[i].kind == input_kind::ritual && known_.has(i) && slots_[i] > slots_[0]) return false;
    return true;
  }
  input_error refuse(input_error e) noexcept {
    if (error_ == input_error::none) error_ = e;
    return e;
  }

  // What every evaluation reads comes first.
  const executable* rules_;
  std::int64_t* slots_ = nullptr;
  decision_id decision_;
  party_id by_;
  input_error error_ = input_error::none;
  party_set approved_, consulted_;
  input_set known_;
};

}  // namespace remit
