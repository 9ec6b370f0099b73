// Checked document to executable agreement: everything per decision, flat, ready to decide.
// Not here: deciding (agreement/evaluate.hpp).
#pragma once

#include <remit/agreement/agreement.hpp>
#include <remit/check/checked.hpp>
#include <remit/core/diagnostic.hpp>

namespace remit {

/// The executable form of an agreement (not of a framework) that was checked without errors.
/// `document` is not kept. Its limits hold: check_document reported R0701 otherwise.
agreement lower(const checked::document& document);

}  // namespace remit
