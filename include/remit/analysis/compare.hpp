// What changes from one agreement to another: for every decision and asking party the actions whose verdict differs.
// Not here: printing it (report/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/prove.hpp>
#include <remit/check/checked.hpp>

namespace remit {

/// One side of a comparison. Both must outlive the result.
struct compared {
  const checked::document& document;
  const remit::agreement& agreement;
};

/// Which way a verdict changed. `loosened`: less restrictive, or the same outcome with demands that the old ones imply.
enum class direction : std::uint8_t { loosened, tightened, redirected };

/// A verdict cut to what a comparison holds against another. Parties by name, one inner list is one `A or B`.
struct cut_verdict {
  remit::outcome outcome = outcome::allow;
  std::vector<std::vector<std::string>> to, consult, approval;
  std::vector<std::string> duties;  ///< in the language's words: `record "why"`

  friend bool operator==(const cut_verdict&, const cut_verdict&) = default;
};

/// A region of actions with one old and one new verdict.
struct difference {
  std::string decision;            ///< its name in the new agreement
  std::string by;                  ///< the asking party's name in the new agreement
  std::string when;                ///< a condition of the language; empty where it is every action
  cut_verdict before, after;
  remit::direction direction = direction::redirected;
  std::vector<std::string> old_rules, new_rules;  ///< whose clauses fired there
  std::optional<action> old_witness, witness;     ///< one action of the region, under each agreement
};

/// A name of one side only, or of both under two names.
struct named_thing {
  std::string kind;  ///< decision, party, role, fact, value, ritual, class, rule, threshold
  std::string name;
};
struct renamed_thing {
  std::string kind, from, to;
};
/// A text, or a statement of the header, that changed and decides nothing.
struct rewording {
  std::string kind, name, part;  ///< rule, spending, because
  std::string before, after;
};

struct comparison {
  std::vector<difference> changes;
  std::vector<named_thing> added, removed;
  std::vector<renamed_thing> renamed;
  std::vector<rewording> wording;
  std::vector<std::string> conflicts;   ///< names that cannot be tied: two formerly one, one formerly two
  std::vector<std::string> undecided;   ///< `decision by party` that the budget did not settle

  /// No verdict differs and no decision or party came or went.
  bool same() const noexcept;
};

/// Compares. Exact within the budget: no region is missed and none is reported that does not differ.
comparison compare(const compared& before, const compared& after, const analysis_limits& limits = {});

}  // namespace remit
