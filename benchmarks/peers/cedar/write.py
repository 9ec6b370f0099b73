#!/usr/bin/env python3
"""The flat rules as Cedar: a policy for each, its outcome an annotation; one `permit` that the `forbid`s take back. Classes of
decisions are groups of actions. Usage: write.py RULES.json MORE FOLDER
Not here: asking (src/main.rs)."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules, Words  # noqa: E402

KINDS = {"yes/no": "Bool", "whole": "Long", "money": "Long", "one of": "String", "any of": "Set<String>"}


class Cedar(Words):
    def fact(self, name):
        return f"context.{name}"

    def by(self, parties):
        if len(parties) == 1:
            return f'principal == Party::"{parties[0]}"'
        return "[" + ", ".join(f'Party::"{p}"' for p in parties) + "].contains(principal)"

    def one(self, fact, values):
        return f'{fact} == "{values[0]}"' if len(values) == 1 else f"[{self.quoted(values)}].contains({fact})"

    def any(self, fact, values):
        return f'{fact}.contains("{values[0]}")' if len(values) == 1 else f"{fact}.containsAny([{self.quoted(values)}])"

    def all(self, fact, values):
        return f"{fact}.containsAll([{self.quoted(values)}])"


def scope(rules, decisions):
    """One action, the groups where whole classes are meant, else a list."""
    if len(decisions) == 1:
        return f'action == Action::"{decisions[0]}"'
    groups, left = [], list(decisions)
    for group in dict.fromkeys(rules.decisions.values()):
        members = [d for d, c in rules.decisions.items() if c == group]
        if len(members) > 1 and all(m in left for m in members):
            groups.append(group)
            left = [d for d in left if d not in members]
    names = [f'Action::"{name}"' for name in groups + left]
    return f"action in {names[0]}" if len(names) == 1 else f"action in [{', '.join(names)}]"


def main():
    rules, folder, words = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3]), Cedar()
    groups = list(dict.fromkeys(rules.decisions.values()))
    policies = ["permit (principal, action in [" + ", ".join(f'Action::"{g}"' for g in groups) + "], resource);"]
    for rule in rules.rules:
        when = "" if rule["when"] is True else f"\nwhen {{ {words.text(rule['when'])} }}"
        policies.append(f'@outcome("{rule["outcome"]}")\n@rule("{rule["name"]}")\n'
                        f"forbid (principal, {scope(rules, rule['decisions'])}, resource){when};")
    (folder / "policies.cedar").write_text("\n\n".join(policies) + "\n", encoding="utf-8")
    facts = ", ".join(f"{name}: {KINDS[f['kind']]}" for name, f in rules.facts.items())
    schema = ["entity Party;", "entity Agreement;", f"type Facts = {{ {facts} }};"]
    schema += [f'action "{group}";' for group in groups]
    schema += [f'action "{d}" in ["{c}"] appliesTo {{ principal: [Party], resource: [Agreement], context: Facts }};'
               for d, c in rules.decisions.items()]
    (folder / "schema.cedarschema").write_text("\n".join(schema) + "\n", encoding="utf-8")


main()
