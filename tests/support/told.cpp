// Asking the evaluator, and holding its answer against the oracle's.
// Not here: what is right (oracle.cpp).
#include "support/told.hpp"

#include <algorithm>
#include <string_view>

#include <remit/agreement/evaluate.hpp>
#include <remit/analysis/foresee.hpp>

#include "support/print.hpp"

namespace remit::agree {
namespace {

using oracle::numbers;

void add(std::string& problem, const std::string& what) { problem += (problem.empty() ? "" : "; ") + what; }

template <class T>
void insert_once(std::set<T>& into, T value, std::string& problem, const char* what) {
  if (!into.insert(std::move(value)).second) add(problem, std::string{"the same twice in "} + what);
}

/// Rule name and words of each fired clause.
std::set<std::pair<std::string, std::string>> clauses_of(const checked::document& d, const oracle::verdict& v) {
  std::set<std::pair<std::string, std::string>> out;
  for (const auto& [r, c] : v.fired) out.insert({d.rules[r].name, d.rules[r].clauses[c].words});
  return out;
}

template <class T>
std::set<std::string> rules_of(const T& clauses) {
  std::set<std::string> out;
  for (const auto& [rule, words] : clauses) out.insert(rule);
  return out;
}

/// As they are written somewhere in the agreement: groups that the same parties will do for may rank differently.
std::vector<numbers> written_for(const checked::document& d, const numbers& met_by) {
  std::vector<numbers> out;
  const auto add_all = [&](const std::vector<checked::group>& groups) {
    for (const checked::group& g : groups) {
      numbers written;
      bool within = true;
      for (const checked::member& m : g.members) {
        written.insert(m.party.value);
        within = within && met_by.contains(m.party.value);
      }
      if (within) out.push_back(written);
    }
  };
  add_all(d.outside);
  for (const auto& c : d.classes) add_all(c.held_by);
  for (const auto& r : d.rules)
    for (const auto& c : r.clauses) add_all(c.groups);
  return out;
}

bool is_covered(const checked::document& d, const oracle::target& target, const std::set<numbers>& by) {
  return std::any_of(by.begin(), by.end(), [&](const numbers& other) {
    if (other == target.met_by) return true;
    const auto written = written_for(d, other);
    return std::any_of(written.begin(), written.end(),
                       [&](const numbers& w) { return oracle::ranks_above(d, w, target.written); });
  });
}

bool is_implied(const oracle::demand& wanted, const oracle::verdict& by) {
  return std::any_of(by.consult.begin(), by.consult.end(), [&](const numbers& who) {
    return oracle::implies({who, by.approval.count(who) != 0}, wanted);
  });
}

}  // namespace

oracle::action as_oracle(const checked::document& d, const action& a) {
  oracle::action o;
  o.decision = a.decision();
  o.by = a.by();
  for (std::uint32_t i = 0; i < d.inputs.size(); ++i) {
    if (!a.is_known(input_id{i})) continue;
    oracle::value v{a.slot(input_id{i}), {}};
    if (d.inputs[i].kind == input_kind::text) {
      v.text = v.amount > 0 ? std::string{a.rules().texts[static_cast<std::uint32_t>(v.amount)]} : "(another text)";
      v.amount = 0;
    }
    o.inputs.emplace(i, v);
  }
  return o;
}

engine::engine(const checked::document& d, remit::agreement under) : document_{&d}, agreement_{std::move(under)} {
  const executable& x = agreement_.rules();
  old_party_.resize(x.parties.size());
  old_input_.resize(x.inputs.size());
  for (std::uint32_t i = 0; i < d.parties.size(); ++i) {
    party_.push_back(agreement_.party(d.parties[i].name).value());
    old_party_.at(party_.back().value) = i;
  }
  input_.push_back(input_id{0});
  for (std::uint32_t i = 1; i < d.inputs.size(); ++i)
    for (std::uint32_t at = 1; at < x.inputs.size(); ++at)
      if (x.inputs[at].name == d.inputs[i].name) {
        input_.push_back(input_id{at});
        old_input_.at(at) = i;
      }
  for (const auto& one : d.decisions) decision_.push_back(agreement_.decision(one.name).value());
}

action engine::asked_of(const oracle::action& a) const {
  action to{agreement_, a.decision ? decision_.at(a.decision.value) : outside_decision, party_.at(a.by.value)};
  for (const auto& [i, v] : a.inputs) {
    const input_id slot = input_.at(i);
    const auto day = [&, amount = v.amount] { return date::from_days(amount / duration::minutes_a_day).value(); };
    switch (document_->inputs[i].kind) {
      case input_kind::day: to.on(day()); break;
      case input_kind::yes_no: to.set(fact<bool>{slot}, v.amount != 0); break;
      case input_kind::number:
      case input_kind::whole_number: to.set(fact<number>{slot}, number{v.amount}); break;
      case input_kind::money: to.set(fact<money>{slot}, money::of(v.amount, document_->currency)); break;
      case input_kind::date: to.set(fact<date>{slot}, day()); break;
      case input_kind::duration: to.set(fact<duration>{slot}, duration{v.amount}); break;
      case input_kind::one_of: to.set(fact<choice>{slot}, choice{static_cast<std::uint32_t>(v.amount)}); break;
      case input_kind::any_of: to.set(fact<choices>{slot}, choices{static_cast<std::uint64_t>(v.amount)}); break;
      case input_kind::text: to.set(fact<std::string_view>{slot}, v.text); break;
      case input_kind::ritual: v.amount == never_held ? to.never(ritual{slot}) : to.last(ritual{slot}, day()); break;
    }
  }
  for (std::uint32_t p : a.consulted) to.consulted(party_.at(p));
  for (std::uint32_t p : a.approved) to.approved(party_.at(p));
  return to;
}

told engine::ask(const oracle::action& a) const { return told_of(agreement_.evaluate(asked_of(a))); }

told engine::ask_ahead(const oracle::action& a) const {
  const foresight f = foresee(agreement_, asked_of(a));
  told out = told_of(f.verdict);
  if (!f.decided) add(out.problem, "not decided within the budget");
  if (f.decided && (f.possible.size() == 1) != f.verdict.certain()) add(out.problem, "certain with several verdicts, or not with one");
  numbers asked;
  for (const input_id i : f.ask) asked.insert(old_input_.at(i.value));
  if (asked.size() != f.ask.size() || asked != out.verdict.missing) add(out.problem, "asks for other facts than are missing");
  return out;
}

told engine::told_of(const verdict& v) const {
  told out;
  oracle::verdict& o = out.verdict;
  if (v.error() != input_error::none) add(out.problem, "input error " + std::to_string(static_cast<int>(v.error())));
  o.outcome = v.outcome();
  o.basis = v.basis();
  o.in_force = v.in_force();
  o.certain = v.certain();
  const auto parties = [&](const auto& members) {
    numbers all;
    for (party_id p : members) all.insert(party_number(p));
    return all;
  };
  for (const auto members : v.to()) insert_once(o.to, parties(members), out.problem, "to");
  for (const auto members : v.consult()) insert_once(o.consult, parties(members), out.problem, "consult");
  for (const auto members : v.approval()) insert_once(o.approval, parties(members), out.problem, "approval");
  for (const duty_entry& d : v.duties()) {
    oracle::duty one{d.kind, std::string{d.what}, {}, std::string{d.within}};
    for (std::uint32_t g : d.to) one.to.insert(parties(agreement_.rules().groups[g].members));
    insert_once(o.duties, one, out.problem, "duties");
  }
  for (input_id i : v.missing()) o.missing.insert(old_input_.at(i.value));
  for (const told_clause& c : v.clauses()) out.clauses.insert({std::string{c.rule}, std::string{c.text}});
  return out;
}

namespace {

// All but what is certain and missing, and the clauses.
std::string difference_in_verdict(const oracle::verdict& expected, const told& got) {
  std::string out = got.problem;
  const oracle::verdict& v = got.verdict;
  if (v.outcome != expected.outcome) add(out, "outcome");
  if (v.basis != expected.basis) add(out, "basis");
  if (v.in_force != expected.in_force) add(out, "in_force");
  if (v.to != expected.to) add(out, "to");
  if (v.consult != expected.consult) add(out, "consult");
  if (v.approval != expected.approval) add(out, "approval");
  if (v.duties != expected.duties) add(out, "duties");
  return out;
}

}  // namespace

std::string difference(const checked::document& d, const oracle::verdict& expected, const told& got, bool words) {
  std::string out = difference_in_verdict(expected, got);
  if (!got.verdict.certain) add(out, "certain");
  if (!got.verdict.missing.empty()) add(out, "missing");
  const auto clauses = clauses_of(d, expected);
  if (words ? got.clauses != clauses : rules_of(got.clauses) != rules_of(clauses)) add(out, "clauses");
  return out;
}

std::string inexactness(const oracle::verdict& expected, const told& got) {
  std::string out = difference_in_verdict(expected, got);
  if (got.verdict.certain != expected.certain) add(out, "certain");
  if (got.verdict.missing != expected.missing) add(out, "missing");
  return out;
}

std::string unsoundness(const checked::document& d, const oracle::verdict& expected, const told& got) {
  std::string out = got.problem;
  const oracle::verdict& v = got.verdict;
  if (v.outcome < expected.outcome) add(out, "more lenient than some completion");
  if (v.in_force != expected.in_force) add(out, "in_force");
  if (v.certain && !expected.certain) add(out, "certain, but completions differ");
  if (!expected.certain && v.missing.empty()) add(out, "nothing missing, but completions differ");
  if (!expected.missing.is_within(v.missing))
    add(out, "a fact that matters is not among the missing");
  if (v.certain && (v.outcome != expected.outcome || v.to != expected.to || v.consult != expected.consult ||
                    v.approval != expected.approval || v.duties != expected.duties))
    add(out, "certain of something else");
  if (v.outcome != expected.outcome) return out;
  // A target is covered by itself or by one above it; among demands, by whatever implies it too.
  for (const oracle::target& target : expected.unmet) {
    const bool escalated = expected.outcome == outcome::escalate;
    const bool covered = is_covered(d, target, escalated ? v.to : v.approval) ||
                         (!escalated && is_implied({target.met_by, true}, v));
    if (!covered) add(out, "a target is not covered");
  }
  for (const oracle::demand& one : expected.asked)
    if (!is_implied(one, v)) add(out, "a consultation is not covered");
  if (!std::includes(v.duties.begin(), v.duties.end(), expected.duties.begin(), expected.duties.end()))
    add(out, "a duty is not covered");
  return out;
}

}  // namespace remit::agree
