// Parts of the space of actions and what tests make of them.
// Related amounts are kept as an octagon (bounds on x, x + y and x - y), closed over the integers after every cut:
// shortest paths, then every bound brought down to what the grain of its variables can reach, until nothing moves. Where all
// have the same grain once is enough (Bagnara, Hill, Zaffanella: Weakly-relational shapes for numeric abstractions, 2009).
// Not here: which conditions are asked (explore.hpp).
#include "space.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace remit::analysis {
namespace {

constexpr wide no_bound = wide{1} << 100;

constexpr std::int64_t floor_to(std::int64_t n, std::int64_t step) {
  const std::int64_t rest = n % step;
  return n - (rest < 0 ? rest + step : rest);
}
constexpr wide floor_to(wide n, std::int64_t step) {
  if (step <= 2) return step == 1 ? n : n & ~wide{1};  // most often
  const wide rest = n % step;
  return n - (rest < 0 ? rest + step : rest);
}
constexpr std::int64_t ceiling_to(std::int64_t n, std::int64_t step) { return -floor_to(-n, step); }


std::int64_t clamped(wide n) {
  constexpr wide low = -largest_amount * wide{4}, high = largest_amount * wide{2};
  return static_cast<std::int64_t>(n < low / 2 ? low / 2 : n > high ? high : n);
}

}  // namespace

std::uint32_t space::add(const variable& v) {
  variables_.push_back(v);
  return static_cast<std::uint32_t>(variables_.size() - 1);
}

std::uint32_t space::add(const test& t) {
  if (t.kind == test::kind::linear && t.sign_second != 0)
    for (std::uint32_t v : {t.first, t.second}) {
      if (variables_[v].related) continue;
      variables_[v].related = true;
      variables_[v].row = rows_++;
      variable_of_row_.push_back(v);
    }
  const auto known = std::find(tests_.begin(), tests_.end(), t);
  if (known != tests_.end()) return static_cast<std::uint32_t>(known - tests_.begin());
  tests_.push_back(t);
  return static_cast<std::uint32_t>(tests_.size() - 1);
}

void space::narrow_range(std::uint32_t v, std::int64_t least, std::int64_t most, std::int64_t step) {
  variable& x = variables_[v];
  x.least = std::max(x.least, least);
  x.most = std::min(x.most, most);
  x.step = std::max(x.step, step);  // one divides the other: 1 and 10,000, or equal
}

part space::whole() const {
  part p;
  for (const variable& v : variables_) p.of.push_back({{v.least, v.most}, first_bits(v.count), 0});
  const std::size_t n = 2 * rows_;
  p.bounds.assign(n * n, no_bound);
  for (std::size_t i = 0; i < n; ++i) p.bounds[n * i + i] = 0;
  for (std::uint32_t r = 0; r < rows_; ++r) {
    const variable& v = variables_[variable_of_row_[r]];
    p.bounds[n * (2 * r + 1) + 2 * r] = wide{v.most} * 2;  // x - (-x) <= 2 most
    p.bounds[n * (2 * r) + 2 * r + 1] = -(wide{v.least} * 2);
  }
  close(p);
  return p;
}

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

truth space::decide(const test& t, const part& p) const {
  const auto settle = [](bool yes, bool no) { return yes ? truth::yes : no ? truth::no : truth::open; };
  switch (t.kind) {
    case test::kind::constant: return truth_of(t.holds);
    case test::kind::one_of: return settle((p.of[t.first].may & ~t.mask) == 0, (p.of[t.first].may & t.mask) == 0);
    case test::kind::includes_any: return settle((p.of[t.first].must & t.mask) != 0, (p.of[t.first].may & t.mask) == 0);
    case test::kind::includes_all: return settle((t.mask & ~p.of[t.first].must) == 0, (t.mask & ~p.of[t.first].may) != 0);
    case test::kind::linear: break;
  }
  const part::range sum = sum_range(t, p);
  switch (t.op) {
    case relation::less: return settle(sum.high < t.limit, sum.low >= t.limit);
    case relation::at_most: return settle(sum.high <= t.limit, sum.low > t.limit);
    case relation::more: return settle(sum.low > t.limit, sum.high <= t.limit);
    case relation::at_least: return settle(sum.low >= t.limit, sum.high < t.limit);
    case relation::equal: return settle(sum.low == t.limit && sum.high == t.limit, t.limit < sum.low || t.limit > sum.high);
    case relation::unequal: return settle(t.limit < sum.low || t.limit > sum.high, sum.low == t.limit && sum.high == t.limit);
  }
  return truth::open;
}

