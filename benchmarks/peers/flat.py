"""The flat rules of rules.json, made ready to be written in another engine's words: what the asker decides is put into the
conditions, and conditions are printed with the engine's operators.
Not here: any one engine (each has its folder)."""
import json


class Rules:
    """The agreement as rules.json has it, with MORE rules, ten on each of further decisions that nobody asks about."""

    def __init__(self, path, more=0):
        with open(path, encoding="utf-8") as file:
            whole = json.load(file)
        self.facts, self.parties, self.decisions = whole["facts"], whole["parties"], dict(whole["decisions"])
        self.rules = [dict(r, when=simplified(r["when"], set(self.parties))) for r in whole["rules"]]
        for d in range(more // 10):
            self.decisions[f"other{d}"] = "others"
            for r in range(10):
                over = {"sum": [[1, "cost"]], "op": ">", "limit": (r + 1) * 10_000}
                self.rules.append({"outcome": "consult", "name": f"other{d}_{r}", "decisions": [f"other{d}"],
                                   "when": {"and": [over, {"yes": "serious"}]}})

    def of(self, decision, outcome):
        """The conditions under which a decision gets this outcome or one more restrictive."""
        return [r["when"] for r in self.rules if r["outcome"] == outcome and decision in r["decisions"]]

    def by_decision(self):
        """{decision: {"escalate": [condition], "consult": [condition]}}"""
        out = {d: {"escalate": [], "consult": []} for d in self.decisions}
        for rule in self.rules:
            for decision in rule["decisions"]:
                out[decision][rule["outcome"]].append(rule["when"])
        return out


def askers(condition):
    """The parties of a condition that speaks of nothing else; else None."""
    if isinstance(condition, dict) and "by" in condition:
        return {condition["by"]} if isinstance(condition["by"], str) else set(condition["by"])
    if isinstance(condition, dict) and "or" in condition:
        each = [askers(part) for part in condition["or"]]
        return None if None in each else set().union(*each)
    return None


def simplified(condition, who):
    """With only `who` asking: nobody who writes rules by hand tests what is settled already."""
    if isinstance(condition, bool):
        return condition
    if (asked := askers(condition)) is not None:
        return True if who <= asked else {"by": sorted(asked & who)} if asked & who else False
    if "not" in condition:
        inner = simplified(condition["not"], who)
        return not inner if isinstance(inner, bool) else {"not": inner}
    for joined, neutral in (("and", True), ("or", False)):
        if joined in condition:
            if joined == "and":
                for part in condition["and"]:
                    if (asked := askers(part)) is not None:
                        who = who & asked
            parts = []
            for part in condition[joined]:
                asked = askers(part)
                parts.append({"by": sorted(asked)} if joined == "and" and asked is not None else simplified(part, who))
            if (not neutral) in parts:
                return not neutral
            parts = [part for part in parts if part is not neutral]
            return neutral if not parts else parts[0] if len(parts) == 1 else {joined: parts}
    return condition


class Words:
    """Conditions in the words of a language with infix operators and `in`; an engine overrides what it says otherwise."""

    AND, OR, NOT = " && ", " || ", "!"

    def text(self, condition, inner=False):
        if isinstance(condition, bool):
            return "true" if condition else "false"
        for key, by in (("and", self.AND), ("or", self.OR)):
            if key in condition:
                text = by.join(self.text(part, True) for part in condition[key])
                return f"({text})" if inner else text
        if "not" in condition:
            inner = condition["not"]
            return self.NOT + (self.text(inner) if "yes" in inner else f"({self.text(inner)})")
        if "by" in condition:
            return self.by(condition["by"])
        if "yes" in condition:
            return self.fact(condition["yes"])
        if "one" in condition:
            return self.one(self.fact(condition["one"]), condition["of"])
        if "any" in condition:
            return self.any(self.fact(condition["in"]), condition["any"])
        if "all" in condition:
            return self.all(self.fact(condition["in"]), condition["all"])
        return f"{self.sum(condition['sum'])} {condition['op']} {condition['limit']}"

    def by(self, parties):
        return self.one(self.fact("by"), parties)

    def one(self, fact, values):
        return f'{fact} == "{values[0]}"' if len(values) == 1 else f"{fact} in [{self.quoted(values)}]"

    def any(self, fact, values):
        each = " || ".join(f'"{v}" in {fact}' for v in values)
        return each if len(values) == 1 else f"({each})"

    def all(self, fact, values):
        return " && ".join(f'"{v}" in {fact}' for v in values)

    def sum(self, terms):
        text = ""
        for sign, name in sorted(terms, reverse=True):
            text += (" - " if sign < 0 else " + " if text else "") + self.fact(name)
        return text

    def quoted(self, values):
        return ", ".join(f'"{v}"' for v in values)


TURNED = {"<": ">=", "<=": ">", "==": "!=", "!=": "==", ">=": "<", ">": "<="}


def either(condition, holds=True):
    """The condition as lists of literals, each list enough by itself: for languages that have no `or` within a rule. A literal is a
    condition without `and` and `or`, or the `not` of one."""
    if isinstance(condition, bool):
        return [[]] if condition == holds else []
    if "not" in condition:
        return either(condition["not"], not holds)
    if "and" in condition or "or" in condition:
        each = [either(part, holds) for part in condition.get("and", condition.get("or"))]
        if ("or" in condition) == holds:
            return [literals for part in each for literals in part]
        out = [[]]
        for part in each:
            out = [done + more for done in out for more in part]
        return out
    if not holds and "sum" in condition:
        return [[dict(condition, op=TURNED[condition["op"]])]]
    return [[condition if holds else {"not": condition}]]
