// Conditions to nodes and atoms, for one decision at a time: what speaks of the decision itself is settled here.
// Not here: clauses (lower.cpp).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include <remit/check/checked.hpp>

#include "tables.hpp"

namespace remit {

class condition_lowering {
 public:
  explicit condition_lowering(tables& into);

  /// When a clause of a rule fires for a decision. `never`: on no action at all, so the clause need not be kept.
  struct result {
    bool never = false;
    std::uint32_t node = condition_node::none;  ///< none: always
  };
  result of(const checked::clause& clause, const checked::rule& rule, decision_id decision);
  /// When a promise speaks of the decision.
  result of(const checked::promise& promise, decision_id decision);

 private:
  struct lowered {
    enum { no, yes, node } is = node;
    std::uint32_t index = condition_node::none;
  };
  result whole(const std::optional<checked::condition>& when, const std::optional<checked::condition>& unless,
               const checked::rule* rule, decision_id decision);
  lowered of(const checked::condition& c, decision_id decision);
  lowered joined(joined_by how, std::vector<lowered> children);
  lowered negated(lowered child);
  lowered leaf(std::uint32_t atom);
  lowered effective(const checked::rule& rule);
  std::uint32_t atom_of(const checked::condition& c);
  told_side told(const checked::side& side);
  std::uint32_t text_number(const std::string& text);

  tables& into_;
  std::unordered_map<const checked::condition*, std::uint32_t> atoms_;
  std::unordered_map<const checked::rule*, std::uint32_t> effective_atoms_;
  std::unordered_map<const checked::clause*, result> independent_;  // clauses that do not speak of the decision
  std::map<std::string, std::uint32_t> texts_;
};

}  // namespace remit
