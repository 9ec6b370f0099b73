// Formulas over tests, and the way through a space that cuts it only where a question needs it.
// Not here: what a part means for a verdict (question.hpp).
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <remit/agreement/truth.hpp>

#include "space.hpp"

namespace remit::analysis {

/// How much work a question may cost. A question that runs out is not answered, and says so.
class budget {
 public:
  /// `in_all` is what several questions share. Once that is gone, each still gets what easy questions need.
  explicit budget(std::uint64_t cuts, std::uint64_t* in_all = nullptr) : left_{cuts}, in_all_{in_all} {}

  bool spent() const noexcept { return left_ == 0 || (easy_left_ == 0 && in_all_ != nullptr && *in_all_ == 0); }
  void spend(std::uint64_t work = 1) noexcept {
    left_ -= std::min(work, left_);
    easy_left_ -= std::min(work, easy_left_);
    if (in_all_ != nullptr) *in_all_ -= std::min(work, *in_all_);
  }

 private:
  std::uint64_t left_, easy_left_ = 500;
  std::uint64_t* in_all_;
};

/// Conditions over the tests of a space: trees of nodes, as in executable::conditions.
class formulas {
 public:
  static constexpr std::uint32_t always = condition_node::none;

  std::uint32_t leaf(std::uint32_t test) { return add({joined_by::atom, test, always, always}); }
  /// The children are used up: no node stands in two trees.
  std::uint32_t joined(joined_by how, const std::vector<std::uint32_t>& children);
  std::uint32_t negated(std::uint32_t child) { return joined(joined_by::negation, {child}); }

  truth decide(std::uint32_t node, const space& s, const part& p) const;
  /// The formula as a text that is the same for equal formulas over the same tests, whatever the order of `and` and `or`.
  std::string words(std::uint32_t node) const;
  /// A test that leaves an open formula open: where to cut next.
  std::uint32_t open_test(std::uint32_t node, const space& s, const part& p) const;

 private:
  std::uint32_t add(const condition_node& n) {
    nodes_.push_back(n);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  std::vector<condition_node> nodes_;
};

/// What to do with a part of the space: nothing more, stop altogether, or cut it where a formula is still open in it.
struct next_step {
  enum class kind : std::uint8_t { leave, stop, cut } what = kind::leave;
  std::uint32_t formula = 0;
  truth first = truth::open;  ///< cut: look first where the formula is this

  static next_step leave() { return {}; }
  static next_step stop() { return {kind::stop, 0, truth::open}; }
  static next_step cut(std::uint32_t formula, truth first = truth::open) { return {kind::cut, formula, first}; }
};

/// Looks at `from` and at every part that it is cut into, depth first. A part that holds no action is never looked at.
/// False where the budget ran out before all was seen or `look` said stop.
bool explore(const space& s, const formulas& f, part from, budget& work, const std::function<next_step(const part&)>& look);

}  // namespace remit::analysis
