// From where each decision goes, for each asker and each set of escalations, to the fewest conditions that say so.
// Not here: the plan itself (by_hand/plan.cpp).
#include "flat.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace peers {
namespace {

using drafting::all_of;
using drafting::any_of;
using drafting::condition;
using remit::outcome;

/// A part of the states (see decision::goes): those whose bits under `care` are `value`.
struct cube {
  std::size_t care = 0, value = 0;
  bool holds(std::size_t state) const { return (state & care) == value; }
  friend auto operator<=>(const cube&, const cube&) = default;
};

// The largest cubes within `inside` that cover `wanted`.
std::vector<cube> cover(const std::vector<bool>& wanted, const std::vector<bool>& inside) {
  const std::size_t states = wanted.size();
  std::vector<cube> all;
  for (std::size_t care = 0; care < states; ++care)
    for (std::size_t value = 0; value < states; ++value) {
      const cube c{care, value};
      bool within = (value & ~care) == 0;
      for (std::size_t s = 0; s < states; ++s) within = within && (!c.holds(s) || inside[s]);
      if (within) all.push_back(c);
    }
  std::stable_sort(all.begin(), all.end(),
                   [](const cube& a, const cube& b) { return __builtin_popcountll(a.care) < __builtin_popcountll(b.care); });
  std::vector<bool> left = wanted;
  std::vector<cube> out;
  for (const cube& c : all) {
    bool adds = false;
    for (std::size_t s = 0; s < states; ++s) adds = adds || (left[s] && c.holds(s));
    if (!adds) continue;
    for (std::size_t s = 0; s < states; ++s)
      if (c.holds(s)) left[s] = false;
    out.push_back(c);
  }
  return out;
}

class flattening {
 public:
  explicit flattening(const drafting::plan& p) : p_{p} {}

  std::vector<flat_rule> run() {
    for (std::uint32_t d = 0; d < p_.decisions.size(); ++d) decision(d);
    return std::move(out_);
  }

 private:
  struct cause {
    std::string rule;
    condition when;
  };

  void decision(std::uint32_t number) {
    const drafting::decision& d = p_.decisions[number];
    std::map<std::string, condition> lifting;
    for (const auto& r : d.rules)
      for (const auto& c : r.clauses)
        if (c.effect == remit::effect::allow) lifting[r.name] = c.when;
    std::vector<std::vector<cause>> causes(d.targets.size() + 1);  // of each target, and of being let in
    for (const auto& r : d.rules) {
      std::vector<condition> unlifted;
      for (const auto& by : r.lifted_by) unlifted.push_back(drafting::no(lifting.at(by)));
      for (const auto& c : r.clauses) {
        std::vector<condition> whole{c.when};
        if (c.effect != remit::effect::allow) whole.insert(whole.end(), unlifted.begin(), unlifted.end());
        const cause one{r.name, all_of(whole)};
        if (c.effect == remit::effect::consult) put(outcome::consult, r.name, number, one.when);
        for (std::uint32_t t : c.targets) causes[t].push_back(one);
        if (c.lets_in) causes.back().push_back(one);
      }
    }
    for (const outcome level : {outcome::consult, outcome::escalate}) places(number, d, causes, level);
  }

  void places(std::uint32_t number, const drafting::decision& d, const std::vector<std::vector<cause>>& causes, outcome level) {
    std::map<cube, std::vector<std::uint32_t>> askers;
    for (std::size_t a = 0; a < p_.askers.size(); ++a) {
      std::vector<bool> wanted, inside;
      for (const auto& state : d.goes) {
        wanted.push_back(state[a].outcome == level);
        inside.push_back(state[a].outcome >= level);
      }
      for (const cube& c : cover(wanted, inside)) askers[c].push_back(p_.askers[a]);
    }
    for (const auto& [c, parties] : askers) {
      std::vector<condition> whole{asked_by(parties)};
      std::size_t positive = causes.size();  // the one target whose causes become a rule each
      for (std::size_t bit = 0; bit < causes.size(); ++bit) {
        if ((c.care >> bit & 1) == 0) continue;
        if ((c.value >> bit & 1) != 0 && positive == causes.size())
          positive = bit;
        else
          whole.push_back((c.value >> bit & 1) != 0 ? any(causes[bit]) : drafting::no(any(causes[bit])));
      }
      if (positive == causes.size())
        put(level, "holders", number, all_of(whole));
      else
        for (const cause& one : causes[positive]) {
          std::vector<condition> with{one.when};
          with.insert(with.end(), whole.begin(), whole.end());
          put(level, one.rule, number, all_of(with));
        }
    }
  }

  static condition any(const std::vector<cause>& of) {
    std::vector<condition> each;
    for (const cause& c : of) each.push_back(c.when);
    return any_of(each);
  }
  condition asked_by(const std::vector<std::uint32_t>& parties) const {
    std::vector<condition> each;
    if (parties.size() == p_.askers.size()) return {};
    for (std::uint32_t party : parties) {
      condition by;
      by.is = condition::kind::atom;
      by.atom.kind = remit::atom_kind::by;
      by.atom.party = remit::party_id{party};
      each.push_back(by);
    }
    return any_of(each);
  }

  void put(outcome level, const std::string& name, std::uint32_t decision, const condition& when) {
    for (flat_rule& known : out_)
      if (known.outcome == level && known.name == name && same(known.when, when)) {
        if (known.decisions.back() != decision) known.decisions.push_back(decision);
        return;
      }
    out_.push_back({level, name, {decision}, when});
  }
  static bool same(const condition& a, const condition& b) {
    return a.is == b.is && a.atom == b.atom && std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same);
  }

  const drafting::plan& p_;
  std::vector<flat_rule> out_;
};

}  // namespace

std::vector<flat_rule> flat_rules(const drafting::plan& p) { return flattening{p}.run(); }

}  // namespace peers
