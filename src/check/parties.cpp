// Parties and roles as they are declared.
// Not here: who ranks above whom by transitivity (ranks.cpp), what parties are named for (choices.cpp).
#include <algorithm>

#include "kinds.hpp"
#include "pass.hpp"

namespace remit::checking {

std::uint32_t declare_party(pass& p, const scope& s, const syntax::party& party) {
  const std::uint32_t number = count_of(p.out.parties);
  checked::party& made = p.out.parties.emplace_back();
  made.name = party.name.text;
  made.title = syntax::text_of(party.title);
  made.formerly = party.formerly.text;
  made.advisory = party.advisory;
  made.body = party.body;
  made.from_framework = !s.is_root();
  made.where = party.name.where;
  declare_name(p, s, party.name, named::party, number);
  return number;
}

std::uint32_t declare_role(pass& p, const scope& s, const syntax::role& role) {
  const std::uint32_t number = count_of(p.out.parties);
  checked::party& made = p.out.parties.emplace_back();
  made.name = role.name.text;
  made.title = syntax::text_of(role.title);
  made.formerly = role.formerly.text;
  made.is_role = true;
  made.from_framework = !s.is_root();
  made.where = role.name.where;
  if (role.has_rotates) period_of(p, role.rotates);
  if (!role.in) report_lack(p, role.where, role.name, "the role", "whose it is", "add `in PARTY`");
  declare_name(p, s, role.name, named::role, number);
  return number;
}

void report_lack(pass& p, span statement, const syntax::word& name, std::string_view kind, std::string_view what,
                 std::string help) {
  const std::string_view text = p.sources->text(statement.file);
  const auto line_end = static_cast<std::uint32_t>(std::min(text.find('\n', statement.end), text.size()));
  if (!name || p.has_syntax_error_in({statement.begin, line_end, statement.file})) return;
  p.report(code::syntax, name.where, std::string{kind} + " " + ticked(name.text) + " does not say " + std::string{what},
           std::move(help));
}

void settle_party(pass& p, const scope& s, const syntax::party& party, std::uint32_t number) {
  for (const syntax::word& name : distinct_names(p, s, party.above)) {
    const symbol* below = resolve(p, s, name, a_party);
    if (below == nullptr) continue;
    if (below->kind == named::role)
      report_role(p, *below, name.where, "has no rank");
    else
      p.out.parties[number].below.push_back(party_id{below->number});
  }
}

void settle_role(pass& p, const scope& s, const syntax::role& role, std::uint32_t number) {
  const symbol* in = resolve(p, s, role.in, a_party);
  if (in == nullptr) return;
  if (in->kind == named::role)
    p.report(code::role_misused, role.in.where, "a role is played in a party, and " + ticked(in->text) + " is a role")
        .related.push_back({in->where, "declared here"});
  else
    p.out.parties[number].role_in = party_id{in->number};
}

void report_role(pass& p, const symbol& role, span where, std::string_view cannot, std::string help) {
  const party_id in = p.out.parties[role.number].role_in;
  const bool is_general = help.empty();
  if (is_general) help = "roles are consulted and notified, nothing else";
  if (is_general && in) help += "; name the party " + ticked(p.out.parties[in.value].name) + " if that is meant";
  p.report(code::role_misused, where, "the role " + ticked(role.text) + " " + std::string{cannot}, std::move(help))
      .related.push_back({role.where, "declared here"});
}

}  // namespace remit::checking
