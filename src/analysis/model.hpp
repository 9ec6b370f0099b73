// One or two agreements' conditions in one space of actions: facts of the same name are the same variable.
// Not here: cutting the space (explore.hpp), what is asked of it (prove.cpp, cover.cpp, compare.cpp).
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/ids.hpp>

#include "explore.hpp"
#include "space.hpp"

namespace remit::analysis {

/// How a model knows the inputs and values of one agreement: by names that two agreements may share.
struct vocabulary {
  std::function<std::string(input_id)> input;                       ///< the shared name of an input
  std::function<std::string(input_id, std::uint32_t value)> value;  ///< the shared name of a value of a one of or any of
};
/// The agreement's own names.
vocabulary own_names(const executable& rules);

/// Which actions a side of a model stands for.
enum class knowledge : std::uint8_t {
  complete,  ///< nothing is missing: `is known` always holds
  any        ///< `is known` may be denied, whatever value the fact has in the world
};
/// The values of a ritual that two agreements have with different periods.
enum class ritual_state : std::uint8_t { current, overdue, overdue_on_first_side, overdue_on_second_side };

class model {
 public:
  /// Takes an agreement in. Returns its number for the calls below. Where `given` is an action, last times that it knows
  /// say when a ritual is overdue; else being overdue is something that a ritual simply is or is not.
  std::uint32_t enter(const executable& rules, vocabulary names, knowledge of = knowledge::complete,
                      const action* given = nullptr);

  /// Makes each variable so far that of every side's input of its name, whether that side's conditions look at it or not:
  /// so an action has it under both, and lies in both ranges. Before the first part is made.
  void share_inputs();

  /// The formula of a condition of agreement `side`, asked by `by`. Variables come to be as they are met.
  std::uint32_t formula(std::uint32_t side, std::uint32_t node, party_id by);
  /// The same of a condition as it was checked.
  std::uint32_t formula(std::uint32_t side, const checked::condition& c, decision_id decision, party_id by);
  /// The formula "clause `c` fires when `by` asks".
  std::uint32_t fires(std::uint32_t side, const clause_entry& c, party_id by);
  std::uint32_t never();
  std::uint32_t constant(bool holds);
  std::uint32_t negated(std::uint32_t node) { return formulas_.negated(node); }
  std::uint32_t all_of(const std::vector<std::uint32_t>& nodes) { return formulas_.joined(joined_by::all_of, nodes); }
  std::uint32_t any_of(const std::vector<std::uint32_t>& nodes) { return formulas_.joined(joined_by::any_of, nodes); }
  /// "The date lies between these", in minutes since 1970; INT64_MIN and INT64_MAX for open ends.
  std::uint32_t on_days_of(std::uint32_t side, std::int64_t first, std::int64_t last);

  const analysis::space& space() const noexcept { return space_; }
  const analysis::formulas& formulas() const noexcept { return formulas_; }
  /// False where a fact has more constants than a part can tell apart (63 texts); such questions are not decided.
  bool exact() const noexcept { return exact_; }

  /// What a variable stands for in agreement `side`.
  struct meaning {
    std::string name;                      ///< the shared name of the input
    input_kind kind = input_kind::yes_no;  ///< ritual: value 1 is overdue; see also ritual_state
    std::vector<std::string> values;       ///< shared names, by value; of a text: the constants, the first "none of them"
    std::vector<input_id> inputs;          ///< by side; nothing where the side has no such input
    bool whether_known = false;            ///< not the input's value, but whether it is known: 1
  };
  const meaning& of(std::uint32_t variable) const { return meanings_.at(variable); }
  /// The part of the space where whatever is asked about is known.
  part supplied(part p) const;
  /// What agreement `side` itself calls value number `value` of a variable; empty where it has no such value.
  std::string_view own_value(std::uint32_t side, std::uint32_t variable, std::uint32_t value) const;
  std::uint32_t variable_count() const noexcept { return static_cast<std::uint32_t>(meanings_.size()); }

 private:
  struct agreement_side {
    const executable* rules;
    vocabulary names;
    knowledge of;
    const action* given;
    std::map<std::uint32_t, std::uint32_t> variables;  // of its inputs
  };
  std::uint32_t variable(std::uint32_t side, input_id input);
  std::uint32_t whether_known(std::uint32_t side, input_id input);
  std::uint32_t overdue(std::uint32_t side, input_id ritual);
  std::uint32_t yes_leaf(std::uint32_t variable);
  std::uint32_t text_leaf(std::uint32_t side, input_id input, const std::vector<std::string_view>& texts);
  bool has_two_periods(std::uint32_t side, input_id ritual) const;
  std::uint64_t shared_mask(std::uint32_t side, input_id input, std::uint64_t mask);
  std::uint32_t test_leaf(const test& t) { return formulas_.leaf(space_.add(t)); }
  std::uint32_t leaf(std::uint32_t side, const atom& a, party_id by);
  std::uint32_t value_number(std::uint32_t variable, const std::string& value);

  analysis::space space_;
  analysis::formulas formulas_;
  std::vector<agreement_side> sides_;
  std::vector<meaning> meanings_;
  // Two inputs are one variable where name and kind of value are the same.
  struct key {
    std::string name;
    input_kind kind;
    bool whether_known;

    key(std::string of, input_kind k, bool known);
    auto operator<=>(const key&) const = default;
  };
  std::map<key, std::uint32_t> by_key_;
  bool exact_ = true;
};

}  // namespace remit::analysis
