// Z3 asked one thing at a time: is there an action for which this holds?
// Not here: what is asked.
#pragma once

#include <stdexcept>

#include "agree/z3/terms.hpp"

namespace remit::smt {

class solver {
 public:
  explicit solver(terms& t) : terms_{t}, z3_{t.context()} {}

  bool possible(const z3::expr& what) {
    const z3::expr plain = what.simplify();
    if (plain.is_true() || plain.is_false()) ++settled_;
    if (plain.is_false()) return false;
    ++asked_;
    for (; known_ < terms_.domain().size(); ++known_) z3_.add(terms_.domain()[static_cast<int>(known_)]);
    z3_.push();
    z3_.add(plain);
    const z3::check_result answer = z3_.check();
    z3_.pop();
    if (answer == z3::unknown) throw std::runtime_error("Z3 does not know: " + z3_.reason_unknown());
    return answer == z3::sat;
  }
  unsigned long long asked() const noexcept { return asked_; }

 private:
  terms& terms_;
  z3::solver z3_;
  unsigned known_ = 0;
  unsigned long long asked_ = 0, settled_ = 0;
};

}  // namespace remit::smt
