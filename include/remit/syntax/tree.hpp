// The first form: what was written, with the place of every part. Flat: nodes in vectors, named by index.
// Not here: what any of it means. Names are not resolved, amounts are only read, nothing is defaulted.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <remit/core/amounts.hpp>
#include <remit/core/date.hpp>
#include <remit/core/row_vector.hpp>
#include <remit/core/source.hpp>
#include <remit/core/span.hpp>

namespace remit::syntax {

/// Consecutive entries of one of the tree's vectors.
struct slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// "No such node" for an index.
inline constexpr std::uint32_t none = 0xffffffffu;

/// A name, or another single word, as written.
struct word {
  std::string_view text;
  span where;

  explicit operator bool() const noexcept { return !text.empty(); }
};

/// A string: `raw` is what stands between the quotes; `where` includes the quotes.
struct words {
  std::string_view raw;
  span where;

  explicit operator bool() const noexcept { return where.end != where.begin; }
};

/// What a string says: escapes resolved, a line break with the blanks around it read as one space.
std::string text_of(const words& w);

enum class literal_kind : std::uint8_t { invalid, yes_no, number, money, date, duration, text };

/// A literal. `invalid` was already reported and takes part in no further finding.
struct literal {
  literal_kind kind = literal_kind::invalid;
  span where;
  std::int64_t amount = 0;   ///< yes_no: 0 or 1; number: ten-thousandths; money: minor units; date: days since 1970; duration: count
  remit::currency currency;  ///< money only
  period_unit unit = period_unit::days;  ///< duration only
  std::string_view raw;                  ///< text: between the quotes; else as written
};

/// `P` or `P or above`.
struct member {
  word party;
  bool or_above = false;
  span where;
};

/// `A or B`: any of them will do.
struct choice {
  slice members;  // of tree::members
  span where;
};

enum class term_kind : std::uint8_t { literal, name, today };

/// Small, for there are more of these than of anything.
struct term {
  term_kind kind = term_kind::literal;
  syntax::literal literal;  ///< name, today: its word, as `raw`

