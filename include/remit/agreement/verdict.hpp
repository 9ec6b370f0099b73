// What an action gets: allow, consult whom, or escalate to whom, and what led to it.
// Not here: the sentence that explains it (report/explain.hpp) and its JSON (report/json.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/limits.hpp>

namespace remit {

/// From the least to the most restrictive.
enum class outcome : std::uint8_t { allow, consult, escalate };

/// What decided the outcome (language reference, "basis").
enum class basis : std::uint8_t { outside, approved, rule, held, not_held };

/// Whether the agreement is in force on the action's day.
enum class in_force : std::uint8_t { unknown, no, yes };

/// The numbers in a set, looked up one by one: `for (auto members : verdict.to())`.
template <class Set, class Look>
class looked_up {
 public:
  class iterator {
   public:
    constexpr iterator(const looked_up& of, std::uint32_t at) noexcept : of_{&of}, at_{of.set_.next(at)} {}
    constexpr decltype(auto) operator*() const noexcept { return of_->look_(at_); }
    constexpr iterator& operator++() noexcept {
      at_ = of_->set_.next(at_ + 1);
      return *this;
    }
    friend constexpr bool operator==(iterator a, iterator b) noexcept { return a.at_ == b.at_; }

   private:
    const looked_up* of_;
    std::uint32_t at_;
  };
  constexpr looked_up(const Set& set, Look look) noexcept : set_{set}, look_{look} {}
  constexpr iterator begin() const noexcept { return {*this, 0}; }
  constexpr iterator end() const noexcept { return {*this, end_at}; }
  constexpr std::uint32_t size() const noexcept { return set_.count(); }
  constexpr bool empty() const noexcept { return set_.empty(); }

 private:
  static constexpr std::uint32_t end_at = Set::word_count * 64;
  Set set_;
  Look look_;
};

/// A verdict. A plain value that owns nothing: it stays good while any copy of its agreement lives.
class verdict {
  struct members_of {
    const executable* rules;
    view<std::uint32_t> numbers;
    view<party_id> operator()(std::uint32_t i) const noexcept { return rules->groups[numbers[i]].members; }
  };
  using groups = looked_up<trimmed<limits::groups_a_decision>, members_of>;

 public:
  /// allow, consult or escalate. With an error() it is `escalate` to nobody: no error ever reads as leave to act.
  remit::outcome outcome() const noexcept { return outcome_; }
  remit::basis basis() const noexcept { return basis_; }
  input_error error() const noexcept { return error_; }
  /// Whether no missing fact could change the outcome, the parties or the duties.
  bool certain() const noexcept { return certain_; }
  remit::in_force in_force() const noexcept { return in_force_; }

  /// Who decides instead: one party of each inner list is enough, every inner list is needed. Empty but for escalate.
  groups to() const noexcept { return {to_, {rules_, numbers()}}; }
  /// Who is still to be consulted, whatever the outcome; holders whose approval is needed come first.
  groups consult() const noexcept { return {consult_, {rules_, numbers()}}; }
  /// Those of consult() whose approval is needed, not only a consultation.
  groups approval() const noexcept { return {approval_, {rules_, numbers()}}; }
  /// The clauses that fired and were not lifted, `then` duties apart.
  auto clauses() const noexcept {
    const executable* x = rules_;
    const slice s = decision_ != nullptr ? decision_->clauses : slice{};
    return looked_up{fired_, [x, s](std::uint32_t i) noexcept -> const told_clause& {
                       return x->told_clauses[x->clauses[s.first + i].told];
                     }};
  }
  auto duties() const noexcept {
    const executable* x = rules_;
    const slice s = decision_ != nullptr ? decision_->duties : slice{};
    return looked_up{duties_, [x, s](std::uint32_t i) noexcept -> const duty_entry& {
                       return x->duties[x->decision_duties[s.first + i]];
                     }};
  }
  /// The facts, rituals and (as slot 0) the date that could still change the verdict.
  auto missing() const noexcept {
    return looked_up{missing_, [](std::uint32_t i) noexcept { return input_id{i}; }};
  }

  // For the evaluator and the words around it: sets over the decision's own numbers.
  const executable* rules() const noexcept { return rules_; }
  clause_set fired() const noexcept { return fired_.whole(); }
  duty_set due() const noexcept { return duties_.whole(); }

  verdict() noexcept = default;

 private:
  friend struct evaluation;

  // Sets that one word holds, of a small decision.
  struct words {
    std::uint64_t to, consult, approval, duties, fired;
  };
  verdict(const executable& rules, const decision_entry& d, remit::outcome outcome, remit::basis basis, remit::in_force day,
          bool certain, const words& sets) noexcept
      : rules_{&rules}, decision_{&d}, outcome_{outcome}, basis_{basis},
        in_force_{day}, certain_{certain}, to_{sets.to}, consult_{sets.consult}, approval_{sets.approval},
        duties_{sets.duties}, fired_{sets.fired} {}

  // From groups of the decision to executable::groups.
  view<std::uint32_t> numbers() const noexcept {
    if (decision_ != nullptr) return part_of(rules_->decision_groups, decision_->groups);
    return rules_ != nullptr ? rules_->outside : view<std::uint32_t>{};
  }

  const executable* rules_ = nullptr;
  const decision_entry* decision_ = nullptr;  // none for a decision outside the agreement
  remit::outcome outcome_ = remit::outcome::escalate;
  remit::basis basis_ = remit::basis::outside;
  input_error error_ = input_error::none;
  remit::in_force in_force_ = remit::in_force::unknown;
  bool certain_ = false;
  trimmed<limits::groups_a_decision> to_, consult_, approval_;
  trimmed<limits::duties_a_decision> duties_;
  trimmed<limits::inputs> missing_;
  trimmed<limits::clauses_a_decision> fired_;
};

}  // namespace remit
