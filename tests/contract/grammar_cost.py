#!/usr/bin/env python3
"""What Boost.Spirit X3 costs us: preprocessed lines of each file that includes it, and the seconds its last real build took.

Usage: grammar_cost.py BUILD_FOLDER
Fails when a file grows past the ceiling; the seconds are only told, since they are the machine's and ccache's too.
"""
import json
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CEILING = 250_000


def seconds_of(build):
    """The last build time of each output, from ninja's log."""
    log = build / ".ninja_log"
    seconds = {}
    if log.is_file():
        for line in log.read_text().splitlines()[1:]:
            start, end, _, output, _ = line.split("\t")
            seconds[pathlib.Path(output).name] = (int(end) - int(start)) / 1000
    return seconds


def main():
    build = pathlib.Path(sys.argv[1])
    seconds, faults = seconds_of(build), []
    entries = json.loads((build / "compile_commands.json").read_text())
    grammar = [e for e in entries if (ROOT / "grammar") == pathlib.Path(e["file"]).parent]
    for entry in sorted(grammar, key=lambda e: e["file"]):
        file = pathlib.Path(entry["file"])
        words = shlex.split(entry["command"])
        words = words[:words.index("-o")] + words[words.index("-o") + 2:]
        words.insert(words.index("-c"), "-E")
        words = [w for w in words if w != "-c" and not w.endswith("ccache")]
        text = subprocess.run(words, capture_output=True, text=True, cwd=entry["directory"], check=True).stdout
        took = seconds.get(file.name + ".o")
        lines = text.count("\n")
        uses = "X3" if "boost/spirit/home/x3" in text else "  "
        print(f"{file.name:24} {uses} {lines:8,} lines" + (f" {took:6.1f} s" if took else ""))
        if lines > CEILING:
            faults.append(f"{file.name}: {lines:,} preprocessed lines, the ceiling is {CEILING:,}")
    print("\n".join(faults))
    return bool(faults) or not grammar


if __name__ == "__main__":
    sys.exit(main())
