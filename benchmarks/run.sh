#!/bin/bash
# Measures, and prints Markdown: each time with its ratio to the first of its group, and the goals with what was reached.
# Usage: benchmarks/run.sh [--rounds N] [OPTION OF GOOGLE BENCHMARK...], such as --benchmark_filter='^(random|predictable)'
# What takes minutes each (named long/…) is run only if a filter asks for it.
# Keeps every single measurement in build/bench/measured.json, and draws build/bench/measured.svg.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=5
if [ "${1-}" = --rounds ]; then rounds=$2; shift 2; fi
.ci/packages.sh test >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "building…" >&2
cmake --workflow --preset bench >"$log" 2>&1 || { cat "$log" >&2; exit 1; }

measure() { build/bench/benchmarks/remit_benchmarks --benchmark_filter='-^long/' --benchmark_min_time=0.2 "$@"; }
# Each group in a process of its own: what one leaves behind in memory is nobody else's.
mapfile -t names < <(measure "$@" --benchmark_list_tests)
mapfile -t groups < <(printf '%s\n' "${names[@]%%/*}" | awk '!seen[$0]++')
exactly() { printf '%s\n' "${names[@]}" | grep -E "^$1(/|\$)" | sed 's/[][\.|$(){}?+*^]/\\&/g' | paste -sd '|'; }

# Round by round, so that a busy moment of the machine falls on all of them and ratios are taken within one round.
out=build/bench/rounds
rm -rf "$out"
for round in $(seq "$rounds"); do
  mkdir -p "$out/$round"
  for i in "${!groups[@]}"; do
    echo "round $round of $rounds: ${groups[i]} ($((i + 1)) of ${#groups[@]})" >&2
    measure "$@" --benchmark_filter="^($(exactly "${groups[i]}"))\$" --benchmark_out="$out/$round/$(printf %03d "$i").json" >&2
  done
done
benchmarks/table.py "$out"/* --keep build/bench/measured.json --chart build/bench/measured.svg
