// Feeds any bytes to the reader. Whatever they are, it ends, and every span it gives lies within them.
// Not here: judging the findings; the unit tests do.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <remit/syntax/read.hpp>

namespace {

void check(const remit::span& where, std::size_t size) {
  if (where.begin > where.end || where.end > size) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  remit::source_set sources;
  const auto file = sources.add("fuzz.remit", std::string(reinterpret_cast<const char*>(data), size));
  remit::diagnostics found;
  const remit::syntax::tree tree = remit::syntax::read(sources, file, found);

  for (const auto& d : found) {
    check(d.where, size);
    if (d.message.empty()) std::abort();
  }
  for (const auto& s : tree.statements) check(s.where, size);
  for (const auto& c : tree.comments) check(c.where, size);
  for (const auto& c : tree.conditions) check(c.where, size);
  for (const auto& c : tree.clauses) check(c.where, size);
  for (const auto& t : tree.texts) (void)remit::syntax::text_of(t);

  std::string problem;
  bool negative = false;
  (void)remit::syntax::read_literal(sources.text(file), problem, &negative);
  return 0;
}
