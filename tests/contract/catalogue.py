#!/usr/bin/env python3
"""Every code of the catalogue is explained in the language reference, and every explained code is in the catalogue.

Not here: whether a code is ever found (tests/agreements does that).
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    catalogue = (ROOT / "include/remit/core/codes.hpp").read_text(encoding="utf-8")
    codes = [f"R{int(n):04}" for n in re.findall(r"^\s*X\(\s*\w+\s*,\s*(\d+)\s*,", catalogue, re.M)]
    reference = (ROOT / "grammar/LANGUAGE.md").read_text(encoding="utf-8")
    explained = re.findall(r"^### (R\d{4})\b", reference, re.M)

    faults = [f"{c}: twice in the catalogue" for c in sorted({c for c in codes if codes.count(c) > 1})]
    faults += [f"{c}: explained twice" for c in sorted({c for c in explained if explained.count(c) > 1})]
    faults += [f"{c}: in the catalogue, but grammar/LANGUAGE.md has no `### {c}`" for c in codes if c not in explained]
    faults += [f"{c}: explained, but not in the catalogue" for c in explained if c not in codes]
    print("\n".join(faults) or f"{len(codes)} codes, each explained")
    return bool(faults) or not codes


if __name__ == "__main__":
    sys.exit(main())
