// Names declared, found, and missed: one mistake, one message, with the name that was probably meant.
// Not here: what may stand where beyond the kind of name (parties.cpp and the others).
#include "names.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <remit/core/spelling.hpp>
#include <remit/syntax/read.hpp>

#include "kinds.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

/// How an unknown name that is a value of some fact was probably meant.
std::string value_help(pass& p, const scope& from, std::string_view name) {
  for (const symbol& s : p.names.all) {
    if (s.kind != named::fact || find(p, from, s.text) != &s) continue;
    const checked::input& fact = p.out.inputs[s.number];
    for (const auto& v : fact.values) {
      if (v.name != name) continue;
      const char* verb = fact.kind == input_kind::any_of ? " includes " : " is ";
      return ticked(name) + " is a value of " + ticked(s.text) + ": write `" + fact.name + verb + v.name + "`";
    }
  }
  return {};
}

/// Whether the name may have been declared in what could not be read.
bool may_be_unread(const pass& p, const scope& from, std::string_view name) {
  return std::any_of(p.scopes.begin(), p.scopes.end(),
                     [&](const scope& s) { return from.sees[s.number] && s.unread.contains(name); });
}
bool may_be_nameless(const pass& p, const scope& from, const wanted& what) {
  return std::any_of(p.scopes.begin(), p.scopes.end(),
                     [&](const scope& s) { return from.sees[s.number] && (s.nameless & what.kinds) != 0; });
}

/// How a framework may come by a name that only somebody else declares.
std::string need_help(const pass& p, const symbol& s) {
  const std::string there = ", which " + ticked(p.sources->name(s.where.file)) + " declares";
  if (s.kind == named::party) return "add `needs party " + std::string{s.text} + "`" + there;
  if (s.kind == named::fact)
    return "add `needs " + std::string{s.text} + " : " + type_words(p.out.inputs[s.number]) + "`" + there;
  return "a framework uses only what it declares or includes itself; " + ticked(s.text) + " is declared in " +
         ticked(p.sources->name(s.where.file));
}

/// How something new is declared.
std::string declaration_help(const wanted& what, std::string_view name) {
  const std::string of{name};
  if (what.takes(named::fact)) return "declare it: `fact " + of + " : …`";
  if (what.takes(named::party)) return "declare it: `party " + of + " \"…\"`";
  if (what.takes(named::ritual)) return "declare it: `ritual " + of + " \"…\" every …`";
  return {};
}

std::string help_with(pass& p, const scope& from, std::string_view name, const wanted& what) {
  if (symbol* meant = nearest_name(p, from, name, what)) {
    meant->used = true;
    return "did you mean " + ticked(meant->text) + "?";
  }
  // What was meant is unknown: anything of the kind may be in use.
  p.names.missed |= what.kinds;
  const auto elsewhere = p.names.by_name.find(name);
  if (elsewhere != p.names.by_name.end() && what.takes(elsewhere->second->kind)) return need_help(p, *elsewhere->second);
  const std::string of_value = what.takes(named::fact) ? value_help(p, from, name) : std::string{};
  return of_value.empty() ? declaration_help(what, name) : of_value;
}

void report_unknown(pass& p, const scope& from, const syntax::word& name, const wanted& what) {
  if (may_be_unread(p, from, name.text)) return;
  const auto key = std::pair{what.unknown, name.text};
  if (const auto said = p.names.unknown.find(key); said != p.names.unknown.end()) {
    said->second->related.push_back({name.where, "also here"});
    return;
  }
  // A declaration whose name could not stand was probably meant to declare this one.
  symbol* meant = nearest_name(p, from, name.text, what);
  if (meant != nullptr && !is_usable_name(meant->text)) {
    meant->used = true;
    return;
  }
  std::string help = help_with(p, from, name.text, what);
  // Where an include is missing, so may be the names it would have brought.
  if ((from.lacks_includes || may_be_nameless(p, from, what)) && !help.starts_with("did you mean")) return;
  p.names.unknown[key] =
      &p.report(what.unknown, name.where, "unknown " + std::string{what.noun} + " " + ticked(name.text), std::move(help));
}

}  // namespace

std::string with_article(named kind) {
  switch (kind) {
    case named::party: return "a party";
    case named::role: return "a role";
    case named::fact: return "a fact";
    case named::ritual: return "a ritual";
    case named::threshold: return "a threshold";
    case named::decision_class: return "a class of decisions";
    case named::decision: return "a decision";
    case named::rule: return "a rule";
    case named::pillar: return "a pillar";
  }
  return {};
}

