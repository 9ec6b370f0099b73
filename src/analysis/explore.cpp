// Formulas, and the space cut depth first.
// Not here: what a part means for a verdict.
#include "explore.hpp"

#include <algorithm>

namespace remit::analysis {

std::uint32_t formulas::joined(joined_by how, const std::vector<std::uint32_t>& children) {
  for (std::size_t i = 0; i + 1 < children.size(); ++i) nodes_[children[i]].next = children[i + 1];
  return add({how, 0, children.empty() ? always : children.front(), always});
}

truth formulas::decide(std::uint32_t node, const space& s, const part& p) const {
  if (node == always) return truth::yes;
  const condition_node& n = nodes_[node];
  switch (n.join) {
    case joined_by::atom: return s.decide(s.test_at(n.atom), p);
    case joined_by::negation: return remit::negated(decide(n.first_child, s, p));
    case joined_by::all_of:
    case joined_by::any_of: {
      const truth settling = n.join == joined_by::all_of ? truth::no : truth::yes;
      truth all = n.join == joined_by::all_of ? truth::yes : truth::no;
      for (std::uint32_t c = n.first_child; c != always; c = nodes_[c].next) {
        const truth t = decide(c, s, p);
        if (t == settling) return t;
        if (t == truth::open) all = t;
      }
      return all;
    }
  }
  return truth::open;
}

std::uint32_t formulas::open_test(std::uint32_t node, const space& s, const part& p) const {
  const condition_node& n = nodes_[node];
  if (n.join == joined_by::atom) return n.atom;
  for (std::uint32_t c = n.first_child; c != always; c = nodes_[c].next)
    if (decide(c, s, p) == truth::open) return open_test(c, s, p);
  return n.atom;
}

std::string formulas::words(std::uint32_t node) const {
  if (node == always) return "always";
  const condition_node& n = nodes_[node];
  if (n.join == joined_by::atom) return std::to_string(n.atom);
  std::vector<std::string> children;
  for (std::uint32_t c = n.first_child; c != always; c = nodes_[c].next) children.push_back(words(c));
  std::sort(children.begin(), children.end());
  std::string all = n.join == joined_by::negation ? "!(" : n.join == joined_by::all_of ? "&(" : "|(";
  for (const auto& c : children) all += c + " ";
  return all + ")";
}

bool explore(const space& s, const formulas& f, part from, budget& work, const std::function<next_step(const part&)>& look) {
  // The parts still to look at wait in a list, not on the stack: a space can be cut more often than a stack is deep.
  std::vector<part> waiting;
  waiting.reserve(16);
  waiting.push_back(std::move(from));
  while (!waiting.empty()) {
    const part p = std::move(waiting.back());
    waiting.pop_back();
    const next_step step = look(p);
    if (step.what == next_step::kind::stop) return true;
    if (step.what == next_step::kind::leave) continue;
    if (work.spent()) return false;
    work.spend(s.cut_cost());
    // The last is looked at first: on top the pieces where the formula is as wished.
    auto below = static_cast<std::ptrdiff_t>(waiting.size());
    auto pieces = s.split(s.test_at(f.open_test(step.formula, s, p)), p);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
      const bool first = step.first == truth::open || f.decide(step.formula, s, *piece) == step.first;
      waiting.insert(first ? waiting.end() : waiting.begin() + below++, std::move(*piece));
    }
  }
  return true;
}

}  // namespace remit::analysis
