// The catalogue of everything remit may find: one line a finding, its code never used again for another.
// Not here: the wording of one finding (the pass that finds it writes that) and the advice (grammar/LANGUAGE.md).
#pragma once

#include <cstdint>
#include <string_view>

namespace remit {

enum class severity : std::uint8_t { error, warning, info };

// clang-format off
#define REMIT_CODES(X) \
  /* reading: the text itself */ \
  X(syntax,               101, error,   "something else was expected here") \
  X(invalid_utf8,         102, error,   "the file is not valid UTF-8") \
  X(control_character,    103, error,   "a control or bidirectional-override character") \
  X(nested_too_deeply,    104, error,   "parentheses or `not` nested too deeply") \
  X(unclosed_brace,       105, error,   "a `{` that is never closed") \
  X(unclosed_string,      106, error,   "a text that is never closed") \
  X(malformed_amount,     107, error,   "an amount that is not written as amounts are") \
  X(no_such_date,         108, error,   "a date that the calendar does not have") \
  X(amount_too_large,     109, error,   "an amount too large to be held exactly") \
  X(unknown_escape,       110, error,   "a backslash followed by something other than `\"` or `\\`") \
  X(reserved_word,        111, error,   "a word of the language used as a name") \
  X(malformed_name,       112, error,   "a name not in lower-case letters, digits and `_`") \
  X(unknown_statement,    113, error,   "a statement the language does not have") \
  X(no_agreement,         114, error,   "a file that does not begin with `agreement` or `framework`") \
  X(file_too_large,       115, error,   "a file larger than the limit") \
  /* names */ \
  X(unknown_party,        201, error,   "a party or role that is not declared") \
  X(unknown_decision,     202, error,   "a decision or class that is not declared") \
  X(unknown_rule,         203, error,   "a rule that is not declared") \
  X(unknown_fact,         204, error,   "a fact or threshold that is not declared") \
  X(unknown_value,        205, error,   "a value that the fact does not have") \
  X(unknown_ritual,       206, error,   "a ritual that is not declared") \
  X(duplicate_name,       207, error,   "a name declared twice") \
  X(misused_name,         208, error,   "a name of one kind where another kind is needed") \
  X(repeated_statement,   209, error,   "a statement that may stand only once") \
  X(repeated_item,        210, error,   "the same item twice in a list or an example") \
  X(missing_outside,      211, error,   "no `outside this agreement` statement") \
  X(incomplete_example,   212, error,   "an example without its decision or its expected verdict") \
  /* types and amounts */ \
  X(type_mismatch,        301, error,   "two things of different types compared or combined") \
  X(currency_mismatch,    302, error,   "an amount in another currency than the agreement's") \
  X(overflow,             303, error,   "a computed amount too large to be held exactly") \
  X(wrong_operator,       304, error,   "a comparison that the fact's type does not have") \
  X(too_many_facts,       305, error,   "a comparison of more than two facts, or of one fact twice") \
  X(reversed_range,       306, error,   "a range or period whose end lies before its start") \
  X(out_of_range,         307, error,   "a value outside the fact's range") \
  X(too_fine,             308, error,   "a value finer than its type allows") \
  X(not_computable,       309, error,   "months, years or working days where a length must be computed") \
  X(missing_currency,     310, error,   "money without a currency") \
  X(contradiction,        311, error,   "an example or period that contradicts itself") \
  /* parties and rights */ \
  X(advisory_holds,       401, error,   "an advisory party that holds decisions") \
  X(advisory_target,      402, error,   "an escalation to an advisory party") \
  X(role_misused,         403, error,   "a role used for more than being consulted or notified") \
  X(despite_statutory,    404, error,   "`despite` a statutory rule") \
  X(rank_cycle,           405, error,   "parties ranked above each other in a circle") \
  X(unsupported_language, 406, error,   "a language version this remit does not read") \
  /* includes */ \
  X(include_not_found,    501, error,   "an included file that cannot be read") \
  X(include_cycle,        502, error,   "files that include each other in a circle") \
  X(include_escapes,      503, error,   "an include outside the folder of the agreement") \
  X(include_not_framework,504, error,   "an included file that is not a framework") \
  X(unmet_need,           505, error,   "a framework's need that the agreement does not meet") \
  X(includes_unavailable, 506, error,   "an include where includes are not available") \
  X(not_in_framework,     507, error,   "a statement that does not belong in a framework") \
  /* claims */ \
  X(example_fails,        601, error,   "an example whose verdict is another") \
  X(promise_refuted,      602, error,   "a promise that the rules break") \
  X(promise_undecided,    603, error,   "a promise that is not decided within the budget") \
  /* limits */ \
  X(too_many,             701, error,   "more of something than remit can hold") \
  /* warnings */ \
  X(unused_fact,         1001, warning, "a fact that nothing uses") \
  X(unused_party,        1002, warning, "a party that nothing uses") \
  X(unused_role,         1003, warning, "a role that nothing uses") \
  X(unused_threshold,    1004, warning, "a threshold that nothing uses") \
  X(unused_ritual,       1005, warning, "a ritual that nothing uses") \
  X(statutory_unsourced, 1006, warning, "a statutory rule without a source") \
  X(expired,             1007, warning, "an agreement no longer in force") \
  X(idle_allow,          1008, warning, "an `allow` for a party that neither holds nor names `rights`") \
  X(missing_or_above,    1009, warning, "an `escalate to` without `or above` where the class is held `or above`") \
  X(never_fires,         1010, warning, "a clause that can never fire") \
  X(never_matters,       1011, warning, "a clause that never changes a verdict") \
  X(constant_condition,  1012, warning, "a condition that is always true or always false") \
  X(idle_part,           1013, warning, "a part of a condition that changes nothing") \
  X(targets_meet,        1014, warning, "two targets that can meet, neither ranked above the other") \
  X(hole,                1015, warning, "a hole between two clauses at a boundary") \
  X(wrong_way_round,     1016, warning, "a consultation that begins only where the decision is gone already") \
  X(not_decided,         1017, warning, "a question that is not decided within the budget") \
  /* information */ \
  X(pillar_count,        2001, info,    "fewer than 3 or more than 4 pillars") \
  X(rule_count,          2002, info,    "more than 8 rules in a pillar") \
  X(few_sign_offs,       2003, info,    "not agreed by at least two parties") \
  X(never_alone,         2004, info,    "a decision that nobody could ever take alone") \
  X(uncovered_decision,  2005, info,    "decisions that no example covers")
// clang-format on

/// What was found. The number is part of the contract: `R` and four digits, never reused.
enum class code : std::uint16_t {
#define REMIT_CODE(name, number, level, title) name = number,
  REMIT_CODES(REMIT_CODE)
#undef REMIT_CODE
};

/// One line of the catalogue.
struct code_entry {
  remit::code code;
  remit::severity severity;
  std::string_view title;  ///< what is wrong, in general terms
};

/// The whole catalogue, in the order of the codes.
inline constexpr code_entry code_catalogue[] = {
#define REMIT_CODE(name, number, level, title) {code::name, severity::level, title},
    REMIT_CODES(REMIT_CODE)
#undef REMIT_CODE
};

/// The catalogue's line for `c`.
constexpr const code_entry& entry_of(code c) noexcept {
  for (const code_entry& e : code_catalogue)
    if (e.code == c) return e;
  return code_catalogue[0];
}

}  // namespace remit