void declare_name(pass& p, const scope& in, const syntax::word& name, named kind, std::uint32_t number) {
  if (!name) return;
  const auto [at, fresh] = p.names.by_name.try_emplace(name.text, nullptr);
  if (fresh) {
    at->second = &p.names.all.emplace_back(symbol{kind, number, in.number, name.text, name.where, false, 0, {}});
    return;
  }
  // Of two in different files the root's is the one its writer can change.
  symbol& first = *at->second;
  first.other_kinds |= kinds(kind);
  first.other_scopes.push_back(in.number);
  const bool root_first = first.scope == 0 && in.number != 0;
  const span where = root_first ? first.where : name.where;
  const named other = root_first ? kind : first.kind;
  auto& d = p.report(code::duplicate_name, where, ticked(name.text) + " is already the name of " + with_article(other),
                     first.kind == kind && first.scope == in.number
                         ? std::string{}
                         : "every name stands once in an agreement with its includes: rename one of them");
  d.related.push_back({root_first ? name.where : first.where, root_first ? "declared here too" : "first declared here"});
}

symbol* find(pass& p, const scope& from, std::string_view name) {
  const auto at = p.names.by_name.find(name);
  if (at == p.names.by_name.end()) return nullptr;
  symbol& s = *at->second;
  const bool is_visible =
      from.sees[s.scope] || from.needs.contains(name) ||
      std::any_of(s.other_scopes.begin(), s.other_scopes.end(), [&](std::uint32_t n) { return from.sees[n]; });
  return is_visible ? &s : nullptr;
}

symbol* nearest_name(pass& p, const scope& from, std::string_view name, const wanted& what) {
  std::vector<std::string_view> candidates;
  for (const symbol& s : p.names.all)
    if (what.takes(s.kind) && find(p, from, s.text) == &s) candidates.push_back(s.text);
  const std::string_view meant = nearest(name, candidates);
  return meant.empty() ? nullptr : find(p, from, meant);
}

bool is_usable_name(std::string_view word) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z' && std::all_of(word.begin(), word.end(), fits) &&
         !syntax::is_reserved(word);
}

bool is_unmet(const scope& from, std::string_view name) {
  const auto need = from.needs.find(name);
  return need != from.needs.end() && !need->second.met;
}

symbol* resolve(pass& p, const scope& from, const syntax::word& name, const wanted& what, std::string help) {
  if (!is_usable_name(name.text) || is_unmet(from, name.text)) return nullptr;
  symbol* found = find(p, from, name.text);
  if (found == nullptr) {
    report_unknown(p, from, name, what);
    return nullptr;
  }
  if (what.takes(found->kind)) return found;
  found->used = true;
  // Declared twice, and meant as the other: that is reported where it is declared.
  if ((found->other_kinds & what.kinds) != 0) return nullptr;
  p.names.missed |= what.kinds;
  auto& d =
      p.report(code::misused_name, name.where,
               ticked(name.text) + " is " + with_article(found->kind) + ", not a " + std::string{what.noun}, std::move(help));
  d.related.push_back({found->where, "declared here"});
  return nullptr;
}

void report_repeated(pass& p, std::string what, span where, span first) {
  p.report(code::repeated_item, where, std::move(what)).related.push_back({first, "it stands here already"});
}

std::vector<syntax::word> distinct_names(pass& p, const scope& in, syntax::slice names) {
  std::vector<syntax::word> all;
  listed_once<std::string_view> seen;
  for (std::uint32_t i = 0; i < names.count; ++i) {
    const syntax::word& name = in.tree->names[names.first + i];
    if (name && seen.is_first(p, name.text, name.where, [&] { return ticked(name.text) + " stands twice in this list"; }))
      all.push_back(name);
  }
  return all;
}

std::vector<syntax::item> distinct_items(pass& p, const scope& in, syntax::slice items) {
  std::vector<syntax::item> all;
  listed_once<std::pair<bool, std::string_view>> seen;
  for (std::uint32_t i = 0; i < items.count; ++i) {
    const syntax::item& item = in.tree->items[items.first + i];
    const std::string_view said = item.is_text ? item.text.raw : item.name.text;
    if (seen.is_first(p, {item.is_text, said}, item.where, [&] { return ticked(p.sources->text(item.where)) + " stands twice in this list"; }))
      all.push_back(item);
  }
  return all;
}

}  // namespace remit::checking
