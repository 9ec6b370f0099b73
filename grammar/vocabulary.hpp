// The words of the language: which are reserved, which begin a statement or a clause, and what makes a good name.
// Not here: the rules that use them.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "builder.hpp"

namespace remit::grammar {

/// The name somebody may have meant (`Family-Facing` -> `family_facing`); empty where there is none.
std::string proposed_name(std::string_view text);

/// Words that begin a statement of the file.
inline constexpr std::array<std::string_view, 22> statement_words{
    "agreement", "framework", "version", "language", "effective", "review", "applies", "agreed",
    "currency",  "include",   "outside", "party",    "role",      "fact",   "needs",   "ritual",
    "decisions", "threshold", "pillar",  "always",   "never",     "example"};

/// Words that begin a clause of a rule.
inline constexpr std::array<std::string_view, 10> clause_words{"consult", "escalate", "allow", "then",    "record",
                                                               "notify",  "ratify",   "do",    "because", "source"};

/// The kinds of room a thing can stand in; every room but the file is between braces.
enum class room : std::uint8_t { in_file, in_pillar, in_rule, in_decisions, in_example };

/// The word in back-ticks.
std::string ticked(word_number word);

/// Three capitals, as in `GBP`.
bool is_currency(std::string_view text) noexcept;

/// Whether `t` begins a thing that stands in this room, told by its first two or three tokens: few names could be taken for one.
bool opens_in(builder& b, token t, room where);
/// Whether the room ends at `t`: at its brace, at the end of the file, or at a thing of a room further out.
bool ends_room(builder& b, token t, room where);
/// Whether a statement of the file stands at `t`, wherever on its line.
bool opens_statement(builder& b, token t);
/// Whether `t`, where a name could stand, is plainly the next thing on a line of its own.
bool is_next_thing(builder& b, token t);

}  // namespace remit::grammar
