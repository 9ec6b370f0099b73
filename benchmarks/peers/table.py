#!/usr/bin/env python3
"""What the engines printed, as Markdown: the time of one decision, its ratio to remit measured right before, and what becomes of faulty
actions. Usage: table.py RESULTS [--chart PICTURE.svg]
Not here: measuring (run.sh)."""
import json
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import chart  # noqa: E402
from measured import words  # noqa: E402


def read(folder):
    """{rules: {engine: (times, times of remit, line)}}"""
    out = {}
    for path in sorted(folder.glob("*.json"), key=lambda p: (int(p.name.split("-")[0]), p.stat().st_mtime)):
        rules, _, rest = path.stem.partition("-")
        if rest.endswith("-remit"):
            continue
        remit = json.loads(path.with_name(f"{path.stem}-remit.json").read_text(encoding="utf-8"))
        for line in path.read_text(encoding="utf-8").splitlines():
            result = json.loads(line)
            out.setdefault(int(rules), {})[result["engine"]] = (result["times"], remit["times"], result)
            out[int(rules)][result["engine"]][2]["remit"] = remit["probes"]
    return out


def ratio(times, remit):
    return statistics.median(times) / statistics.median(remit)


def cell(times, remit):
    return f"{words(statistics.median(times))} ({ratio(times, remit):,.1f}×)"


def main():
    results = read(pathlib.Path(sys.argv[1]))
    sizes = list(results)
    engines = list(dict.fromkeys(engine for size in results.values() for engine in size))
    if not engines:
        print("No engine was measured.")
        return
    print("CPU time of one decision, median of five rounds; in brackets the ratio to remit, measured right before.\n")
    print("| engine | " + " | ".join("25 rules" if s == 0 else f"{s:,} more on other decisions" for s in sizes) + " |")
    print("|---|" + "---:|" * len(sizes))
    ours = {s: [t for _, remit, _ in results[s].values() for t in remit] for s in sizes}
    print("| **remit** (the whole verdict) | " + " | ".join(f"{words(statistics.median(ours[s]))} (1×)" for s in sizes) + " |")
    for engine in engines:
        print(f"| {engine} | " + " | ".join(cell(*results[s][engine][:2]) if engine in results[s] else "" for s in sizes) + " |")
    print("\n| engine | a fact is missing | a fact of the wrong type | an unknown decision |\n|---|---|---|---|")
    probes = {engine: line["probes"] for engine, (_, _, line) in results[sizes[0]].items()}
    for engine, told in {"**remit**": next(iter(results[sizes[0]].values()))[2]["remit"], **probes}.items():
        words_of = [str(told[key]).split("\n")[0][:90].replace("|", "\\|") for key in ("missing", "wrong type", "unknown decision")]
        print(f"| {engine} | " + " | ".join(words_of) + " |")
    if "--chart" in sys.argv:
        picture = sys.argv[sys.argv.index("--chart") + 1]
        groups = []
        for s in sizes:
            bars = [{"label": "remit", "times": ours[s], "ours": True, "ratio": 1}]
            bars += [{"label": engine, "times": times, "ours": False, "ratio": ratio(times, remit)}
                     for engine, (times, remit, _) in results[s].items()]
            groups.append({"title": "25 rules" if s == 0 else f"… and {s:,} more on other decisions", "bars": bars})
        pathlib.Path(picture).write_text(chart.draw("One decision, by engine", "CPU time, logarithmic; median of five rounds, whiskers from "
                                                    "lowest to highest; ratio to remit", groups), encoding="utf-8")
        print(f"\nAs a picture: `{picture}`")


main()
