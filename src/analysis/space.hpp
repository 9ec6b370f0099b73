// The space of actions: its variables, the tests conditions make of them, and the parts of it that tests cut out.
// Exact: integers are integers, and a part that holds no action is never kept.
// Not here: which conditions are asked (explore.hpp) and why (prove.cpp, cover.cpp, compare.cpp).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <remit/agreement/atom.hpp>
#include <remit/agreement/truth.hpp>

namespace remit::analysis {

__extension__ typedef __int128 wide;  // sums of bounds, which may pass 64 bits

enum class sort : std::uint8_t {
  ordered,  ///< an integer, a multiple of `step`, from `least` to `most`
  values,   ///< one of `count` values
  set       ///< any subset of `count` values
};

struct variable {
  analysis::sort sort = sort::values;
  std::int64_t least = 0, most = 0, step = 1;
  std::uint32_t count = 2;
  std::int64_t simplest = 0;  ///< what a witness takes where it may: a default, or nothing much
  bool related = false;       ///< ordered: compared with another variable somewhere
  std::uint32_t row = 0;      ///< related: its place among those
};

/// One test of one or two variables.
struct test {
  enum class kind : std::uint8_t { constant, one_of, includes_any, includes_all, linear } kind = kind::constant;
  bool holds = false;                   ///< constant
  std::uint32_t first = 0, second = 0;  ///< variables; second for a linear test with sign_second
  std::uint64_t mask = 0;               ///< one_of, includes_*
  std::int8_t sign_first = 1, sign_second = 0;
  relation op = relation::at_most;
  std::int64_t limit = 0;

  friend bool operator==(const test&, const test&) = default;
};

/// Part of the space: for each variable what it may still be, and between related ones how far apart they are.
struct part {
  struct range {
    std::int64_t low, high;
    friend bool operator==(const range&, const range&) = default;
  };
  struct left {
    part::range range;   ///< ordered; related ones hold their projection
    std::uint64_t may;   ///< possible values, or members
    std::uint64_t must;  ///< members that are in
  };
  std::vector<left> of;      ///< by variable
  std::vector<wide> bounds;  ///< related: an octagon, bounds[2n*i + j] limits v_j - v_i (v_2k = x_k, v_2k+1 = -x_k)

  static constexpr wide no_bound = wide{1} << 100;
};

/// A point: the value of each variable; sets as masks.
using point = std::vector<std::int64_t>;

class space {
 public:
  std::uint32_t add(const variable& v);
  /// The number of an equal test, old or new. Relating two variables must happen before the first part is made.
  std::uint32_t add(const test& t);

  /// While the space is being made: a further bound on an ordered variable, a further value of another.
  void narrow_range(std::uint32_t v, std::int64_t least, std::int64_t most, std::int64_t step);
  void set_count(std::uint32_t v, std::uint32_t count) { variables_[v].count = count; }

  const std::vector<variable>& variables() const noexcept { return variables_; }
  const variable& at(std::uint32_t v) const { return variables_.at(v); }
  const test& test_at(std::uint32_t t) const { return tests_.at(t); }
  std::size_t test_count() const noexcept { return tests_.size(); }

  /// What a cut costs, in cuts of a space without related variables.
  std::uint64_t cut_cost() const noexcept { return 1 + std::uint64_t{rows_} * rows_ * rows_ / 16; }

  /// All of it.
  part whole() const;
  /// Whether the test holds throughout the part, nowhere in it, or (perhaps) both.
  truth decide(const test& t, const part& p) const;
  /// The part cut along the test: in each piece the test is decided or nearer to it; none is empty.
  std::vector<part> split(const test& t, const part& p) const;
  /// Narrow one variable of the part. False where nothing is left.
  bool narrow(part& p, std::uint32_t v, std::int64_t low, std::int64_t high) const;
  bool narrow_values(part& p, std::uint32_t v, std::uint64_t may) const;
  /// Widens the part to what is left without bounds on sums and differences that no test asks for.
  void forget_uncompared(part& p) const;
  /// Visits each bound between two variables of the part that its ranges do not already imply, as an `at_most` test: of
  /// those sums and differences that some test asks for, which imply all others.
  /// False as soon as `visit` answers false.
  bool each_relation(const part& p, const std::function<bool(const test&)>& visit) const;
  /// Each variable's simplest value.
  point simplest() const;
  /// A point of the part near another, variable by variable.
  point sample(const part& p, const point& near) const;
  /// A point of the part with few variables away from their simplest values.
  point sample(const part& p) const { return sample(p, simplest()); }
  /// The same as parts that hold nothing else.
  part single(const part& p, const point& near) const;
  part single(const part& p) const { return single(p, simplest()); }
  bool contains(const part& p, const point& at) const;
  /// Whether variable `v` alone keeps two parts apart.
  bool apart(const part& a, const part& b, std::uint32_t v) const;
  /// What two parts share; nothing where that holds no action.
  std::optional<part> both(const part& a, const part& b) const;
  /// Everything that is in the part but for the value of variable `v`, which may now be any.
  void forget(part& p, std::uint32_t v) const;
  /// The part with variable `v` (ordered) greater by `by` in all of it. False where that leaves the variable's range.
  bool move(part& p, std::uint32_t v, std::int64_t by) const;

 private:
  bool limit(part& p, const test& t, relation op, std::int64_t limit) const;
  bool limit_sum(part& p, std::uint32_t x, int sign_x, std::uint32_t y, int sign_y, wide most) const;
  bool close(part& p) const;
  part::range sum_range(const test& t, const part& p) const;
  bool compares(std::uint32_t row, std::uint32_t other, bool sum) const;

  std::vector<variable> variables_;
  std::vector<test> tests_;
  std::uint32_t rows_ = 0;
  std::vector<std::uint32_t> variable_of_row_;
};

}  // namespace remit::analysis
