// Amounts that are related to each other: an octagon (bounds on x, x + y and x - y), closed over the integers after every cut:
// shortest paths, then every bound brought down to what the grain of its variables can reach, until nothing moves. Where all
// have the same grain once is enough (Bagnara, Hill, Zaffanella: Weakly-relational shapes for numeric abstractions, 2009).
// Not here: what else a part holds (space.cpp).
#include "space.hpp"

#include <algorithm>
#include <numeric>

namespace remit::analysis {
namespace {

constexpr wide no_bound = part::no_bound;

constexpr wide floor_to(wide n, std::int64_t step) {
  if (step <= 2) return step == 1 ? n : n & ~wide{1};  // most often
  const wide rest = n % step;
  return n - (rest < 0 ? rest + step : rest);
}

std::int64_t clamped(wide n) {
  constexpr wide low = -largest_amount * wide{4}, high = largest_amount * wide{2};
  return static_cast<std::int64_t>(n < low / 2 ? low / 2 : n > high ? high : n);
}

}  // namespace

// Bounds of sign_first * first + sign_second * second.
part::range space::sum_range(const test& t, const part& p) const {
  const auto signed_range = [&](std::uint32_t v, int sign) {
    const auto r = p.of[v].range;
    return sign > 0 ? r : part::range{-r.high, -r.low};
  };
  const auto x = signed_range(t.first, t.sign_first);
  if (t.sign_second == 0) return x;
  const auto y = signed_range(t.second, t.sign_second);
  const std::size_t n = 2 * rows_;
  // v_j - v_i with v_j = ±x and v_i = ∓y.
  const std::size_t rx = 2 * variables_[t.first].row, ry = 2 * variables_[t.second].row;
  const std::size_t plus_x = t.sign_first > 0 ? rx : rx + 1, minus_x = t.sign_first > 0 ? rx + 1 : rx;
  const std::size_t plus_y = t.sign_second > 0 ? ry : ry + 1, minus_y = t.sign_second > 0 ? ry + 1 : ry;
  const wide high = p.bounds[n * minus_y + plus_x], low = -p.bounds[n * plus_y + minus_x];
  return {std::max(x.low + y.low, clamped(low)), std::min(x.high + y.high, clamped(high))};
}

// sign_x * x + sign_y * y <= most
bool space::limit_sum(part& p, std::uint32_t x, int sign_x, std::uint32_t y, int sign_y, wide most) const {
  const std::size_t n = 2 * rows_, rx = 2 * variables_[x].row, ry = 2 * variables_[y].row;
  const std::size_t plus_x = sign_x > 0 ? rx : rx + 1, minus_y = sign_y > 0 ? ry + 1 : ry;
  wide& bound = p.bounds[n * minus_y + plus_x];
  wide& mirror = p.bounds[n * (plus_x ^ 1) + (minus_y ^ 1)];
  bound = std::min(bound, most);
  mirror = std::min(mirror, most);
  return close(p);
}

bool space::close(part& p) const {
  const std::size_t n = 2 * rows_;
  if (n == 0) return true;
  auto& m = p.bounds;
  const auto step_of = [this](std::size_t i) { return variables_[variable_of_row_[i / 2]].step; };
  bool alike = true;
  for (std::uint32_t r = 1; r < rows_; ++r) alike = alike && step_of(2 * r) == step_of(0);
  for (bool moved = true; moved;) {
    moved = false;
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t i = 0; i < n; ++i) {
        if (m[n * i + k] == no_bound) continue;
        for (std::size_t j = 0; j < n; ++j)
          if (m[n * k + j] != no_bound && m[n * i + k] + m[n * k + j] < m[n * i + j]) m[n * i + j] = m[n * i + k] + m[n * k + j];
      }
    for (std::size_t i = 0; i < n; ++i)
      if (m[n * i + i] < 0) return false;
    // The grain: x is a multiple of its step, so 2x of twice that; x ± y of what divides both steps.
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        wide& bound = m[n * i + j];
        if (i == j || bound == no_bound) continue;
        const bool own = i / 2 == j / 2;
        const wide tight = floor_to(bound, own ? 2 * step_of(i) : alike ? step_of(i) : std::gcd(step_of(i), step_of(j)));
        moved = moved || (tight != bound && !(alike && own));
        bound = tight;
      }
    for (std::size_t i = 0; i < n; ++i)
      if (m[n * i + (i ^ 1)] + m[n * (i ^ 1) + i] < 0) return false;
    // Two bounds of one variable each bound their sum.
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) {
        const wide own_i = m[n * i + (i ^ 1)], own_j = m[n * (j ^ 1) + j];
        if (i == j || own_i == no_bound || own_j == no_bound) continue;
        const wide both = floor_to(own_i + own_j, 2) / 2;
        if (both >= m[n * i + j]) continue;
        m[n * i + j] = both;
        moved = moved || !alike;
      }
  }
  for (std::uint32_t r = 0; r < rows_; ++r) {
    const std::uint32_t v = variable_of_row_[r];
    p.of[v].range = {clamped(-m[n * (2 * r) + 2 * r + 1] / 2), clamped(m[n * (2 * r + 1) + 2 * r] / 2)};
    if (p.of[v].range.low > p.of[v].range.high) return false;
  }
  return true;
}