  word name() const noexcept { return {literal.raw, literal.where}; }
  span where() const noexcept { return literal.where; }
};

enum class arithmetic : std::uint8_t { alone, plus, minus };

/// One side of a comparison: a term, or two joined by `plus` or `minus`.
struct operand {
  term first;
  arithmetic join = arithmetic::alone;
  std::uint32_t second = none;  ///< of tree::terms, unless it stands alone
  span where;
};

enum class comparison : std::uint8_t { over, under, at_least, at_most, is, is_not, between, before, after };

enum class condition_kind : std::uint8_t {
  all_of,             ///< children joined by `and`
  any_of,             ///< children joined by `or`
  negation,           ///< `not` its one child
  truth,              ///< a bare name
  compare,            ///< `left OP right`, and `upper` for between
  is_any_of,          ///< `subject is any of items`
  includes,           ///< `subject includes item`
  includes_any_of,    ///< `subject includes any of items`
  includes_all_of,    ///< `subject includes all of items`
  is_known,           ///< `subject is known`
  is_unknown,         ///< `subject is unknown`
  is_overdue,         ///< `subject is overdue`
  decision_is,        ///< `decision is item`, `decision is any of items`
  decision_is_not,    ///< `decision is not item`
  decision_in,        ///< `decision in item`
  by,                 ///< `by item`
  amendment,          ///< `amendment SUBJECT items`: what a change of the agreement does; items for some subjects only
};

/// A condition node. Children are linked through `next`, so a tree is built without moving anything.
struct condition {
  condition_kind kind = condition_kind::truth;
  comparison op = comparison::is;  ///< compare only
  std::uint32_t first_child = none;
  std::uint32_t next = none;  ///< the next child of the same parent
  word subject;               ///< truth, is_*, includes*
  slice items;                ///< of tree::items: names or strings
  std::uint32_t left = none, right = none, upper = none;  ///< compare: of tree::operands
  span where;
  span op_where;  ///< the operator's words
};

/// A member of a list that may hold names or strings.
struct item {
  bool is_text = false;
  word name;
  words text;
  span where;
};

enum class clause_kind : std::uint8_t { escalate, consult, allow, record, action /* `do` */, notify, ratify };

/// A clause of a rule, or the V of a promise or an `expect`.
struct clause {
  clause_kind kind = clause_kind::consult;
  bool then = false;           ///< `then DUTY`
  bool for_agreement = false;  ///< consult: `for agreement`
  slice choices;               ///< of tree::choices; all needed
  slice despite;               ///< of tree::names; `rights` among them where written
  words what;                  ///< record, do
  std::uint32_t within = none;  ///< notify, ratify: of tree::periods
  std::uint32_t when = none;    ///< of tree::conditions
  std::uint32_t unless = none;  ///< of tree::conditions
  span where;
};

/// `D to D` or `D`: the start is always written, the end may be open.
struct days {
  literal from;
  literal to;
  bool has_to = false;
  span where;
};

struct agreement_header {  // `agreement "…"` and `framework "…"`
  words title;
  bool is_framework = false;
  span where;  ///< the keyword
};
struct text_statement {  // `version "…"`, `include "…"`
  words text;
  span where;
};
struct number_statement {  // `language N`
  literal value;
  span where;
};
struct days_statement {  // `effective D to D`
  syntax::days days;
  span where;
};
struct period_statement {  // `review every PERIOD`
  literal every;
  span where;
};
struct texts_statement {  // `applies to "…", "…"`
  slice texts;            // of tree::texts
  span where;
};
struct agreed_statement {  // `agreed by A, B on D`
  slice parties;           // of tree::names
  literal on;
  bool has_on = false;
  span where;
};
struct word_statement {  // `currency GBP`
  word value;
  span where;
};
struct outside_statement {  // `outside this agreement escalate to A or B, C`
  slice choices;
  span where;
};

struct party {  // party NAME "…" [advisory] [body] [above P, Q | above all] [formerly N]
  word name;
  words title;
  bool advisory = false;
  bool body = false;
  bool above_all = false;
  slice above;  // of tree::names
  word formerly;
  span where;        ///< the whole statement
  span above_where;  ///< the `above …` part
};
struct role {  // role NAME "…" in P [rotates every PERIOD] [formerly N]
  word name;
  words title;
  word in;
  literal rotates;
  bool has_rotates = false;
  word formerly;
  span where;
};

enum class type_kind : std::uint8_t { yes_no, number, whole_number, money, date, duration, one_of, any_of, text };

/// A value of a `one of` or `any of`, with its `formerly`.
struct value {
  word name;
  word formerly;
};
struct type {
  type_kind kind = type_kind::yes_no;
  slice values;  // of tree::values
  span where;
};

/// A literal of a declaration or example; a bare name stands for a value of the fact (`none` for an empty set).
struct given {
  syntax::literal literal;  ///< kind invalid where names are given
  slice names;              ///< of tree::names
  span where;
};

struct fact {  // fact NAME : TYPE [from A to B] [default V] ["…"] [formerly N]
  word name;
  syntax::type type;
  bool has_range = false;
  literal from, to;
  /// A negative is written only as a range's lower end. The literal holds the amount without its sign.
  bool from_negative = false, to_negative = false;
  bool has_default = false;
  given default_value;
  words title;
  word formerly;
  span where;
  span range_where;
};
struct need {  // needs NAME : TYPE   needs party NAME
  bool is_party = false;
  word name;
  syntax::type type;
  span where;
};
struct ritual {  // ritual NAME "…" every PERIOD [for each NAME] [formerly N]
  word name;
  words title;
  literal every;
  word subject;
  word formerly;
  span where;
};
struct threshold {  // threshold NAME = LITERAL [formerly N]
  word name;
  literal value;
  words title;
  word formerly;
  span where;
};
struct decision {  // NAME "…" [formerly N]
  word name;
  words title;
  word formerly;
};
struct decision_class {  // decisions NAME "…" held by … [formerly N] { … }
  word name;
  words title;
  slice held_by;    // of tree::choices
  slice decisions;  // of tree::decisions
  word formerly;
  span where;
  span held_where;
};

struct rule {  // [statutory] rule NAME "…" [for X, Y] [effective …] [formerly N] { … }
  word name;
  words title;
  bool statutory = false;
  bool has_for = false;
  slice covers;  // of tree::names: decisions or classes
  std::uint32_t effective = none;  // of tree::days
  slice clauses;  // of tree::clauses
  words because;
  words source;
  word formerly;
  span where;  ///< the keyword and name
};
struct pillar {  // pillar NAME "…" { rules }
  word name;
  words title;
  slice rules;  // of tree::rules
  span where;
};

struct promise {  // always V when C   never V when C
  bool always = true;
  bool has_parties = false;
  clause verdict;  ///< kind escalate, consult or allow; its when and unless are the promise's
  span where;
};

enum class circumstance_kind : std::uint8_t { on, consulted, approved, fact, ritual, amendment };

/// One line of an example that completes its action.
struct circumstance {
  circumstance_kind kind = circumstance_kind::fact;
  word name;     ///< fact, ritual; amendment: its verb
  given value;   ///< fact, amendment
  literal date;  ///< on; ritual: `last on D`
  bool never = false;  ///< ritual: `last never`
  slice parties;       ///< consulted, approved, amendment: of tree::names
  span where;
};
struct example {  // example "…" { … }
  words title;
  word decision;
  word by;
  slice circumstances;  // of tree::circumstances
  bool has_expect = false;
  clause expect;
  word by_rule;
  span expect_where;
  span where;
};

enum class statement_kind : std::uint8_t {
  agreement, version, language, effective, review, applies, agreed, currency, include, outside,
  party, role, fact, need, ritual, decisions, threshold, pillar, promise, example,
};

/// A top-level statement: which of the tree's vectors, and where in it.
struct statement {
  statement_kind kind;
  std::uint32_t index;
  span where;
};

/// A comment, kept for the formatter: `#` up to the end of its line.
struct comment {
  span where;
};

/// One file as written. Views point into the source set, which must outlive the tree.
struct tree {
  std::uint32_t file = 0;
  row_vector<statement> statements;  ///< in source order
  row_vector<comment> comments;

