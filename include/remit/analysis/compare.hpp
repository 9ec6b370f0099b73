// What changes from one agreement to another: for every decision and asking party the actions whose verdict differs.
// Not here: printing it (report/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/prove.hpp>
#include <remit/check/checked.hpp>
#include <remit/analysis/load.hpp>

namespace remit {

/// One side of a comparison. Both must outlive the result.
struct compared {
  const checked::document& document;
  const remit::agreement& agreement;
};

/// What stands for every decision that neither agreement declares.
inline constexpr std::string_view outside_this_agreement = "outside_this_agreement";

/// Which way a verdict changed. `loosened`: less restrictive, or the same outcome with demands that the old ones imply.
enum class direction : std::uint8_t { loosened, tightened, redirected };

/// Choices of parties, by name: one of each inner list is enough, every inner list is needed.
using named_groups = std::vector<std::vector<std::string>>;

/// A duty under the names that both sides share.
struct named_duty {
  duty_kind kind = duty_kind::record;
  std::string what;
  named_groups to;
  std::string within;
  std::string words;  ///< in the language: `notify strategy within 1 day`

  friend bool operator==(const named_duty&, const named_duty&) = default;
};

/// A verdict cut to what a comparison holds against another. Parties have the names of the new agreement where it has them.
struct cut_verdict {
  remit::outcome outcome = outcome::allow;
  named_groups to, consult, approval;
  std::vector<named_duty> duties;

  friend bool operator==(const cut_verdict&, const cut_verdict&) = default;
};

/// A clause that fired somewhere in a region. Good as long as its agreement lives.
struct fired_clause {
  told_clause told;
  bool on_both_sides = false;  ///< wherever it fired there, the same clause fired on the other side too
};

/// The actions of one decision and asking party that have one old and one new verdict.
struct difference {
  std::string decision;  ///< its name in the new agreement; what nobody declares is `outside_this_agreement`
  std::string by;        ///< the asking party's name in the new agreement
  std::string when;      ///< a condition of the language; empty where it is every action
  std::string provided;            ///< what the language cannot say: on which side a ritual with two periods is overdue
  cut_verdict before, after;
  remit::direction direction = direction::redirected;
  bool duties_only = false;  ///< of an outline: both verdicts hold nothing but duties
  std::vector<fired_clause> old_rules, new_rules;
  std::optional<action> old_witness, witness;  ///< one such action, under each agreement, with what its verdict hangs on
};

/// A name of one side only, or of both under two names.
struct named_thing {
  std::string kind;  ///< decision, party, role, fact, value, ritual, class, rule, pillar, threshold, promise (by its words)
  std::string name;
  std::string of;  ///< value: the fact it belongs to
};
struct renamed_thing {
  std::string kind, from, to;
  std::string of;
};
/// A text, a figure or a statement of the header that changed.
struct rewording {
  std::string kind, name, part;  ///< rule, spending, because
  std::string before, after;
};
/// A question that the budget did not settle.
struct undecided_question {
  std::string decision, by;
};

struct comparison {
  std::vector<difference> changes;  ///< one for each pair of whole verdicts of a decision and asking party
  /// The same actions told for people: by outcomes and demands, and apart from them the duties that come and go otherwise.
  std::vector<difference> outline;
  std::vector<named_thing> added, removed;
  std::vector<renamed_thing> renamed;
  std::vector<rewording> figures;      ///< thresholds, ranges, defaults, periods; what follows for verdicts is in `changes`
  std::vector<rewording> wording;      ///< what decides nothing
  std::vector<std::string> conflicts;  ///< why the two cannot be compared: two names formerly one, two currencies
  std::vector<undecided_question> undecided;

  /// It is certain that no verdict differs, and no decision or party came or went.
  bool same() const noexcept;
};

/// Compares. Exact within the budget: no region is missed and none is reported that does not differ.
comparison compare(const compared& before, const compared& after, const analysis_limits& limits = {});
/// The same for what loading gave, which must outlive the result. A file that gave no agreement is a conflict.
comparison compare(const loaded& before, const loaded& after, const analysis_limits& limits = {});

}  // namespace remit
