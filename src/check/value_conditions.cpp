// Conditions on the value of one fact that holds no amount: yes/no, one of, any of, text.
// Not here: amounts compared (comparisons.cpp), values given to facts (values.cpp).
#include <algorithm>
#include <utility>

#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"
#include "values.hpp"

namespace remit::checking {
namespace {

checked::condition mask_test(atom_kind kind, std::uint32_t number, std::uint64_t mask, std::string words, span where) {
  checked::condition made = test_of(kind, number, std::move(words), where);
  made.atom.mask = mask;
  return made;
}

/// The word on the right of `is`, whatever the grammar took it for.
syntax::word right_word(const syntax::operand& o) {
  if (o.join != syntax::arithmetic::alone) return {};
  if (o.first.kind == syntax::term_kind::name) return o.first.name();
  const bool is_word = o.first.kind == syntax::term_kind::today || o.first.literal.kind == syntax::literal_kind::yes_no;
  return is_word ? o.first.name() : syntax::word{};
}

void wrong_operand(pass& p, const scope& s, const checked::input& fact, const syntax::operand& o) {
  if (o.join == syntax::arithmetic::alone && o.first.kind == syntax::term_kind::literal)
    return wrong_literal(p, fact, o.first.literal);
  if (o.first.kind == syntax::term_kind::name && !is_usable_name(o.first.name().text)) return;
  p.report(code::type_mismatch, o.where,
           ticked(fact.name) + " is " + kind_words(fact.kind) + ", and cannot be compared with " + ticked(syntax::phrase(*s.tree, o)),
           how_to_ask(p, fact));
}

void wrong_operator(pass& p, const checked::input& fact, const syntax::condition& c) {
  p.report(code::wrong_operator, c.op_where,
           ticked(fact.name) + " is " + kind_words(fact.kind) + ", which has no " + ticked(operator_words(c)),
           how_to_ask(p, fact));
}

/// A name among texts, or a text among names.
void wrong_item(pass& p, const checked::input& fact, const syntax::item& item) {
  if (item.is_text) return wrong_literal(p, fact, {syntax::literal_kind::text, item.where, 0, {}, {}, item.text.raw});
  p.report(code::type_mismatch, item.where,
           ticked(fact.name) + " is a text, and " + ticked(item.name.text) + " is not between quotation marks",
           "did you mean `\"" + std::string{item.name.text} + "\"`?");
}

checked::condition text_test(std::uint32_t number, std::vector<std::string> texts, std::string words, span where) {
  checked::condition made = test_of(atom_kind::text, number, std::move(words), where);
  made.texts = std::move(texts);
  return made;
}

}  // namespace

checked::condition test_of(atom_kind kind, std::uint32_t number, std::string words, span where) {
  checked::condition made;
  made.atom.kind = kind;
  made.atom.first = input_id{number};
  made.words = std::move(words);
  made.where = where;
  return made;
}

checked::condition negation_of(checked::condition child, std::string words, span where) {
  checked::condition made;
  made.kind = checked::condition_kind::negation;
  made.children.push_back(std::move(child));
  made.words = std::move(words);
  made.where = where;
  return made;
}

std::string operator_words(const syntax::condition& c) {
  switch (c.kind) {
    case syntax::condition_kind::is_any_of: return "is any of";
    case syntax::condition_kind::includes: return "includes";
    case syntax::condition_kind::includes_any_of: return "includes any of";
    case syntax::condition_kind::includes_all_of: return "includes all of";
    default: return std::string{syntax::phrase(c.op)};
  }
}

std::string how_to_ask(const pass& p, const checked::input& fact) {
  const std::string value = fact.values.empty() ? "…" : fact.values.front().name;
  switch (fact.kind) {
    case input_kind::yes_no: return "write `" + fact.name + "` or `not " + fact.name + "`";
    case input_kind::one_of: return "write `" + fact.name + " is " + value + "`, `is not` or `is any of`";
    case input_kind::any_of: return "write `" + fact.name + " includes " + value + "`, `includes any of` or `includes all of`";
    case input_kind::text: return "write `" + fact.name + " is \"…\"` or `is any of \"…\", \"…\"`";
    case input_kind::date: return "compare it, as in `" + fact.name + " before today`";
    case input_kind::ritual: return "write `" + fact.name + " is overdue`";
    default: break;
  }
  const std::string amount = fact.kind == input_kind::duration ? "3 days" : value_words(p, fact, fact.least);
  return "compare it, as in `" + fact.name + " over " + amount + "`";
}

std::optional<checked::condition> value_comparison(pass& p, const scope& s, std::uint32_t node, std::uint32_t number) {
  const syntax::condition& c = s.tree->conditions[node];
  const checked::input& fact = p.out.inputs[number];
  const syntax::operand& right = s.tree->operands[c.right];
  const bool negative = c.op == syntax::comparison::is_not;
  const std::string words = syntax::condition_phrase(*s.tree, node);
  if ((c.op != syntax::comparison::is && !negative) || fact.kind == input_kind::any_of) {
    wrong_operator(p, fact, c);
    return std::nullopt;
  }
  const syntax::literal& literal = right.first.literal;
  const bool is_literal = right.join == syntax::arithmetic::alone && right.first.kind == syntax::term_kind::literal;
  if (is_literal && literal.kind == syntax::literal_kind::invalid) return std::nullopt;

  if (fact.kind == input_kind::one_of) {
    const syntax::word name = right_word(right);
    if (!name) {
      wrong_operand(p, s, fact, right);
      return std::nullopt;
    }
    const auto value = value_named(p, fact, name.text, name.where);
    if (!value) return std::nullopt;
    const std::uint64_t mask = std::uint64_t{1} << (*value % 64);
    return mask_test(atom_kind::one_of, number, negative ? first_bits(fact.values.size()) & ~mask : mask, words, c.where);
  }
  if (fact.kind == input_kind::yes_no && is_literal && literal.kind == syntax::literal_kind::yes_no) {
    const bool wants_yes = (literal.amount != 0) != negative;
    auto test = test_of(atom_kind::truth, number, wants_yes ? words : fact.name, c.where);
    return wants_yes ? std::move(test) : negation_of(std::move(test), words, c.where);
  }
  if (fact.kind == input_kind::text && is_literal && literal.kind == syntax::literal_kind::text) {
    auto test = text_test(number, {syntax::text_of({literal.raw, literal.where})},
                          negative ? fact.name + " is " + syntax::phrase(literal) : words, c.where);
    return negative ? negation_of(std::move(test), words, c.where) : std::move(test);
  }
  wrong_operand(p, s, fact, right);
  return std::nullopt;
}

std::optional<checked::condition> value_list(pass& p, const scope& s, std::uint32_t node) {
  const syntax::condition& c = s.tree->conditions[node];
  symbol* subject = resolve(p, s, c.subject, a_fact);
  if (subject == nullptr) return std::nullopt;
  subject->used = true;
  const checked::input& fact = p.out.inputs[subject->number];
  const bool is_list = c.kind == syntax::condition_kind::is_any_of;
  const bool fits = is_list ? fact.kind == input_kind::one_of || fact.kind == input_kind::text : fact.kind == input_kind::any_of;
  if (!fits) {
    wrong_operator(p, fact, c);
    return std::nullopt;
  }
  std::uint64_t mask = 0;
  std::vector<std::string> texts;
  bool whole = true;
  for (const syntax::item& item : distinct_items(p, s, c.items)) {
    if (item.is_text != (fact.kind == input_kind::text)) {
      wrong_item(p, fact, item);
      whole = false;
    } else if (item.is_text) {
      texts.push_back(syntax::text_of(item.text));
    } else if (const auto value = value_named(p, fact, item.name.text, item.where)) {
      mask |= std::uint64_t{1} << (*value % 64);
    } else {
      whole = false;
    }
  }
  if (!whole) return std::nullopt;
  std::string words = syntax::condition_phrase(*s.tree, node);
  if (fact.kind == input_kind::text) return text_test(subject->number, std::move(texts), std::move(words), c.where);
  const atom_kind kind = is_list                                             ? atom_kind::one_of
                         : c.kind == syntax::condition_kind::includes_all_of ? atom_kind::includes_all
                                                                             : atom_kind::includes_any;
  return mask_test(kind, subject->number, mask, std::move(words), c.where);
}

}  // namespace remit::checking
