#!/usr/bin/env python3
"""The order of the house: what stands at the top level, how a source file opens, and that no file names a machine's paths.

Not here: who may include whom (floors.py).
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOP = {"include", "src", "grammar", "tests", "benchmarks", "examples", "conan", "CMakeLists.txt", "CMakePresets.json",
       "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"}
MACHINE_PATH = re.compile(rb"(?<![\w/.])/(?:work|root|home|Users)/[A-Za-z0-9.]")
LONG = 400


def files():
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            capture_output=True)
    if listed.returncode == 0:
        return [ROOT / name for name in sorted(listed.stdout.decode().split("\0")) if name and (ROOT / name).is_file()]
    return [p for p in sorted(ROOT.rglob("*")) if p.is_file() and "build" not in p.relative_to(ROOT).parts[:1]]


def main():
    faults, notes = [], []
    all_files = files()
    for top in sorted({p.relative_to(ROOT).parts[0] for p in all_files}):
        if top not in TOP and not top.startswith("."):
            faults.append(f"{top}: does not belong at the top level")
    for path in all_files:
        name, content = path.relative_to(ROOT), path.read_bytes()
        if match := MACHINE_PATH.search(content):
            line = content.count(b"\n", 0, match.start()) + 1
            faults.append(f"{name}:{line}: names a path of somebody's machine")
        if path.suffix in (".hpp", ".cpp") and name.parts[0] in ("include", "src", "grammar"):
            opening = content.decode("utf-8").splitlines()[:6]
            if not opening or not opening[0].startswith("// ") or not any(l.startswith("// Not here:") for l in opening):
                faults.append(f"{name}:1: does not open with what it is and what is `Not here:`")
            if content.count(b"\n") > LONG:
                notes.append(f"note: {name}: over {LONG} lines")
    print("\n".join(faults + notes) or f"{len(all_files)} files: the house is in order")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
