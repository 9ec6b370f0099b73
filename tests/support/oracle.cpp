// Points 1 to 6 and 9 of section 4 for a complete action; each function quotes the sentence it carries out.
// Not here: missing facts (oracle_completions.cpp). Nor speed.
#include "support/oracle.hpp"

#include <algorithm>
#include <stdexcept>

namespace remit::oracle {
namespace {

using checked::document;

/// `A or B or above`. As written it is ranked; met by whoever will do.
struct group {
  numbers written;
  numbers met_by;
};

bool is_above(const document& d, std::uint32_t high, std::uint32_t low) {
  const auto& below = d.parties[high].below;
  return std::find(below.begin(), below.end(), party_id{low}) != below.end();
}

/// "`P or above`: any party ranked above P will do as well". "`party panel "…" body` is never meant by `or above`";
/// roles are not parties; "`advisory` parties hold nothing and are never escalated to", so `or above` does not mean them
/// where a decision is held or moved (`decides`). It does mean them where somebody is consulted, let in or told.
group spelt_out(const document& d, const checked::group& g, bool decides) {
  group out;
  for (const checked::member& m : g.members) {
    out.written.insert(m.party.value);
    out.met_by.insert(m.party.value);
    if (!m.or_above) continue;
    for (std::uint32_t p = 0; p < d.parties.size(); ++p) {
      const checked::party& other = d.parties[p];
      const bool meant = !other.is_role && !other.body && !(other.advisory && decides);
      if (meant && is_above(d, p, m.party.value)) out.met_by.insert(p);
    }
  }
  return out;
}

bool group_is_above(const document& d, const group& high, const group& low) {
  return ranks_above(d, high.written, low.written);
}

/// "… a target is above the asker when any member is."
bool is_above_asker(const situation& s, const group& target) {
  for (std::uint32_t p : target.written)
    if (is_above(*s.document, p, s.by.value)) return true;
  return false;
}

/// "… every unmet target ranks below the asker": every member of a choice does.
bool is_below_asker(const situation& s, const group& target) {
  for (std::uint32_t p : target.written)
    if (!is_above(*s.document, s.by.value, p)) return false;
  return true;
}

/// "Each target is *met* by the asker being it, or by its approval."
bool is_met(const situation& s, const group& target, const numbers& approved) {
  return target.met_by.contains(s.by.value) || target.met_by.meets(approved);
}

// ---- Conditions (section 3) -----------------------------------------------------------------------------

const value& look_up(const situation& s, input_id input) {
  const auto found = s.inputs.find(input.value);
  if (found == s.inputs.end()) throw std::logic_error("the oracle was asked for an input that is missing");
  return found->second;
}

date day_of(std::int64_t minutes) { return date::from_days(minutes / duration::minutes_a_day).value(); }

/// "`R is overdue`: today is later than the last time plus the period, by the calendar …; "never" is overdue":
/// whatever the date, so the date is not looked at.
bool is_overdue(const situation& s, input_id ritual) {
  const std::int64_t last = look_up(s, ritual).amount;
  if (last == never_held) return true;
  return day_of(look_up(s, input_id{0}).amount) > day_of(last).plus(s.document->inputs[ritual.value].every);
}

bool compares(std::int64_t left, relation op, std::int64_t right) {
  switch (op) {
    case relation::less: return left < right;
    case relation::at_most: return left <= right;
    case relation::equal: return left == right;
    case relation::unequal: return left != right;
    case relation::at_least: return left >= right;
    case relation::more: return left > right;
  }
  return false;
}

bool atom_holds(const situation& s, const checked::condition& c) {
  const atom& a = c.atom;
  switch (a.kind) {
    case atom_kind::constant: return a.limit != 0;
    case atom_kind::truth: return look_up(s, a.first).amount == 1;
    case atom_kind::linear: {
      std::int64_t sum = a.sign_first * look_up(s, a.first).amount;
      if (a.sign_second != 0) sum += a.sign_second * look_up(s, a.second).amount;
      return compares(sum, a.op, a.limit);
    }
    case atom_kind::one_of: return (a.mask >> look_up(s, a.first).amount & 1) != 0;
    case atom_kind::includes_any: return (static_cast<std::uint64_t>(look_up(s, a.first).amount) & a.mask) != 0;
    case atom_kind::includes_all: return (static_cast<std::uint64_t>(look_up(s, a.first).amount) & a.mask) == a.mask;
    case atom_kind::text: return std::find(c.texts.begin(), c.texts.end(), look_up(s, a.first).text) != c.texts.end();
    case atom_kind::known: return !s.not_known.contains(a.first.value);
    case atom_kind::overdue: return is_overdue(s, a.first);
    case atom_kind::by: return s.by == a.party;
    case atom_kind::on_days: {
      const std::int64_t today = look_up(s, input_id{0}).amount;
      return a.limit <= today && today <= a.upper;
    }
  }
  return false;
}

// ---- Which clauses stand (4.2, 4.3) -----------------------------------------------------------------------

/// "… the rule's `for` (decisions or classes; absent: every declared decision) covers the decision …"
bool covers(const checked::rule& r, decision_id decision) {
  return r.everywhere || std::find(r.covers.begin(), r.covers.end(), decision) != r.covers.end();
}

/// "… and its `effective` the day." "`rule … effective D to D` binds only on those days"; an end may be open.
bool binds_today(const situation& s, const checked::rule& r) {
  if (!r.effective.from && !r.effective.to) return true;
  const date today = day_of(look_up(s, input_id{0}).amount);
  return (!r.effective.from || *r.effective.from <= today) && (!r.effective.to || today <= *r.effective.to);
}

/// "A clause fires when its `when` is true (or absent), its `unless` is false (or absent) …"
bool its_condition_holds(const situation& s, const checked::clause& c) {
  return (!c.when || holds(s, *c.when)) && (!c.unless || !holds(s, *c.unless));
}

/// A clause that is not a `then` duty. "`allow P` fires only when P asks."
bool fires(const situation& s, const checked::rule& r, const checked::clause& c) {
  if (!covers(r, s.decision) || !binds_today(s, r) || !its_condition_holds(s, c)) return false;
  if (c.effect != effect::allow) return true;
  return spelt_out(*s.document, c.groups.at(0), false).met_by.contains(s.by.value);
}

/// What stands of the rules for an action: clauses that fired and are not lifted, and the duties that are due.
struct standing {
  std::set<clause_place> clauses;
  std::set<clause_place> due;  ///< `then` duties
};

const checked::clause& clause_at(const document& d, clause_place place) { return d.rules[place.first].clauses[place.second]; }

standing what_stands(const situation& s) {
  const document& d = *s.document;
  // 4.1: rules bear on declared decisions only.
  if (s.decision == outside_decision) return {};

  std::set<clause_place> fired;
  for (std::uint32_t r = 0; r < d.rules.size(); ++r)
    for (std::uint32_t c = 0; c < d.rules[r].clauses.size(); ++c)
      if (!d.rules[r].clauses[c].then && fires(s, d.rules[r], d.rules[r].clauses[c])) fired.insert({r, c});

  // "A fired `allow P despite X, Y` lifts every clause of the rules X, Y but their `allow` clauses, duties included."
  // "`allow` clauses are never lifted."
  numbers lifted_rules;
  for (const clause_place& place : fired)
    if (clause_at(d, place).effect == effect::allow)
      for (rule_id r : clause_at(d, place).despite) lifted_rules.insert(r.value);

  standing out;
  for (const clause_place& place : fired)
    if (clause_at(d, place).effect == effect::allow || !lifted_rules.contains(place.first)) out.clauses.insert(place);

  // "`then DUTY` in a rule is due whenever any other clause of the rule fires and is not lifted": any that is not
  // itself a `then` duty, an `allow` too. Where it has a condition of its own, that must hold; and lifting takes it too.
  for (std::uint32_t r = 0; r < d.rules.size(); ++r)
    for (std::uint32_t c = 0; c < d.rules[r].clauses.size(); ++c) {
      const bool another_stands =
          std::any_of(out.clauses.begin(), out.clauses.end(), [&](const clause_place& place) { return place.first == r; });
      if (d.rules[r].clauses[c].then && another_stands && !lifted_rules.contains(r) &&
          its_condition_holds(s, d.rules[r].clauses[c]))
        out.due.insert({r, c});
    }
  return out;
}

// ---- Where the decision goes (4.1, 4.2, 4.4) ----------------------------------------------------------------

/// "A declared decision is *held* by its class's parties." "A decision that the agreement does not declare goes to the
/// party of `outside this agreement`." "`despite rights` makes P a holder for this action": the asker is then one more
/// alternative in each group of holders, in ranking too, so a group is above something only if the asker is as well.
std::vector<group> holders(const situation& s, const standing& stands) {
  const document& d = *s.document;
  const bool outside = s.decision == outside_decision;
  const std::vector<checked::group>& written =
      outside ? d.outside : d.classes[d.decisions[s.decision.value].in.value].held_by;
  const bool let_in = std::any_of(stands.clauses.begin(), stands.clauses.end(), [&](const clause_place& place) {
    return clause_at(d, place).effect == effect::allow && clause_at(d, place).despite_rights;
  });
  std::vector<group> out;
  for (const checked::group& g : written) {
    group holder = spelt_out(d, g, true);
    if (let_in) {
      holder.written.insert(s.by.value);
      holder.met_by.insert(s.by.value);
    }
    out.push_back(holder);
  }
  return out;
}

struct targets {
  std::vector<group> groups;
  bool by_escalation = false;
};

/// "The decision goes to the targets of the fired, unlifted `escalate` clauses; where there are none, to its holders.
/// Of ranked targets only the highest stay (a choice `A or B` is dropped when another target is above every member of
/// it); a holder that is above a target counts among the targets." Joint holders are all needed: nobody thins them out
/// unless an escalate clause moved the decision. A holder counted in was reached by escalation like the rest.
targets where_it_goes(const situation& s, const standing& stands) {
  const document& d = *s.document;
  std::vector<group> escalated;
  for (const clause_place& place : stands.clauses)
    if (clause_at(d, place).effect == effect::escalate)
      for (const checked::group& g : clause_at(d, place).groups) escalated.push_back(spelt_out(d, g, true));
  if (escalated.empty()) return {holders(s, stands), false};

  std::vector<group> all = escalated;
  for (const group& holder : holders(s, stands))
    if (std::any_of(escalated.begin(), escalated.end(), [&](const group& g) { return group_is_above(d, holder, g); }))
      all.push_back(holder);
  targets out{{}, true};
  for (const group& g : all)
    if (std::none_of(all.begin(), all.end(), [&](const group& other) { return group_is_above(d, other, g); }))
      out.groups.push_back(g);
  return out;
}

// ---- Who is to be asked (4.5) -------------------------------------------------------------------------------

/// "A consultation of Q is met by Q in `consulted` or `approved`, by nobody else." (Not by Q asking.)
/// "`consult Q for agreement`: only Q's approval meets it".
std::vector<demand> unmet_consultations(const situation& s, const standing& stands, const numbers& approved) {
  std::vector<demand> out;
  for (const clause_place& place : stands.clauses) {
    const checked::clause& c = clause_at(*s.document, place);
    if (c.effect != effect::consult) continue;
    for (const checked::group& g : c.groups) {
      const numbers who = spelt_out(*s.document, g, false).met_by;
      const bool met = who.meets(approved) || (!c.for_agreement && who.meets(s.consulted));
      if (!met) out.push_back({who, c.for_agreement});
    }
  }
  return out;
}

// ---- The outcome and its parties (4.5) ------------------------------------------------------------------------

struct judgement {
  remit::outcome outcome = outcome::allow;
  std::set<numbers> to, consult, approval;
  std::set<target> unmet;
  std::vector<demand> asked;
};

/// `approved`: those of the action, or nobody, to see what they changed.
judgement judge(const situation& s, const standing& stands, const numbers& approved) {
  const targets goes_to = where_it_goes(s, stands);
  std::vector<group> unmet;
  for (const group& g : goes_to.groups)
    if (!is_met(s, g, approved)) unmet.push_back(g);
  const std::vector<demand> demands = unmet_consultations(s, stands, approved);

  const bool all_below =
      std::all_of(unmet.begin(), unmet.end(), [&](const group& g) { return is_below_asker(s, g); });
  const bool some_above =
      std::any_of(unmet.begin(), unmet.end(), [&](const group& g) { return is_above_asker(s, g); });

  judgement out;
  for (const group& g : unmet) out.unmet.insert({g.written, g.met_by});
  out.asked = demands;
  if (unmet.empty()) {
    // "If all are met, the outcome is `consult` where a consultation that a fired clause asks for is unmet, else `allow`."
    out.outcome = demands.empty() ? outcome::allow : outcome::consult;
  } else if (!all_below && (goes_to.by_escalation || s.decision == outside_decision || some_above)) {
    // "If some target is unmet: when it was reached by an escalate clause or is ranked above the asker, or the decision
    // is outside the agreement, the outcome is `escalate` to the unmet targets; but when every unmet target ranks below
    // the asker, …"
    out.outcome = outcome::escalate;
  } else {
    // "… or the decision merely belongs to a holder not above the asker …, it is `consult` those holders, and only
    // their *approval* meets it."
    out.outcome = outcome::consult;
  }
  const parties_told told = tell(out.outcome, out.unmet, out.asked);
  out.to = told.to, out.consult = told.consult, out.approval = told.approval;
  return out;
}

bool same_outcome_and_parties(const judgement& a, const judgement& b) {
  return a.outcome == b.outcome && a.to == b.to && a.consult == b.consult && a.approval == b.approval;
}

/// "`basis` says what decided the outcome, in this order: …"
basis what_decided(const situation& s, const standing& stands, const judgement& judged) {
  // "`outside`": always, for a decision outside the agreement.
  if (s.decision == outside_decision) return basis::outside;
  // "`approved` if approvals given made the difference": to the outcome.
  if (judge(s, stands, {}).outcome != judged.outcome) return basis::approved;
  // "`rule` if the outcome or its parties would differ without the fired clauses"
  if (!same_outcome_and_parties(judge(s, {}, s.approved), judged)) return basis::rule;
  // "else `held` or `not_held`": as the class has it, since the fired clauses made no difference.
  const std::vector<group> held_by = holders(s, {});
  const bool held = std::all_of(held_by.begin(), held_by.end(), [&](const group& g) { return is_met(s, g, s.approved); });
  return held ? basis::held : basis::not_held;
}

oracle::duty told(const document& d, const checked::duty& written) {
  oracle::duty out{written.kind, written.what, {}, written.within};
  for (const checked::group& g : written.to) out.to.insert(spelt_out(d, g, false).met_by);
  return out;
}

/// 4.8: "An action dated outside the agreement's `effective` gets its verdict, marked as not in force."
in_force whether_in_force(const situation& s) {
  const auto today = s.inputs.find(0);
  if (today == s.inputs.end()) return in_force::unknown;
  const date day = day_of(today->second.amount);
  const checked::days& effective = s.document->effective;
  const bool yes = (!effective.from || *effective.from <= day) && (!effective.to || day <= *effective.to);
  return yes ? in_force::yes : in_force::no;
}

void note(looked_at& out, const checked::condition& c) {
  for (const checked::condition& child : c.children) note(out, child);
  if (c.kind != checked::condition_kind::atom) return;
  const atom& a = c.atom;
  if (a.first) out.inputs.insert(a.first.value);
  if (a.second) out.inputs.insert(a.second.value);
  if (a.kind == atom_kind::overdue || a.kind == atom_kind::on_days) out.inputs.insert(0);
  if (a.kind == atom_kind::on_days) out.days.insert({a.limit, a.upper + duration::minutes_a_day});
  if (a.kind == atom_kind::known) out.asked_whether_known.insert(a.first.value);
  if (a.kind == atom_kind::linear) out.comparisons.push_back(&a);
  out.texts.insert(c.texts.begin(), c.texts.end());
}

}  // namespace

bool holds(const situation& s, const checked::condition& c) {
  const auto child_holds = [&](const checked::condition& child) { return holds(s, child); };
  switch (c.kind) {
    case checked::condition_kind::atom: return atom_holds(s, c);
    case checked::condition_kind::all_of: return std::all_of(c.children.begin(), c.children.end(), child_holds);
    case checked::condition_kind::any_of: return std::any_of(c.children.begin(), c.children.end(), child_holds);
    case checked::condition_kind::negation: return !holds(s, c.children.at(0));
    case checked::condition_kind::decision_in:
      return std::find(c.decisions.begin(), c.decisions.end(), s.decision) != c.decisions.end();
  }
  return false;
}

/// "(`P or above` ranks as P; a choice ranks above or below when every member does …)"
bool ranks_above(const document& d, const numbers& high, const numbers& low) {
  for (std::uint32_t h : high)
    for (std::uint32_t l : low)
      if (!is_above(d, h, l)) return false;
  return true;
}

/// The same parties or fewer will do, and approval is a consultation too.
bool implies(const demand& a, const demand& b) {
  return a.who.is_within(b.who) && (a.approval || !b.approval);
}

/// "Of consultations, equal ones count once, and one that another implies is left out." Demands for a holder's
/// approval are among them.
std::vector<demand> strongest(const std::vector<demand>& all) {
  std::vector<demand> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    bool left_out = false;
    for (std::size_t j = 0; j < all.size(); ++j) {
      const bool equal = implies(all[i], all[j]) && implies(all[j], all[i]);
      if (j != i && implies(all[j], all[i]) && (!equal || j < i)) left_out = true;
    }
    if (!left_out) out.push_back(all[i]);
  }
  return out;
}

