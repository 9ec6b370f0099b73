// Parts held against each other, cut by cut.
// Not here: what the points of a part have in common.
#include "join.hpp"

#include <algorithm>
#include <utility>

namespace remit::analysis {
namespace {

part hull(const space& s, const part& a, const part& b) {
  part h = a;
  for (std::size_t v = 0; v < s.variables().size(); ++v) {
    h.of[v].range = {std::min(a.of[v].range.low, b.of[v].range.low), std::max(a.of[v].range.high, b.of[v].range.high)};
    h.of[v].may |= b.of[v].may;
    h.of[v].must &= b.of[v].must;
  }
  for (std::size_t i = 0; i < h.bounds.size(); ++i) h.bounds[i] = std::max(a.bounds[i], b.bounds[i]);
  s.forget_uncompared(h);
  return h;
}

bool join_exactly(const space& s, const part& a, const part& b, part& joined) {
  joined = hull(s, a, b);
  return without(s, joined, a, [&](part rest) { return without(s, std::move(rest), b, [](part) { return false; }); });
}

// Whether some single variable already keeps the two apart.
bool plainly_apart(const space& s, const part& a, const part& b) {
  for (std::uint32_t v = 0; v < s.variables().size(); ++v)
    if (s.apart(a, b, v)) return true;
  return false;
}

bool within_from(const space& s, const part& p, const std::vector<part>& cover, std::size_t next, budget& work) {
  while (next < cover.size() && plainly_apart(s, p, cover[next])) ++next;
  if (next == cover.size() || work.spent()) return false;
  work.spend(s.cut_cost());
  return without(s, p, cover[next], [&](part rest) { return within_from(s, rest, cover, next + 1, work); });
}

}  // namespace

bool without(const space& s, part from, const part& hole, const std::function<bool(part)>& outside) {
  for (std::uint32_t v = 0; v < s.variables().size(); ++v) {
    const variable& x = s.at(v);
    if (x.sort == sort::ordered) {
      part below = from, above = from;
      if (from.of[v].range.low < hole.of[v].range.low && s.narrow(below, v, from.of[v].range.low, hole.of[v].range.low - 1) &&
          !outside(std::move(below)))
        return false;
      if (from.of[v].range.high > hole.of[v].range.high && s.narrow(above, v, hole.of[v].range.high + 1, from.of[v].range.high) &&
          !outside(std::move(above)))
        return false;
      if (!s.narrow(from, v, std::max(from.of[v].range.low, hole.of[v].range.low),
                    std::min(from.of[v].range.high, hole.of[v].range.high)))
        return true;
    } else if (x.sort == sort::values) {
      part other = from;
      if (s.narrow_values(other, v, from.of[v].may & ~hole.of[v].may) && !outside(std::move(other))) return false;
      if (!s.narrow_values(from, v, from.of[v].may & hole.of[v].may)) return true;
    } else {
      for (std::uint32_t member = 0; member < x.count; ++member) {
        const std::uint64_t bit = std::uint64_t{1} << member;
        if ((hole.of[v].may & bit) == 0 && (from.of[v].may & bit) != 0) {
          part with = from;
          with.of[v].must |= bit;
          if (!outside(std::move(with))) return false;
          if ((from.of[v].must & bit) != 0) return true;
          from.of[v].may &= ~bit;
        }
        if ((hole.of[v].must & bit) != 0 && (from.of[v].must & bit) == 0) {
          part lacking = from;
          lacking.of[v].may &= ~bit;
          if (!outside(std::move(lacking))) return false;
          if ((from.of[v].may & bit) == 0) return true;
          from.of[v].must |= bit;
        }
      }
    }
  }
  bool accepted = true;
  s.each_relation(hole, [&](const test& side) {  // `side` holds throughout the hole
    bool some_inside = false;
    part inside;
    for (part& piece : s.split(side, from)) {
      if (s.decide(side, piece) == truth::yes) {
        inside = std::move(piece);
        some_inside = true;
      } else if (!outside(std::move(piece))) {
        return accepted = false;
      }
    }
    if (some_inside) from = std::move(inside);
    return some_inside;
  });
  return accepted;
}

bool within(const space& s, const part& p, const std::vector<part>& cover, budget& work) {
  return within_from(s, p, cover, 0, work);
}

std::vector<part> joined(const space& s, std::vector<part> parts, budget& work) {
  for (bool joined_some = true; joined_some;) {
    joined_some = false;
    for (std::size_t i = 0; i < parts.size(); ++i)
      for (std::size_t j = i + 1; j < parts.size();) {
        if (work.spent()) return parts;
        work.spend(s.cut_cost());
        part joined;
        if (!join_exactly(s, parts[i], parts[j], joined)) {
          ++j;
          continue;
        }
        parts[i] = std::move(joined);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(j));
        joined_some = true;
      }
  }
  return parts;
}

}  // namespace remit::analysis
