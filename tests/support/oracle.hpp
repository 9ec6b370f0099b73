// The slow, obvious evaluator: section 4 of the language, sentence by sentence, for every other engine to agree with.
// Not here: anything of the real evaluator. It reads the checked form and shares no code with what it is held against.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <remit/agreement/verdict.hpp>
#include <remit/check/checked.hpp>

#include "support/numbers.hpp"

namespace remit::oracle {

// `numbers` are positions in one of the document's lists: of parties, inputs, rules.

/// What an input holds, in the unit of its kind (see input_kind); for a text fact, the text.
struct value {
  std::int64_t amount = 0;
  std::string text;
  friend auto operator<=>(const value&, const value&) = default;
};

/// "An action is: a decision, the party that proposes it (`by`), a date (needed only where a date or ritual is looked
/// at), facts, last times of rituals, and what has already happened: parties `consulted`, and parties that `approved`."
struct action {
  decision_id decision;  ///< outside_decision where the agreement does not declare it
  party_id by;
  std::map<std::uint32_t, value> inputs;  ///< what is supplied; the date is number 0
  numbers consulted, approved;
};

struct duty {
  duty_kind kind = duty_kind::record;
  std::string what;
  std::set<numbers> to;
  std::string within;
  friend auto operator<=>(const duty&, const duty&) = default;
};

/// A clause by the number of its rule and its place in it.
using clause_place = std::pair<std::uint32_t, std::uint32_t>;

/// One demand to consult: any of `who` will do.
struct demand {
  numbers who;
  bool approval = false;  ///< only approval meets it
};

/// A party or choice that the decision goes to: as written, by which it ranks, and who will do.
struct target {
  numbers written, met_by;
  friend auto operator<=>(const target&, const target&) = default;
};

/// Parties are told as sets of sets: one party of each inner set is enough, every inner set is needed.
struct verdict {
  remit::outcome outcome = outcome::allow;
  remit::basis basis = basis::held;
  remit::in_force in_force = in_force::unknown;
  std::set<numbers> to, consult, approval;
  std::set<duty> duties;
  std::set<clause_place> fired;  ///< fired and not lifted, `then` duties apart; of an incomplete action: in some completion
  bool certain = true;
  numbers missing;

  // Where `to`, `consult` and `approval` come from.
  std::set<target> unmet;     ///< targets, whether escalated to or asked for approval
  std::vector<demand> asked;  ///< by clauses
};

/// The verdict. Nothing where there are more completions to try than `most_completions`.
std::optional<verdict> decide(const checked::document& document, const action& action, std::size_t most_completions = 100'000);

/// An action to which nothing is missing that the rules look at, or one way to complete an action.
struct situation {
  const checked::document* document = nullptr;
  decision_id decision;
  party_id by;
  std::map<std::uint32_t, value> inputs;  ///< defaults in place
  numbers not_known;  ///< inputs that have a value for this completion, but that `is known` still denies (see 4.7)
  numbers consulted, approved;
};

/// Section 3: a condition of an action to which nothing is missing that it looks at.
bool holds(const situation& s, const checked::condition& c);

/// Points 1 to 6 and 9: the verdict on a complete action.
verdict decide_complete(const situation& situation);

/// Whether every party of `high` is ranked above every one of `low`: both as written.
bool ranks_above(const checked::document& document, const numbers& high, const numbers& low);

/// Whether whoever does `a` has done `b`.
bool implies(const demand& a, const demand& b);
/// The demands without those that another implies; equal ones once.
std::vector<demand> strongest(const std::vector<demand>& all);

/// How unmet targets and demands of clauses are told under an outcome.
struct parties_told {
  std::set<numbers> to, consult, approval;
};
parties_told tell(outcome of, const std::set<target>& unmet, const std::vector<demand>& asked);

/// What the clauses that bear on a decision look at.
struct looked_at {
  numbers inputs;
  numbers asked_whether_known;
  std::vector<const atom*> comparisons;  ///< linear ones
  std::set<std::string> texts;
  std::set<std::int64_t> days;  ///< first days of a stretch of days, and days after its last, in minutes since 1970
};
looked_at what_is_looked_at(const checked::document& document, decision_id decision);

}  // namespace remit::oracle
