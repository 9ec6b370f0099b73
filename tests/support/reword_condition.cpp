// Other words for conditions.
// Not here: clauses and rules (reword.cpp).
#include "support/reword_condition.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "support/reword.hpp"

namespace remit::generate {
namespace {

using checked::condition;
using checked::condition_kind;

constexpr const char* op_words[] = {"under", "at most", "is", "is not", "at least", "over"};

condition joined(condition_kind how, checked::conditions all) {
  if (all.size() == 1) return std::move(all.front());
  condition c;
  c.kind = how;
  c.children = std::move(all);
  return c;
}
condition both(condition a, condition b) { return joined(condition_kind::all_of, {std::move(a), std::move(b)}); }
condition either(condition a, condition b) { return joined(condition_kind::any_of, {std::move(a), std::move(b)}); }
condition negated(condition c) {
  condition no;
  no.kind = condition_kind::negation;
  no.children.push_back(std::move(c));
  return no;
}

relation opposite(relation op) {
  constexpr relation other[] = {relation::at_least, relation::more, relation::unequal, relation::equal, relation::less, relation::at_most};
  return other[static_cast<int>(op)];
}

const std::map<std::string, std::string>& mirrored() {
  static const std::map<std::string, std::string> all{{"under", "over"},       {"over", "under"},     {"before", "over"},
                                                      {"after", "under"},      {"at most", "at least"}, {"at least", "at most"},
                                                      {"is", "is"},            {"is not", "is not"}};
  return all;
}

bool is_day(input_kind k) { return k == input_kind::day || k == input_kind::date; }

// `x OP bound`, where the comparison is of one input.
struct single {
  input_id x;
  relation op;
  std::int64_t bound;
};
std::optional<single> single_of(const condition& c) {
  if (c.kind != condition_kind::atom || c.atom.kind != atom_kind::linear || c.atom.sign_second != 0) return {};
  if (c.left.terms.size() + c.right.terms.size() > 2) return {};
  const bool mirrored = c.atom.sign_first < 0;
  return single{c.atom.first, mirrored ? turned(c.atom.op) : c.atom.op, c.atom.sign_first * c.atom.limit};
}

class rewording {
 public:
  rewording(random& r, const checked::document& d) : r_{r}, d_{d} {}

  condition whole(condition c) {
    for (condition& child : c.children) child = whole(std::move(child));
    for (checked::side* side : {&c.left, &c.right})
      for (checked::side::term& t : side->terms)
        if (std::none_of(d_.thresholds.begin(), d_.thresholds.end(), [&](const auto& known) { return known.name == t.threshold; }))
          t.threshold.clear();
    return r_.chance(60) ? otherwise(std::move(c)) : c;
  }

 private:
  condition otherwise(condition c) {
    const std::uint32_t dice = r_.below(10);
    if (dice == 0) return negated(negated(std::move(c)));
    if (dice == 1) return r_.chance(50) ? both(c, c) : either(c, c);
    switch (c.kind) {
      case condition_kind::all_of:
      case condition_kind::any_of: return join(std::move(c));
      case condition_kind::negation: return opposite_of(std::move(c));
      case condition_kind::decision_in: return listed(c, c.decisions, [](condition& one, decision_id d) { one.decisions = {d}; });
      case condition_kind::atom: return atom_otherwise(std::move(c));
    }
    return c;
  }

  condition join(condition c) {
    const bool all = c.kind == condition_kind::all_of;
    r_.shuffle(c.children);
    if (r_.chance(50)) {  // De Morgan
      for (condition& child : c.children) child = negated(std::move(child));
      c.kind = all ? condition_kind::any_of : condition_kind::all_of;
      return negated(std::move(c));
    }
    // Distributed over the first child that joins the other way.
    const auto inner = std::find_if(c.children.begin(), c.children.end(), [&](const condition& child) {
      return child.kind == (all ? condition_kind::any_of : condition_kind::all_of);
    });
    if (inner == c.children.end()) return c;
    const condition spread = *inner;
    c.children.erase(inner);
    checked::conditions pieces;
    for (const condition& one : spread.children) {
      checked::conditions together = c.children;
      together.push_back(one);
      pieces.push_back(joined(c.kind, std::move(together)));
    }
    return joined(spread.kind, std::move(pieces));
  }

  condition opposite_of(condition c) {
    condition& child = c.children.front();
    if (child.kind == condition_kind::negation) {
      condition said = std::move(child.children.front());
      return said;
    }
    if (const auto s = single_of(child); s && can_be_written(s->x, s->bound)) return comparison(d_, s->x, opposite(s->op), s->bound);
    return c;
  }

