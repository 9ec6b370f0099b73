#include "support/two_versions.hpp"

#include <utility>

#include <remit/check/lower.hpp>

#include "support/edit.hpp"
#include "support/generate.hpp"
#include "support/print.hpp"

namespace remit::generate {

two_versions versions(random& r, unsigned long long number) {
  checked::document before = document(r, {number % 2 == 0, true});
  checked::document after = before;
  for (std::uint32_t edits = 1 + r.below(2); edits > 0; --edits) edit(r, after);
  tell_words(after);
  agreement old_rules = lower(before), new_rules = lower(after);
  auto told = compare(compared{before, old_rules}, compared{after, new_rules});
  return {std::move(before), std::move(after), std::move(old_rules), std::move(new_rules), std::move(told)};
}

}  // namespace remit::generate
