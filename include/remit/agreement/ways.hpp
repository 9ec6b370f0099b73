// Where a decision can go while it is not known which escalations fire, nor whether the asker is let in.
// Not here: where it goes once that is known (settle.hpp), what clauses ask for besides (unsettled.hpp).
#pragma once

#include <remit/agreement/settle.hpp>

namespace remit {

/// What moves a decision away from those who hold it.
template <class Groups>
struct moves {
  Groups to;            ///< the groups that clauses escalate to
  bool let_in = false;  ///< the asker counts as a holder
};

/// Escalations fire independently of each other as far as three values can tell, and adding one to the certain ones shows
/// all it can do: it survives the ranking next to the certain ones, or next to nothing. So the certain ones alone, and with
/// each merely possible one added, stand for every combination.
template <class Sets>
struct ways {
  using circle = circle_of<Sets>;
  using groups = typename Sets::groups;
  using destination = destination_of<groups>;

  const circle& c;
  moves<groups> sure, might;
  destination base = c.go(sure.to, sure.let_in);

  /// The most restrictive destination, and the parties of all that lead there; those told alike once.
  struct conclusion {
    remit::outcome outcome = remit::outcome::allow;
    groups told;
    bool one_way = true;  ///< every completion leads to the same
  };
  conclusion most_restrictive() const noexcept {
    conclusion end;
    end.outcome = base.outcome;
    groups reached, held[3];  // what merely belongs to holders, by the outcome that has
    if (!are_sure()) each_completion([&](const groups& to, bool let_in) {
      const destination d = c.go(to, let_in);
      if (!c.same(d, base)) end.one_way = false;
      if (d.outcome > end.outcome) end.outcome = d.outcome;
      (d.by_escalation ? reached : held[static_cast<int>(d.outcome)]) |= d.unmet;
    });
    if (end.one_way) {
      c.unite(end.told, base.unmet);
      return end;
    }
    const groups highest = c.without_lower(reached, false);
    c.unite(end.told, highest);
    held[static_cast<int>(end.outcome)].each([&](std::uint32_t g) {
      if (!c.outranked(g, highest)) c.add_once(end.told, g);
    });
    return end;
  }

  /// Whether all completions escalate alike and let the asker in alike.
  bool are_sure() const noexcept { return sure.to == might.to && sure.let_in == might.let_in; }
  /// Whether they lead to the same, alike or not.
  bool lead_one_way() const noexcept {
    bool one = true;
    if (!are_sure()) each_completion([&](const groups& to, bool let_in) { one = one && c.same(c.go(to, let_in), base); });
    return one;
  }

  /// Whether escalating to group `g` as well changes where the decision goes: by itself, or next to another one that is
  /// merely possible.
  bool redirects(std::uint32_t g) const noexcept {
    bool differs = false;
    each_completion([&](const groups& to, bool let_in) {
      if (differs || to.has(g)) return;
      groups more = to;
      more.insert(g);
      differs = !c.same(c.go(more, let_in), c.go(to, let_in));
    });
    return differs;
  }
  bool being_let_in_matters() const noexcept {
    bool matters = false;
    if (sure.let_in != might.let_in)
      each_completion([&](const groups& to, bool) { matters = matters || !c.same(c.go(to, true), c.go(to, false)); });
    return matters;
  }

 private:
  template <class Visit>
  void each_completion(Visit&& visit) const noexcept {
    for (int in = sure.let_in ? 1 : 0; in <= (might.let_in ? 1 : 0); ++in) {
      visit(sure.to, in != 0);
      (might.to - sure.to).each([&](std::uint32_t g) {
        groups with = sure.to;
        with.insert(g);
        visit(with, in != 0);
      });
    }
  }
};

}  // namespace remit
