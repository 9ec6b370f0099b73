// Two clauses that can both move one decision, to targets of which neither ranks above the other: both are needed then.
// Not here: targets that one clause names together, which is deliberate.
#include <set>
#include <utility>

#include <remit/analysis/examples.hpp>

#include "survey.hpp"
#include "witness.hpp"

namespace remit::analysis {
namespace {

class meeting {
 public:
  explicit meeting(survey& s) : s_{s} {}

  void run() {
    for (std::uint32_t d = 0; d < s_.rules.decisions.size(); ++d) {
      const auto clauses = s_.clauses_of(decision_id{d});
      for (std::uint32_t later = 0; later < clauses.size(); ++later)
        for (std::uint32_t earlier = 0; earlier < later; ++earlier) look_at(decision_id{d}, clauses, earlier, later);
    }
  }

 private:
  void look_at(decision_id d, view<clause_entry> clauses, std::uint32_t earlier, std::uint32_t later) {
    const clause_entry &a = clauses[earlier], &b = clauses[later];
    if (a.effect != effect::escalate || b.effect != effect::escalate) return;
    if (s_.rule(a).from_framework && s_.rule(b).from_framework) return;
    if (told_.count({std::min(a.told, b.told), std::max(a.told, b.told)}) != 0) return;
    for (std::uint32_t g : part_of(s_.rules.group_numbers, a.groups))
      for (std::uint32_t h : part_of(s_.rules.group_numbers, b.groups))
        if (unranked(d, g, h) && search(d, earlier, later, g, h)) return;
  }

  const group_entry& group(decision_id d, std::uint32_t local) const {
    return s_.rules.groups[s_.rules.decision_groups[s_.rules.decisions[d.value].groups.first + local]];
  }
  // Neither above the other, and nobody who could decide for both.
  bool unranked(decision_id d, std::uint32_t g, std::uint32_t h) const {
    const group_entry &one = group(d, g), &other = group(d, h);
    return !one.written.within(other.below_all) && !other.written.within(one.below_all) && !one.met_by.meets(other.met_by);
  }

  bool search(decision_id d, std::uint32_t earlier, std::uint32_t later, std::uint32_t g, std::uint32_t h) {
    for (const inquiry* q : s_.of(d)) {
      budget work = s_.question_budget();
      bool met = false;
      const bool finished = explore(q->space(), q->model.formulas(), q->complete, work, [&](const part& p) {
        const auto fired = q->asked.fired(p);
        for (const std::uint32_t c : {earlier, later}) {
          if (!fired.possible.has(c)) return next_step::leave();
          if (!fired.certain.has(c)) return next_step::cut(q->asked.fires(c), truth::yes);
        }
        const auto outlook = q->asked.given(fired);
        if (!outlook.verdict.certain()) return next_step::cut(q->asked.next_cut(outlook), truth::no);
        if (!outlook.goes.unmet.has(g) || !outlook.goes.unmet.has(h)) return next_step::leave();
        // Told where the agreement itself speaks, not at a framework's clause.
        const bool turned = s_.rule(s_.clauses_of(d)[later]).from_framework;
        if (turned)
          report(*q, p, s_.clauses_of(d)[later], s_.clauses_of(d)[earlier], h, g);
        else
          report(*q, p, s_.clauses_of(d)[earlier], s_.clauses_of(d)[later], g, h);
        met = true;
        return next_step::stop();
      });
      if (met) return true;
      if (!finished) s_.not_decided(s_.clause(s_.clauses_of(d)[later]).where, "whether this target can meet another");
    }
    return false;
  }

  std::string words(decision_id d, std::uint32_t g) const {
    std::string all;
    for (party_id p : group(d, g).members) all += (all.empty() ? "" : " or ") + ticked(s_.rules.parties[p.value].name);
    return all;
  }

  void report(const inquiry& q, const part& p, const clause_entry& a, const clause_entry& b, std::uint32_t g, std::uint32_t h) {
    told_.insert({std::min(a.told, b.told), std::max(a.told, b.told)});
    auto& d = s_.found.add(code::targets_meet, s_.clause(b).where,
                           ticked(s_.rules.decisions[q.decision.value].name) + " can go to " + words(q.decision, g) + " and to " +
                               words(q.decision, h) + " at once: neither ranks above the other, so both would be needed",
                           "rank one above the other, or let only one of the clauses fire; where both are meant, name both in one clause");
    d.related.push_back({s_.clause(a).where, "the other target is named here"});
    const action shown = q.witness(s_.under, p);
    show(d, shown, verdict_words(s_.under.evaluate(shown)));
  }

  survey& s_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

void find_meeting_targets(survey& s) { meeting{s}.run(); }

}  // namespace remit::analysis
