#!/usr/bin/env python3
"""The flat rules as SAPL: a policy set for each decision, in it a policy for each rule, an escalation a `deny`, a consultation a `permit`,
which of them in an obligation; and one that just permits. Denying overrides. Usage: write.py RULES.json MORE FOLDER
Not here: asking (../java)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules, Words  # noqa: E402

ENTITLEMENTS = {"escalate": "deny", "consult": "permit"}


class Sapl(Words):
    def fact(self, name):
        return f"resource.{name}"

    def by(self, parties):
        return self.one("subject", parties)


def policy(name, rule, words):
    conditions = rule["when"].get("and", [rule["when"]]) if rule["when"] is not True else []
    where = "where\n" + "".join(f"  {words.text(c)};\n" for c in conditions) if conditions else ""
    obligation = json.dumps({"outcome": rule["outcome"], "rule": rule["name"]})
    return f'policy "{name}"\n{ENTITLEMENTS[rule["outcome"]]}\n{where}obligation {obligation}\n'


def main():
    rules, folder, words = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3]), Sapl()
    sets = {d: [f'set "{d}"\ndeny-overrides\nfor action == "{d}"\n', f'policy "{d}: otherwise"\npermit\n'] for d in rules.decisions}
    for n, rule in enumerate(rules.rules):
        for decision in rule["decisions"]:
            sets[decision].append(policy(f"{decision}: {rule['name']} {n}", rule, words))
    (folder / "policies.json").write_text(json.dumps(["\n".join(s) for s in sets.values()], indent=1), encoding="utf-8")


main()
