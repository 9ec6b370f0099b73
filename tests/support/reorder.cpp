// The same agreement in another order: what is 4.6's "order never matters" tried with.
// Not here: anything that changes what an agreement means.
#include <algorithm>

#include "support/generate.hpp"

namespace remit::generate {
namespace {

/// Where each thing went: `to_old` by new number, `to_new` by old.
struct order {
  std::vector<std::uint32_t> to_old, to_new;
};

order any_order(random& r, std::size_t count, std::size_t stays = 0) {
  order o;
  std::vector<std::uint32_t> tail;
  for (std::uint32_t i = 0; i < count; ++i) (i < stays ? o.to_old : tail).push_back(i);
  r.shuffle(tail);
  o.to_old.insert(o.to_old.end(), tail.begin(), tail.end());
  o.to_new.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) o.to_new[o.to_old[i]] = i;
  return o;
}

template <class T>
std::vector<T> in_order(const std::vector<T>& all, const order& o) {
  std::vector<T> out;
  for (std::uint32_t old : o.to_old) out.push_back(all[old]);
  return out;
}

template <class Id>
void renumber(Id& id, const order& o) {
  if (id) id.value = o.to_new[id.value];
}

struct orders {
  random& r;
  order parties, inputs, classes, decisions, rules, pillars;

  void apply(std::vector<checked::group>& groups) {
    r.shuffle(groups);
    for (checked::group& g : groups) {
      r.shuffle(g.members);
      for (checked::member& m : g.members) renumber(m.party, parties);
    }
  }
  void apply(checked::condition& c) {
    renumber(c.atom.first, inputs);
    renumber(c.atom.second, inputs);
    renumber(c.atom.party, parties);
    for (checked::side* side : {&c.left, &c.right})
      for (checked::side::term& t : side->terms) renumber(t.input, inputs);
    for (decision_id& d : c.decisions) renumber(d, decisions);
    r.shuffle(c.texts);
    r.shuffle(c.children);
    for (checked::condition& child : c.children) apply(child);
  }
  void apply(checked::clause& c) {
    apply(c.groups);
    r.shuffle(c.despite);
    for (rule_id& lifted : c.despite) renumber(lifted, rules);
    if (c.duty) apply(c.duty->to);
    if (c.when) apply(*c.when);
    if (c.unless) apply(*c.unless);
  }
};

}  // namespace

reordered reorder(random& r, const checked::document& d) {
  orders o{r,
           any_order(r, d.parties.size()),
           any_order(r, d.inputs.size(), 1),
           any_order(r, d.classes.size()),
           any_order(r, d.decisions.size()),
           any_order(r, d.rules.size()),
           any_order(r, d.pillars.size())};
  reordered out{d, o.parties.to_old, o.inputs.to_old, o.decisions.to_old, o.rules.to_old};
  checked::document& n = out.document;
  n.parties = in_order(d.parties, o.parties);
  n.inputs = in_order(d.inputs, o.inputs);
  n.classes = in_order(d.classes, o.classes);
  n.decisions = in_order(d.decisions, o.decisions);
  n.rules = in_order(d.rules, o.rules);
  n.pillars = in_order(d.pillars, o.pillars);
  r.shuffle(n.thresholds);
  o.apply(n.outside);
  for (checked::party& p : n.parties) {
    renumber(p.role_in, o.parties);
    for (party_id& below : p.below) renumber(below, o.parties);
    std::sort(p.below.begin(), p.below.end());
  }
  for (checked::decision_class& c : n.classes) o.apply(c.held_by);
  for (checked::decision& one : n.decisions) renumber(one.in, o.classes);
  for (checked::pillar& p : n.pillars) {
    r.shuffle(p.rules);
    for (rule_id& one : p.rules) renumber(one, o.rules);
  }
  for (checked::rule& one : n.rules) {
    one.pillar = o.pillars.to_new[one.pillar];
    for (decision_id& covered : one.covers) renumber(covered, o.decisions);
    std::sort(one.covers.begin(), one.covers.end());
    r.shuffle(one.clauses);
    for (checked::clause& c : one.clauses) o.apply(c);
  }
  return out;
}

}  // namespace remit::generate
