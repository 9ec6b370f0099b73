// A verdict in names, as sets: what a comparison tells, the oracle's and an engine's answers, held against each other.
// Not here: which actions have which (oracle.hpp), and any of the engine's own ways to hold verdicts against each other.
#pragma once

#include <functional>
#include <set>
#include <string>

#include <remit/analysis/compare.hpp>
#include <remit/check/checked.hpp>

#include "support/oracle.hpp"

namespace remit::agree {

using name_set = std::set<std::string>;

/// Parties are sets of sets: one party of each inner set is enough, every inner set is needed.
struct plain_verdict {
  remit::outcome outcome = outcome::allow;
  std::set<name_set> to, consult, approval;
  std::set<std::string> duties;

  friend bool operator==(const plain_verdict&, const plain_verdict&) = default;
};

/// The name that a party of a document goes by.
using party_naming = std::function<std::string(std::uint32_t)>;
party_naming own_party_names(const checked::document& d);

name_set names_of(const oracle::numbers& parties, const party_naming& name);
/// The duty in words, in which the order of its parties tells nothing.
std::string duty_words(const oracle::duty& duty, const party_naming& name);

plain_verdict plain(const oracle::verdict& v, const party_naming& name);
/// What a comparison tells of a verdict.
plain_verdict plain(const cut_verdict& v);

/// Section 7: "`loosened`: less restrictive, or the same outcome with demands (targets, consultations, duties) that the
/// old ones imply; `tightened`: the reverse; `redirected`: neither contains the other."
direction direction_between(const plain_verdict& before, const plain_verdict& after);

std::string words(const plain_verdict& v);

}  // namespace remit::agree
