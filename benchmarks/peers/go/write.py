#!/usr/bin/env python3
"""The flat rules in the words of three engines: CEL (an expression for each decision), Rego (also for regorus) and casbin (a policy line
for each rule and decision). Usage: write.py RULES.json MORE FOLDER
Not here: asking (*.go, ../regorus)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules, Words, either  # noqa: E402


class Cel(Words):
    def fact(self, name):
        return name


class Rego(Words):
    NOT = "not "

    def fact(self, name):
        return f"input.facts.{name}"

    def by(self, parties):
        return f'input.by == "{parties[0]}"' if len(parties) == 1 else f"input.by in {{{self.quoted(parties)}}}"

    def one(self, fact, values):
        return f'{fact} == "{values[0]}"' if len(values) == 1 else f"{fact} in {{{self.quoted(values)}}}"

    def any(self, fact, values):
        return f'"{values[0]}" in {fact}' if len(values) == 1 else f"count({{{self.quoted(values)}}} & {{d | some d in {fact}}}) > 0"

    def all(self, fact, values):
        return "; ".join(f'"{v}" in {fact}' for v in values)

    def body(self, literals):
        return "; ".join("not " + self.text(one["not"]) if "not" in one else self.text(one) for one in literals)


class Casbin(Words):
    def fact(self, name):
        return "r.f." + "".join(part.capitalize() for part in name.split("_"))

    def by(self, parties):
        return f"r.by == '{parties[0]}'" if len(parties) == 1 else "r.by in (" + ", ".join(f"'{p}'" for p in parties) + ")"

    def one(self, fact, values):
        return f"{fact} == '{values[0]}'" if len(values) == 1 else f"{fact} in (" + ", ".join(f"'{v}'" for v in values) + ")"

    def any(self, fact, values):
        each = " || ".join(f"has({fact}, '{v}')" for v in values)
        return each if len(values) == 1 else f"({each})"

    def all(self, fact, values):
        return " && ".join(f"has({fact}, '{v}')" for v in values)


def main():
    rules, folder = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3])
    cel, rego, casbin = Cel(), Rego(), Casbin()
    expressions, lines = {}, []
    opening = ["package saltmarsh", 'default outcome := "allow"', 'outcome := "escalate" if escalate',
               'outcome := "consult" if { not escalate; consult }']
    # One decision a rule is what OPA has an index for; regorus, without one, does better with fewer rules.
    bodies, grouped = list(opening), list(opening)
    for rule in rules.rules:
        on = rule["decisions"]
        decision = f'input.decision == "{on[0]}"' if len(on) == 1 else f"input.decision in {{{rego.quoted(on)}}}"
        for literals in either(rule["when"]):
            grouped.append(f'{rule["outcome"]} if {{ {decision}; {rego.body(literals) or "true"} }}')
    for decision, levels in rules.by_decision().items():
        any_of = {level: " || ".join(cel.text(when, True) for when in conditions) or "false" for level, conditions in levels.items()}
        expressions[decision] = f'({any_of["escalate"]}) ? "escalate" : ({any_of["consult"]}) ? "consult" : "allow"'
        for level, conditions in levels.items():
            for when in conditions:
                lines.append(f'p, {level}, {decision}, "{casbin.text(when)}"')
                for literals in either(when):
                    bodies.append(f'{level} if {{ input.decision == "{decision}"; {rego.body(literals) or "true"} }}')
    (folder / "cel.json").write_text(json.dumps({"facts": {n: f["kind"] for n, f in rules.facts.items()}, "decisions": expressions},
                                                indent=1), encoding="utf-8")
    (folder / "grouped.rego").write_text("\n\n".join(grouped) + "\n", encoding="utf-8")
    (folder / "policy.rego").write_text("\n\n".join(bodies) + "\n", encoding="utf-8")
    (folder / "policy.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
