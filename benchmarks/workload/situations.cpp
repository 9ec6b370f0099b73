// Drawing situations from what an agreement compares.
// Not here: distributions of the standard library, which differ from one to the next.
#include "situations.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <utility>

namespace workload {
namespace {

using remit::checked::document;

struct looked_at {
  std::set<std::uint32_t> inputs;
  std::vector<const remit::atom*> comparisons;
};

void note(looked_at& out, const remit::checked::condition& c) {
  for (const auto& child : c.children) note(out, child);
  if (c.kind != remit::checked::condition_kind::atom) return;
  if (c.atom.first) out.inputs.insert(c.atom.first.value);
  if (c.atom.second) out.inputs.insert(c.atom.second.value);
  if (c.atom.kind == remit::atom_kind::linear) out.comparisons.push_back(&c.atom);
}

std::vector<looked_at> by_decision(const document& d) {
  std::vector<looked_at> out(d.decisions.size());
  std::vector<remit::decision_id> every;
  for (std::uint32_t i = 0; i < out.size(); ++i) every.push_back({i});
  for (const auto& r : d.rules)
    for (const remit::decision_id on : r.everywhere ? every : r.covers)
      for (const auto& c : r.clauses) {
        if (c.when) note(out[on.value], *c.when);
        if (c.unless) note(out[on.value], *c.unless);
      }
  return out;
}

class drawing {
 public:
  drawing(const document& d, std::uint64_t seed) : d_{d}, random_{seed}, looked_at_{by_decision(d)} {
    for (std::uint32_t p = 0; p < d.parties.size(); ++p)
      if (!d.parties[p].is_role) askers_.push_back(p);
  }

  situation one() {
    situation s;
    s.decision.value = static_cast<std::uint32_t>(below(d_.decisions.size()));
    s.by = asker(s.decision);
    for (const auto& input : d_.inputs) s.slots.push_back(any(input));
    s.known.assign(s.slots.size(), 1);
    s.known[0] = 0;
    const looked_at& here = looked_at_[s.decision.value];
    for (std::uint32_t i : here.inputs) near_a_bound(s, i, here);
    // Where two facts are compared with each other, the one with no bounds of its own often follows the other.
    for (const remit::atom* a : here.comparisons)
      if (a->sign_second != 0 && below(2) == 0) {
        const bool second = bounds_of(a->second.value, here).empty();
        const std::uint32_t follows = (second ? a->second : a->first).value, leads = (second ? a->first : a->second).value;
        const std::int64_t its_sign = second ? a->sign_second : a->sign_first,
                           other_sign = second ? a->sign_first : a->sign_second;
        put(s, follows, its_sign * (a->limit - other_sign * s.slots[leads]) + beside(follows));
      }
    return s;
  }

  void leave_out(situation& s) {
    const auto& inputs = looked_at_[s.decision.value].inputs;
    std::vector<std::uint32_t> left{inputs.begin(), inputs.end()};
    for (std::uint64_t n = 1 + below(3); n > 0 && !left.empty(); --n) {
      const auto at = left.begin() + static_cast<std::ptrdiff_t>(below(left.size()));
      s.known[*at] = 0;
      left.erase(at);
    }
  }

 private:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  /// Nothing, or one step up or down.
  std::int64_t beside(std::uint32_t i) { return d_.inputs[i].step * (static_cast<std::int64_t>(below(3)) - 1); }

  // Half of the time one of those who hold the decision.
  remit::party_id asker(remit::decision_id on) {
    if (below(2) == 0) return {askers_[below(askers_.size())]};
    const auto& groups = d_.classes[d_.decisions[on.value].in.value].held_by;
    const auto& members = groups[below(groups.size())].members;
    return members[below(members.size())].party;
  }

  std::int64_t any(const remit::checked::input& i) {
    switch (i.kind) {
      case remit::input_kind::yes_no: return static_cast<std::int64_t>(below(2));
      case remit::input_kind::one_of: return static_cast<std::int64_t>(below(i.values.size()));
      case remit::input_kind::any_of: return static_cast<std::int64_t>(below(std::uint64_t{1} << i.values.size()));
      case remit::input_kind::money: return static_cast<std::int64_t>(below(3'000)) * 100;
      default: return i.step * static_cast<std::int64_t>(below(30));
    }
  }

  static std::vector<std::int64_t> bounds_of(std::uint32_t i, const looked_at& here) {
    std::vector<std::int64_t> bounds;
    for (const remit::atom* a : here.comparisons)
      if (a->first.value == i && a->sign_second == 0) bounds.push_back(a->sign_first * a->limit);
    return bounds;
  }
  // On one of the bounds that the decision's rules hold this fact against, or a step beside it.
  void near_a_bound(situation& s, std::uint32_t i, const looked_at& here) {
    if (const auto bounds = bounds_of(i, here); !bounds.empty()) put(s, i, bounds[below(bounds.size())] + beside(i));
  }

  void put(situation& s, std::uint32_t i, std::int64_t value) {
    s.slots[i] = std::clamp(value, d_.inputs[i].least, d_.inputs[i].most);
  }

  const document& d_;
  std::mt19937_64 random_;
  std::vector<looked_at> looked_at_;
  std::vector<std::uint32_t> askers_;
};

}  // namespace

situations random_ones(const document& d, std::size_t number, std::uint64_t seed) {
  drawing from{d, seed};
  situations out;
  while (out.size() < number) out.push_back(from.one());
  return out;
}

situations predictable_ones(const document& d, std::size_t number, std::uint64_t seed) {
  constexpr std::size_t handful = 8;
  const situations few = random_ones(d, handful, seed);
  situations out;
  for (std::size_t i = 0; i < number; ++i) out.push_back(few[i * handful / number]);
  return out;
}

situations with_facts_missing(const document& d, situations of, std::uint64_t seed) {
  drawing from{d, seed + 1};
  for (situation& s : of) from.leave_out(s);
  return of;
}

std::vector<remit::action> actions_of(const remit::agreement& under, const situations& of) {
  std::vector<remit::action> out;
  for (const situation& s : of) {
    remit::action a{under, s.decision, s.by};
    for (std::uint32_t i = 1; i < s.slots.size(); ++i)
      if (s.known[i] != 0) a.set_slot(remit::input_id{i}, s.slots[i]);
    if (a.error() != remit::input_error::none) {
      std::fputs("the agreement refuses a value that was drawn for it\n", stderr);
      std::exit(1);
    }
    out.push_back(std::move(a));
  }
  return out;
}

}  // namespace workload
