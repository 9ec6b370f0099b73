#!/bin/bash
# Measures, and prints one Markdown table: each time, and its ratio to the first of its group, all from this one run.
# Usage: benchmarks/run.sh [OPTION OF GOOGLE BENCHMARK...]
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/packages.sh test
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake --workflow --preset bench >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
# Five times each, interleaved, so that a busy moment does not fall on one of them.
build/bench/benchmarks/remit_benchmarks --benchmark_repetitions=5 --benchmark_enable_random_interleaving=true \
  --benchmark_report_aggregates_only=true --benchmark_format=json "$@" 2>/dev/null | benchmarks/table.py
