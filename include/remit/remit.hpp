// The host door: decide. Headers only, the standard library only; no I/O, no clock, no exceptions, no global state.
// Not here: reading agreements from text, explaining, reporting (remit/language.hpp).
#pragma once

#include <remit/agreement/agreement.hpp>
#include <remit/agreement/evaluate.hpp>
#include <remit/core/amounts.hpp>
#include <remit/core/date.hpp>
#include <remit/version.hpp>
