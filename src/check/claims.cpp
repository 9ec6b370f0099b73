// Promises resolved.
// Not here: whether they hold (analysis/), examples (actions.cpp).
#include <remit/syntax/phrase.hpp>

#include "clauses.hpp"
#include "conditions.hpp"
#include "pass.hpp"

namespace remit::checking {

void settle_promise(pass& p, const scope& s, const syntax::promise& promise) {
  checked::promise made;
  auto [outcome, groups, for_agreement] = claimed_by(p, s, promise.verdict);
  made.always = promise.always;
  made.outcome = outcome;
  made.groups = std::move(groups);
  made.for_agreement = for_agreement;
  made.when = condition_of(p, s, promise.verdict.when);
  made.unless = condition_of(p, s, promise.verdict.unless);
  made.words = syntax::phrase(*s.tree, promise);
  made.where = promise.where;
  p.out.promises.push_back(std::move(made));
}

}  // namespace remit::checking
