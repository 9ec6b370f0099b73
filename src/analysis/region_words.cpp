// A region as a condition of the language. What all terms demand stands once, in front of the alternatives.
// Not here: amounts and their figures (bound_words.cpp).
#include "region_words.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <map>
#include <numeric>
#include <utility>

#include <remit/core/wording.hpp>

#include "bound_words.hpp"

namespace remit::analysis {
namespace {

using kind = demand::kind;
using phrases = std::vector<std::string>;

std::string strung(const phrases& all, const std::string& word) {
  std::string words;
  for (const auto& p : all) words += (words.empty() ? "" : word) + p;
  return words;
}

class wording {
 public:
  wording(const model& m, currency money) : m_{m}, money_{money} {}

  std::string of(const region& r) const {
    term common = r.terms.empty() ? term{} : r.terms.front();
    std::erase_if(common, [&](const demand& d) {
      return !std::all_of(r.terms.begin(), r.terms.end(), [&](const term& t) { return demands(t, d); });
    });
    // Two ends of one range are said together or not at all.
    std::erase_if(common, [&](const demand& d) {
      return std::any_of(r.terms.begin(), r.terms.end(), [&](const term& t) {
        return std::any_of(t.begin(), t.end(), [&](const demand& e) { return other_end(d, e) && !demands(common, e); });
      });
    });
    phrases all = of(common);
    std::vector<term> rest;
    for (term t : r.terms) {
      std::erase_if(t, [&](const demand& d) { return demands(common, d); });
      if (!t.empty()) rest.push_back(std::move(t));
    }
    if (all.empty()) return strung(alternatives(rest), " or ");
    if (!rest.empty()) all.push_back(enclosed(rest));
    return strung(all, " and ");
  }

 private:
  static bool demands(const term& t, const demand& d) { return std::find(t.begin(), t.end(), d) != t.end(); }
  static bool other_end(const demand& a, const demand& b) {
    const bool ends =
        (a.what == kind::at_least && b.what == kind::at_most) || (a.what == kind::at_most && b.what == kind::at_least);
    return ends && a.variable == b.variable;
  }

  // `(a or b) and (c or d)` for a and c, a and d, b and c, b and d: single demands that go with the same rests.
  // Takes the terms of such a product out of `terms`; empty where there is none.
  std::string product(std::vector<term>& terms) const {
    std::map<std::vector<std::size_t>, term> factors;  // by the numbers of their rests
    std::vector<term> rests;
    std::vector<demand> seen;
    for (const term& t : terms)
      for (const demand& d : t) {
        if (std::find(seen.begin(), seen.end(), d) != seen.end()) continue;
        seen.push_back(d);
        std::vector<std::size_t> numbers;
        for (const term& with : terms) {
          if (!demands(with, d) || with.size() < 2) continue;
          term rest = with;
          std::erase(rest, d);
          auto known = std::find(rests.begin(), rests.end(), rest);
          numbers.push_back(static_cast<std::size_t>(known - rests.begin()));
          if (known == rests.end()) rests.push_back(std::move(rest));
        }
        std::sort(numbers.begin(), numbers.end());
        if (numbers.size() > 1) factors[numbers].push_back(d);
      }
    const auto best = std::max_element(factors.begin(), factors.end(), [](const auto& a, const auto& b) {
      const auto terms_in = [](const auto& f) { return f.second.size() < 2 ? 0 : f.first.size() * f.second.size(); };
      return terms_in(a) < terms_in(b);
    });
    if (best == factors.end() || best->second.size() < 2) return {};
    std::vector<term> either, rest;
    for (const demand& d : best->second) either.push_back({d});
    for (std::size_t number : best->first) rest.push_back(rests[number]);
    std::erase_if(terms, [&](const term& t) {
      return std::any_of(best->second.begin(), best->second.end(), [&](const demand& d) {
        if (!demands(t, d)) return false;
        term left = t;
        std::erase(left, d);
        return std::find(rest.begin(), rest.end(), left) != rest.end();
      });
    });
    return enclosed(either) + " and " + enclosed(rest);
  }
  // The alternatives as one part of a conjunction.
  std::string enclosed(const std::vector<term>& terms) const {
    const phrases either = alternatives(terms);
    return either.size() > 1 ? "(" + strung(either, " or ") + ")" : strung(either, " or ");
  }

