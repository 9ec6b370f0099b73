#!/bin/sh
# Judges the agreements of a repository: are they good, do they hold what they promise, and what do they change against
# the base branch? What GitHub, GitLab and pre-commit run; they differ only in their formats.
# Not here: installing remit.
#
#   remit-ci.sh [--base COMMIT] [--format text|github|sarif] [--fail-on WHAT] [--comment FILE] [FILE...]
#
# FILE...    agreements; without any, every *.remit of the repository that begins with `agreement`
# --base     what to compare with; without it, nothing is compared
# --format   of findings and changes; `sarif` writes remit-check.sarif and, an agreement each, remit-diff-N.sarif
# --fail-on  which changes fail, as in `remit diff` (loosened if not said)
# --comment  also writes the changes as Markdown, for a comment under a pull request
#
# Exit status: 0 all is well, 1 something was found, 2 the job could not be done.
set -u

base='' format=text fail_on=loosened comment=''
while [ $# -gt 0 ]; do
  case $1 in
    --base | --format | --fail-on | --comment)
      [ $# -gt 1 ] || { echo "remit-ci: $1 needs a value" >&2; exit 2; }
      case $1 in
        --base) base=$2 ;;
        --format) format=$2 ;;
        --fail-on) fail_on=$2 ;;
        --comment) comment=$2 ;;
      esac
      shift 2 ;;
    --) shift; break ;;
    -*) echo "remit-ci: there is no option $1" >&2; exit 2 ;;
    *) break ;;
  esac
done

worst=0
note() { [ "$1" -le "$worst" ] || worst=$1; }

# An agreement is what begins with the word, comments apart; frameworks are judged with the agreements that include them.
begins_with_agreement() {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$1" | head -n 1 | grep -q '^[[:space:]]*agreement\([[:space:]"]\|$\)'
}

scratch=$(mktemp -d) || exit 2
finish() {
  [ ! -d "$scratch/old" ] || git worktree remove --force "$scratch/old" >/dev/null 2>&1
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 2' HUP INT TERM

[ -z "$comment" ] || : >"$comment" || exit 2

if [ $# -eq 0 ]; then
  git ls-files -- '*.remit' >"$scratch/all" || exit 2
  while IFS= read -r file; do
    if [ -f "$file" ] && begins_with_agreement "$file"; then set -- "$@" "$file"; fi
  done <"$scratch/all"
  [ $# -gt 0 ] || { echo "remit-ci: no agreement in this repository"; exit 0; }
fi

case $format in
  sarif) remit check --format sarif "$@" >remit-check.sarif ;;
  *) remit check --format "$format" "$@" ;;
esac
note $?

for file; do
  begins_with_agreement "$file" || continue
  remit test "$file" >"$scratch/test" 2>&1
  status=$?
  # An agreement with errors was told of above.
  [ $status -eq 0 ] || { echo "$file:"; cat "$scratch/test"; }
  note $status
done

if [ -n "$base" ]; then
  # The whole tree of the base, so that includes are found as they were.
  git worktree add --detach "$scratch/old" "$base" >/dev/null 2>&1 ||
    { echo "remit-ci: there is no commit $base here; a shallow clone must fetch it" >&2; exit 2; }
  folder=$(git rev-parse --show-prefix) || exit 2
  number=0
  for file; do
    begins_with_agreement "$file" || continue
    old=$scratch/old/$folder$file
    if [ ! -f "$old" ]; then
      echo "$file: a new agreement, with nothing to compare it with"
      continue
    fi
    number=$((number + 1))
    case $format in
      sarif) remit diff --format sarif --fail-on "$fail_on" "$old" "$file" >"remit-diff-$number.sarif" ;;
      *) remit diff --format "$format" --fail-on "$fail_on" "$old" "$file" ;;
    esac
    note $?
    if [ -n "$comment" ]; then
      { printf '### %s\n\n' "$file"; remit diff --format markdown --fail-on none "$old" "$file"; echo; } >>"$comment"
    fi
  done
fi
exit $worst
