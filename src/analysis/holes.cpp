// A hole at a boundary: one clause strictly under an amount, another strictly over it, and at the amount itself a weaker
// verdict than on both sides ("less than £50,000", "more than £50,000", nothing at exactly £50,000).
// Not here: one clause that leaves an amount out by itself.
#include <set>
#include <tuple>

#include <remit/analysis/examples.hpp>

#include "boundary.hpp"
#include "cut.hpp"
#include "survey.hpp"
#include "witness.hpp"

namespace remit::analysis {
namespace {

class boundaries {
 public:
  explicit boundaries(survey& s) : s_{s} {}

  void run() {
    for (std::uint32_t d = 0; d < s_.rules.decisions.size(); ++d) {
      const auto all = bounds_of(s_.rules, decision_id{d});
      for (const bound& under : all)
        for (const bound& over : all)
          if (under.op == relation::less && over.op == relation::more && under.of == over.of && under.limit == over.limit &&
              under.clause != over.clause)
            look_at(decision_id{d}, under, over);
    }
  }

 private:
  void look_at(decision_id d, const bound& under, const bound& over) {
    const auto clauses = s_.clauses_of(d);
    const clause_entry &low = clauses[under.clause], &high = clauses[over.clause];
    if (s_.rule(low).from_framework && s_.rule(high).from_framework) return;
    if (!told_.insert({low.told, high.told, under.limit}).second) return;
    bool decided = true, found = false;
    for (const inquiry* q : s_.of(d)) {
      budget work = s_.question_budget();
      decided = each_crossing(*q, under.of, under.limit, work, [&](const crossing& c) {
        if (!weaker(c) || !q->asked.fired(c.below).possible.has(under.clause) || !q->asked.fired(c.above).possible.has(over.clause))
          return true;
        report(*q, c, low, high);
        return !(found = true);
      }) && decided;
      if (found) return;
    }
    if (!decided) s_.not_decided(s_.clause(high).where, "whether there is a hole between this clause and another");
    told_.erase({low.told, high.told, under.limit});  // another decision may show it
  }

  bool weaker(const crossing& c) const {
    const party_namer as_is = [](std::string_view name) { return std::string{name}; };
    const cut_verdict at = cut(c.verdict_at.verdict, as_is);
    for (const auto* side : {&c.verdict_below, &c.verdict_above}) {
      const cut_verdict beside = cut(side->verdict, as_is);
      if (key_of(beside) == key_of(at) || direction_of(beside, at) != direction::loosened) return false;
    }
    return true;
  }

  void report(const inquiry& q, const crossing& c, const clause_entry& low, const clause_entry& high) {
    const bool turned = s_.rule(high).from_framework || s_.clause(high).where.begin < s_.clause(low).where.begin;
    const clause_entry &place = turned ? low : high, &other = turned ? high : low;
    const action shown = q.witness(s_.under, c.at);
    auto& d = s_.found.add(code::hole, s_.clause(place).where,
                           "at the boundary itself " + ticked(s_.rules.decisions[q.decision.value].name) +
                               " gets a weaker verdict than on both sides of it",
                           "write `at most` or `at least` in one of the two");
    d.related.push_back({s_.clause(other).where, "the other side of the boundary"});
    show(d, shown, verdict_words(s_.under.evaluate(shown)));
  }

  survey& s_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::int64_t>> told_;
};

}  // namespace

void find_holes(survey& s) { boundaries{s}.run(); }

}  // namespace remit::analysis