  condition atom_otherwise(condition c) {
    const atom& a = c.atom;
    const auto by_value = [&](condition_kind how) {
      checked::conditions all;
      for (std::uint32_t v = 0; v < 64; ++v)
        if ((a.mask >> v & 1) != 0) {
          all.push_back(c);
          all.back().atom.mask = std::uint64_t{1} << v;
        }
      return joined(how, std::move(all));
    };
    switch (a.kind) {
      case atom_kind::one_of: {
        const std::uint64_t others = ((std::uint64_t{1} << d_.inputs[a.first.value].values.size()) - 1) & ~a.mask;
        if (others == 0 || r_.chance(50)) return by_value(condition_kind::any_of);
        c.atom.mask = others;
        return negated(std::move(c));
      }
      case atom_kind::includes_any: return by_value(condition_kind::any_of);
      case atom_kind::includes_all: return by_value(condition_kind::all_of);
      case atom_kind::text: return listed(c, c.texts, [](condition& one, const std::string& t) { one.texts = {t}; });
      case atom_kind::by: {
        checked::conditions others;
        for (std::uint32_t p = 0; p < d_.parties.size(); ++p)
          if (!d_.parties[p].is_role && a.party.value != p) {
            others.push_back(c);
            others.back().atom.party = party_id{p};
          }
        return others.empty() ? c : negated(joined(condition_kind::any_of, std::move(others)));
      }
      case atom_kind::linear: return bound_otherwise(std::move(c));
      default: return c;
    }
  }

  template <class List, class Say>
  condition listed(const condition& c, const List& all, Say say) {
    checked::conditions pieces;
    for (const auto& one : all) {
      pieces.push_back(c);
      say(pieces.back(), one);
    }
    return joined(condition_kind::any_of, std::move(pieces));
  }

  bool can_be_written(input_id x, std::int64_t amount) const {
    const checked::input& in = d_.inputs[x.value];
    if (amount > in.most || amount < in.least) return false;
    return amount >= 0 || is_day(in.kind);
  }

  condition bound_otherwise(condition c) {
    if (r_.chance(30)) {  // the sides swapped: the same test, seen from the other side
      const auto at = mirrored().find(c.op);
      if (at == mirrored().end()) return c;
      std::swap(c.left, c.right);
      c.op = at->second;
      return c;
    }
    const auto s = single_of(c);
    if (!s) return c;
    const std::int64_t grain = d_.inputs[s->x.value].step;
    if (s->bound % grain != 0) return c;
    const auto say = [&](relation op, std::int64_t bound) {
      return can_be_written(s->x, bound) ? comparison(d_, s->x, op, bound) : c;
    };
    switch (s->op) {
      case relation::more: return say(relation::at_least, s->bound + grain);
      case relation::at_least: return say(relation::more, s->bound - grain);
      case relation::less: return say(relation::at_most, s->bound - grain);
      case relation::at_most: return say(relation::less, s->bound + grain);
      case relation::unequal:
        if (!can_be_written(s->x, s->bound)) return c;
        return either(comparison(d_, s->x, relation::less, s->bound), comparison(d_, s->x, relation::more, s->bound));
      case relation::equal: {
        if (!can_be_written(s->x, s->bound)) return c;
        const condition low = comparison(d_, s->x, relation::at_least, s->bound), high = comparison(d_, s->x, relation::at_most, s->bound);
        return r_.chance(50) ? both(low, high) : both(high, low);  // the first is written as `between`
      }
    }
    return c;
  }

  random& r_;
  const checked::document& d_;
};

}  // namespace

condition comparison(const checked::document& d, input_id input, relation op, std::int64_t amount) {
  condition c;
  const input_kind own = d.inputs.at(input.value).kind;
  c.unit = is_day(own) ? input_kind::date : own;
  checked::side::term x, bound;
  x.input = input;
  bound.constant = amount;
  c.left.terms = {x};
  c.right.terms = {bound};
  c.atom.kind = atom_kind::linear;
  c.atom.first = input;
  c.atom.sign_first = 1;
  c.atom.op = op;
  c.atom.limit = amount;
  c.op = op_words[static_cast<int>(op)];
  return c;
}

condition reword(random& r, const checked::document& d, condition c) { return rewording{r, d}.whole(std::move(c)); }

}  // namespace remit::generate
