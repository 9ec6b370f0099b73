#!/bin/bash
# The Conan recipe, really run: conan create, with every dependency from the system and no remote, then its test_package.
# Usage: conan.sh BUILD_FOLDER. Skipped (status 77) only where the system is none that conan/profiles knows.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$1

. /etc/os-release
profile=$root/conan/profiles/$ID-${VERSION_ID-}
if [ ! -e "$profile" ]; then
  echo "skipped: conan/profiles has none for $ID ${VERSION_ID-}"
  exit 77
fi

# One Conan for all runs of this build folder, so that only the first needs the network.
venv=$build/conan-venv
if [ ! -x "$venv/bin/conan" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$root/conan/requirements.txt"
fi
export CONAN_HOME=$build/conan-home
rm -rf "$CONAN_HOME/p"
"$venv/bin/conan" --version
# The compiler's own cache, where there is one: Conan builds in a folder named at random.
if command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$CONAN_HOME CCACHE_NOHASHDIR=1
fi
# Without the command, which install.sh looks after: half the time.
"$venv/bin/conan" create "$root/conan" --profile:all "$profile" --no-remote --options "remit/*:with_command=False"