bool space::compares(std::uint32_t row, std::uint32_t other, bool sum) const {
  return std::any_of(tests_.begin(), tests_.end(), [&](const test& t) {
    if (t.kind != test::kind::linear || t.sign_second == 0 || (t.sign_first == t.sign_second) != sum) return false;
    const std::uint32_t a = variables_[t.first].row, b = variables_[t.second].row;
    return (a == row && b == other) || (a == other && b == row);
  });
}

void space::forget_uncompared(part& p) const {
  const std::size_t n = 2 * rows_;
  for (std::uint32_t a = 0; a < rows_; ++a)
    for (std::uint32_t b = a + 1; b < rows_; ++b)
      for (const bool sum : {true, false}) {
        if (compares(a, b, sum)) continue;
        for (const std::size_t i : {2 * a, 2 * a + 1}) {
          const std::size_t j = sum ? 2 * b + (1 - i % 2) : 2 * b + i % 2;  // v_j - v_i is ±(x + y), or ±(y - x)
          p.bounds[n * i + j] = p.bounds[n * j + i] = no_bound;
        }
      }
  close(p);
}

bool space::each_relation(const part& p, const std::function<bool(const test&)>& visit) const {
  const std::size_t n = 2 * rows_;
  for (std::uint32_t a = 0; a < rows_; ++a)
    for (std::uint32_t b = a + 1; b < rows_; ++b)
      for (const int sign_a : {1, -1})
        for (const int sign_b : {1, -1}) {
          if (!compares(a, b, sign_a == sign_b)) continue;
          // sign_a * x + sign_b * y <= bound
          const wide bound = p.bounds[n * (2 * b + (sign_b > 0 ? 1 : 0)) + 2 * a + (sign_a > 0 ? 0 : 1)];
          const std::uint32_t x = variable_of_row_[a], y = variable_of_row_[b];
          const wide most_x = sign_a > 0 ? wide{p.of[x].range.high} : -wide{p.of[x].range.low};
          const wide most_y = sign_b > 0 ? wide{p.of[y].range.high} : -wide{p.of[y].range.low};
          if (bound >= most_x + most_y) continue;
          test t;
          t.kind = test::kind::linear;
          t.first = x;
          t.second = y;
          t.sign_first = static_cast<std::int8_t>(sign_a);
          t.sign_second = static_cast<std::int8_t>(sign_b);
          t.op = relation::at_most;
          t.limit = clamped(bound);
          if (!visit(t)) return false;
        }
  return true;
}

}  // namespace remit::analysis
