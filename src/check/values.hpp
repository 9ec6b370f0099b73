// Values given to facts, and conditions that look at one fact's value rather than compare amounts.
// Not here: amounts compared (comparisons.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <remit/check/checked.hpp>
#include <remit/syntax/tree.hpp>

#include "names.hpp"

namespace remit::checking {

/// A value in a fact's slot; for a text fact `slot` is 0 and the text stands beside it.
struct slot_value {
  std::int64_t slot = 0;
  std::string text;
};

/// The value a default or an example gives to a fact, with type, grain and range checked. `range` is the place of the
/// fact's declared range, if it has one.
std::optional<slot_value> value_of(pass& p, const scope& s, const checked::input& fact, const syntax::given& given, span range);

/// The number of a value of a `one of` or `any of` fact. Reports an unknown one (R0205).
std::optional<std::uint32_t> value_named(pass& p, const checked::input& fact, std::string_view name, span where);

/// Says that a literal is of another type than the fact (R0301).
void wrong_literal(pass& p, const checked::input& fact, const syntax::literal& l);
/// What can be written for a value of the fact: `write `yes` or `no``.
std::string how_to_give(const checked::input& fact);

/// `fact OP right` where the fact, an input of this number, holds no amount: yes/no, one of, any of, text.
std::optional<checked::condition> value_comparison(pass& p, const scope& s, std::uint32_t node, std::uint32_t number);
/// `is any of`, `includes`, `includes any of`, `includes all of`.
std::optional<checked::condition> value_list(pass& p, const scope& s, std::uint32_t node);

/// How a fact of this type is asked about: ``write `placement is foster` ``.
std::string how_to_ask(const pass& p, const checked::input& fact);
/// The words of a comparison's operator.
std::string operator_words(const syntax::condition& c);

/// A condition that is one test of one input.
checked::condition test_of(atom_kind kind, std::uint32_t number, std::string words, span where);
/// The opposite of a condition.
checked::condition negation_of(checked::condition child, std::string words, span where);

}  // namespace remit::checking
