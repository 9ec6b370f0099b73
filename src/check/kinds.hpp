// The types of facts: what each is called, which go together, and what a literal is worth in a slot of one.
// Not here: conditions (comparisons.cpp, values.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <remit/check/checked.hpp>
#include <remit/syntax/tree.hpp>

namespace remit::checking {

struct pass;

input_kind kind_of(syntax::type_kind k) noexcept;
/// The type a literal has by itself; nothing for one that could not be read.
std::optional<input_kind> kind_of(const syntax::literal& l) noexcept;
/// Two types that compare and add up are one measure: whole numbers are numbers, the action's day is a date.
input_kind measure_of(input_kind k) noexcept;
/// Numbers, money, dates and durations: what is over, under, at least, at most.
bool is_amount(input_kind k) noexcept;

/// `money`, `a whole number`, `a yes/no`.
std::string kind_words(input_kind k);
/// A fact's type as it is declared: `one of foster, kinship`.
std::string type_words(const checked::input& fact);
/// A slot's value as the language writes it.
std::string value_words(const pass& p, const checked::input& fact, std::int64_t value);

/// What the literal is worth in a slot of its own type. Reports a length that nothing can be computed from (R0309) and
/// one too long to be held (R0303). A text is worth nothing.
std::optional<std::int64_t> worth_of(pass& p, const syntax::literal& l, bool negative = false);
/// What it is worth in a slot of this fact, its type and grain checked (R0301, R0308), its range not.
std::optional<std::int64_t> worth_for(pass& p, const checked::input& fact, const syntax::literal& l, bool negative = false);
/// How the literal would be written as the other type: `£12` for 12; empty where nothing is obvious.
std::string rewritten(const pass& p, const syntax::literal& l, input_kind as);

/// A date as a day; nothing for anything else.
std::optional<date> day_of(const syntax::literal& l) noexcept;
/// A period as written. Reports one of no length (R0311).
std::optional<period> period_of(pass& p, const syntax::literal& l);

}  // namespace remit::checking
