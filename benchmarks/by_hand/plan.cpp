// From the checked document to the plan, following the language reference, "What an action gets".
// Not here: the order in which C++ asks the questions (write_*.cpp).
#include "plan.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

namespace drafting {
namespace {

using remit::checked::document;

[[noreturn]] void give_up(const char* why) {
  std::fprintf(stderr, "the rules cannot be written by hand: %s\n", why);
  std::exit(1);
}

class planning {
 public:
  explicit planning(const document& d) : d_{d} { out_.document = &d; }

  plan run() {
    for (std::uint32_t p = 0; p < d_.parties.size(); ++p)
      if (!d_.parties[p].is_role) out_.askers.push_back(p);
    for (const auto& r : d_.rules)
      for (const auto& c : r.clauses) number(r, c);
    if (out_.clauses.size() > 64 || out_.duties.size() > 64) give_up("more than 64 clauses or duties");
    for (std::uint32_t i = 0; i < d_.decisions.size(); ++i) out_.decisions.push_back(planned(remit::decision_id{i}));
    if (out_.groups.size() > 32) give_up("more than 32 choices of parties");
    return std::move(out_);
  }

 private:
  void number(const remit::checked::rule& r, const remit::checked::clause& c) {
    if (r.effective.from || r.effective.to) give_up("a rule for some days only");
    if (!c.then) {
      numbers_[&c] = static_cast<std::uint32_t>(out_.clauses.size());
      out_.clauses.push_back(&c);
      out_.rule_of.push_back(r.name);
    }
    if (!c.duty) return;
    const auto same = [&](const remit::checked::duty* known) {
      return known->kind == c.duty->kind && known->what == c.duty->what && known->to == c.duty->to &&
             known->within == c.duty->within;
    };
    const auto at = std::find_if(out_.duties.begin(), out_.duties.end(), same);
    duty_bits_[&c] = std::uint64_t{1} << (at - out_.duties.begin());
    if (at == out_.duties.end()) out_.duties.push_back(&*c.duty);
  }

  group spelt_out(const remit::checked::group& g, bool decides) const {
    group out;
    for (const auto& m : g.members) {
      out.written.insert(m.party.value);
      out.met_by.insert(m.party.value);
      if (!m.or_above) continue;
      for (std::uint32_t p = 0; p < d_.parties.size(); ++p) {
        const auto& other = d_.parties[p];
        if (!other.is_role && !other.body && !(other.advisory && decides) && is_above(p, m.party.value)) out.met_by.insert(p);
      }
    }
    return out;
  }
  std::uint32_t numbered(const group& g) {
    for (std::uint32_t i = 0; i < out_.groups.size(); ++i)
      if (out_.groups[i].met_by == g.met_by) {
        if (out_.groups[i].written != g.written) give_up("two choices of the same parties that rank differently");
        return i;
      }
    out_.groups.push_back(g);
    return static_cast<std::uint32_t>(out_.groups.size() - 1);
  }

  bool is_above(std::uint32_t high, std::uint32_t low) const {
    const auto& below = d_.parties[high].below;
    return std::find(below.begin(), below.end(), remit::party_id{low}) != below.end();
  }
  bool is_above(const group& high, const group& low) const {
    for (std::uint32_t h : high.written)
      for (std::uint32_t l : low.written)
        if (!is_above(h, l)) return false;
    return true;
  }

  condition put_in(const remit::checked::condition& c, remit::decision_id at) const {
    using remit::checked::condition_kind;
    std::vector<condition> parts;
    for (const auto& child : c.children) parts.push_back(put_in(child, at));
    switch (c.kind) {
      case condition_kind::decision_in:
        return std::find(c.decisions.begin(), c.decisions.end(), at) != c.decisions.end() ? condition{} : no({});
      case condition_kind::all_of: return all_of(std::move(parts));
      case condition_kind::any_of: return any_of(std::move(parts));
      case condition_kind::negation: return no(std::move(parts.at(0)));
      case condition_kind::atom: break;
    }
    using remit::atom_kind;
    const auto kind = c.atom.kind;
    if (kind == atom_kind::constant) return c.atom.limit != 0 ? condition{} : no({});
    if (kind == atom_kind::text || kind == atom_kind::known || kind == atom_kind::overdue || kind == atom_kind::on_days)
      give_up("a condition on a text, a ritual, a day or what is known");
    condition atom;
    atom.is = condition::kind::atom;
    atom.atom = c.atom;
    return atom;
  }

