// What a programmer would have in mind before writing an agreement's rules in C++: for each decision, which clauses bear on
// it and under which condition, and where it goes for each party that asks. Taken from the checked document.
// Not here: the C++ (write_*.cpp). Nor what the measured agreement does without: dates, rituals, texts, joint `or above` twins.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <remit/check/checked.hpp>

namespace drafting {

/// A condition with everything known of the decision put in.
struct condition {
  enum class kind { yes, no, atom, all_of, any_of, negation };
  condition::kind is = kind::yes;
  remit::atom atom{};
  std::vector<condition> parts{};
};
condition all_of(std::vector<condition> parts);
condition any_of(std::vector<condition> parts);
condition no(condition c);

/// `A or B`: as written, which is how it ranks, and every party that will do.
struct group {
  std::set<std::uint32_t> written, met_by;
};

/// A party to be asked: a group's number, and from 32 on the group whose approval is needed.
using demands = std::uint64_t;
inline constexpr std::uint32_t approval_of = 32;

struct clause {
  remit::effect effect = remit::effect::consult;
  std::uint32_t number = 0;            ///< among the clauses of the agreement that are not `then`
  condition when;                      ///< for an `allow`, that its party asks is part of it
  demands asked = 0;                   ///< consult
  std::vector<std::uint32_t> targets;  ///< escalate: of decision::targets
  std::uint64_t duties = 0;
  bool lets_in = false;  ///< allow … despite rights
};
struct rule {
  std::string name;
  std::vector<std::string> lifted_by;  ///< rules whose `allow`, once fired, sets this one aside
  std::vector<clause> clauses, then;
};

/// Where a decision goes for one party: the outcome were nobody else to be asked, whose it is, whose approval is needed.
struct place {
  remit::outcome outcome = remit::outcome::allow;
  std::uint32_t to = 0;
  demands asked = 0;
  bool held = false;
  friend bool operator==(const place&, const place&) = default;
};

struct decision {
  std::vector<rule> rules;             ///< those with a clause that can fire; rules that let in or lift come first
  std::vector<std::uint32_t> targets;  ///< groups that a clause escalates to, the highest first
  bool lets_in = false;                ///< whether some clause does
  /// By which of `targets` were escalated to (bits; the bit after them: the asker was let in), then by party.
  std::vector<std::vector<place>> goes;
  std::vector<std::pair<std::uint32_t, demands>> implied;  ///< a demand's number, and the demands it makes needless
};

struct plan {
  const remit::checked::document* document = nullptr;
  std::vector<std::uint32_t> askers;  ///< parties that are no roles
  std::vector<group> groups;
  std::vector<const remit::checked::duty*> duties;
  std::vector<const remit::checked::clause*> clauses;  ///< by number
  std::vector<std::string> rule_of;                    ///< the rule each of them stands in
  std::vector<decision> decisions;
};

/// Ends the program with a message where the agreement says something that is not provided for.
plan plan_of(const remit::checked::document& d);

}  // namespace drafting
