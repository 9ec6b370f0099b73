// Conditions resolved, joint by joint, down to single tests.
// Not here: comparisons (comparisons.cpp, values.cpp).
#include "conditions.hpp"

#include <algorithm>

#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"
#include "values.hpp"

namespace remit::checking {
namespace {

/// How a name that is no yes/no fact was probably meant where it stands alone.
std::string alone_help(const symbol& s) {
  const std::string name{s.text};
  switch (s.kind) {
    case named::party: return "did you mean `by " + name + "`?";
    case named::ritual: return "did you mean `" + name + " is overdue`?";
    case named::decision: return "did you mean `decision is " + name + "`?";
    case named::decision_class: return "did you mean `decision in " + name + "`?";
    case named::threshold: return "compare something with it, as in `… over " + name + "`";
    default: return {};
  }
}

class resolving {
 public:
  resolving(pass& p, const scope& s) : p_{p}, s_{s} {}

  // The grammar bounds how deep conditions nest, so this ends soon.
  std::optional<checked::condition> of(std::uint32_t node) {
    const syntax::condition& c = s_.tree->conditions[node];
    switch (c.kind) {
      case syntax::condition_kind::all_of: return joined(node, checked::condition_kind::all_of);
      case syntax::condition_kind::any_of: return joined(node, checked::condition_kind::any_of);
      case syntax::condition_kind::negation: return negated(node);
      case syntax::condition_kind::truth: return truth(node);
      case syntax::condition_kind::compare: return comparison_of(p_, s_, node);
      case syntax::condition_kind::is_any_of:
      case syntax::condition_kind::includes:
      case syntax::condition_kind::includes_any_of:
      case syntax::condition_kind::includes_all_of: return value_list(p_, s_, node);
      case syntax::condition_kind::is_known:
      case syntax::condition_kind::is_unknown: return known(node);
      case syntax::condition_kind::is_overdue: return overdue(node);
      case syntax::condition_kind::decision_is:
      case syntax::condition_kind::decision_is_not: return decision_is(node);
      case syntax::condition_kind::decision_in: return decision_in(node);
      case syntax::condition_kind::by: return by(node);
      case syntax::condition_kind::amendment: return amendment(node);
    }
    return std::nullopt;
  }

 private:
  const syntax::condition& at(std::uint32_t node) const { return s_.tree->conditions[node]; }
  std::string words(std::uint32_t node) const { return syntax::condition_phrase(*s_.tree, node); }

  std::optional<checked::condition> joined(std::uint32_t node, checked::condition_kind how) {
    checked::condition made;
    made.kind = how;
    made.words = words(node);
    made.where = at(node).where;
    bool whole = true;
    for (std::uint32_t child = at(node).first_child; child != syntax::none; child = at(child).next) {
      auto part = of(child);
      if (part)
        made.children.push_back(std::move(*part));
      else
        whole = false;
    }
    if (!whole || made.children.empty()) return std::nullopt;
    if (made.children.size() == 1) return std::move(made.children.front());
    return made;
  }

  std::optional<checked::condition> negated(std::uint32_t node) {
    const std::uint32_t child = at(node).first_child;
    if (child == syntax::none) return std::nullopt;
    auto part = of(child);
    if (!part) return std::nullopt;
    return negation_of(std::move(*part), words(node), at(node).where);
  }

  std::optional<checked::condition> truth(std::uint32_t node) {
    const syntax::condition& c = at(node);
    const symbol* known = find(p_, s_, c.subject.text);
    symbol* fact = resolve(p_, s_, c.subject, a_fact, known != nullptr ? alone_help(*known) : std::string{});
    if (fact == nullptr) return std::nullopt;
    fact->used = true;
    const checked::input& input = p_.out.inputs[fact->number];
    if (input.kind != input_kind::yes_no) {
      p_.report(code::type_mismatch, c.where,
                ticked(input.name) + " is " + kind_words(input.kind) + ", and only a yes/no fact stands alone",
                how_to_ask(p_, input))
          .related.push_back({fact->where, "declared here"});
      return std::nullopt;
    }
    return test_of(atom_kind::truth, fact->number, words(node), c.where);
  }

  std::optional<checked::condition> known(std::uint32_t node) {
    const syntax::condition& c = at(node);
    symbol* fact = resolve(p_, s_, c.subject, a_fact, "only facts are known or unknown");
    if (fact == nullptr) return std::nullopt;
    fact->used = true;
    const std::string name{fact->text};
    auto test = test_of(atom_kind::known, fact->number, name + " is known", c.where);
    if (c.kind == syntax::condition_kind::is_known) return test;
    return negation_of(std::move(test), words(node), c.where);
  }

  std::optional<checked::condition> overdue(std::uint32_t node) {
    const syntax::condition& c = at(node);
    symbol* ritual = resolve(p_, s_, c.subject, a_ritual, "only a ritual is ever overdue");
    if (ritual == nullptr) return std::nullopt;
    ritual->used = true;
    return test_of(atom_kind::overdue, ritual->number, words(node), c.where);
  }

