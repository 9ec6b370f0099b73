// Parts to terms: what each part demands, less what goes without saying, grown as far as the region goes.
// Not here: holding parts against each other (join.cpp).
#include "region.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "join.hpp"

namespace remit::analysis {
namespace {

using kind = demand::kind;

std::uint64_t bit(std::uint32_t member) { return std::uint64_t{1} << member; }

class covering {
 public:
  covering(const space& s, const part& universe, std::vector<part> parts, budget& work)
      : s_{s}, universe_{universe}, parts_{std::move(parts)}, work_{work} {}

  region run() {
    std::vector<term> terms;
    for (const part& p : parts_) {
      term grown = widened(without_needless(demands_of(p)));
      if (std::find(terms.begin(), terms.end(), grown) == terms.end()) terms.push_back(std::move(grown));
    }
    std::stable_sort(terms.begin(), terms.end(), [](const term& a, const term& b) { return a.size() < b.size(); });
    region made{without_covered(std::move(terms)), {}};
    for (const term& t : made.terms) meets(t, made.parts.emplace_back());
    return made;
  }

 private:
  term demands_of(const part& p) const {
    term all;
    for (std::uint32_t v = 0; v < s_.variables().size(); ++v) switch (s_.at(v).sort) {
        case sort::ordered:
          if (p.of[v].range.low > universe_.of[v].range.low) all.push_back({kind::at_least, v, p.of[v].range.low, 0, {}});
          if (p.of[v].range.high < universe_.of[v].range.high) all.push_back({kind::at_most, v, p.of[v].range.high, 0, {}});
          break;
        case sort::values:
          if (p.of[v].may != universe_.of[v].may) all.push_back({kind::values, v, 0, p.of[v].may, {}});
          break;
        case sort::set:
          for (std::uint32_t member = 0; member < s_.at(v).count; ++member) {
            if ((p.of[v].must & ~universe_.of[v].must & bit(member)) != 0) all.push_back({kind::includes, v, 0, bit(member), {}});
            if ((universe_.of[v].may & ~p.of[v].may & bit(member)) != 0) all.push_back({kind::excludes, v, 0, bit(member), {}});
          }
          break;
      }
    s_.each_relation(p, [&](const test& t) {
      if (s_.decide(t, universe_) != truth::yes) all.push_back({kind::related, t.first, t.limit, 0, t});
      return true;
    });
    return all;
  }

  bool narrow(part& p, const demand& d) const {
    switch (d.what) {
      case kind::at_least:
        return s_.narrow(p, d.variable, std::max(p.of[d.variable].range.low, d.limit), p.of[d.variable].range.high);
      case kind::at_most: return s_.narrow(p, d.variable, p.of[d.variable].range.low, std::min(p.of[d.variable].range.high, d.limit));
      case kind::values: return s_.narrow_values(p, d.variable, p.of[d.variable].may & d.mask);
      case kind::includes: p.of[d.variable].must |= d.mask; return (d.mask & ~p.of[d.variable].may) == 0;
      case kind::excludes: p.of[d.variable].may &= ~d.mask; return (d.mask & p.of[d.variable].must) == 0;
      case kind::related: break;
    }
    if (s_.decide(d.relation, p) == truth::yes) return true;
    for (part& piece : s_.split(d.relation, p))
      if (s_.decide(d.relation, piece) == truth::yes) return p = std::move(piece), true;
    return false;
  }
  // The part that meets a term; false where nothing does.
  bool meets(const term& t, part& p) const {
    p = universe_;
    return std::all_of(t.begin(), t.end(), [&](const demand& d) { return narrow(p, d); });
  }
  bool stays_inside(const term& t) const {
    part p;
    return !meets(t, p) || within(s_, p, parts_, work_);
  }

  // Bounds that no condition speaks of only follow from others, and relations are the hardest to read: those go first.
  int burden(const demand& d) const {
    if (d.what == kind::related) return spoken_of(d) ? 2 : 4;
    if (d.what == kind::at_least || d.what == kind::at_most) return spoken_of(d) ? 1 : 3;
    return d.what == kind::excludes ? 1 : 0;
  }
  bool spoken_of(const demand& d) const {
    const auto turned = [](const test& t) { return std::tuple(t.first, t.second, -t.sign_first, -t.sign_second); };
    for (std::uint32_t t = 0; t < s_.test_count(); ++t) {
      const test& known = s_.test_at(t);
      if (known.kind != test::kind::linear) continue;
      if (d.what == kind::related) {
        if (known.sign_second == 0) continue;
        const auto asked = std::tuple(d.relation.first, d.relation.second, +d.relation.sign_first, +d.relation.sign_second);
        const bool same = asked == std::tuple(known.first, known.second, +known.sign_first, +known.sign_second) ||
                          asked == std::tuple(known.second, known.first, +known.sign_second, +known.sign_first);
        const bool opposite =
            asked == turned(known) || asked == std::tuple(known.second, known.first, -known.sign_second, -known.sign_first);
        const std::int64_t step = std::max<std::int64_t>(1, s_.at(known.first).step);
        const std::int64_t gap = same ? d.limit - known.limit : d.limit + known.limit;
        if ((same || opposite) && gap <= step && gap >= -step) return true;
      } else if (known.sign_second == 0 && known.first == d.variable) {
        const std::int64_t gap = d.limit - known.sign_first * known.limit, step = s_.at(d.variable).step;
        if (gap <= step && gap >= -step) return true;
      }
    }
    return false;
  }

  term without_needless(term t) const {
    term by_burden = t;
    std::stable_sort(by_burden.begin(), by_burden.end(), [&](const demand& a, const demand& b) { return burden(a) > burden(b); });
    for (const demand& d : by_burden) {
      term less = t;
      less.erase(std::find(less.begin(), less.end(), d));
      if (stays_inside(less)) t = std::move(less);
    }
    return t;
  }

  // What cannot be left out may still be eased: a bound moved to where another part ends, a further value let in.
  term widened(term t) const {
    for (std::size_t i = 0; i < t.size(); ++i) {
      const std::uint32_t v = t[i].variable;
      const auto try_instead = [&](const demand& d) {
        term eased = t;
        eased[i] = d;
        if (stays_inside(eased)) t = std::move(eased);
      };
      if (t[i].what == kind::at_least || t[i].what == kind::at_most) {
        const bool least = t[i].what == kind::at_least;
        for (const part& p : parts_) {
          demand d = t[i];
          d.limit = least ? p.of[v].range.low : p.of[v].range.high;
          if (least ? d.limit < t[i].limit : d.limit > t[i].limit) try_instead(d);
        }
      } else if (t[i].what == kind::values) {
        for (std::uint32_t value = 0; value < s_.at(v).count; ++value) {
          demand d = t[i];
          d.mask |= bit(value) & universe_.of[v].may;
          if (d.mask != t[i].mask) try_instead(d);
        }
      }
    }
    return t;
  }

  std::vector<term> without_covered(std::vector<term> terms) const {
    for (std::size_t i = terms.size(); terms.size() > 1 && i-- > 0;) {
      part p;
      std::vector<part> others;
      for (std::size_t j = 0; j < terms.size(); ++j)
        if (part other; j != i && meets(terms[j], other)) others.push_back(std::move(other));
      if (meets(terms[i], p) && !within(s_, p, others, work_)) continue;
      terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return terms;
  }

  const space& s_;
  const part& universe_;
  const std::vector<part> parts_;
  budget& work_;
};

}  // namespace

region covered(const space& s, const part& universe, std::vector<part> parts, budget& work) {
  return covering{s, universe, joined(s, std::move(parts), work), work}.run();
}

}  // namespace remit::analysis
