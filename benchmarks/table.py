#!/usr/bin/env python3
"""Google Benchmark's JSON on standard input, a Markdown table out: medians, and ratios to the first of each group."""
import json
import sys

UNITS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def words(nanoseconds):
    for unit, size in (("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= 10 * size:
            return f"{nanoseconds / size:,.1f} {unit}"
    return f"{nanoseconds:,.1f} ns"


def main():
    run = json.load(sys.stdin)
    machine = run["context"]
    print(f"{machine['num_cpus']} processors at {machine['mhz_per_cpu']} MHz; each the median of its repetitions\n")
    print("| benchmark | time | ratio | spread |")
    print("|---|---:|---:|---:|")
    rows = {}
    for line in run["benchmarks"]:
        if "aggregate_name" in line:
            rows.setdefault(line["run_name"], {})[line["aggregate_name"]] = line
    first = {}
    for name, row in rows.items():
        time = row["median"]["real_time"] * UNITS[row["median"]["time_unit"]]
        ratio = time / first.setdefault(name.split("/")[0], time)
        print(f"| {name} | {words(time)} | {ratio:.2f} | ±{row['cv']['real_time']:.0%} |")


if __name__ == "__main__":
    main()
