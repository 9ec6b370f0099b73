// Clauses resolved: whom they name, what they set aside, what they ask for.
// Not here: conditions (conditions.cpp), whether a clause can ever fire (analysis/).
#include "clauses.hpp"

#include <remit/syntax/phrase.hpp>

#include "choices.hpp"
#include "conditions.hpp"
#include "pass.hpp"

namespace remit::checking {
namespace {

void settle_despite(pass& p, const scope& s, const syntax::clause& c, checked::clause& made) {
  for (const syntax::word& name : distinct_names(p, s, c.despite)) {
    if (name.text == "rights") {
      made.despite_rights = true;
      continue;
    }
    const symbol* rule = resolve(p, s, name, a_rule);
    if (rule == nullptr) continue;
    if (p.out.rules[rule->number].statutory)
      p.report(code::despite_statutory, name.where, "the statutory rule " + ticked(name.text) + " cannot be set aside")
          .related.push_back({rule->where, "declared statutory here"});
    else
      made.despite.push_back(rule_id{rule->number});
  }
}

checked::duty duty_of(pass& p, const scope& s, const syntax::clause& c) {
  checked::duty made;
  switch (c.kind) {
    case syntax::clause_kind::record:
    case syntax::clause_kind::action:
      made.kind = c.kind == syntax::clause_kind::record ? duty_kind::record : duty_kind::action;
      made.what = syntax::text_of(c.what);
      break;
    case syntax::clause_kind::notify:
      made.kind = duty_kind::notify;
      made.to = choices_of(p, s, c.choices, part::is_notified);
      break;
    default:
      made.kind = duty_kind::ratify;
      made.to = choices_of(p, s, c.choices, part::ratifies);
      break;
  }
  if (c.within != syntax::none) made.within = syntax::phrase(s.tree->periods[c.within]);
  return made;
}

}  // namespace

checked::clause clause_of(pass& p, const scope& s, const syntax::clause& c) {
  checked::clause made;
  made.then = c.then;
  made.for_agreement = c.for_agreement;
  switch (c.kind) {
    case syntax::clause_kind::escalate:
      made.effect = effect::escalate;
      made.groups = choices_of(p, s, c.choices, part::is_escalated_to);
      break;
    case syntax::clause_kind::consult:
      made.effect = effect::consult;
      made.groups = choices_of(p, s, c.choices, c.for_agreement ? part::agrees : part::is_consulted);
      break;
    case syntax::clause_kind::allow:
      made.effect = effect::allow;
      made.groups = choices_of(p, s, c.choices, part::is_let_in);
      settle_despite(p, s, c, made);
      break;
    default:
      made.effect = effect::duty;
      made.duty = duty_of(p, s, c);
      break;
  }
  made.when = condition_of(p, s, c.when);
  made.unless = condition_of(p, s, c.unless);
  made.words = syntax::phrase(*s.tree, c);
  made.where = c.where;
  return made;
}

claimed_verdict claimed_by(pass& p, const scope& s, const syntax::clause& c) {
  claimed_verdict made;
  made.for_agreement = c.for_agreement;
  switch (c.kind) {
    case syntax::clause_kind::escalate: made.outcome = outcome::escalate; break;
    case syntax::clause_kind::consult: made.outcome = outcome::consult; break;
    default: made.outcome = outcome::allow; break;
  }
  const part consulted = c.for_agreement ? part::agrees : part::is_consulted;
  made.groups = choices_of(p, s, c.choices, made.outcome == outcome::consult ? consulted : part::is_claimed);
  return made;
}

}  // namespace remit::checking
