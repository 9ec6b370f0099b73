// Text to tree. The only way into the grammar.
// Not here: opening files and following includes (analysis/load.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <remit/core/diagnostic.hpp>
#include <remit/core/source.hpp>
#include <remit/syntax/tree.hpp>

namespace remit::syntax {

/// Bounds on one file. Past them the reader says so (R0104, R0115) and stops; it never recurses or grows without bound.
struct limits {
  std::uint32_t nesting = 64;             ///< parentheses and `not` inside each other
  std::uint32_t bytes = 64 * 1024 * 1024; ///< the size of a file
  std::uint32_t errors = 200;             ///< syntax errors reported from one file
};

/// Reads file number `file` of `sources`. What could be read is in the tree whatever the errors; every
/// syntax error is in `found`. Safe to call from any number of threads on different files.
tree read(const source_set& sources, std::uint32_t file, diagnostics& found, const limits& bounds = {});

/// Reads one literal as the language writes it (`£1,500.50`, `3 days`, `2026-04-01`), nothing else around it but blanks.
/// A leading `-` is allowed where `negative` is not null, and reported there. The result is `invalid` on failure, with why in `problem`.
literal read_literal(std::string_view text, std::string& problem, bool* negative = nullptr);

/// A word that no declaration may take as its name.
bool is_reserved(std::string_view word) noexcept;
/// All of them, in the order of the alphabet.
std::span<const std::string_view> reserved_words() noexcept;

}  // namespace remit::syntax
