// The comparisons of a condition with the figures of an action: "the cost, £620.00, is over £500.00 (small_spend)".
// Not here: what follows from them (grounds.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <remit/agreement/action.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/truth.hpp>

namespace remit {

/// One comparison in words, in two parts, so that two of one subject can be told as one.
struct told_comparison {
  std::string subject;    ///< `the cost, £620.00,`
  std::string predicate;  ///< `is over £500.00 (small_spend)`

  friend bool operator==(const told_comparison&, const told_comparison&) = default;
};

/// An atom that answers `answer` for this action; an open one tells what is not known.
told_comparison compared_in_words(const action& a, std::uint32_t atom, truth answer);

/// The comparisons that make a condition what it is, in the order written; those that could not matter are left out.
std::vector<told_comparison> deciding_comparisons(const action& a, std::uint32_t condition);

/// `the cost, £620.00, is over £200.00 and is over £500.00 (small_spend)`.
std::string joined(const std::vector<told_comparison>& comparisons);

}  // namespace remit
