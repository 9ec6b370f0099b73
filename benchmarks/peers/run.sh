#!/bin/bash
# Measures other engines under the agreement that remit is measured under, and prints Markdown.
# Usage: benchmarks/peers/run.sh [--more "0 1000 10000"] [ENGINE...]: cedar luajit clips cel casbin opa regorus zen camunda sapl; all
# if none is named.
# Each installs itself from its registry (apt, cargo, Go modules, Maven) into build/peers. Not here: what is asked (../by_hand, export.cpp).
set -euo pipefail
cd "$(dirname "$0")/../.."
more="0 1000 10000"
if [ "${1-}" = --more ]; then more=$2; shift 2; fi
engines=("$@")
[ ${#engines[@]} -gt 0 ] || engines=(cedar luajit clips cel casbin opa regorus zen camunda sapl)
peers=benchmarks/peers
out=$PWD/build/peers
input=$out/input
export CARGO_TARGET_DIR=$out/cargo GOFLAGS=-mod=readonly
mkdir -p "$input" "$out/results"
rm -f "$out"/results/*.json

say() { echo "$*" >&2; }
need() { command -v "$1" >/dev/null || { say "$2 needs $1"; return 1; }; }

say "building remit, and what the engines are asked…"
.ci/packages.sh test >&2
{ cmake --preset bench && cmake --build build/bench --target export_for_peers remit_as_peer; } >&2
build/bench/benchmarks/export_for_peers "$input"

install() {
  case $1 in
    cedar | regorus | zen) need cargo "$1" && cargo build --release --manifest-path "$peers/$1/Cargo.toml" >&2 ;;
    cel | opa | casbin) need go "$1" && (cd "$peers/go" && go build -o "$out/go_peer" .) >&2 ;;
    luajit) need luajit luajit 2>/dev/null || apt-get install -y -qq --no-install-recommends luajit >&2 ;;
    clips)
      [ -e /usr/include/clips/clips.h ] || apt-get install -y -qq --no-install-recommends libclips-dev >&2
      g++ -std=c++20 -O2 -isystem /usr/include/clips "$peers/clips/measure.cpp" -o "$out/clips_peer" -lclips -lm ;;
    camunda | sapl)
      command -v mvn >/dev/null || apt-get install -y -qq --no-install-recommends default-jdk-headless maven >&2
      mvn -q -B -f "$peers/java/pom.xml" "-Dout=$out/java" package dependency:copy-dependencies "-DoutputDirectory=$out/java/lib" >&2 ;;
    *) say "no such engine: $1"; return 1 ;;
  esac
}
# ask ENGINE RULES: one line of JSON for each way to run it.
ask() {
  local folder=$out/rules/$1/$2 actions=$input/actions.jsonl
  mkdir -p "$folder"
  case $1 in
    cedar)
      "$peers/cedar/write.py" "$input/rules.json" "$2" "$folder"
      for schema in without with; do
        "$out/cargo/release/cedar_peer" "$folder/policies.cedar" "$folder/schema.cedarschema" "$actions" "$schema" "$some"
      done ;;
    regorus)
      "$peers/go/write.py" "$input/rules.json" "$2" "$folder"
      "$out/cargo/release/regorus_peer" "$folder/grouped.rego" "$actions" "$some" ;;
    clips)
      "$peers/clips/write.py" "$input/rules.json" "$2" "$folder" "$actions"
      "$out/clips_peer" "$folder/rules.clp" "$folder/actions.txt" "$some" ;;
    luajit)
      "$peers/luajit/write.py" "$input/rules.json" "$2" "$folder" "$actions"
      luajit "$peers/luajit/measure.lua" "$folder/rules.lua" "$folder/actions.lua"
      luajit -joff "$peers/luajit/measure.lua" "$folder/rules.lua" "$folder/actions.lua" ;;
    zen)
      "$peers/zen/write.py" "$input/rules.json" "$2" "$folder"
      for kind in graphs policies; do
        "$out/cargo/release/zen_peer" "$kind" "$folder/$kind.json" "$actions" "$some"
      done ;;
    camunda)
      "$peers/camunda/write.py" "$input/rules.json" "$2" "$folder"
      for language in feel juel; do
        java -cp "$out/java/classes:$out/java/lib/*" peers.Measure "camunda-$language" "$folder" "$actions" "$some"
      done ;;
    sapl)
      "$peers/sapl/write.py" "$input/rules.json" "$2" "$folder"
      java -cp "$out/java/classes:$out/java/lib/*" peers.Measure sapl "$folder" "$actions" "$some" ;;
    *)
      "$peers/go/write.py" "$input/rules.json" "$2" "$folder"
      "$out/go_peer" "$1" "$folder" "$actions" "$some" ;;
  esac
}

had=()
for engine in "${engines[@]}"; do
  say "installing $engine…"
  if install "$engine"; then had+=("$engine"); else say "$engine cannot be installed here"; fi
done
for rules in $more; do
  # With many rules on other decisions a slow engine is compared on as many actions as a minute allows.
  some=$([ "$rules" = 0 ] && echo all || echo some)
  for engine in ${had[@]+"${had[@]}"}; do
    say "$engine, $rules rules more…"
    # remit right before each of them, so that a busy moment of the machine falls on both.
    build/bench/benchmarks/remit_as_peer "$input/actions.jsonl" "$rules" >"$out/results/$rules-$engine-remit.json"
    ask "$engine" "$rules" >"$out/results/$rules-$engine.json" || { say "$engine failed"; rm -f "$out/results/$rules-$engine.json"; }
  done
done
"$peers/table.py" "$out/results" --chart "$out/peers.svg"