  row_vector<agreement_header> headers;
  row_vector<text_statement> versions, includes;
  row_vector<number_statement> languages;
  row_vector<days_statement> effectives;
  row_vector<period_statement> reviews;
  row_vector<texts_statement> applies;
  row_vector<agreed_statement> agreed;
  row_vector<word_statement> currencies;
  row_vector<outside_statement> outsides;
  row_vector<party> parties;
  row_vector<role> roles;
  row_vector<fact> facts;
  row_vector<need> needs;
  row_vector<ritual> rituals;
  row_vector<decision_class> classes;
  row_vector<decision> decisions;
  row_vector<threshold> thresholds;
  row_vector<pillar> pillars;
  row_vector<rule> rules;
  row_vector<clause> clauses;
  row_vector<promise> promises;
  row_vector<example> examples;
  row_vector<circumstance> circumstances;
  row_vector<condition> conditions;
  row_vector<operand> operands;
  row_vector<term> terms;
  row_vector<item> items;
  row_vector<choice> choices;
  row_vector<member> members;
  row_vector<syntax::days> days;
  row_vector<literal> periods;
  row_vector<word> names;
  row_vector<words> texts;
  row_vector<value> values;

  /// Names of declarations that could not be read: declared, but nothing more is known of them. Saying "unknown" of
  /// them would be a second complaint about one mistake.
  row_vector<word> unread;
};

}  // namespace remit::syntax