  decision planned(remit::decision_id at) {
    decision out;
    std::set<std::uint32_t> targets;
    demands possible = 0;
    for (const auto& r : d_.rules) {
      if (!r.everywhere && std::find(r.covers.begin(), r.covers.end(), at) == r.covers.end()) continue;
      rule planned_rule;
      planned_rule.name = r.name;
      for (const auto& c : r.clauses) {
        clause one;
        one.effect = c.effect;
        one.when = all_of({c.when ? put_in(*c.when, at) : condition{}, c.unless ? no(put_in(*c.unless, at)) : condition{}});
        if (c.effect == remit::effect::allow) one.when = all_of({asked_by(spelt_out(c.groups.at(0), false)), one.when});
        if (one.when.is == condition::kind::no) continue;
        one.lets_in = c.despite_rights;
        one.duties = c.duty ? duty_bits_.at(&c) : 0;
        if (!c.then) one.number = numbers_.at(&c);
        for (const auto& g : c.groups) {
          if (c.effect == remit::effect::consult)
            one.asked |= demands{1} << (numbered(spelt_out(g, false)) + (c.for_agreement ? approval_of : 0));
          if (c.effect == remit::effect::escalate) one.targets.push_back(numbered(spelt_out(g, true)));
        }
        targets.insert(one.targets.begin(), one.targets.end());
        possible |= one.asked;
        out.lets_in = out.lets_in || one.lets_in;
        (c.then ? planned_rule.then : planned_rule.clauses).push_back(std::move(one));
      }
      if (planned_rule.clauses.empty()) continue;
      out.rules.push_back(std::move(planned_rule));
    }
    who_lifts(out);
    out.targets.assign(targets.begin(), targets.end());
    std::stable_sort(out.targets.begin(), out.targets.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return is_above(out_.groups[a], out_.groups[b]); });
    for (auto& r : out.rules)
      for (auto& c : r.clauses)
        for (std::uint32_t& t : c.targets)
          t = static_cast<std::uint32_t>(std::find(out.targets.begin(), out.targets.end(), t) - out.targets.begin());
    destinations(at, out, possible);
    implications(out, possible);
    return out;
  }

  // Rules that let in or lift come first; each rule knows which of them set it aside.
  void who_lifts(decision& out) const {
    for (const auto& r : d_.rules)
      for (const auto& c : r.clauses) {
        if (c.effect != remit::effect::allow || c.then) continue;
        const bool bears = std::any_of(out.rules.begin(), out.rules.end(), [&](const rule& one) { return one.name == r.name; });
        if (!bears) continue;
        if (std::count_if(r.clauses.begin(), r.clauses.end(), [](const auto& other) { return !other.then; }) > 1)
          give_up("an `allow` next to other clauses of its rule");
        for (remit::rule_id lifted : c.despite)
          for (auto& one : out.rules)
            if (one.name == d_.rules[lifted.value].name) one.lifted_by.push_back(r.name);
      }
    std::stable_partition(out.rules.begin(), out.rules.end(), [](const rule& r) {
      return std::any_of(r.clauses.begin(), r.clauses.end(), [](const clause& c) { return c.effect == remit::effect::allow; });
    });
  }

  condition asked_by(const group& g) const {
    std::vector<condition> any;
    for (std::uint32_t p : g.met_by) {
      condition by;
      by.is = condition::kind::atom;
      by.atom.kind = remit::atom_kind::by;
      by.atom.party = remit::party_id{p};
      any.push_back(by);
    }
    return any_of(std::move(any));
  }

  void destinations(remit::decision_id at, decision& out, demands& possible) {
    std::vector<group> holders;
    for (const auto& g : d_.classes[d_.decisions[at.value].in.value].held_by) {
      holders.push_back(spelt_out(g, true));
      numbered(holders.back());
    }
    const auto states = std::size_t{1} << (out.targets.size() + (out.lets_in ? 1 : 0));
    for (std::size_t state = 0; state < states; ++state) {
      out.goes.emplace_back();
      for (std::uint32_t by : out_.askers) {
        out.goes.back().push_back(destination(out, holders, state, by));
        possible |= out.goes.back().back().asked;
      }
    }
  }

