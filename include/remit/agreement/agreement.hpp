// An agreement in force: look names up once, then evaluate as often as you like.
// Not here: reading one from text (analysis/load.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

class explanation;  // report/explain.hpp
class batch;        // agreement/batch.hpp
class verdicts;

/// An agreement ready to decide. Immutable; copying is cheap; safe to share between threads.
class agreement {
 public:
  /// Takes over one count of `x`; for whoever builds executables.
  explicit agreement(const executable* x) noexcept : rules_{x} {}
  agreement(const agreement& other) noexcept : rules_{other.rules_} { rules_->share(rules_, +1); }
  agreement(agreement&& other) noexcept : rules_{other.rules_} { rules_->share(rules_, +1); }
  agreement& operator=(agreement other) noexcept {
    std::swap(rules_, other.rules_);
    return *this;
  }
  ~agreement() { rules_->share(rules_, -1); }

  std::string_view title() const noexcept { return rules_->title; }
  std::string_view version() const noexcept { return rules_->version; }
  /// `sha256:` and 64 hexadecimal digits: the same for two files of the same meaning and text, whatever their layout.
  std::string_view digest() const noexcept { return rules_->digest; }

  /// The handle of a fact; nothing where the name is unknown or the fact takes another type.
  template <class Value>
  std::optional<remit::fact<Value>> fact(std::string_view name) const noexcept {
    const input_id i = input(name);
    if (!i || !takes(static_cast<const Value*>(nullptr), rules_->inputs[i.value].kind)) return std::nullopt;
    return remit::fact<Value>{i};
  }
  std::optional<remit::ritual> ritual(std::string_view name) const noexcept {
    const input_id i = input(name);
    if (!i || rules_->inputs[i.value].kind != input_kind::ritual) return std::nullopt;
    return remit::ritual{i};
  }
  /// A value of a `one of` or `any of` fact by its name.
  template <class Value>
  std::optional<choice> value(remit::fact<Value> f, std::string_view name) const noexcept {
    if (f.slot.value >= rules_->inputs.size()) return std::nullopt;
    const auto& values = rules_->inputs[f.slot.value].values;
    for (std::uint32_t i = 0; i < values.size(); ++i)
      if (values[i] == name) return choice{i};
    return std::nullopt;
  }
  std::optional<decision_id> decision(std::string_view name) const noexcept {
    return look_up<decision_id>(rules_->decision_names, name);
  }
  /// A party or role.
  std::optional<party_id> party(std::string_view name) const noexcept {
    return look_up<party_id>(rules_->party_names, name);
  }
  /// The slot of a fact or ritual, whatever its type; none where the name is unknown. For tools that hold values untyped.
  input_id input(std::string_view name) const noexcept {
    return look_up<input_id>(rules_->input_names, name).value_or(input_id{});
  }
  std::string_view name(party_id p) const noexcept { return rules_->parties[p.value].name; }
  std::string_view name(input_id i) const noexcept { return i.value == 0 ? "on" : rules_->inputs[i.value].name; }
  std::string_view name(decision_id d) const noexcept { return rules_->decisions[d.value].name; }

  /// Judges the action. Total: no allocation, no lock, no throw, no I/O, no clock; the same action gets the same
  /// verdict. With missing facts the verdict is never more lenient than some completion, and certain only if none differs.
  verdict evaluate(const action& a) const noexcept;

  /// Judges every action of the batch, each as evaluate() would. Refuses a batch made for another agreement
  /// (other_agreement), and where memory runs out (out_of_memory). In the compiled library (link remit::language).
  input_error evaluate(const batch& actions, verdicts& into) const noexcept;

  /// The verdict in words for the person who asked. In the compiled library (link remit::language).
  remit::explanation explain(const action& a) const;

  const executable& rules() const noexcept { return *rules_; }

 private:
  template <class Id>
  static std::optional<Id> look_up(view<executable::name_entry> names, std::string_view name) noexcept {
    std::uint32_t low = 0, high = names.size();
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (names[middle].name < name)
        low = middle + 1;
      else
        high = middle;
    }
    if (low == names.size() || names[low].name != name) return std::nullopt;
    return Id{names[low].number};
  }
  static constexpr bool takes(const money*, input_kind k) noexcept { return k == input_kind::money; }
  static constexpr bool takes(const number*, input_kind k) noexcept {
    return k == input_kind::number || k == input_kind::whole_number;
  }
  static constexpr bool takes(const duration*, input_kind k) noexcept { return k == input_kind::duration; }
  static constexpr bool takes(const date*, input_kind k) noexcept { return k == input_kind::date; }
  static constexpr bool takes(const bool*, input_kind k) noexcept { return k == input_kind::yes_no; }
  static constexpr bool takes(const choice*, input_kind k) noexcept { return k == input_kind::one_of; }
  static constexpr bool takes(const choices*, input_kind k) noexcept { return k == input_kind::any_of; }
  static constexpr bool takes(const std::string_view*, input_kind k) noexcept { return k == input_kind::text; }

  const executable* rules_;
};

inline action::action(const agreement& under, decision_id decision, party_id by) noexcept : rules_{&under.rules()} {
  rules_->share(rules_, +1);
  slots_ = new (std::nothrow) std::int64_t[slot_count()];
  clear(decision, by);
}
inline action::action(const action& other) noexcept
    : rules_{other.rules_}, decision_{other.decision_}, by_{other.by_}, error_{other.error_}, approved_{other.approved_},
      consulted_{other.consulted_}, known_{other.known_} {
  rules_->share(rules_, +1);
  slots_ = new (std::nothrow) std::int64_t[slot_count()];
  if (slots_ == nullptr || other.slots_ == nullptr)
    refuse(input_error::out_of_memory);
  else
    std::memcpy(slots_, other.slots_, sizeof(std::int64_t) * slot_count());
}
inline action::action(action&& other) noexcept
    : rules_{other.rules_}, slots_{std::exchange(other.slots_, nullptr)}, decision_{other.decision_}, by_{other.by_},
      error_{other.error_}, approved_{other.approved_}, consulted_{other.consulted_}, known_{other.known_} {
  rules_->share(rules_, +1);
  other.error_ = input_error::out_of_memory;
}
inline action& action::operator=(action other) noexcept {
  std::swap(rules_, other.rules_);
  std::swap(slots_, other.slots_);
  known_ = other.known_;
  consulted_ = other.consulted_;
  approved_ = other.approved_;
  decision_ = other.decision_;
  by_ = other.by_;
  error_ = other.error_;
  return *this;
}
inline action::~action() {
  delete[] slots_;
  rules_->share(rules_, -1);
}
inline void action::clear(decision_id decision, party_id by) noexcept {
  known_ = {};
  consulted_ = {};
  approved_ = {};
  decision_ = decision;
  by_ = by;
  error_ = input_error::none;
  if (slots_ == nullptr) {
    refuse(input_error::out_of_memory);
    return;
  }
  for (std::uint32_t i = 0; i < rules_->inputs.size(); ++i) {
    const input_entry& e = rules_->inputs[i];
    slots_[i] = e.has_default ? e.default_value : missing_value;
    if (e.has_default) known_.insert(i);
  }
  slots_[rules_->inputs.size()] = by.value;
  if (decision && decision.value >= rules_->decisions.size()) refuse(input_error::unknown_decision);
  if (by.value >= rules_->parties.size() || rules_->parties[by.value].is_role) refuse(input_error::unknown_party);
}

}  // namespace remit
