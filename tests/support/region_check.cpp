// One action asked of a comparison, of both evaluators and of the oracle.
// Not here: which action.
#include "support/region_check.hpp"

#include <algorithm>

namespace remit::agree {

region_check::region_check(const checked::document& before, const agreement& old_rules, const checked::document& after,
                           const agreement& new_rules, const remit::comparison& told, const probes& regions)
    : before_{before}, after_{after}, old_{before, old_rules}, new_{after, new_rules}, told_{told}, regions_{regions} {
  for (const remit::difference& d : told.changes) verdicts_.emplace_back(plain(d.before), plain(d.after));
}

oracle::action region_check::witness(std::size_t k) const {
  const action& under_new = told_.changes[k].witness.value();
  const oracle::action was = as_oracle(before_, told_.changes[k].old_witness.value());
  oracle::action is = as_oracle(after_, under_new);
  for (const auto& [i, v] : was.inputs) {
    const bool untold = after_.inputs[i].kind == input_kind::text && is.inputs.count(i) != 0 && under_new.slot(input_id{i}) == 0;
    if (untold) is.inputs[i] = v;
    is.inputs.try_emplace(i, v);
  }
  // What neither verdict hangs on may be anything.
  for (std::uint32_t i = 0; i < after_.inputs.size(); ++i) {
    const checked::input& in = after_.inputs[i];
    if (in.standard || is.inputs.count(i) != 0) continue;
    const std::int64_t zero = std::max<std::int64_t>(in.least, 0);
    is.inputs[i] = {in.kind == input_kind::ritual ? never_held : in.kind == input_kind::any_of ? 0 : zero, {}};
  }
  // Not overdue is said by a last time on the day, which may be another where only the other side has it.
  for (auto& [i, v] : is.inputs)
    if (after_.inputs[i].kind == input_kind::ritual && v.amount != never_held) v = is.inputs.at(0);
  return is;
}

region_check::result region_check::of(const oracle::action& a) const {
  result out;
  const auto agreed = [&](const checked::document& d, const engine& under) {
    const plain_verdict expected = plain(oracle::decide(d, a).value(), own_party_names(d));
    const told got = under.ask(a);
    if (!got.problem.empty() || !(plain(got.verdict, own_party_names(d)) == expected))
      out.problem += "evaluator and oracle disagree; " + got.problem;
    return expected;
  };
  const plain_verdict was = agreed(before_, old_), is = agreed(after_, new_);
  out.differs = !(was == is);
  out.was = was;
  out.is = is;

  oracle::situation now{&after_, a.decision, a.by, a.inputs, {}, {}, {}};
  for (std::uint32_t i = 0; i < after_.inputs.size(); ++i)
    if (after_.inputs[i].standard) now.inputs.try_emplace(i, oracle::value{*after_.inputs[i].standard, after_.inputs[i].standard_text});
  const std::string decision = a.decision ? after_.decisions[a.decision.value].name : "outside_this_agreement";
  for (std::size_t k = 0; k < told_.changes.size(); ++k) {
    const remit::difference& change = told_.changes[k];
    if (change.decision != decision || change.by != after_.parties[a.by.value].name) continue;
    if (regions_.when(k) && !oracle::holds(now, *regions_.when(k))) continue;
    out.inside.push_back(k);
    if (!(was == verdicts_[k].first) || !(is == verdicts_[k].second))
      out.problem += "told as " + words(verdicts_[k].first) + " => " + words(verdicts_[k].second) + "; ";
    if (change.direction != direction_between(was, is)) out.problem += "told in another direction; ";
  }
  if (out.inside.size() != (out.differs ? 1u : 0u)) out.problem += std::to_string(out.inside.size()) + " regions hold it; ";
  if (!out.problem.empty()) out.problem += "it is " + words(was) + " => " + words(is);
  return out;
}

}  // namespace remit::agree
