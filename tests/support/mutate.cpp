// Single edits, one after the other.
// Not here: edits at random (edit.cpp).
#include "support/mutate.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "support/print.hpp"

namespace remit::generate {
namespace {

using checked::condition;
using checked::condition_kind;

constexpr const char* op_words[] = {"under", "at most", "is", "is not", "at least", "over"};

class mutating {
 public:
  explicit mutating(const checked::document& d) : d_{d} {}

  std::vector<mutation> run() {
    for (std::size_t r = 0; r < d_.rules.size(); ++r) {
      of_rule(r);
      for (std::size_t c = 0; c < d_.rules[r].clauses.size(); ++c) of_clause(r, c);
    }
    of_classes();
    of_choices();
    of_ranks();
    return std::move(all_);
  }

 private:
  /// `change` answers false where the edit cannot be made.
  void edited(const char* kind, const std::function<bool(checked::document&)>& change) {
    checked::document d = d_;
    if (!change(d)) return;
    tell_words(d);
    all_.push_back({kind, std::move(d)});
  }

  // ---- Conditions ---------------------------------------------------------------------------------------

  void of_condition(const std::function<condition&(checked::document&)>& at, const condition& now) {
    for (std::size_t i = 0; i < now.children.size(); ++i)
      of_condition([at, i](checked::document& d) -> condition& { return at(d).children[i]; }, now.children[i]);
    if (now.kind == condition_kind::all_of || now.kind == condition_kind::any_of) {
      const bool all = now.kind == condition_kind::all_of;
      edited(all ? "`or` for `and`" : "`and` for `or`", [&](checked::document& d) {
        at(d).kind = all ? condition_kind::any_of : condition_kind::all_of;
        return true;
      });
      edited("a part dropped", [&](checked::document& d) {
        condition rest = at(d).children.front();
        at(d) = std::move(rest);
        return true;
      });
    }
    if (now.kind == condition_kind::negation) return;
    edited("a condition negated", [&](checked::document& d) {
      condition child = at(d);
      condition no;
      no.kind = condition_kind::negation;
      no.children.push_back(std::move(child));
      at(d) = std::move(no);
      return true;
    });
    if (now.kind != condition_kind::atom || now.atom.kind != atom_kind::linear) return;
    for (const int up : {1, -1})
      edited(up > 0 ? "a bound one grain up" : "a bound one grain down", [&](checked::document& d) { return move_bound(at(d), up); });
    edited("strict for lax", [&](checked::document& d) {
      constexpr relation other[] = {relation::at_most, relation::less, relation::at_least, relation::more, relation::more, relation::at_least};
      condition& c = at(d);
      c.atom.op = other[static_cast<int>(c.atom.op)];
      c.op = op_words[static_cast<int>(c.atom.op)];
      return true;
    });
  }

  // Of the amount that is written. An amount below nothing cannot be.
  bool move_bound(condition& c, int up) const {
    std::int64_t grain = d_.inputs[c.atom.first.value].step;
    if (c.atom.second) grain = std::gcd(grain, d_.inputs[c.atom.second.value].step);
    for (checked::side* side : {&c.right, &c.left})
      for (checked::side::term& t : side->terms) {
        if (t.input) continue;
        if (t.constant + up * grain < 0) return false;
        t.constant += up * grain;
        t.threshold.clear();
        c.atom.limit += (side == &c.right ? 1 : -1) * (t.negative ? -1 : 1) * up * grain;
        return true;
      }
    return false;
  }

  // ---- Clauses ------------------------------------------------------------------------------------------

  void of_clause(std::size_t r, std::size_t c) {
    const checked::clause& now = d_.rules[r].clauses[c];
    const auto at = [r, c](checked::document& d) -> checked::clause& { return d.rules[r].clauses[c]; };
    if (now.when) of_condition([at](checked::document& d) -> condition& { return *at(d).when; }, *now.when);
    if (now.unless) of_condition([at](checked::document& d) -> condition& { return *at(d).unless; }, *now.unless);
    edited("a clause dropped", [&](checked::document& d) {
      d.rules[r].clauses.erase(d.rules[r].clauses.begin() + static_cast<std::ptrdiff_t>(c));
      return true;
    });
    edited("`when` dropped", [&](checked::document& d) { return std::exchange(at(d).when, {}).has_value(); });
    edited("`unless` dropped", [&](checked::document& d) { return std::exchange(at(d).unless, {}).has_value(); });
    edited("another party", [&](checked::document& d) { return another_party(at(d)); });
    edited("one party fewer", [&](checked::document& d) {
      for (auto& g : at(d).groups)
        if (g.members.size() > 1) return g.members.pop_back(), true;
      if (at(d).groups.size() < 2) return false;
      at(d).groups.pop_back();
      return true;
    });
    edited("`or above`", [&](checked::document& d) {
      for (auto& g : at(d).groups)
        for (auto& m : g.members)
          if (!d.parties[m.party.value].is_role) return m.or_above = !m.or_above, true;
      return false;
    });
    switch (now.effect) {
      case effect::consult:
        edited("`for agreement`", [&](checked::document& d) {
          for (const auto& g : at(d).groups)
            for (const auto& m : g.members)
              if (d.parties[m.party.value].is_role) return false;
          return at(d).for_agreement = !at(d).for_agreement, true;
        });
        break;
      case effect::allow:
        edited("`despite rights`", [&](checked::document& d) { return at(d).despite_rights = !at(d).despite_rights, true; });
        edited("`despite` fewer rules", [&](checked::document& d) {
          if (at(d).despite.empty()) return false;
          return at(d).despite.pop_back(), true;
        });
        edited("`despite` more rules", [&](checked::document& d) {
          for (std::uint32_t i = 0; i < d.rules.size(); ++i)
            if (!d.rules[i].statutory && std::count(at(d).despite.begin(), at(d).despite.end(), rule_id{i}) == 0)
              return at(d).despite.push_back(rule_id{i}), true;
          return false;
        });
        break;
      case effect::duty:
        edited("another duty", [&](checked::document& d) {
          checked::duty& duty = *at(d).duty;
          (duty.to.empty() ? duty.what : duty.within) = duty.to.empty() ? "something else" : "5 days";
          return true;
        });
        edited("`then`", [&](checked::document& d) { return at(d).then = !at(d).then, true; });
        break;
      case effect::escalate: break;
    }
  }

