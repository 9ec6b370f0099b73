// Where a decision goes once it is known which clauses fired: whose it is, who is above whom, who has agreed
// (language reference, "What an action gets", points 4 and 5).
// Not here: which clauses fired (evaluate.hpp).
#pragma once

#include <cstdint>

#include <remit/agreement/clauses.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/limits.hpp>
#include <remit/agreement/verdict.hpp>

namespace remit {

/// Where the decision goes and what that means for the asker: the unmet parties, and the outcome if it were for them alone.
template <class Groups>
struct destination_of {
  Groups unmet;
  remit::outcome outcome = remit::outcome::allow;
  bool by_escalation = false;  ///< reached by an escalate clause, not by holding
};

/// The people around one action: who asks, who was asked, who agreed; and the groups that its decision names.
template <class Sets>
struct circle_of {
  using groups = typename Sets::groups;
  using parties = typename Sets::parties;
  using destination = destination_of<groups>;

  const executable& rules;
  view<std::uint32_t> numbers;  ///< this decision's group numbers -> executable::groups
  std::uint32_t holders;        ///< the first so many of them hold the decision
  party_id asker;
  parties consulted;
  parties approved;
  bool outside = false;         ///< the holders are the parties of `outside this agreement`
  const group_entry& group(std::uint32_t i) const noexcept { return rules.groups[numbers[i]]; }
  static parties of(const party_set& all) noexcept { return parties::of(all); }
  /// Whether two groups are told alike: the same parties will do. They may still rank differently: `P or above`, `P or Q`.
  bool same(std::uint32_t i, std::uint32_t j) const noexcept {
    return numbers[i] == numbers[j] || of(group(i).met_by) == of(group(j).met_by);
  }

  /// Where the decision goes with these escalations fired; `let_in`: the asker counts as a holder (`despite rights`).
  destination go(const groups& escalations, bool let_in) const noexcept {
    destination d;
    d.by_escalation = !escalations.empty() || outside;
    const groups goes_to = escalations.empty() ? groups::below(holders) : highest(escalations, let_in);
    bool all_below = true, some_above = false;
    goes_to.each([&](std::uint32_t g) {
      if (met(g, let_in)) return;
      d.unmet.insert(g);
      all_below = all_below && of(group(g).above_all).has(asker.value);
      some_above = some_above || of(group(g).below_any).has(asker.value);
    });
    if (!d.unmet.empty())
      d.outcome = !all_below && (d.by_escalation || some_above) ? remit::outcome::escalate : remit::outcome::consult;
    return d;
  }

  /// Of groups that the same decision went to, those that none of the others is above.
  groups without_lower(const groups& of, bool let_in) const noexcept {
    groups kept = of;
    if (!of.has_several()) return kept;
    of.each([&](std::uint32_t low) {
      of.each([&](std::uint32_t high) {
        if (is_above(high, low, let_in)) kept.erase(low);
      });
    });
    return kept;
  }

  /// Whether one of `by` ranks above group `low`.
  bool outranked(std::uint32_t low, const groups& by) const noexcept {
    bool found = false;
    by.each([&](std::uint32_t high) { found = found || is_above(high, low, false); });
    return found;
  }

  /// Whether a consultation of group `g` is still owed. The asker being in it does not meet it.
  bool owed(std::uint32_t g, bool for_agreement) const noexcept {
    const parties who = met_by(g);
    if (who.meets(approved)) return false;
    return for_agreement || !who.meets(consulted);
  }

  /// Leaves out every demand that another of them implies; of equal ones the first stays.
  void without_implied(groups& asked, groups& approval) const noexcept {
    if (!asked.has_several()) return;
    const groups all = asked, for_agreement = approval;
    const auto implies = [&](std::uint32_t strong, std::uint32_t weak) {
      return of(group(strong).met_by).within(of(group(weak).met_by)) && (for_agreement.has(strong) || !for_agreement.has(weak));
    };
    all.each([&](std::uint32_t weak) {
      all.each([&](std::uint32_t strong) {
        if (strong == weak || !implies(strong, weak)) return;
        if (implies(weak, strong) && weak < strong) return;
        asked.erase(weak);
        approval.erase(weak);
      });
    });
  }

  /// Whether two sets of groups ask for the same parties, however they are numbered.
  bool same(const groups& a, const groups& b) const noexcept { return a == b || (covers(a, b) && covers(b, a)); }
  bool same(const destination& a, const destination& b) const noexcept {
    return a.outcome == b.outcome && same(a.unmet, b.unmet);
  }

  /// Adds the groups of `more`, those told alike once.
  void unite(groups& to, const groups& more) const noexcept {
    if (to.empty() && !more.has_several()) return void(to = more);
    more.each([&](std::uint32_t g) { add_once(to, g); });
  }
  void add_once(groups& to, std::uint32_t g) const noexcept {
    bool there = false;
    to.each([&](std::uint32_t other) { there = there || same(g, other); });
    if (!there) to.insert(g);
  }

 private:
  // Escalations, and the holders above one of them: of ranked targets only the highest stay.
  groups highest(const groups& escalations, bool let_in) const noexcept {
    groups targets = escalations;
    for (std::uint32_t h = 0; h < holders; ++h)
      escalations.each([&](std::uint32_t t) {
        if (is_above(h, t, let_in)) targets.insert(h);
      });
    return without_lower(targets, let_in);
  }
  // A choice is above another when every member of it is above every member of the other. A let-in asker is a further
  // member of each holding choice.
  bool is_above(std::uint32_t high, std::uint32_t low, bool let_in) const noexcept {
    parties low_written = of(group(low).written), below_high = of(group(high).below_all);
    if (let_in && low < holders) low_written.insert(asker.value);
    if (let_in && high < holders) below_high &= of(rules.parties[asker.value].below);
    return low_written.within(below_high);
  }
  bool met(std::uint32_t g, bool let_in) const noexcept {
    const parties who = met_by(g);
    return (let_in && g < holders) || who.has(asker.value) || who.meets(approved);
  }
  parties met_by(std::uint32_t g) const noexcept { return of(group(g).met_by); }
  bool covers(const groups& a, const groups& b) const noexcept {
    bool all = true;
    b.each([&](std::uint32_t wanted) {
      bool found = false;
      a.each([&](std::uint32_t g) { found = found || same(g, wanted); });
      all = all && found;
    });
    return all;
  }
};

using destination = destination_of<group_set>;
using circle = circle_of<many>;

}  // namespace remit
