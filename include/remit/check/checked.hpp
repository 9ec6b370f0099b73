// The second form: an agreement with its includes as one whole, every name resolved, every type and amount known.
// Not here: how it is reached from what was written (check.hpp) and made ready to decide (lower.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <remit/agreement/atom.hpp>
#include <remit/agreement/executable.hpp>
#include <remit/agreement/verdict.hpp>
#include <remit/core/amounts.hpp>
#include <remit/core/date.hpp>
#include <remit/core/ids.hpp>
#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

namespace remit::checked {

/// Days, both ends included; an open end is absent.
struct days {
  std::optional<date> from, to;
};

struct party {
  std::string name, title, formerly;
  bool is_role = false;
  bool advisory = false;
  bool body = false;
  party_id role_in;                 ///< roles
  std::vector<party_id> below;      ///< every party this one is above, by transitivity; in order of their ids
  bool from_framework = false;
  span where;                       ///< its name
};

struct value {
  std::string name, formerly;
};

/// The date (input 0, named `on`), a fact, or a ritual. Amounts are in the slot's unit (see input_kind).
struct input {
  std::string name, title, formerly;
  input_kind kind = input_kind::yes_no;
  std::vector<value> values;             ///< one_of, any_of
  std::optional<std::int64_t> standard;  ///< the default; 0 for a text
  std::string standard_text;             ///< text: the default, where there is one
  std::int64_t least = 0, most = 0, step = 1;
  period every;                          ///< ritual
  std::string subject;                   ///< ritual: `for each NAME`
  bool from_framework = false;
  span where;
};

struct threshold {
  std::string name, formerly;
  input_kind kind = input_kind::number;
  std::int64_t amount = 0;  ///< in the unit of a slot of its kind
  span where;
};

/// `A or above or B`: any of these. For `or above`, see party::below.
struct member {
  party_id party;
  bool or_above = false;
  friend bool operator==(const member&, const member&) = default;
};
struct group {
  std::vector<member> members;
  friend bool operator==(const group&, const group&) = default;
};

struct decision_class {
  std::string name, title, formerly;
  std::vector<group> held_by;  ///< all needed
  bool from_framework = false;
  span where;
};
struct decision {
  std::string name, title, formerly;
  class_id in;
  span where;
};

struct condition;
using conditions = std::vector<condition>;

/// One side of a comparison as written: each term with its sign.
struct side {
  struct term {
    bool negative = false;
    input_id input;                ///< a fact or the date; else a constant
    std::int64_t constant = 0;     ///< in the unit of the comparison
    std::string threshold;         ///< the threshold's name where the constant came from one
  };
  std::vector<term> terms;  ///< one or two
};

enum class condition_kind : std::uint8_t { atom, all_of, any_of, negation, decision_in };

/// A condition. `between` is an all_of of two comparisons; `is not` and `is unknown` are negations where they need be.
struct condition {
  condition_kind kind = condition_kind::atom;
  remit::atom atom;                    ///< kind atom; `texts` is unused here, see below
  std::vector<std::string> texts;      ///< atom of kind text: the constants
  std::vector<decision_id> decisions;  ///< decision_in: `decision is …`, `decision in CLASS`
  conditions children;                 ///< all_of, any_of: two or more; negation: one
  side left, right;                    ///< atom of kind linear, as written, for telling people
  input_kind unit = input_kind::number;  ///< of both sides
  std::string words;                   ///< the comparison in the language's words: `cost over small_spend`
  std::string op;                      ///< linear: `over`, `at least`, …
  span where;
};

struct duty {
  duty_kind kind = duty_kind::record;
  std::string what;
  std::vector<group> to;
  std::string within;  ///< as written, in the language's words
};

struct clause {
  remit::effect effect = effect::consult;
  bool then = false;
  bool for_agreement = false;
  std::vector<group> groups;     ///< escalate, consult: all needed; allow: one
  std::vector<rule_id> despite;  ///< allow
  bool despite_rights = false;
  std::optional<checked::duty> duty;
  std::optional<condition> when, unless;
  std::string words;             ///< the clause in the language's words, one line
  span where;
};

struct rule {
  std::string name, title, formerly, because, source;
  bool statutory = false;
  bool everywhere = false;             ///< no `for`: every declared decision
  std::vector<decision_id> covers;     ///< else these, classes spelt out, in order of their ids
  days effective;
  std::uint32_t pillar = 0;
  std::vector<clause> clauses;
  bool from_framework = false;
  span where;
};

struct pillar {
  std::string name, title;
  std::vector<rule_id> rules;
  bool from_framework = false;
  span where;
};

/// `always V when C unless D`, `never V when C unless D`: a claim about every complete action.
struct promise {
  bool always = true;
  remit::outcome outcome = outcome::allow;
  std::vector<group> groups;  ///< escalate, consult: the named parties, all of them; may be empty; allow: at most one
  bool for_agreement = false;
  std::optional<condition> when, unless;
  std::string words;  ///< the promise in the language's words, one line
  span where;
};

/// What an `expect` or a scenario wants of a verdict.
struct expectation {
  remit::outcome outcome = outcome::allow;
  std::vector<group> groups;  ///< escalate, consult: exactly these (none: any)
  bool for_agreement = false;
  std::optional<rule_id> by_rule;
  std::string words;  ///< as written, in the language's words
  span where;
};

/// An action with the verdict it should get.
struct example {
  std::string title;
  decision_id decision;  ///< outside_decision where the agreement does not declare it
  std::string decision_name;
  party_id by;
  std::vector<std::pair<input_id, std::int64_t>> slots;    ///< facts, rituals and the date (input 0), in slot units
  std::vector<std::pair<input_id, std::string>> texts;     ///< text facts
  std::vector<party_id> consulted, approved;
  expectation expect;
  span where;
};

struct sign_off {
  std::vector<party_id> parties;
  std::optional<date> on;
};

/// The whole: the agreement and every framework it includes. Ids are positions in these vectors.
struct document {
  std::shared_ptr<const source_set> sources;
  bool is_framework = false;
  std::string title, version;
  days effective;
  std::optional<period> review;
  std::vector<std::string> applies_to;
  std::vector<sign_off> agreed;
  remit::currency currency;
  std::vector<group> outside;

  std::vector<party> parties;  ///< parties and roles
  std::vector<input> inputs;   ///< the date first
  std::vector<threshold> thresholds;
  std::vector<decision_class> classes;
  std::vector<decision> decisions;
  std::vector<pillar> pillars;
  std::vector<rule> rules;
  std::vector<promise> promises;
  std::vector<example> examples;
  span where;  ///< the `agreement` line
};

}  // namespace remit::checked