parties_told tell(outcome of, const std::set<target>& unmet, const std::vector<demand>& asked) {
  parties_told out;
  // "Unmet consultations are listed whatever the outcome."
  std::vector<demand> demands = asked;
  for (const target& t : unmet) {
    if (of == outcome::escalate)
      out.to.insert(t.met_by);
    else
      demands.push_back({t.met_by, true});
  }
  for (const demand& one : strongest(demands)) {
    out.consult.insert(one.who);
    if (one.approval) out.approval.insert(one.who);
  }
  return out;
}

verdict decide_complete(const situation& s) {
  const standing stands = what_stands(s);
  const judgement judged = judge(s, stands, s.approved);
  verdict out;
  out.outcome = judged.outcome;
  out.to = judged.to;
  out.unmet = judged.unmet;
  out.asked = judged.asked;
  out.consult = judged.consult;
  out.approval = judged.approval;
  out.basis = what_decided(s, stands, judged);
  out.in_force = whether_in_force(s);
  out.fired = stands.clauses;
  for (const clause_place& place : stands.clauses)
    if (const auto& duty = clause_at(*s.document, place).duty) out.duties.insert(told(*s.document, *duty));
  for (const clause_place& place : stands.due)
    if (const auto& duty = clause_at(*s.document, place).duty) out.duties.insert(told(*s.document, *duty));
  return out;
}

looked_at what_is_looked_at(const document& d, decision_id decision) {
  looked_at out;
  if (decision == outside_decision) return out;
  for (const checked::rule& r : d.rules) {
    if (!covers(r, decision) || r.clauses.empty()) continue;
    if (r.effective.from || r.effective.to) out.inputs.insert(0);
    if (r.effective.from) out.days.insert(r.effective.from->days() * duration::minutes_a_day);
    if (r.effective.to) out.days.insert((r.effective.to->days() + 1) * duration::minutes_a_day);
    for (const checked::clause& c : r.clauses) {
      if (c.when) note(out, *c.when);
      if (c.unless) note(out, *c.unless);
    }
  }
  return out;
}

}  // namespace remit::oracle
