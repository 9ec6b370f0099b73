// One edit of an agreement, at random.
// Not here: every edit that there is (mutate.cpp).
#include "support/edit.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace remit::generate {
namespace {

checked::condition* some_linear(random& r, std::optional<checked::condition>& c) {
  if (!c) return nullptr;
  checked::condition* at = &*c;
  while (!at->children.empty()) at = &at->children[r.below(at->children.size())];
  return at->kind == checked::condition_kind::atom && at->atom.kind == atom_kind::linear ? at : nullptr;
}

// By how little a limit can be moved that a policy writer may write: whole numbers have no fraction.
std::int64_t least_written(const checked::document& d, const atom& a) {
  const auto is_whole = [&](input_id i) { return d.inputs[i.value].kind == input_kind::whole_number; };
  return is_whole(a.first) && (a.sign_second == 0 || is_whole(a.second)) ? remit::number::scale : 1;
}

}  // namespace

void edit(random& r, checked::document& d) {
  std::vector<checked::clause*> clauses;
  for (auto& rule : d.rules)
    for (auto& c : rule.clauses) clauses.push_back(&c);
  if (clauses.empty()) return;
  checked::clause& c = *clauses[r.below(clauses.size())];
  switch (r.below(7)) {
    case 0:
      for (checked::clause* any : clauses)
        if (checked::condition* at = some_linear(r, any->when)) {
          at->atom.limit += (r.chance(50) ? 1 : -1) * least_written(d, at->atom);
          return;
        }
      break;
    case 1:
      for (auto& rule : d.rules)
        if (!rule.clauses.empty() && r.chance(40)) return void(rule.clauses.pop_back());
      break;
    case 2: c.when.reset(); break;
    case 3: std::swap(c.when, c.unless); break;
    case 4:
      for (const auto& g : c.groups)
        for (const auto& m : g.members)
          if (d.parties[m.party.value].is_role) return;
      if (c.effect == effect::consult) c.for_agreement = !c.for_agreement;
      break;
    case 5: {
      checked::clause copy = *clauses[r.below(clauses.size())];
      for (auto& rule : d.rules)
        if (!rule.clauses.empty() && !copy.then) return void(rule.clauses.push_back(std::move(copy)));
      break;
    }
    case 6:
      if (!d.classes.empty()) d.classes[0].held_by = {d.outside.at(0)};
      break;
  }
}

}  // namespace remit::generate
