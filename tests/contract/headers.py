#!/usr/bin/env python3
"""What a host pays for a header: each compiles alone and twice, all together in two files that link, the host door stays small.

Usage: headers.py LIBRARY COMPILER...
Not here: who may include whom (floors.py).
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
HOST_DOOR = "remit/remit.hpp"
HOST_DOOR_LINES = 25_000
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror"]
# What no host-door header may bring in: everything but its own two floors, and every library but the standard one.
FOREIGN = ("/boost/", "/gsl/", "/fmt/", "/nlohmann/", "/openssl/", "/remit/syntax/", "/remit/check/", "/remit/report/",
           "/remit/analysis/")


def compile(compiler, text, *options):
    return subprocess.run([compiler, "-std=c++20", f"-I{INCLUDE}", "-x", "c++", *options, "-"],
                          input=text, capture_output=True, text=True)


def alone(compiler, header):
    text = f"#include <{header}>\n#include <{header}>\n"
    run = compile(compiler, text, "-fsyntax-only", *WARNINGS)
    return [] if run.returncode == 0 else [f"{compiler}: {header} does not compile alone\n{run.stderr[:2000]}"]


def together(compiler, headers, library):
    """Two files that include everything make one program: nothing is defined twice."""
    text = "".join(f"#include <{h}>\n" for h in headers)
    with tempfile.TemporaryDirectory() as folder:
        for name, rest in (("one", "int two(); int main() { return two(); }\n"), ("two", "int two() { return 0; }\nint two();\n")):
            run = compile(compiler, text + "int two();\n" + rest, "-c", "-o", f"{folder}/{name}.o")
            if run.returncode:
                return [f"{compiler}: all headers together do not compile\n{run.stderr[:2000]}"]
        run = subprocess.run([compiler, f"{folder}/one.o", f"{folder}/two.o", library, "-lcrypto", "-o", f"{folder}/both"],
                             capture_output=True, text=True)
        return [] if run.returncode == 0 else [f"{compiler}: two files with all headers do not link\n{run.stderr[:2000]}"]


def host_door(compiler):
    text = f"#include <{HOST_DOOR}>\n"
    faults = []
    run = compile(compiler, text, "-fsyntax-only", "-fno-exceptions", "-fno-rtti", *WARNINGS)
    if run.returncode:
        faults.append(f"{compiler}: the host door needs exceptions or type information\n{run.stderr[:2000]}")
    lines = compile(compiler, text, "-E").stdout.count("\n")
    print(f"{compiler}: <{HOST_DOOR}> costs {lines} preprocessed lines of {HOST_DOOR_LINES}")
    if not 0 < lines <= HOST_DOOR_LINES:
        faults.append(f"{compiler}: the host door has grown to {lines} preprocessed lines")
    for used in compile(compiler, text, "-M").stdout.replace("\\\n", " ").split():
        if any(f in used for f in FOREIGN):
            faults.append(f"{compiler}: the host door brings in {used}")
    return faults


def main():
    library, *compilers = sys.argv[1:]
    headers = [p.relative_to(INCLUDE).as_posix() for p in sorted(INCLUDE.rglob("*.hpp"))]
    jobs = []
    with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        for compiler in compilers:
            jobs += [pool.submit(alone, compiler, h) for h in headers]
            jobs += [pool.submit(host_door, compiler)]
            jobs += [pool.submit(together, compiler, headers, library)]
        faults = [fault for job in jobs for fault in job.result()]
    print("\n".join(faults) or f"{len(headers)} headers, {len(compilers)} compilers: each stands alone")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
