// What frameworks need, and whether whoever includes them declares it.
// Not here: which files see each other (scopes.cpp).
#include <algorithm>

#include <remit/syntax/phrase.hpp>

#include "kinds.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

std::vector<std::string_view> value_names(const scope& s, const syntax::type& type) {
  std::vector<std::string_view> all;
  for (std::uint32_t i = 0; i < type.values.count; ++i) all.push_back(s.tree->values[type.values.first + i].name.text);
  std::sort(all.begin(), all.end());
  return all;
}

/// The same type; the values of a `one of` or `any of` in any order.
bool is_of_type(const checked::input& fact, const scope& s, const syntax::type& type) {
  if (fact.kind != kind_of(type.kind)) return false;
  std::vector<std::string_view> has;
  for (const auto& v : fact.values) has.push_back(v.name);
  std::sort(has.begin(), has.end());
  return has == value_names(s, type);
}

void check_need(pass& p, const scope& s, std::string_view name, needed& need) {
  const std::string who = ticked(p.sources->name(s.tree->file)) + " needs ";
  const auto unmet = [&](std::string message, std::string help) -> diagnostic& {
    need.met = false;
    auto& d = p.report(code::unmet_need, s.included_at, who + std::move(message), std::move(help));
    d.related.push_back({need.what->where, "needed here"});
    return d;
  };
  const std::string type = need.what->is_party ? "" : syntax::phrase(*s.tree, need.what->type);
  const std::string declaration =
      need.what->is_party ? "`party " + std::string{name} + " \"…\"`" : "`fact " + std::string{name} + " : " + type + "`";

  const auto at = p.names.by_name.find(name);
  if (at == p.names.by_name.end()) {
    need.met = false;
    // It may well be declared in what could not be read.
    for (const scope& other : p.scopes)
      if (other.unread.contains(name) || other.lacks_includes) return;
    unmet((need.what->is_party ? "the party " : "the fact ") + ticked(name) + ", which nobody declares",
          "declare it: " + declaration);
    return;
  }
  symbol& declared = *at->second;
  declared.used = true;
  const named wanted_kind = need.what->is_party ? named::party : named::fact;
  if (declared.kind != wanted_kind) {
    unmet(ticked(name) + " as " + with_article(wanted_kind) + ", and it is " + with_article(declared.kind), "")
        .related.push_back({declared.where, "declared here"});
  } else if (!need.what->is_party && !is_of_type(p.out.inputs[declared.number], s, need.what->type)) {
    unmet(ticked(name) + " as " + ticked(type) + ", and it is declared as " + ticked(type_words(p.out.inputs[declared.number])),
          "declare it as the framework needs it, or have the framework changed")
        .related.push_back({declared.where, "declared here"});
  }
}

}  // namespace

std::uint32_t declare_need(pass& p, scope& s, const syntax::need& need) {
  if (!need.name) return syntax::none;
  if (!s.is_framework) {
    const std::string name{need.name.text};
    p.report(code::unmet_need, need.where, "an agreement declares what it uses; only a framework `needs` something of others",
             need.is_party ? "declare it: `party " + name + " \"…\"`"
                           : "declare it: `fact " + name + " : " + syntax::phrase(*s.tree, need.type) + "`");
    s.unread.insert(need.name.text);
    return syntax::none;
  }
  const auto [at, fresh] = s.needs.try_emplace(need.name.text, needed{&need, true});
  if (!fresh) {
    p.report(code::duplicate_name, need.name.where, ticked(need.name.text) + " is needed twice")
        .related.push_back({at->second.what->name.where, "first needed here"});
    return syntax::none;
  }
  if (!s.is_root()) return syntax::none;
  // Checked by itself, a framework stands on what it needs.
  if (!need.is_party) {
    const std::uint32_t number = count_of(p.out.inputs);
    add_input(p, s, need.name, need.type);
    declare_name(p, s, need.name, named::fact, number);
    return number;
  }
  syntax::party party;
  party.name = need.name;
  return declare_party(p, s, party);
}

void meet_needs(pass& p) {
  for (scope& s : p.scopes) {
    if (s.is_root()) continue;
    for (auto& [name, need] : s.needs) {
      const auto own = p.names.by_name.find(name);
      if (own != p.names.by_name.end() && own->second->scope == s.number) {
        p.report(code::duplicate_name, own->second->where, ticked(name) + " is needed and declared by the same framework")
            .related.push_back({need.what->where, "needed here"});
      } else {
        check_need(p, s, name, need);
      }
    }
  }
}

}  // namespace remit::checking
