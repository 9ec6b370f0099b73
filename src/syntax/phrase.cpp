// What was written, in the language's canonical words on one line.
// Not here: what any of it means; a phrase of a broken tree is as broken.
#include <remit/syntax/phrase.hpp>

#include <remit/core/wording.hpp>

namespace remit::syntax {
namespace {

std::string text(word w) { return std::string{w.text}; }

/// Whether a condition has to stand in parentheses under one of the kind `parent`.
bool needs_parentheses(condition_kind parent, condition_kind child) noexcept {
  const auto joins = [](condition_kind k) { return k == condition_kind::all_of || k == condition_kind::any_of; };
  return joins(child) && child != parent;
}

std::string items_phrase(const tree& t, slice items) {
  std::string all;
  for (std::uint32_t i = 0; i < items.count; ++i) {
    const item& one = t.items[items.first + i];
    if (i > 0) all += ", ";
    all += one.is_text ? quoted(one.text) : text(one.name);
  }
  return all;
}

std::string compared(const tree& t, const condition& c) {
  std::string all = phrase(t, t.operands[c.left]) + " " + std::string{phrase(c.op)} + " " + phrase(t, t.operands[c.right]);
  if (c.op == comparison::between && c.upper != none) all += " and " + phrase(t, t.operands[c.upper]);
  return all;
}

std::string joined(const tree& t, const condition& c) {
  std::string all;
  for (std::uint32_t child = c.first_child; child != none; child = t.conditions[child].next) {
    if (!all.empty()) all += c.kind == condition_kind::all_of ? " and " : " or ";
    const std::string words = condition_phrase(t, child);
    all += needs_parentheses(c.kind, t.conditions[child].kind) ? "(" + words + ")" : words;
  }
  return all;
}

std::string when_and_unless(const tree& t, const clause& c) {
  std::string all;
  if (c.when != none) all += " when " + condition_phrase(t, c.when);
  if (c.unless != none) all += " unless " + condition_phrase(t, c.unless);
  return all;
}

}  // namespace

std::string quoted(const words& w) {
  std::string all = "\"";
  for (const char c : text_of(w)) {
    if (c == '"' || c == '\\') all += '\\';
    all += c;
  }
  return all + "\"";
}

std::string phrase(const literal& l) {
  switch (l.kind) {
    case literal_kind::yes_no: return l.amount != 0 ? "yes" : "no";
    case literal_kind::number: return number_words(l.amount);
    case literal_kind::money: return money_words(l.amount, l.currency, true);
    case literal_kind::date: {
      const auto day = date::from_days(l.amount);
      return day ? date_words(*day) : std::string{l.raw};
    }
    case literal_kind::duration: return period_words({l.amount, l.unit});
    case literal_kind::text: return quoted({l.raw, l.where});
    case literal_kind::invalid: break;
  }
  return std::string{l.raw};
}

std::string phrase(const tree& t, const operand& o) {
  const auto term_phrase = [](const term& one) {
    switch (one.kind) {
      case term_kind::literal: return phrase(one.literal);
      case term_kind::name: return text(one.name());
      case term_kind::today: return std::string{"today"};
    }
    return std::string{};
  };
  if (o.join == arithmetic::alone) return term_phrase(o.first);
  return term_phrase(o.first) + (o.join == arithmetic::plus ? " plus " : " minus ") + term_phrase(t.terms[o.second]);
}

std::string_view phrase(comparison op) noexcept {
  switch (op) {
    case comparison::over: return "over";
    case comparison::under: return "under";
    case comparison::at_least: return "at least";
    case comparison::at_most: return "at most";
    case comparison::is: return "is";
    case comparison::is_not: return "is not";
    case comparison::between: return "between";
    case comparison::before: return "before";
    case comparison::after: return "after";
  }
  return "is";
}

// The grammar bounds how deep conditions nest, so this ends soon.
std::string condition_phrase(const tree& t, std::uint32_t node) {
  if (node == none) return {};
  const condition& c = t.conditions[node];
  const std::string subject = text(c.subject);
  switch (c.kind) {
    case condition_kind::all_of:
    case condition_kind::any_of: return joined(t, c);
    case condition_kind::negation: {
      const std::string words = condition_phrase(t, c.first_child);
      if (c.first_child == none || !needs_parentheses(c.kind, t.conditions[c.first_child].kind)) return "not " + words;
      return "not (" + words + ")";
    }
    case condition_kind::truth: return subject;
    case condition_kind::compare: return compared(t, c);
    case condition_kind::is_any_of: return subject + " is any of " + items_phrase(t, c.items);
    case condition_kind::includes: return subject + " includes " + items_phrase(t, c.items);
    case condition_kind::includes_any_of: return subject + " includes any of " + items_phrase(t, c.items);
    case condition_kind::includes_all_of: return subject + " includes all of " + items_phrase(t, c.items);
    case condition_kind::is_known: return subject + " is known";
    case condition_kind::is_unknown: return subject + " is unknown";
    case condition_kind::is_overdue: return subject + " is overdue";
    case condition_kind::decision_is:
      return (c.items.count > 1 ? "decision is any of " : "decision is ") + items_phrase(t, c.items);
    case condition_kind::decision_is_not: return "decision is not " + items_phrase(t, c.items);
    case condition_kind::decision_in: return "decision in " + items_phrase(t, c.items);
    case condition_kind::by: return "by " + items_phrase(t, c.items);
    case condition_kind::amendment: return "amendment " + subject + (c.items.count > 0 ? " " + items_phrase(t, c.items) : "");
  }
  return {};
}

std::string choices_phrase(const tree& t, slice choices) {
  std::string all;
  for (std::uint32_t i = 0; i < choices.count; ++i) {
    const choice& one = t.choices[choices.first + i];
    if (i > 0) all += ", ";
    for (std::uint32_t m = 0; m < one.members.count; ++m) {
      const member& party = t.members[one.members.first + m];
      if (m > 0) all += " or ";
      all += text(party.party) + (party.or_above ? " or above" : "");
    }
  }
  return all;
}

std::string names_phrase(const tree& t, slice names) {
  std::string all;
  for (std::uint32_t i = 0; i < names.count; ++i) all += (i > 0 ? ", " : "") + text(t.names[names.first + i]);
  return all;
}

std::string phrase(const tree& t, const type& of) {
  switch (of.kind) {
    case type_kind::yes_no: return "yes/no";
    case type_kind::number: return "number";
    case type_kind::whole_number: return "whole number";
    case type_kind::money: return "money";
    case type_kind::date: return "date";
    case type_kind::duration: return "duration";
    case type_kind::text: return "text";
    case type_kind::one_of:
    case type_kind::any_of: break;
  }
  std::string all = of.kind == type_kind::one_of ? "one of " : "any of ";
  for (std::uint32_t i = 0; i < of.values.count; ++i) {
    const value& one = t.values[of.values.first + i];
    all += (i > 0 ? ", " : "") + text(one.name) + (one.formerly ? " formerly " + text(one.formerly) : "");
  }
  return all;
}

std::string phrase(const tree& t, const given& value) {
  return value.literal.kind == literal_kind::invalid && value.names.count > 0 ? names_phrase(t, value.names)
                                                                              : phrase(value.literal);
}

std::string phrase(const days& d) { return phrase(d.from) + (d.has_to ? " to " + phrase(d.to) : ""); }

std::string verdict_phrase(const tree& t, const clause& c) {
  const std::string parties = choices_phrase(t, c.choices);
  const std::string within = c.within != none ? " within " + phrase(t.periods[c.within]) : "";
  switch (c.kind) {
    case clause_kind::escalate: return c.choices.count == 0 ? "escalate" : "escalate to " + parties;
    case clause_kind::consult:
      return (c.choices.count == 0 ? "consult" : "consult " + parties) + (c.for_agreement ? " for agreement" : "");
    case clause_kind::allow: return c.choices.count == 0 ? "allow" : "allow " + parties;
    case clause_kind::record: return "record " + quoted(c.what);
    case clause_kind::action: return "do " + quoted(c.what);
    case clause_kind::notify: return "notify " + parties + within;
    case clause_kind::ratify: return "ratify by " + parties + within;
  }
  return {};
}

std::string phrase(const tree& t, const clause& c) {
  std::string all = (c.then ? "then " : "") + verdict_phrase(t, c) + when_and_unless(t, c);
  if (c.despite.count > 0) all += " despite " + names_phrase(t, c.despite);
  return all;
}

std::string phrase(const tree& t, const promise& p) {
  return (p.always ? "always " : "never ") + verdict_phrase(t, p.verdict) + when_and_unless(t, p.verdict);
}

std::string expectation_phrase(const tree& t, const example& e) {
  return verdict_phrase(t, e.expect) + (e.by_rule ? " by rule " + text(e.by_rule) : "");
}

}  // namespace remit::syntax
