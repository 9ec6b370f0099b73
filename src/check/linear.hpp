// Sums of amounts, and two of them compared in one normal form.
// Not here: which comparisons a type has (comparisons.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <remit/check/checked.hpp>
#include <remit/syntax/tree.hpp>

#include "names.hpp"

namespace remit::checking {

/// One term: a fact or today, or a constant that a literal or threshold gives.
struct quantity {
  input_kind kind = input_kind::number;
  bool negative = false;
  input_id input;
  std::int64_t constant = 0;
  std::string_view threshold;
  bool is_literal = false;
  span where;
};

/// One side of a comparison. `kind` is the measure of the whole: a date minus a date is a duration.
struct sum {
  input_kind kind = input_kind::number;
  std::vector<quantity> terms;

  bool is_constant() const noexcept;
  /// Of the constants; within twice the largest amount, so it does not wrap.
  std::int64_t total() const noexcept;
};

/// The operand, its names resolved and its types added up. A text or yes/no alone is a sum of that kind and no terms.
std::optional<sum> sum_of(pass& p, const scope& s, const syntax::operand& o);

/// Marks what an operand names as used, and says nothing: what it stands beside was wrong already.
void touch(pass& p, const scope& s, const syntax::operand& o);

/// Left OP right with all facts on the left and all constants on the right; of one fact the sign is +, of two that of the
/// one declared first. Nothing where the constants add up to more than can be held.
std::optional<atom> linear_atom(const sum& left, syntax::comparison op, const sum& right);

checked::side as_written(const sum& s);

}  // namespace remit::checking
