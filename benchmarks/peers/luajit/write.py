#!/usr/bin/env python3
"""The flat rules as Lua: one function for each decision. Usage: write.py RULES.json MORE FOLDER ACTIONS.jsonl
Not here: asking (measure.lua)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules, Words  # noqa: E402


class Lua(Words):
    AND, OR, NOT = " and ", " or ", "not "

    def fact(self, name):
        return f"f.{name}"

    def by(self, parties):
        each = " or ".join(f'by == "{p}"' for p in parties)
        return each if len(parties) == 1 else f"({each})"

    def one(self, fact, values):
        each = " or ".join(f'{fact} == "{v}"' for v in values)
        return each if len(values) == 1 else f"({each})"

    def any(self, fact, values):
        each = " or ".join(f"{fact}.{v}" for v in values)
        return each if len(values) == 1 else f"({each})"

    def all(self, fact, values):
        return " and ".join(f"{fact}.{v}" for v in values)


def constructor(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "{" + ", ".join(f"{v} = true" for v in value) + "}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k} = {constructor(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


def main():
    rules, folder, words = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3]), Lua()
    out = ["local rules = {}"]
    for decision, levels in rules.by_decision().items():
        out.append(f"function rules.{decision}(by, f)")
        for level in ("escalate", "consult"):
            out += [f'  if {words.text(when)} then return "{level}" end' for when in levels[level]]
        out.append('  return "allow"\nend')
    (folder / "rules.lua").write_text("\n".join(out) + "\nreturn rules\n", encoding="utf-8")
    with open(sys.argv[4], encoding="utf-8") as actions, open(folder / "actions.lua", "w", encoding="utf-8") as to:
        for line in actions:
            to.write(f"return {constructor(json.loads(line))}\n")


main()
