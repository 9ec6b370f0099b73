// The tool door: load, check, try, prove, compare, explain, report. Link remit::language.
// Not here: deciding alone (remit/remit.hpp), which needs no library.
#pragma once

#include <remit/analysis/amendment.hpp>
#include <remit/analysis/boundaries.hpp>
#include <remit/analysis/compare.hpp>
#include <remit/analysis/examine.hpp>
#include <remit/analysis/example_words.hpp>
#include <remit/analysis/examples.hpp>
#include <remit/analysis/foresee.hpp>
#include <remit/analysis/load.hpp>
#include <remit/analysis/nearest.hpp>
#include <remit/analysis/prove.hpp>
#include <remit/check/check.hpp>
#include <remit/remit.hpp>

#include <remit/report/boundaries.hpp>
#include <remit/report/decided.hpp>
#include <remit/report/differences.hpp>
#include <remit/report/explain.hpp>
#include <remit/report/github.hpp>
#include <remit/report/json.hpp>
#include <remit/report/request.hpp>
#include <remit/report/sarif.hpp>
#include <remit/report/scenario.hpp>
#include <remit/report/tested.hpp>
#include <remit/report/text.hpp>
