#!/usr/bin/env python3
"""Google Benchmark's JSON, a folder of files for each round; a Markdown table out: medians, and ratios to the first of each group.
Usage: table.py ROUND... [--keep ALL.json] [--chart PICTURE.svg]
Not here: what counts as a time (measured.py), the goals (goals.py), drawing (chart.py)."""
import argparse
import json
import pathlib
import statistics

import chart
import goals
from measured import by_name, ratios, words

# What the picture shows, group by group: what one decision costs.
PICTURE = {
    "random": "Random input",
    "predictable": "Predictable input",
    "facts": "Missing facts",
    "ten_rules_a_decision": "Ten rules on each decision; rules in all",
    "rules_on_forty_decisions": "All rules on forty decisions; rules in all",
    "million_rows": "A million actions as columns",
}
NOT_OURS = ("by_hand", "copied")


def picture(times, rounds):
    groups = []
    for group, title in PICTURE.items():
        names = [name for name in times if name.split("/")[0] == group]
        bars = [{"label": label_of(name), "times": times[name], "ours": not name.split("/")[1].startswith(NOT_OURS)} for name in names]
        if bars:
            groups.append({"title": title, "bars": bars})
    return chart.draw("What one decision costs", f"CPU time, logarithmic; median of {rounds} rounds, whiskers from lowest to highest; "
                      "ratio to the first of each group", groups)


def label_of(name):
    label = name.split("/", 1)[1].replace("_", " ")
    return f"{int(label):,} rules" if label.isdigit() else label


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rounds", nargs="+")
    arguments.add_argument("--keep")
    arguments.add_argument("--chart")
    wanted = arguments.parse_args()
    runs = []
    for folder in wanted.rounds:
        parts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(pathlib.Path(folder).glob("*.json"))]
        runs.append({"context": parts[0]["context"], "benchmarks": [line for part in parts for line in part["benchmarks"]]})
    times = by_name(runs)
    machine = runs[0]["context"]
    print(f"{machine['num_cpus']} processors at {machine['mhz_per_cpu']} MHz; CPU time of one decision, of one byte read, or of one go; medians of "
          f"{len(runs)} rounds, in brackets the lowest and highest. (`real_time`: by the clock, all threads together.)\n")
    print("| benchmark | time | ratio |")
    print("|---|---:|---:|")
    first = {}
    for name, each in times.items():
        base = first.setdefault(name.split("/")[0], each)
        middle, low, high = ratios(each, base)
        spread = f" ({low:.2f} to {high:.2f})" if each is not base else ""
        print(f"| {name} | {words(statistics.median(each))} ({words(min(each))} to {words(max(each))}) | {middle:.2f}{spread} |")
    print(goals.table(times))
    if wanted.keep:
        with open(wanted.keep, "w", encoding="utf-8") as file:
            json.dump({"context": machine, "rounds": [run["benchmarks"] for run in runs]}, file, indent=1)
        print(f"\nEvery measurement: `{wanted.keep}`")
    if wanted.chart:
        with open(wanted.chart, "w", encoding="utf-8") as file:
            file.write(picture(times, len(runs)))
        print(f"As a picture: `{wanted.chart}`")


if __name__ == "__main__":
    main()
