#!/bin/bash
# The package as a stranger meets it: installed somewhere, found by find_package, a host built against it outside the tree.
# Usage: install.sh BUILD_FOLDER COMPILER
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$1 compiler=$2
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT

cmake --install "$build" --prefix "$away/prefix" >/dev/null
for file in bin/remit include/remit/remit.hpp share/doc/remit/LANGUAGE.md share/doc/remit/agreements/blueprint.remit \
  share/doc/remit/schemas/verdict.schema.json; do
  [ -e "$away/prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done

# Nothing that remit is made of is asked of a consumer: OpenSSL apart, and that only for remit::language.
package=("$away"/prefix/lib*/cmake/remit "$away"/prefix/lib*/*/cmake/remit)
for folder in "${package[@]}"; do
  [ -d "$folder" ] || continue
  if grep -rniE 'boost|gsl|nlohmann|fmt|cli11' "$folder"; then echo "the package names what it is made of"; exit 1; fi
  if grep -niE 'openssl|language' "$folder/remit-host.cmake"; then echo "the host door asks for more than headers"; exit 1; fi
done
if grep -rnE '#include *[<"](boost|gsl|nlohmann|fmt|CLI|openssl)/' "$away/prefix/include"; then
  echo "an installed header includes what it should hide"
  exit 1
fi

cp -r "$root/examples/hosts/cpp" "$away/host"
cmake -S "$away/host" -B "$away/host/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_CXX_FLAGS="-Wall -Wextra -Wpedantic -Werror" -DCMAKE_PREFIX_PATH="$away/prefix" \
  -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON >"$away/log" || { cat "$away/log"; exit 1; }
cmake --build "$away/host/build" >"$away/log" || { cat "$away/log"; exit 1; }
"$away/host/build/travel" "$away/prefix/share/doc/remit/agreements/blueprint.remit"

# A component that does not exist is refused by name.
mkdir "$away/wrong"
printf 'cmake_minimum_required(VERSION 3.25)\nproject(wrong CXX)\nfind_package(remit REQUIRED COMPONENTS crystal_ball)\n' \
  >"$away/wrong/CMakeLists.txt"
if cmake -S "$away/wrong" -B "$away/wrong/build" -DCMAKE_PREFIX_PATH="$away/prefix" >"$away/log" 2>&1; then
  echo "find_package found a component that does not exist"
  exit 1
fi
grep -q "remit has no component 'crystal_ball'" "$away/log" || { cat "$away/log"; exit 1; }
echo "installed, found, built and run outside the tree"
