// Declarations that nothing uses: people would be asked for, or read about, what changes nothing.
// Not here: clauses that never fire (analysis/).
#include "pass.hpp"

namespace remit::checking {
namespace {

void report_unused(pass& p, code c, const symbol& s, const std::string& why, const std::string& help) {
  p.report(c, s.where, with_article(s.kind).substr(2) + " " + ticked(s.text) + " is never used" + why, help);
}

}  // namespace

void find_unused(pass& p) {
  // A party is in use through a role that is.
  for (const symbol& role : p.names.all) {
    const party_id in = role.kind == named::role && role.used ? p.out.parties[role.number].role_in : party_id{};
    if (!in) continue;
    const auto party = p.names.by_name.find(p.out.parties[in.value].name);
    if (party != p.names.by_name.end()) party->second->used = true;
  }
  for (const symbol& s : p.names.all) {
    if (s.used || s.scope != 0) continue;
    switch (s.kind) {
      case named::fact:
        report_unused(p, code::unused_fact, s, ": no rule and no promise looks at it", "");
        break;
      case named::party:
        report_unused(p, code::unused_party, s, ": it holds nothing, and nothing names it", "");
        break;
      case named::role:
        report_unused(p, code::unused_role, s, ": it is neither consulted nor notified", "");
        break;
      case named::threshold:
        report_unused(p, code::unused_threshold, s, ": no condition compares with it", "");
        break;
      case named::ritual:
        report_unused(p, code::unused_ritual, s, ": no condition asks whether it is overdue", "");
        break;
      case named::decision_class:
      case named::decision:
      case named::rule:
      case named::pillar: break;
    }
  }
}

}  // namespace remit::checking