std::vector<part> space::split(const test& t, const part& p) const {
  std::vector<part> pieces;
  pieces.reserve(3);
  const auto keep = [&](auto&& narrowing) {
    part piece = p;
    if (narrowing(piece)) pieces.push_back(std::move(piece));
  };
  switch (t.kind) {
    case test::kind::constant: return {p};
    case test::kind::one_of:
      keep([&](part& q) { return narrow_values(q, t.first, q.of[t.first].may & t.mask); });
      keep([&](part& q) { return narrow_values(q, t.first, q.of[t.first].may & ~t.mask); });
      return pieces;
    case test::kind::includes_any:
    case test::kind::includes_all: {
      // One member at a time: the first that is neither in nor out.
      const std::uint64_t open = t.mask & p.of[t.first].may & ~p.of[t.first].must;
      const std::uint64_t member = open & (~open + 1);
      keep([&](part& q) { return q.of[t.first].must |= member, true; });
      keep([&](part& q) { return q.of[t.first].may &= ~member, true; });
      return pieces;
    }
    case test::kind::linear: break;
  }
  switch (t.op) {
    case relation::less:
    case relation::at_least:
      keep([&](part& q) { return limit(q, t, relation::at_most, t.limit - 1); });
      keep([&](part& q) { return limit(q, t, relation::at_least, t.limit); });
      break;
    case relation::at_most:
    case relation::more:
      keep([&](part& q) { return limit(q, t, relation::at_most, t.limit); });
      keep([&](part& q) { return limit(q, t, relation::at_least, t.limit + 1); });
      break;
    case relation::equal:
    case relation::unequal:
      keep([&](part& q) { return limit(q, t, relation::at_most, t.limit - 1); });
      keep([&](part& q) { return limit(q, t, relation::at_most, t.limit) && limit(q, t, relation::at_least, t.limit); });
      keep([&](part& q) { return limit(q, t, relation::at_least, t.limit + 1); });
      break;
  }
  return pieces;
}

// Narrows to `sum <= limit` or `sum >= limit`.
bool space::limit(part& p, const test& t, relation op, std::int64_t bound) const {
  const bool at_most = op == relation::at_most;
  if (t.sign_second == 0) {
    const bool upper = at_most == (t.sign_first > 0);
    const std::int64_t end = t.sign_first > 0 ? bound : -bound;
    const auto now = p.of[t.first].range;
    return upper ? narrow(p, t.first, now.low, std::min(now.high, end)) : narrow(p, t.first, std::max(now.low, end), now.high);
  }
  const int turn = at_most ? 1 : -1;
  return limit_sum(p, t.first, turn * t.sign_first, t.second, turn * t.sign_second, turn * wide{bound});
}

bool space::narrow_values(part& p, std::uint32_t v, std::uint64_t may) const { return (p.of[v].may = may) != 0; }

bool space::narrow(part& p, std::uint32_t v, std::int64_t low, std::int64_t high) const {
  const variable& x = variables_[v];
  low = ceiling_to(low, x.step);
  high = floor_to(high, x.step);
  p.of[v].range = {low, high};
  if (low > high) return false;
  if (!x.related) return true;
  const std::size_t n = 2 * rows_, r = 2 * x.row;
  wide& most = p.bounds[n * (r + 1) + r];
  wide& least = p.bounds[n * r + r + 1];
  most = std::min(most, wide{high} * 2);
  least = std::min(least, -(wide{low} * 2));
  return close(p);
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

point space::simplest() const {
  point all;
  for (const variable& v : variables_) all.push_back(v.simplest);
  return all;
}

part space::single(const part& p, const point& near) const {
  part left = p;
  // Coarse amounts first: a fine one can follow them, not the other way round.
  std::vector<std::uint32_t> order(variables_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return variables_[a].step > variables_[b].step; });
  for (std::uint32_t v : order) {
    part::left& of = left.of[v];
    switch (variables_[v].sort) {
      case sort::values: {
        const bool may = near[v] >= 0 && near[v] < 64 && (of.may >> near[v] & 1) != 0;
        of.may = single_bit(may ? static_cast<std::uint32_t>(near[v]) : static_cast<std::uint32_t>(std::countr_zero(of.may)));
        break;
      }
      case sort::set: of.may = of.must = (static_cast<std::uint64_t>(near[v]) & of.may) | of.must; break;
      case sort::ordered: {
        const std::int64_t at = std::clamp(near[v], of.range.low, of.range.high);
        narrow(left, v, at, at);
        break;
      }
    }
  }
  return left;
}

