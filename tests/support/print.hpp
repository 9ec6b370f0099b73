// A checked agreement, an action and the oracle's verdict as text: what a failing test shows, and what is read back.
// Not here: layout for people to keep (syntax/format.hpp). Includes, examples and promises are not written.
#pragma once

#include <string>

#include <remit/check/checked.hpp>

#include "support/oracle.hpp"

namespace remit::generate {

/// The whole as a `.remit` file. Every join in parentheses.
std::string text_of(const checked::document& d);
std::string text_of(const checked::document& d, const checked::condition& c);
std::string text_of(const checked::document& d, const checked::clause& c);
std::string text_of(const checked::document& d, const oracle::action& a);
std::string text_of(const checked::document& d, const oracle::verdict& v);

/// Fills in `words` of every clause and comparison.
void tell_words(checked::document& d);

}  // namespace remit::generate
