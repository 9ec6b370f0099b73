// What was written, in the language's canonical words on one line: `cost over £1,500 and (serious or not by insight)`.
// Not here: layout over lines and columns (syntax/format.hpp), amounts in general (core/wording.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <remit/syntax/tree.hpp>

namespace remit::syntax {

/// `£1,500`, `0.5`, `2026-04-01`, `3 working days`, `"N-0417"`, `yes`.
std::string phrase(const literal& l);
/// A text between quotation marks, blanks and escapes as they have to be.
std::string quoted(const words& w);
/// `cost plus family_spend`.
std::string phrase(const tree& t, const operand& o);
/// The operator as a word: `>` is `over`. `before` and `after` stay, as dates have them.
std::string_view phrase(comparison op) noexcept;
/// A condition, with parentheses wherever `and` and `or` mix and where `not` governs more than a comparison.
std::string condition_phrase(const tree& t, std::uint32_t node);

/// `A or B or above, C`.
std::string choices_phrase(const tree& t, slice choices);
/// `a, b`: consecutive names.
std::string names_phrase(const tree& t, slice names);
/// `one of foster, kinship`.
std::string phrase(const tree& t, const type& of);
/// The value of an example or default: `£30`, `chair, mentor`.
std::string phrase(const tree& t, const given& value);
/// `2026-12-01 to 2027-02-28`.
std::string phrase(const days& d);

/// What a clause does, without `then`, `when` and `unless`: `consult insight for agreement`, `notify strategy within 1 day`.
std::string verdict_phrase(const tree& t, const clause& c);
/// A whole clause: `consult treasurer when cost over £200`.
std::string phrase(const tree& t, const clause& c);
/// `never escalate when by insight`.
std::string phrase(const tree& t, const promise& p);
/// What an example expects, without the word `expect`: `consult treasurer by rule spending`.
std::string expectation_phrase(const tree& t, const example& e);

}  // namespace remit::syntax
