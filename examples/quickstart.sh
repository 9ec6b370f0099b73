#!/bin/bash
# From a bare Debian 12 or Ubuntu 24.04 to real decisions: installs what is missing, builds, and asks the Blueprint's
# agreement about five actions. Usage: examples/quickstart.sh
set -euo pipefail
cd "$(dirname "$0")/.."
agreement=examples/agreements/blueprint.remit

.ci/packages.sh build
echo "building the remit command (the first time this takes a few minutes) …"
mkdir -p build
cmake --workflow --preset release >build/quickstart.log 2>&1 || { tail -50 build/quickstart.log; exit 1; }
remit=build/release/remit

echo
"$remit" check "$agreement"

# ask WORDS ACTION: the story, then the verdict in words.
ask() {
  printf '\n── %s\n\n' "$1"
  "$remit" decide "$agreement" --action "$2"
}
ask "A £30 travel card for a young mother, on a Friday afternoon" \
  '{"decision": "fund_travel", "by": "family_facing", "on": "2026-11-20", "facts": {"cost": "£30"}}'
ask "A service for a family, £620" \
  '{"decision": "commission_service", "by": "family_facing", "on": "2026-11-20", "facts": {"cost": "£620"}}'
ask "Care proceedings" \
  '{"decision": "initiate_care_proceedings", "by": "family_facing", "on": "2026-11-20"}'
ask "The same, after the Strategy Team has approved" \
  '{"decision": "initiate_care_proceedings", "by": "family_facing", "on": "2026-11-20", "approved": ["strategy"]}'
ask "A home visit, where nobody said whether it is serious" \
  '{"decision": "home_visit", "by": "family_facing", "on": "2026-11-20", "rituals": {"family_discussion": "2026-11-10"}}'

cat <<END

── Now you

  $remit decide $agreement --format json --action '{"decision": "close_case", "by": "family_facing", "facts": {"serious": true}}'
  $remit --help
  grammar/LANGUAGE.md         the language, for people who write agreements
  examples/agreements/        agreements to start from
END