  phrases alternatives(std::vector<term> terms) const {
    phrases all;
    const bool several = terms.size() > 1;
    for (std::string words; several && !(words = product(terms)).empty();)
      all.push_back(terms.empty() && all.empty() ? words : "(" + words + ")");
    std::vector<bool> said(terms.size(), false);
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (said[i]) continue;
      const demand& first = terms[i].front();
      if (terms[i].size() == 1 && first.what == kind::includes) {
        // `duties includes a or duties includes b` is one test.
        std::uint64_t mask = 0;
        for (std::size_t j = i; j < terms.size(); ++j)
          if (terms[j].size() == 1 && terms[j].front().what == kind::includes && terms[j].front().variable == first.variable) {
            mask |= terms[j].front().mask;
            said[j] = true;
          }
        all.push_back(name(first.variable) + " includes " + members(first.variable, mask, "any of "));
        continue;
      }
      const auto hole = std::find_if(terms.begin() + static_cast<std::ptrdiff_t>(i) + 1, terms.end(), [&](const term& t) {
        return terms[i].size() == 1 && t.size() == 1 && is_hole(first, t.front());
      });
      if (hole != terms.end()) {
        const demand& below = first.what == kind::at_most ? first : hole->front();
        const std::string missing = amount(below.variable, below.limit + step_of(below.variable));
        all.push_back(name(first.variable) + " is not " + missing);
        said[static_cast<std::size_t>(hole - terms.begin())] = true;
        continue;
      }
      const phrases one = of(terms[i]);
      all.push_back(one.size() > 1 && several ? "(" + strung(one, " and ") + ")" : strung(one, " and "));
    }
    return all;
  }
  // All amounts but one.
  bool is_hole(const demand& a, const demand& b) const {
    if (!other_end(a, b)) return false;
    const demand &below = a.what == kind::at_most ? a : b, &above = a.what == kind::at_least ? a : b;
    const std::int64_t hole = below.limit + step_of(below.variable);
    return hole + step_of(below.variable) == above.limit && (hole >= 0 || is_day(a.variable));
  }

  phrases of(const term& t) const {
    phrases all;
    for (std::uint32_t v = 0; v < m_.space().variables().size(); ++v) {
      const demand *least = nullptr, *most = nullptr;
      std::uint64_t in = 0, out = 0;
      for (const demand& d : t) {
        if (d.variable != v) continue;
        switch (d.what) {
          case kind::at_least: least = &d; break;
          case kind::at_most: most = &d; break;
          case kind::values:
            if (std::string words = choice(v, d.mask); !words.empty()) all.push_back(std::move(words));
            break;
          case kind::includes: in |= d.mask; break;
          case kind::excludes: out |= d.mask; break;
          case kind::related: break;
        }
      }
      if (least != nullptr || most != nullptr) range(v, least, most, all);
      if (in != 0) all.push_back(name(v) + " includes " + members(v, in, "all of "));
      if (out != 0) all.push_back("not " + name(v) + " includes " + members(v, out, "any of "));
    }
    for (const demand& d : t)
      if (d.what == kind::related) related(d.relation, t, all);
    return all;
  }

  std::string name(std::uint32_t v) const { return m_.of(v).kind == input_kind::day ? "today" : m_.of(v).name; }
  bool is_day(std::uint32_t v) const { return m_.of(v).kind == input_kind::day || m_.of(v).kind == input_kind::date; }
  std::int64_t step_of(std::uint32_t v) const { return m_.space().at(v).step; }
  std::string amount(std::uint32_t v, std::int64_t n) const { return amount_words(n, m_.of(v).kind, money_); }

  void range(std::uint32_t v, const demand* least, const demand* most, phrases& all) const {
    const auto end_of = [&](const demand& d, bool at_least) {
      test sum;
      sum.kind = test::kind::linear;
      sum.first = v;
      return figure_of(m_.space(), sum, at_least, d.limit, step_of(v), is_day(v));
    };
    if (least != nullptr && most != nullptr && least->limit == most->limit) return all.push_back(bound(v, "is ", least->limit));
    const figure from = least != nullptr ? end_of(*least, true) : figure{},
                 to = most != nullptr ? end_of(*most, false) : figure{};
    if (least != nullptr && most != nullptr && !from.strict && !to.strict && (from.amount >= 0 || is_day(v)))
      return all.push_back(name(v) + " between " + amount(v, from.amount) + " and " + amount(v, to.amount));
    if (least != nullptr) all.push_back(bound(v, !from.strict ? "at least " : is_day(v) ? "after " : "over ", from.amount));
    if (most != nullptr) all.push_back(bound(v, !to.strict ? "at most " : is_day(v) ? "before " : "under ", to.amount));
  }
  // The language writes no negative amount in a condition: `f at most -3` is said as `f plus 3 at most 0`.
  std::string bound(std::uint32_t v, const std::string& op, std::int64_t n) const {
    if (n >= 0 || is_day(v)) return name(v) + " " + op + amount(v, n);
    return name(v) + " plus " + amount(v, -n) + " " + op + amount(v, 0);
  }

