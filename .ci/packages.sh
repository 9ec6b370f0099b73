#!/bin/bash
# Installs what is missing on Debian 12 or Ubuntu 24.04, and nothing else: .ci/packages.sh build|test|fuzz|lint
# What is already there in another version (a newer Boost, say) is left as it is. With nothing missing it needs no network.
set -euo pipefail

missing=()
# need PACKAGE FILE-OR-COMMAND: the package, unless the file can be found or the command run.
need() {
  local probe
  for probe in "$2" "/usr/include/$2" "/usr/local/include/$2" "/usr/include/$(uname -m)-linux-gnu/$2"; do
    [ -e "$probe" ] && return
  done
  command -v "$2" >/dev/null || missing+=("$1")
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
  need catch2 "$([ -e /usr/include/catch2/catch.hpp ] && echo catch2/catch.hpp || echo catch2/catch_all.hpp)"
  need libbenchmark-dev benchmark/benchmark.h
  need clang clang++
  need ccache ccache
  need python3 python3
  # The module that makes a virtual environment work is a package of its own.
  python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
}
fuzz() {
  build
  need clang clang++
  if command -v clang++ >/dev/null && [ ! -e "$(clang++ -print-file-name=libclang_rt.fuzzer-"$(uname -m)".a)" ]; then
    missing+=("libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev")
  fi
}
lint() {
  need clang-tidy clang-tidy
  need clang-format clang-format
}

case ${1-} in
  build) build ;;
  test) tests ;;
  fuzz) fuzz ;;
  lint) lint ;;
  *) echo "usage: .ci/packages.sh build|test|fuzz|lint" >&2; exit 2 ;;
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
# With clang only now installed, its run-time for fuzzing can be named.
if [ "$1" = fuzz ] && [[ " ${missing[*]} " == *" clang "* ]]; then exec "$0" fuzz; fi
