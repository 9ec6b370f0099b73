// Decisions that nobody could ever take alone: none of the parties, whatever the facts.
// Not here: whether that is meant so; often it is, so it is said and no more.
#include "survey.hpp"

namespace remit::analysis {
namespace {

enum class found : std::uint8_t { no, yes, perhaps };

found somebody_alone(survey& s, decision_id d) {
  bool decided = true;
  for (const inquiry* q : s.of(d)) {
    // Most often any plain action shows it.
    if (q->asked.at(q->space().single(q->complete)).verdict.outcome() == outcome::allow) return found::yes;
    bool allowed = false;
    budget work = s.question_budget();
    decided = explore(q->space(), q->model.formulas(), q->complete, work, [&](const part& p) {
      const auto outlook = q->asked.at(p);
      if (outlook.at_least != outcome::allow) return next_step::leave();
      if (outlook.verdict.outcome() == outcome::allow) return allowed = true, next_step::stop();
      if (outlook.verdict.certain()) return next_step::leave();
      return next_step::cut(q->asked.next_cut(outlook), truth::no);
    }) && decided;
    if (allowed) return found::yes;
  }
  return decided ? found::no : found::perhaps;
}

}  // namespace

void find_never_alone(survey& s) {
  for (std::uint32_t d = 0; d < s.document.decisions.size(); ++d) {
    const checked::decision& decision = s.document.decisions[d];
    if (s.document.classes[decision.in.value].from_framework) continue;
    switch (somebody_alone(s, decision_id{d})) {
      case found::yes: break;
      case found::perhaps: s.not_decided(decision.where, "whether somebody can take " + ticked(decision.name) + " alone"); break;
      case found::no:
        s.found.add(code::never_alone, decision.where, "nobody can ever take " + ticked(decision.name) + " alone");
        break;
    }
  }
}

}  // namespace remit::analysis
