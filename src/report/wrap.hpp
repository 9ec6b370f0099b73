// Paragraphs set to a width.
// Not here: what they say.
#pragma once

#include <string>
#include <string_view>

namespace remit {

/// The text as printable lines of at most `columns`, each set in by `indent`; words longer than a line stay whole.
std::string wrapped(std::string_view text, unsigned columns, unsigned indent = 0);

}  // namespace remit