  std::optional<checked::condition> decision_is(std::uint32_t node) {
    const syntax::condition& c = at(node);
    checked::condition made;
    made.kind = checked::condition_kind::decision_in;
    made.words = words(node);
    made.where = c.where;
    bool whole = true;
    for (const syntax::word& name : items(c)) {
      const symbol* decision = resolve(p_, s_, name, a_decision, "did you mean `decision in " + std::string{name.text} + "`?");
      if (decision != nullptr)
        made.decisions.push_back(decision_id{decision->number});
      else
        whole = false;
    }
    if (!whole || made.decisions.empty()) return std::nullopt;
    std::sort(made.decisions.begin(), made.decisions.end());
    if (c.kind == syntax::condition_kind::decision_is) return made;
    made.words = "decision is " + std::string{s_.tree->items[c.items.first].name.text};
    return negation_of(std::move(made), words(node), c.where);
  }

  std::optional<checked::condition> decision_in(std::uint32_t node) {
    const syntax::condition& c = at(node);
    checked::condition made;
    made.kind = checked::condition_kind::decision_in;
    made.words = words(node);
    made.where = c.where;
    bool whole = true;
    for (const syntax::word& name : items(c)) {
      const symbol* decisions = resolve(p_, s_, name, a_class, "did you mean `decision is " + std::string{name.text} + "`?");
      if (decisions == nullptr) {
        whole = false;
        continue;
      }
      const slice in_class = p_.decisions_in[decisions->number];
      for (std::uint32_t d = 0; d < in_class.count; ++d) made.decisions.push_back(decision_id{in_class.first + d});
    }
    if (!whole) return std::nullopt;
    std::sort(made.decisions.begin(), made.decisions.end());
    return made;
  }

  std::optional<checked::condition> by(std::uint32_t node) {
    const syntax::condition& c = at(node);
    for (const syntax::word& name : items(c)) {
      symbol* party = resolve(p_, s_, name, a_party);
      if (party == nullptr) return std::nullopt;
      party->used = true;
      if (party->kind == named::role) {
        report_role(p_, *party, name.where, "does not propose decisions");
        return std::nullopt;
      }
      checked::condition made = test_of(atom_kind::by, 0, words(node), c.where);
      made.atom.first = input_id{};
      made.atom.party = party_id{party->number};
      return made;
    }
    return std::nullopt;
  }

  /// One of several names is enough.
  std::optional<checked::condition> amendment(std::uint32_t node) {
    const syntax::condition& c = at(node);
    if (c.items.count == 0) return test_of(atom_kind::truth, amendment_fact(p_, c.subject.text, {}), words(node), c.where);
    checked::condition any;
    any.kind = checked::condition_kind::any_of;
    any.words = words(node);
    any.where = c.where;
    bool whole = true;
    for (const syntax::word& name : items(c)) {
      if (resolve(p_, s_, name, amended_by(c.subject.text)) == nullptr) {
        whole = false;
        continue;
      }
      const std::uint32_t fact = amendment_fact(p_, c.subject.text, name.text);
      any.children.push_back(test_of(atom_kind::truth, fact, p_.out.inputs[fact].name, c.where));
    }
    if (!whole || any.children.empty()) return std::nullopt;
    if (any.children.size() == 1) return std::move(any.children.front());
    return any;
  }

  /// The names of a list, each once.
  std::vector<syntax::word> items(const syntax::condition& c) {
    std::vector<syntax::word> all;
    for (const syntax::item& item : distinct_items(p_, s_, c.items)) all.push_back(item.name);
    return all;
  }

  pass& p_;
  const scope& s_;
};

}  // namespace

std::optional<checked::condition> condition_of(pass& p, const scope& s, std::uint32_t node) {
  if (node == syntax::none) return std::nullopt;
  return resolving{p, s}.of(node);
}

std::optional<bool> settled_by_decision(const checked::condition& c, decision_id decision) {
  switch (c.kind) {
    case checked::condition_kind::decision_in:
      return std::find(c.decisions.begin(), c.decisions.end(), decision) != c.decisions.end();
    case checked::condition_kind::negation: {
      const auto child = settled_by_decision(c.children.front(), decision);
      return child ? std::optional{!*child} : std::nullopt;
    }
    case checked::condition_kind::all_of:
    case checked::condition_kind::any_of: {
      const bool settling = c.kind == checked::condition_kind::any_of;
      bool all_settled = true;
      for (const auto& part : c.children) {
        const auto child = settled_by_decision(part, decision);
        if (child == settling) return settling;
        all_settled = all_settled && child.has_value();
      }
      return all_settled ? std::optional{!settling} : std::nullopt;
    }
    case checked::condition_kind::atom: break;
  }
  if (c.atom.kind == atom_kind::constant) return c.atom.limit != 0;
  return std::nullopt;
}

}  // namespace remit::checking
