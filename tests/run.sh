#!/bin/bash
# Every test, from a bare machine: installs what is missing, builds with g++ and runs all tests, then builds with clang under
# the address and undefined-behaviour sanitizers and runs the unit and command tests again. Warnings are errors in both.
# Ends with the sum over all of them. While working, `cmake --workflow --preset dev` is the quicker part of it.
set -uo pipefail
cd "$(dirname "$0")/.."
.ci/packages.sh test || exit 1
: "${CMAKE_BUILD_PARALLEL_LEVEL:=$(nproc)}" "${CTEST_PARALLEL_LEVEL:=$(nproc)}"
export CMAKE_BUILD_PARALLEL_LEVEL CTEST_PARALLEL_LEVEL

mkdir -p build
passed=0 failed=0 skipped=0
for preset in dev asan; do
  printf '\n== %s (%d s so far)\n' "$preset" $SECONDS
  report=$PWD/build/$preset/tests.xml
  rm -f "$report"
  # A build that fails is one failed test, and the other presets still have their say.
  if ! { cmake --preset "$preset" >build/configure.log 2>&1 || { cat build/configure.log; false; }; } ||
     ! cmake --build --preset "$preset"; then
    failed=$((failed + 1))
    continue
  fi
  ctest --preset "$preset" --output-junit "$report"
  count() { grep -oPm1 "(?<=\b$1=\")\d+" "$report" || echo 0; }
  failed=$((failed + $(count failures))) skipped=$((skipped + $(count skipped) + $(count disabled)))
  passed=$((passed + $(count tests) - $(count failures) - $(count skipped) - $(count disabled)))
done

printf '\n%d s\n%d passed, %d failed, %d skipped\n' $SECONDS $passed $failed $skipped
[ $failed -eq 0 ] && [ $passed -gt 0 ]
