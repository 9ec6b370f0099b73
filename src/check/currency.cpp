// One agreement, one currency: said in the header, or shown by the amounts.
// Not here: the types of amounts (kinds.cpp, comparisons.cpp).
#include <algorithm>
#include <optional>
#include <vector>

#include <remit/syntax/phrase.hpp>

#include "pass.hpp"

namespace remit::checking {
namespace {

/// A currency and the place that says so.
struct stated {
  currency is;
  span where;
};

std::string code_words(currency c) { return std::string(c.code, 3); }

std::optional<stated> statement_of(const scope& s) {
  if (s.tree->currencies.empty()) return std::nullopt;
  const syntax::word& value = s.tree->currencies.front().value;
  if (value.text.size() != 3) return std::nullopt;
  return stated{currency{{value.text[0], value.text[1], value.text[2]}}, value.where};
}

/// Every amount of money in a file, from top to bottom.
std::vector<syntax::literal> amounts_in(const syntax::tree& t) {
  std::vector<syntax::literal> all;
  const auto take = [&](const syntax::literal& l) {
    if (l.kind == syntax::literal_kind::money) all.push_back(l);
  };
  for (const auto& f : t.facts) take(f.from), take(f.to), take(f.default_value.literal);
  for (const auto& h : t.thresholds) take(h.value);
  for (const auto& o : t.operands) take(o.first.literal);
  for (const auto& term : t.terms) take(term.literal);
  for (const auto& c : t.circumstances) take(c.value.literal);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.where.begin < b.where.begin; });
  return all;
}

void check_statements(pass& p, const stated& agreed) {
  for (const scope& s : p.scopes) {
    const auto own = statement_of(s);
    if (!own || own->is == agreed.is || s.is_root()) continue;
    auto& d = p.report(code::currency_mismatch, s.included_at,
                       ticked(p.sources->name(s.tree->file)) + " is in " + code_words(own->is) + ", and this agreement is in " +
                           code_words(agreed.is));
    d.related.push_back({own->where, "the framework's currency"});
    d.related.push_back({agreed.where, "the agreement's currency"});
  }
}

void report_missing(pass& p) {
  for (const scope& s : p.scopes)
    for (const syntax::fact& f : s.tree->facts)
      if (f.type.kind == syntax::type_kind::money) {
        p.report(code::missing_currency, f.type.where, ticked(f.name.text) + " is money, but nothing says in which currency",
                 "add `currency GBP`, or whichever it is, to the header");
        return;
      }
}

}  // namespace

void settle_currency(pass& p) {
  std::optional<stated> agreed;
  for (const scope& s : p.scopes)
    if (!agreed) agreed = statement_of(s);
  const bool is_stated = agreed.has_value();
  if (is_stated) check_statements(p, *agreed);

  for (const scope& s : p.scopes) {
    const auto own = statement_of(s);
    for (const syntax::literal& l : amounts_in(*s.tree)) {
      if (!agreed) agreed = stated{l.currency, l.where};
      const stated& expected = own ? *own : *agreed;
      if (l.currency == expected.is) continue;
      p.report(code::currency_mismatch, l.where,
               ticked(syntax::phrase(l)) + " is in " + code_words(l.currency) + ", and the agreement is in " +
                   code_words(expected.is),
               "write the amount in " + code_words(expected.is) + ": an agreement has one currency")
          .related.push_back({expected.where, is_stated ? "the currency is said here" : "the first amount shows the currency"});
    }
  }
  if (agreed)
    p.out.currency = agreed->is;
  else if (!p.root().is_framework && p.is_complete)
    report_missing(p);
}

}  // namespace remit::checking
