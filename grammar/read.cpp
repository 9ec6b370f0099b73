// The grammar's only door: text in, tree and complaints out.
// Not here: the rules.
#include <remit/syntax/read.hpp>

#include "agreement.hpp"
#include "amounts.hpp"
#include "encoding.hpp"

namespace remit::grammar {

void fail_expecting(place where, std::string words) {
  boost::throw_exception(x3::expectation_failure<place>(where, words));
}

}  // namespace remit::grammar

namespace remit::syntax {

using grammar::builder;
using grammar::builder_tag;
using grammar::place;
namespace x3 = grammar::x3;

tree read(const source_set& sources, std::uint32_t file, diagnostics& found, const limits& bounds) {
  const std::string_view text = sources.text(file);
  builder b{text, file, found, bounds};
  try {
    if (text.size() > bounds.bytes) {
      b.report(code::file_too_large, {0, 0, file},
               "the file has " + std::to_string(text.size()) + " bytes; " + std::to_string(bounds.bytes) + " are the limit");
      return std::move(b.tree);
    }
    grammar::check_encoding(b);
    place at = b.first();
    x3::parse(at, b.last(), x3::with<builder_tag>(b)[grammar::agreement]);
  } catch (const grammar::enough&) {
    // The findings up to the limit stand; so does what was read before them.
  }
  return std::move(b.tree);
}

literal read_literal(std::string_view text, std::string& problem, bool* negative) {
  diagnostics found;
  builder b{text, 0, found, {}};
  grammar::signed_literal read;
  place at = b.first();
  bool good = false;
  try {
    grammar::check_encoding(b);
    good = x3::parse(at, b.last(), x3::with<builder_tag>(b)[grammar::signed_amount], read);
  } catch (const x3::expectation_failure<place>&) {
  } catch (const grammar::enough&) {
  }
  good = good && b.peek(at).kind == grammar::token_kind::end;

  if (!found.empty())
    problem = found[0].message;
  else if (!good)
    problem = "`" + std::string{text} + "` is not an amount, a date, a length of time, a text, `yes` or `no`";
  else if (read.negative && negative == nullptr)
    problem = "`" + std::string{text} + "` is negative";
  else {
    if (negative != nullptr) *negative = read.negative;
    return read.literal;
  }
  return {};
}

}  // namespace remit::syntax