  bool another_party(checked::clause& c) const {
    if (c.groups.empty()) return false;
    checked::member& m = c.groups.front().members.front();
    for (std::uint32_t p = 0; p < d_.parties.size(); ++p) {
      const checked::party& other = d_.parties[p];
      if (other.is_role || (c.effect == effect::escalate && other.advisory)) continue;
      const auto named = [&](const checked::group& g) {
        return std::any_of(g.members.begin(), g.members.end(), [&](const checked::member& n) { return n.party.value == p; });
      };
      if (std::any_of(c.groups.begin(), c.groups.end(), named)) continue;
      m = {party_id{p}, false};
      return true;
    }
    return false;
  }

  // ---- Rules, classes, ranks ----------------------------------------------------------------------------

  void of_rule(std::size_t r) {
    edited("a rule for fewer decisions", [&](checked::document& d) {
      auto& covers = d.rules[r].covers;
      if (d.rules[r].everywhere || covers.size() < 2) return false;
      return covers.pop_back(), true;
    });
    edited("a rule for every decision", [&](checked::document& d) {
      if (d.rules[r].everywhere) return false;
      d.rules[r].covers.clear();
      return d.rules[r].everywhere = true, true;
    });
    edited("a rule from the day after", [&](checked::document& d) {
      auto& days = d.rules[r].effective;
      if (!days.from || (days.to && *days.to == *days.from)) return false;
      days.from = date::from_days(days.from->days() + 1);
      return true;
    });
    edited("a rule for a day more", [&](checked::document& d) {
      auto& days = d.rules[r].effective;
      if (!days.to) return false;
      days.to = date::from_days(days.to->days() + 1);
      return true;
    });
  }

  void of_classes() {
    for (std::size_t k = 0; k < d_.classes.size(); ++k)
      for (std::uint32_t p = 0; p < d_.parties.size(); ++p)
        edited("another holder", [&](checked::document& d) {
          if (d.parties[p].is_role || d.parties[p].advisory) return false;
          checked::group alone;
          alone.members.push_back({party_id{p}, false});
          if (d.classes[k].held_by == std::vector<checked::group>{alone}) return false;
          d.classes[k].held_by = {alone};
          return true;
        });
  }

  // Whoever will do already ranks a choice once it is named: `p or above` is not `p or above or q`.
  void of_choices() {
    for (std::size_t k = 0; k < d_.classes.size(); ++k)
      for (std::uint32_t p = 0; p < d_.parties.size(); ++p)
        edited("a holder more to choose from", [&](checked::document& d) {
          if (d.parties[p].is_role || d.parties[p].advisory) return false;
          auto& members = d.classes[k].held_by.front().members;
          for (const checked::member& m : members)
            if (m.party.value == p) return false;
          members.push_back({party_id{p}, false});
          return true;
        });
    for (std::size_t k = 0; k < d_.classes.size(); ++k)
      edited("a holder `or above`", [&](checked::document& d) {
        auto& m = d.classes[k].held_by.front().members.front();
        return m.or_above = !m.or_above, true;
      });
  }

  // One party no longer above another, where nobody stands between them.
  void of_ranks() {
    for (std::uint32_t high = 0; high < d_.parties.size(); ++high)
      for (const party_id low : d_.parties[high].below)
        edited("a rank less", [&](checked::document& d) {
          const auto above = [&](std::uint32_t a, party_id b) {
            const auto& below = d.parties[a].below;
            return std::find(below.begin(), below.end(), b) != below.end();
          };
          for (std::uint32_t p = 0; p < d.parties.size(); ++p)
            if (above(high, party_id{p}) && above(p, low)) return false;
          auto& below = d.parties[high].below;
          below.erase(std::find(below.begin(), below.end(), low));
          return true;
        });
  }

  const checked::document& d_;
  std::vector<mutation> all_;
};

}  // namespace

std::vector<mutation> mutations(const checked::document& d) { return mutating{d}.run(); }

}  // namespace remit::generate
