#!/usr/bin/env python3
"""The flat rules as CLIPS: a defrule for each, matching the one fact that is the action; what fires raises the outcome. Usage: write.py
RULES.json MORE FOLDER ACTIONS.jsonl
Not here: asking (measure.cpp)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules  # noqa: E402

LEVELS = {"consult": 1, "escalate": 2}
SIGNS = {"==": "=", "!=": "<>"}


def text(condition):
    """The condition as an expression over the variables of the action's slots."""
    if isinstance(condition, bool):
        return "TRUE" if condition else "FALSE"
    for joined in ("and", "or"):
        if joined in condition:
            return f"({joined} " + " ".join(text(part) for part in condition[joined]) + ")"
    if "not" in condition:
        return f"(not {text(condition['not'])})"
    if "by" in condition:
        return one_of("by", condition["by"])
    if "yes" in condition:
        return f"(eq ?{condition['yes']} TRUE)"
    if "one" in condition:
        return one_of(condition["one"], condition["of"])
    for key, joined in (("any", "or"), ("all", "and")):
        if key in condition:
            each = [f"(member$ {value} ?{condition['in']})" for value in condition[key]]
            return each[0] if len(each) == 1 else f"({joined} {' '.join(each)})"
    terms = sorted(condition["sum"], reverse=True)
    left = f"?{terms[0][1]}" if len(terms) == 1 else f"({'+' if terms[1][0] > 0 else '-'} ?{terms[0][1]} ?{terms[1][1]})"
    return f"({SIGNS.get(condition['op'], condition['op'])} {left} {condition['limit']})"


def one_of(slot, values):
    each = [f"(eq ?{slot} {value})" for value in values]
    return each[0] if len(each) == 1 else f"(or {' '.join(each)})"


def rule(number, one, facts):
    test = text(one["when"])
    used = [s for s in ["by", *facts] if f"?{s} " in test + " " or f"?{s})" in test]
    slots = "".join(f" ({s} {'$' if facts.get(s, {}).get('kind') == 'any of' else ''}?{s})" for s in used)
    return (f"(defrule {one['name']}-{number}\n  (action (decision {'|'.join(one['decisions'])}){slots})\n"
            f"  (test {test})\n  =>\n  (bind ?*outcome* (max ?*outcome* {LEVELS[one['outcome']]})))")


def main():
    rules, folder = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3])
    slots = "".join(f" ({'multislot' if f['kind'] == 'any of' else 'slot'} {name})" for name, f in rules.facts.items())
    out = ["(defglobal ?*outcome* = 0)", f"(deftemplate action (slot decision) (slot by){slots})"]
    out += [rule(n, one, rules.facts) for n, one in enumerate(rules.rules)]
    (folder / "rules.clp").write_text("\n\n".join(out) + "\n", encoding="utf-8")
    # An action a line, a slot a word: its name, its kind, its values.
    with open(sys.argv[4], encoding="utf-8") as actions, open(folder / "actions.txt", "w", encoding="utf-8") as to:
        for line in actions:
            a = json.loads(line)
            words = [str(LEVELS.get(a["outcome"], 0)), f"decision:s:{a['decision']}", f"by:s:{a['by']}"]
            for name, value in a["facts"].items():
                kind = "m" if isinstance(value, list) else "s" if isinstance(value, (bool, str)) else "i"
                said = ",".join(value) if kind == "m" else str(value).upper() if isinstance(value, bool) else str(value)
                words.append(f"{name}:{kind}:{said}")
            to.write(" ".join(words) + "\n")


main()