  place destination(const decision& on, const std::vector<group>& holders, std::size_t state, std::uint32_t by) {
    const bool let_in = (state >> on.targets.size() & 1) != 0;
    std::vector<std::pair<group, std::uint32_t>> all;
    const auto as_holder = [&](const group& g) {
      group one = g;
      if (let_in) one.written.insert(by), one.met_by.insert(by);
      return one;
    };
    for (std::size_t t = 0; t < on.targets.size(); ++t)
      if ((state >> t & 1) != 0)
        // An escalation is to the parties themselves: being let in is no way round it.
        all.push_back({out_.groups[on.targets[t]], on.targets[t]});
    const bool escalated = !all.empty();
    if (escalated) {
      const auto moved = all;
      for (const group& h : holders)
        if (std::any_of(moved.begin(), moved.end(), [&](const auto& t) { return is_above(as_holder(h), t.first); }))
          all.push_back({as_holder(h), numbered(h)});
      const auto highest = all;
      std::erase_if(all, [&](const auto& low) {
        return std::any_of(highest.begin(), highest.end(), [&](const auto& high) { return is_above(high.first, low.first); });
      });
    } else {
      for (const group& h : holders) all.push_back({as_holder(h), numbered(h)});
    }
    place out;
    bool all_below = true, some_above = false;
    std::uint32_t unmet = 0;
    for (const auto& [g, n] : all) {
      if (g.met_by.contains(by)) continue;
      unmet |= 1u << n;
      for (std::uint32_t p : out_.groups[n].written) {
        all_below = all_below && is_above(by, p);
        some_above = some_above || is_above(p, by);
      }
    }
    out.held = unmet == 0;
    if (unmet == 0) return out;
    out.outcome = !all_below && (escalated || some_above) ? remit::outcome::escalate : remit::outcome::consult;
    if (out.outcome == remit::outcome::escalate)
      out.to = unmet;
    else
      out.asked = without_implied(demands{unmet} << approval_of);
    return out;
  }

  // The same parties or fewer will do, and approval is a consultation too.
  bool implies(std::uint32_t strong, std::uint32_t weak) const {
    const auto &s = out_.groups[strong % approval_of].met_by, &w = out_.groups[weak % approval_of].met_by;
    return strong != weak && (strong >= approval_of || weak < approval_of) &&
           std::includes(w.begin(), w.end(), s.begin(), s.end());
  }
  demands without_implied(demands asked) const {
    demands left = asked;
    for (std::uint32_t s = 0; s < 64; ++s)
      for (std::uint32_t w = 0; w < 64; ++w)
        if ((asked >> s & 1) != 0 && (asked >> w & 1) != 0 && implies(s, w)) left &= ~(demands{1} << w);
    return left;
  }
  void implications(decision& out, demands possible) const {
    for (std::uint32_t s = 0; s < 64; ++s) {
      demands needless = 0;
      for (std::uint32_t w = 0; w < 64; ++w)
        if ((possible >> s & 1) != 0 && (possible >> w & 1) != 0 && implies(s, w)) needless |= demands{1} << w;
      if (needless != 0) out.implied.push_back({s, needless});
    }
  }

  const document& d_;
  plan out_;
  std::map<const remit::checked::clause*, std::uint32_t> numbers_;
  std::map<const remit::checked::clause*, std::uint64_t> duty_bits_;
};

condition joined(condition::kind by, condition::kind neutral, condition::kind decided, std::vector<condition> parts) {
  condition out;
  for (condition& p : parts) {
    if (p.is == decided) return p;
    if (p.is == neutral) continue;
    if (p.is == by)
      for (condition& inner : p.parts) out.parts.push_back(std::move(inner));
    else
      out.parts.push_back(std::move(p));
  }
  if (out.parts.size() == 1) return condition{out.parts[0]};
  out.is = out.parts.empty() ? neutral : by;
  return out;
}

}  // namespace

condition all_of(std::vector<condition> parts) {
  return joined(condition::kind::all_of, condition::kind::yes, condition::kind::no, std::move(parts));
}
condition any_of(std::vector<condition> parts) {
  return joined(condition::kind::any_of, condition::kind::no, condition::kind::yes, std::move(parts));
}
condition no(condition c) {
  if (c.is == condition::kind::negation) return condition{c.parts[0]};
  condition out;
  out.is = c.is == condition::kind::yes  ? condition::kind::no
           : c.is == condition::kind::no ? condition::kind::yes
                                         : condition::kind::negation;
  if (out.is == condition::kind::negation) out.parts.push_back(std::move(c));
  return out;
}

plan plan_of(const remit::checked::document& d) { return planning{d}.run(); }

}  // namespace drafting