point space::sample(const part& p, const point& near) const {
  const part one = single(p, near);
  point at;
  for (std::uint32_t v = 0; v < variables_.size(); ++v) switch (variables_[v].sort) {
      case sort::values: at.push_back(std::countr_zero(one.of[v].may)); break;
      case sort::set: at.push_back(static_cast<std::int64_t>(one.of[v].must)); break;
      case sort::ordered: at.push_back(one.of[v].range.low); break;
    }
  return at;
}

bool space::contains(const part& p, const point& at) const {
  part exact = p;
  for (std::uint32_t v = 0; v < variables_.size(); ++v) {
    const auto mask = static_cast<std::uint64_t>(at[v]);
    switch (variables_[v].sort) {
      case sort::values:
        if ((p.of[v].may >> at[v] & 1) == 0) return false;
        break;
      case sort::set:
        if ((mask & ~p.of[v].may) != 0 || (p.of[v].must & ~mask) != 0) return false;
        break;
      case sort::ordered:
        if (at[v] < exact.of[v].range.low || at[v] > exact.of[v].range.high || !narrow(exact, v, at[v], at[v])) return false;
        break;
    }
  }
  return true;
}

std::optional<part> space::both(const part& a, const part& b) const {
  part shared = a;
  for (std::uint32_t v = 0; v < variables_.size(); ++v) {
    shared.of[v].range = {std::max(a.of[v].range.low, b.of[v].range.low), std::min(a.of[v].range.high, b.of[v].range.high)};
    shared.of[v].may &= b.of[v].may;
    shared.of[v].must |= b.of[v].must;
    switch (variables_[v].sort) {
      case sort::ordered:
        if (shared.of[v].range.low > shared.of[v].range.high) return std::nullopt;
        break;
      case sort::values:
        if (shared.of[v].may == 0) return std::nullopt;
        break;
      case sort::set:
        if ((shared.of[v].must & ~shared.of[v].may) != 0) return std::nullopt;
        break;
    }
  }
  for (std::size_t i = 0; i < shared.bounds.size(); ++i) shared.bounds[i] = std::min(a.bounds[i], b.bounds[i]);
  if (!close(shared)) return std::nullopt;
  return shared;
}

void space::forget(part& p, std::uint32_t v) const {
  const variable& x = variables_[v];
  p.of[v].range = {x.least, x.most};
  p.of[v].may = first_bits(x.count);
  p.of[v].must = 0;
  if (!x.related) return;
  const std::size_t n = 2 * rows_, r = 2 * x.row;
  for (std::size_t i = 0; i < n; ++i)
    for (const std::size_t own : {r, r + 1}) {
      p.bounds[n * i + own] = p.bounds[n * own + i] = no_bound;
      p.bounds[n * own + own] = 0;
    }
  p.bounds[n * (r + 1) + r] = wide{x.most} * 2;
  p.bounds[n * r + r + 1] = -(wide{x.least} * 2);
  close(p);
}

bool space::move(part& p, std::uint32_t v, std::int64_t by) const {
  const variable& x = variables_[v];
  p.of[v].range.low += by;
  p.of[v].range.high += by;
  if (x.related) {
    // bounds[n*i + j] limits v_j - v_i: with v_j = x it grows, with v_j = -x it shrinks; with v_i the other way round.
    const std::size_t n = 2 * rows_, plus = 2 * x.row, minus = plus + 1;
    const auto grown = [&](std::size_t k) -> wide { return k == plus ? by : k == minus ? -wide{by} : wide{0}; };
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (wide& bound = p.bounds[n * i + j]; bound != no_bound && i != j) bound += grown(j) - grown(i);
  }
  return p.of[v].range.low <= p.of[v].range.high && narrow(p, v, std::max(p.of[v].range.low, x.least), std::min(p.of[v].range.high, x.most));
}

}  // namespace remit::analysis
