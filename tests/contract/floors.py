#!/usr/bin/env python3
"""An include points down only. Holds every #include of the project against the floors of the house.

Not here: whether a header compiles (headers.py).
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What each floor may include, itself apart. `syntax` (what was written) and `agreement` do not know each other.
BELOW = {
    "core": set(),
    "agreement": {"core"},
    "syntax": {"core"},
    "grammar": {"syntax", "core"},
    "check": {"syntax", "agreement", "core"},
    "analysis": {"check", "syntax", "agreement", "core"},
    "report": {"analysis", "check", "syntax", "agreement", "core"},
}
EVERY_FLOOR = set(BELOW) - {"grammar"}
BELOW["c"] = BELOW["cli"] = EVERY_FLOOR
BELOW["host door"] = {"agreement", "core"}
BELOW["tool door"] = EVERY_FLOOR | {"host door"}

# Libraries of others, and the floors whose .cpp files may use them. Public headers use none.
LIBRARIES = {
    "boost/": {"grammar"},
    "gsl/": set(BELOW) - {"host door", "tool door"},
    "nlohmann/": {"check", "analysis", "report", "cli", "c"},
    "fmt/": {"check", "analysis", "report", "cli", "c"},
    "openssl/": {"check"},
    "CLI/": {"cli"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def floor_of(path):
    """The floor a file lives on, or None for a file that belongs to none (version.hpp, tests)."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "grammar":
        return "grammar"
    inside = parts[2:] if parts[:2] == ("include", "remit") else parts[1:] if parts[0] == "src" else ()
    if len(inside) == 1:
        return {"remit.hpp": "host door", "language.hpp": "tool door", "remit.h": "c"}.get(inside[0])
    if not inside:
        return None
    return inside[0]


def target_of(path, name):
    """The file of this project that an include means, or None where it is somebody else's."""
    for base in (path.parent, ROOT / "include", ROOT / "src", ROOT):
        found = (base / name).resolve()
        if found.is_file() and ROOT in found.parents:
            return found
    return None


def main():
    faults = []
    files = [p for d in ("include", "src", "grammar", "tests", "benchmarks", "examples")
             for p in sorted((ROOT / d).rglob("*")) if p.suffix in (".hpp", ".cpp", ".h", ".c")]
    for path in files:
        here = floor_of(path)
        if here is not None and here not in BELOW:
            faults.append(f"{path.relative_to(ROOT)}: no floor is called `{here}`")
            continue
        public = path.relative_to(ROOT).parts[0] == "include"
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in INCLUDE.finditer(text):
            name = match.group(2)
            where = f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: includes {name}"
            target = target_of(path, name)
            if target is None:
                for prefix, floors in LIBRARIES.items():
                    if not name.startswith(prefix):
                        continue
                    if public:
                        faults.append(f"{where}: a public header includes the standard library and remit only")
                    elif prefix == "boost/" and here != "grammar":
                        faults.append(f"{where}: Boost stays in grammar/")
                    elif here is not None and here not in floors:
                        faults.append(f"{where}: not a library of the floor `{here}`")
                continue
            there = floor_of(target)
            if there == "grammar" and here != "grammar":
                faults.append(f"{where}: nothing outside grammar/ includes its headers")
            elif here and there and there != here and there not in BELOW[here]:
                faults.append(f"{where}: `{here}` does not stand on `{there}`")
            elif public and target.relative_to(ROOT).parts[0] != "include":
                faults.append(f"{where}: a public header includes a private one")
    print("\n".join(faults) or f"{len(files)} files: every include points down")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
