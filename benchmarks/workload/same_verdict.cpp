// Verdict against verdict: outcome, basis, whom it goes to, who is asked, whose approval, duties, clauses.
// Not here: what remit alone tells: missing facts, whether the agreement is in force.
#include "same_verdict.hpp"

#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string_view>

namespace workload {
namespace {

[[noreturn]] void unknown(const char* what) {
  std::fprintf(stderr, "remit's verdict has a %s that the rules by hand do not know\n", what);
  std::exit(1);
}

template <class Groups>
std::uint32_t choices_of(const Groups& groups) {
  std::uint32_t out = 0;
  for (const auto& members : groups) {
    std::uint64_t mask = 0;
    for (remit::party_id p : members) mask |= std::uint64_t{1} << p.value;
    std::uint32_t n = 0;
    while (n < std::size(by_hand::choices) && by_hand::choices[n] != mask) ++n;
    if (n == std::size(by_hand::choices)) unknown("choice of parties");
    out |= std::uint32_t{1} << n;
  }
  return out;
}

std::uint64_t clause_of(const remit::told_clause& c) {
  for (std::size_t n = 0; n < std::size(by_hand::clause_lines); ++n)
    if (by_hand::clause_lines[n].line == c.line && by_hand::clause_lines[n].rule == c.rule) return std::uint64_t{1} << n;
  unknown("clause");
}

std::uint64_t duty_of(const remit::executable& rules, const remit::duty_entry& d) {
  static constexpr std::string_view kinds[] = {"record", "action", "notify", "ratify"};
  std::uint64_t to = 0;
  for (std::uint32_t g : d.to)
    for (remit::party_id p : rules.groups[g].members) to |= std::uint64_t{1} << p.value;
  for (std::size_t n = 0; n < std::size(by_hand::all_duties); ++n) {
    const by_hand::duty_words& known = by_hand::all_duties[n];
    if (kinds[static_cast<std::size_t>(d.kind)] == known.kind && d.what == known.what && d.within == known.within &&
        to == known.to)
      return std::uint64_t{1} << n;
  }
  unknown("duty");
}

std::string told(const by_hand::verdict& v) {
  char text[160];
  std::snprintf(text, sizeof text, "outcome %d basis %d to %x consult %x approval %x duties %llx clauses %llx",
                static_cast<int>(v.outcome), static_cast<int>(v.basis), v.to, v.consult, v.approval,
                static_cast<unsigned long long>(v.duties), static_cast<unsigned long long>(v.fired));
  return text;
}

}  // namespace

std::string agreement_path() { return REMIT_SOURCE_DIR "/benchmarks/workload/saltmarsh.remit"; }

std::vector<by_hand::question> questions_of(const situations& of) {
  std::vector<by_hand::question> out;
  for (const situation& s : of) out.push_back(by_hand::question_of(s.slots.data(), s.decision.value, s.by.value));
  return out;
}

by_hand::verdict in_their_words(const remit::verdict& v) {
  by_hand::verdict out;
  out.outcome = static_cast<by_hand::outcome>(v.outcome());
  out.basis = static_cast<by_hand::basis>(v.basis());
  out.to = choices_of(v.to());
  out.consult = choices_of(v.consult());
  out.approval = choices_of(v.approval());
  for (const remit::told_clause& c : v.clauses()) out.fired |= clause_of(c);
  for (const remit::duty_entry& d : v.duties()) out.duties |= duty_of(*v.rules(), d);
  return out;
}

std::string difference(const remit::agreement& agreement, const situations& of) {
  const std::vector<remit::action> actions = actions_of(agreement, of);
  const std::vector<by_hand::question> questions = questions_of(of);
  for (std::size_t i = 0; i < of.size(); ++i) {
    const remit::verdict verdict = agreement.evaluate(actions[i]);
    if (verdict.error() != remit::input_error::none || !verdict.certain()) return "remit has no certain verdict";
    const std::string expected = told(in_their_words(verdict));
    const std::string on = std::string{agreement.name(of[i].decision)} + " by " + std::string{agreement.name(of[i].by)};
    if (const auto got = told(by_hand::plain(questions[i])); got != expected)
      return on + ": remit says " + expected + ", plain rules by hand " + got;
    if (const auto got = told(by_hand::branch_free(questions[i])); got != expected)
      return on + ": remit says " + expected + ", rules by hand without branches " + got;
  }
  return {};
}

}  // namespace workload
