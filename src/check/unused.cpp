// Declarations that nothing uses: people would be asked for, or read about, what changes nothing.
// Not here: clauses that never fire (analysis/).
#include <algorithm>

#include "pass.hpp"

namespace remit::checking {
namespace {

void report_unused(pass& p, code c, const symbol& s, std::string_view why) {
  p.report(c, s.where, "the " + with_article(s.kind).substr(2) + " " + ticked(s.text) + " is never used: " + std::string{why});
}

/// Whether somebody's `or above` means the party.
bool is_meant_by_above(const pass& p, const checked::party& party) {
  return !party.body && std::any_of(p.or_above.begin(), p.or_above.end(), [&](party_id low) {
    return std::find(party.below.begin(), party.below.end(), low) != party.below.end();
  });
}

/// Parties are in use through their roles, and through `or above`.
void mark_parties(pass& p) {
  for (symbol& s : p.names.all) {
    if (s.kind == named::party && is_meant_by_above(p, p.out.parties[s.number])) s.used = true;
    const party_id in = s.kind == named::role && s.used ? p.out.parties[s.number].role_in : party_id{};
    if (!in) continue;
    const auto party = p.names.by_name.find(p.out.parties[in.value].name);
    if (party != p.names.by_name.end()) party->second->used = true;
  }
}

}  // namespace

void find_unused(pass& p) {
  mark_parties(p);
  for (const symbol& s : p.names.all) {
    if (s.used || s.scope != 0 || (p.names.missed & kinds(s.kind)) != 0) continue;
    switch (s.kind) {
      case named::fact: report_unused(p, code::unused_fact, s, "no rule and no promise looks at it"); break;
      case named::party: report_unused(p, code::unused_party, s, "it holds nothing, and nothing names it"); break;
      case named::role: report_unused(p, code::unused_role, s, "it is neither consulted nor notified"); break;
      case named::threshold: report_unused(p, code::unused_threshold, s, "no condition compares with it"); break;
      case named::ritual: report_unused(p, code::unused_ritual, s, "no condition asks whether it is overdue"); break;
      case named::decision_class:
      case named::decision:
      case named::rule:
      case named::pillar: break;
    }
  }
}

}  // namespace remit::checking