  std::string choice(std::uint32_t v, std::uint64_t may) const {
    const variable& x = m_.space().at(v);
    const std::uint64_t every = first_bits(x.count);
    const auto& meaning = m_.of(v);
    if (meaning.kind == input_kind::yes_no) return (may == 1 ? "not " : "") + name(v);
    if (meaning.kind == input_kind::ritual) {
      // Of two periods the new one is meant; states that it does not tell apart are said elsewhere (two_periods.hpp).
      const bool some_overdue = (may & 0b1010) != 0, some_current = (may & 0b0101) != 0;
      return some_overdue && some_current ? "" : (some_current ? "not " : "") + name(v) + " is overdue";
    }
    const bool is_text = meaning.kind == input_kind::text;
    // Value 0 of a text is every text that no condition names: said as "not" the others.
    const bool by_others = is_text ? (may & 1) != 0 : std::popcount(may) > 1 && std::popcount(every & ~may) == 1;
    phrases chosen;
    for (std::uint32_t i = 0; i < x.count; ++i)
      if (((by_others ? ~may : may) >> i & 1) != 0)
        chosen.push_back(is_text ? text_words(meaning.values.at(i)) : meaning.values.at(i));
    if (by_others && chosen.size() == 1 && !is_text) return name(v) + " is not " + chosen.front();
    return (by_others ? "not " : "") + name(v) + (chosen.size() == 1 ? " is " : " is any of ") + strung(chosen, ", ");
  }

  std::string members(std::uint32_t v, std::uint64_t mask, const std::string& several) const {
    phrases all;
    for (std::uint32_t i = 0; i < m_.space().at(v).count; ++i)
      if ((mask >> i & 1) != 0) all.push_back(m_.of(v).values.at(i));
    return (all.size() > 1 ? several : "") + strung(all, ", ");
  }

  // Which of two amounts a condition speaks of first; of a date and today, the date.
  std::uint32_t subject_of(const test& difference) const {
    const auto is_today = [&](std::uint32_t v) { return m_.of(v).kind == input_kind::day; };
    if (is_today(difference.first) != is_today(difference.second))
      return is_today(difference.first) ? difference.second : difference.first;
    for (std::uint32_t i = 0; i < m_.space().test_count(); ++i) {
      const test& t = m_.space().test_at(i);
      if (t.kind != test::kind::linear || t.sign_second == 0 || t.sign_first == t.sign_second) continue;
      const std::uint32_t subject = t.sign_first > 0 ? t.first : t.second, other = t.sign_first > 0 ? t.second : t.first;
      if (subject == difference.first && other == difference.second) return difference.first;
      if (subject == difference.second && other == difference.first) return difference.second;
    }
    return difference.first;
  }

  // `cost plus family_spend at most £1,500`, `cost over budget_left`, `court_date before today plus 14 days`.
  void related(const test& t, const term& whole, phrases& all) const {
    const bool plus = t.sign_first == t.sign_second;
    // A length of time is taken from a date, never a date from a length of time.
    const bool swapped = !plus && (is_day(t.first) == is_day(t.second) ? subject_of(t) == t.second : is_day(t.second));
    test sum = t;
    if (swapped) {
      std::swap(sum.first, sum.second);
      std::swap(sum.sign_first, sum.sign_second);
    }
    const bool at_least = sum.sign_first < 0;
    // "At least" and "at most" the same is "is", said once.
    const bool equal = std::any_of(whole.begin(), whole.end(), [&](const demand& d) {
      return d.what == kind::related && d.relation.first == t.first && d.relation.second == t.second &&
             d.relation.sign_first == -t.sign_first && d.relation.sign_second == -t.sign_second && d.relation.limit == -t.limit;
    });
    if (equal && at_least) return;
    sum.sign_first = 1;
    sum.sign_second = plus ? 1 : -1;
    const std::int64_t step = std::gcd(step_of(sum.first), step_of(sum.second));
    const bool of_one_kind = is_day(sum.first) == is_day(sum.second);
    const bool of_days = is_day(sum.first) && of_one_kind && !plus;
    const input_kind measure = !of_one_kind ? input_kind::date : of_days ? input_kind::duration : m_.of(sum.first).kind;
    const std::int64_t end = at_least ? -t.limit : t.limit;
    const figure f = equal ? figure{end, false} : figure_of(m_.space(), sum, at_least, end, step, !of_one_kind);
    const bool dated = of_days || !of_one_kind;
    const std::string op = equal                  ? " is "
                           : f.strict && at_least ? (dated ? " after " : " over ")
                           : f.strict             ? (dated ? " before " : " under ")
                           : at_least             ? " at least "
                                                  : " at most ";
    const auto of = [&](std::int64_t n) { return amount_words(n, measure, money_); };
    if (plus || !of_one_kind) {
      // No negative amount stands in a condition, but one amount less another may.
      const std::string figure_words = f.amount >= 0 || !of_one_kind ? of(f.amount) : of(0) + " minus " + of(-f.amount);
      return all.push_back(name(sum.first) + (plus ? " plus " : " minus ") + name(sum.second) + op + figure_words);
    }
    std::string words = name(sum.first) + op + name(sum.second);
    if (f.amount != 0) words += (f.amount > 0 ? " plus " : " minus ") + of(std::llabs(f.amount));
    all.push_back(words);
  }

  const model& m_;
  currency money_;
};

}  // namespace

std::string condition_words(const model& m, const region& r, currency money) { return wording{m, money}.of(r); }

}  // namespace remit::analysis
