// What only every action together can tell of an agreement: clauses without effect, targets that meet, holes.
// Not here: errors, promises and examples (load.hpp); what can be seen by looking (check.hpp).
#pragma once

#include <remit/agreement/agreement.hpp>
#include <remit/analysis/limits.hpp>
#include <remit/analysis/load.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>

namespace remit {

/// The warnings R1010 to R1017 and R2004, each exact, in no order. Rules of frameworks are not judged: they are written
/// for more than one agreement. Safe to call from any number of threads.
diagnostics examine(const checked::document& document, const agreement& agreement, const analysis_limits& limits = {});

/// Everything there is to say of an agreement that was loaded: the findings of loading and those of examine, in order of
/// their places. What loading found already is not said twice.
diagnostics check(const loaded& agreement, const analysis_limits& limits = {});

}  // namespace remit
