#!/bin/bash
# Installs what is missing on Debian 12 or Ubuntu 24.04, and nothing else: .ci/packages.sh build|test|lint
# What is already there in another version (a newer Boost, say) is left as it is. With nothing missing it needs no network.
set -euo pipefail

missing=()
# need PACKAGE PROBE: the package, unless its probe is there: a header, a file, or a command.
need() {
  case $2 in
    */*) for place in "" /usr/include/ /usr/local/include/ "/usr/include/$(uname -m)-linux-gnu/"; do
           [ ! -e "$place$2" ] || return 0
         done ;;
    *) ! command -v "$2" >/dev/null || return 0 ;;
  esac
  missing+=("$1")
}

build() {
  need g++ g++
  need cmake cmake
  need ninja-build ninja
  need libboost-dev boost/spirit/home/x3.hpp
  need libmsgsl-dev gsl/gsl
  need nlohmann-json3-dev nlohmann/json.hpp
  need libfmt-dev fmt/core.h
  need libssl-dev openssl/evp.h
  need libcli11-dev CLI/CLI.hpp
}
tests() {
  build
  clang_with_sanitizers
  need catch2 "$([ -e /usr/include/catch2/catch.hpp ] && echo catch2/catch.hpp || echo catch2/catch_all.hpp)"
  need libbenchmark-dev benchmark/benchmark.h
  need libz3-dev z3++.h
  need ccache ccache
  need python3 /usr/bin/python3
  # Modules that are packages of their own; tests/CMakeLists.txt takes the same python3.
  /usr/bin/python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
  /usr/bin/python3 -c 'import jsonschema' 2>/dev/null || missing+=(python3-jsonschema)
}
# What clang's sanitizers and fuzzers link is a package named by clang's version: known once clang is there.
clang_with_sanitizers() {
  need clang clang++
  command -v clang++ >/dev/null || return 0
  need "libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev" \
    "$(clang++ -print-file-name="libclang_rt.fuzzer-$(uname -m).a")"
}
lint() {
  need clang-tidy clang-tidy
  need clang-format clang-format
}

case ${1-} in
  build) build ;;
  test) tests ;;
  lint) lint ;;
  *) echo "usage: .ci/packages.sh build|test|lint" >&2; exit 2 ;;
esac
[ ${#missing[@]} -eq 0 ] && exit

echo "installing: ${missing[*]}"
if ! command -v apt-get >/dev/null; then
  echo "This machine has no apt-get. Please install what these Debian packages hold, then start again." >&2
  exit 1
fi
sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
# With clang only now installed, what its sanitizers need can be named.
if [[ " ${missing[*]} " == *" clang "* ]]; then exec "$0" "$1"; fi
