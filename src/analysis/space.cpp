// Parts of the space of actions and what tests make of them.
// Not here: amounts that are related to each other (octagon.cpp), which conditions are asked (explore.hpp).
#include "space.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace remit::analysis {
namespace {

constexpr std::int64_t floor_to(std::int64_t n, std::int64_t step) {
  const std::int64_t rest = n % step;
  return n - (rest < 0 ? rest + step : rest);
}
constexpr std::int64_t ceiling_to(std::int64_t n, std::int64_t step) { return -floor_to(-n, step); }

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
  p.bounds.assign(n * n, part::no_bound);
  for (std::size_t i = 0; i < n; ++i) p.bounds[n * i + i] = 0;
  for (std::uint32_t r = 0; r < rows_; ++r) {
    const variable& v = variables_[variable_of_row_[r]];
    p.bounds[n * (2 * r + 1) + 2 * r] = wide{v.most} * 2;  // x - (-x) <= 2 most
    p.bounds[n * (2 * r) + 2 * r + 1] = -(wide{v.least} * 2);
  }
  close(p);
  return p;
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

bool space::apart(const part& a, const part& b, std::uint32_t v) const {
  const part::left &x = a.of[v], &y = b.of[v];
  switch (variables_[v].sort) {
    case sort::ordered: return x.range.high < y.range.low || y.range.high < x.range.low;
    case sort::values: return (x.may & y.may) == 0;
    case sort::set: return (x.must & ~y.may) != 0 || (y.must & ~x.may) != 0;
  }
  return false;
}

std::optional<part> space::both(const part& a, const part& b) const {
  part shared = a;
  for (std::uint32_t v = 0; v < variables_.size(); ++v) {
    if (apart(a, b, v)) return std::nullopt;
    shared.of[v].range = {std::max(a.of[v].range.low, b.of[v].range.low), std::min(a.of[v].range.high, b.of[v].range.high)};
    shared.of[v].may &= b.of[v].may;
    shared.of[v].must |= b.of[v].must;
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
      p.bounds[n * i + own] = p.bounds[n * own + i] = part::no_bound;
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
        if (wide& bound = p.bounds[n * i + j]; bound != part::no_bound && i != j) bound += grown(j) - grown(i);
  }
  return p.of[v].range.low <= p.of[v].range.high && narrow(p, v, std::max(p.of[v].range.low, x.least), std::min(p.of[v].range.high, x.most));
}

}  // namespace remit::analysis
