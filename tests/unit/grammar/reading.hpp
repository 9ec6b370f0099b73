// One text read for a test: the tree, the findings as short lines, and any span as the text it covers.
// Not here: checks.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <remit/syntax/read.hpp>

namespace remit::test {

struct reading {
  source_set sources;
  diagnostics found;
  syntax::tree tree;

  explicit reading(std::string text, const syntax::limits& bounds = {}) {
    const auto file = sources.add("test.remit", std::move(text));
    tree = syntax::read(sources, file, found, bounds);
  }

  std::string at(span where) const { return std::string{sources.text(where)}; }

  /// `R0101 [culprit] message (help)`, a line each.
  std::string findings() const {
    std::string all;
    for (const diagnostic& d : found) {
      if (!all.empty()) all += '\n';
      all += code_text(d.code) + " [" + at(d.where) + "] " + d.message;
      if (!d.help.empty()) all += " (" + d.help + ")";
    }
    return all;
  }

  std::string names(syntax::slice slice) const {
    std::string all;
    for (std::uint32_t i = 0; i < slice.count; ++i) all += (i ? ", " : "") + std::string{tree.names[slice.first + i].text};
    return all;
  }

  std::string choices(syntax::slice slice) const {
    std::string all;
    for (std::uint32_t i = 0; i < slice.count; ++i) {
      const syntax::choice& c = tree.choices[slice.first + i];
      if (i != 0) all += ", ";
      for (std::uint32_t j = 0; j < c.members.count; ++j) {
        const syntax::member& m = tree.members[c.members.first + j];
        all += (j ? " | " : "") + std::string{m.party.text} + (m.or_above ? "^" : "");
      }
    }
    return all;
  }

  std::string items(syntax::slice slice) const {
    std::string all;
    for (std::uint32_t i = 0; i < slice.count; ++i) {
      const syntax::item& it = tree.items[slice.first + i];
      all += (i ? ", " : "") + (it.is_text ? "\"" + std::string{it.text.raw} + "\"" : std::string{it.name.text});
    }
    return all;
  }

  static std::string term(const syntax::term& t) {
    if (t.kind == syntax::term_kind::literal) return std::string{t.literal.raw};
    return (t.kind == syntax::term_kind::today ? "@" : "") + std::string{t.name().text};
  }
  std::string operand(std::uint32_t index) const {
    const syntax::operand& o = tree.operands[index];
    if (o.join == syntax::arithmetic::alone) return term(o.first);
    return term(o.first) + (o.join == syntax::arithmetic::plus ? "+" : "-") + term(tree.terms[o.second]);
  }

  /// A condition as nested brackets: `(or (over cost £5) (and a b))`.
  std::string condition(std::uint32_t index) const {
    using enum syntax::condition_kind;
    const syntax::condition& c = tree.conditions[index];
    const auto children = [&] {
      std::string all;
      for (std::uint32_t i = c.first_child; i != syntax::none; i = tree.conditions[i].next) all += " " + condition(i);
      return all;
    };
    const std::string subject{c.subject.text};
    switch (c.kind) {
      case all_of: return "(and" + children() + ")";
      case any_of: return "(or" + children() + ")";
      case negation: return "(not" + children() + ")";
      case truth: return subject;
      case compare: {
        static constexpr std::string_view names[] = {"over", "under", ">=", "<=", "=", "!=", "between", "before", "after"};
        const std::string upper = c.upper == syntax::none ? "" : " " + operand(c.upper);
        return "(" + std::string{names[static_cast<std::size_t>(c.op)]} + " " + operand(c.left) + " " + operand(c.right) + upper +
               ")";
      }
      case is_any_of: return "(any " + subject + ": " + items(c.items) + ")";
      case includes: return "(has " + subject + ": " + items(c.items) + ")";
      case includes_any_of: return "(has-any " + subject + ": " + items(c.items) + ")";
      case includes_all_of: return "(has-all " + subject + ": " + items(c.items) + ")";
      case is_known: return "(known " + subject + ")";
      case is_unknown: return "(unknown " + subject + ")";
      case is_overdue: return "(overdue " + subject + ")";
      case decision_is: return "(decision " + items(c.items) + ")";
      case decision_is_not: return "(decision-not " + items(c.items) + ")";
      case decision_in: return "(decision-in " + items(c.items) + ")";
      case by: return "(by " + items(c.items) + ")";
      case amendment: return "(amendment " + subject + (c.items.count == 0 ? "" : ": " + items(c.items)) + ")";
    }
    return "?";
  }
};

/// A rule's clauses inside the least agreement that can hold them.
inline reading read_clauses(const std::string& clauses) {
  return reading{"agreement \"A\"\npillar p \"P\" {\n  rule r \"R\" {\n" + clauses + "\n  }\n}\n"};
}

/// One condition, as the `when` of a clause.
inline std::string read_condition(const std::string& condition) {
  const reading r = read_clauses("consult a when " + condition);
  if (!r.found.empty()) return r.findings();
  return r.condition(r.tree.clauses.at(0).when);
}

}  // namespace remit::test
