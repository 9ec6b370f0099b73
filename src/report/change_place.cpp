// Clauses and declarations found again by what is told of them.
// Not here: words.
#include "change_place.hpp"

#include <algorithm>

namespace remit {
namespace {

using checked::document;

change_place at(const document& d, span where) { return {d.sources.get(), where}; }

// The clause in its document; the rule's name where the words were not found.
span find_clause(const document& d, const told_clause& told) {
  for (const checked::rule& r : d.rules) {
    if (r.name != told.rule) continue;
    const auto clause = std::find_if(r.clauses.begin(), r.clauses.end(), [&](const checked::clause& c) {
      return c.words == told.text && d.sources->start_of(c.where).line == told.line;
    });
    return clause == r.clauses.end() ? r.where : clause->where;
  }
  return d.where;
}

template <class Things>
const span* find_named(const Things& things, const std::string& name) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const auto& t) { return t.name == name; });
  return found == things.end() ? nullptr : &found->where;
}

change_place declared(const document& d, const std::string& kind, const std::string& name) {
  const span* where = kind == "decision" ? find_named(d.decisions, name) : find_named(d.parties, name);
  return at(d, where == nullptr ? d.where : *where);
}

}  // namespace

change_place place_of(const differences& d, const change_group& g) {
  const document& after = d.after.document;
  for (const fired_clause& c : g.one->new_rules)
    if (!c.on_both_sides) return at(after, find_clause(after, c.told));
  // What asked before may still stand there, with another figure or another condition around it.
  for (const fired_clause& c : g.one->old_rules) {
    if (c.on_both_sides) continue;
    std::string name{c.told.rule};
    for (const renamed_thing& r : d.found.renamed)
      if (r.kind == "rule" && r.from == name) name = r.to;
    const auto rule = std::find_if(after.rules.begin(), after.rules.end(), [&](const auto& r) { return r.name == name; });
    if (rule == after.rules.end()) continue;
    const auto clause =
        std::find_if(rule->clauses.begin(), rule->clauses.end(), [&](const auto& x) { return x.words == c.told.text; });
    return at(after, clause == rule->clauses.end() ? rule->where : clause->where);
  }
  return declared(after, "decision", g.one->decision);
}

std::vector<change_place> old_places(const differences& d, const change_group& g) {
  std::vector<change_place> all;
  for (const fired_clause& c : g.one->old_rules)
    if (!c.on_both_sides) all.push_back(at(d.before.document, find_clause(d.before.document, c.told)));
  return all;
}

change_place place_of(const differences& d, const named_thing& t, bool was_added) {
  const document& after = d.after.document;
  return was_added ? declared(after, t.kind, t.name) : at(after, after.where);
}

change_place old_place(const differences& d, const named_thing& t) { return declared(d.before.document, t.kind, t.name); }

}  // namespace remit
