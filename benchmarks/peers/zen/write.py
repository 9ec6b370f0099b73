#!/usr/bin/env python3
"""The flat rules as ZEN's decision tables, one for each decision, first hit, the most restrictive rows above: each in a graph, and each in a
policy document, which declares types. Usage: write.py RULES.json MORE FOLDER
Not here: asking (src/main.rs)."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules, Words  # noqa: E402
from rows import Rows  # noqa: E402

KINDS = {"yes/no": "boolean", "whole": "number", "money": "number", "one of": "string", "any of": "string"}


class Zen(Words):
    def __init__(self, prefix=""):
        self.prefix = prefix

    def fact(self, name):
        return self.prefix + name

    def any(self, fact, values):
        return " or ".join(f'contains({fact}, "{v}")' for v in values)

    def all(self, fact, values):
        return " and ".join(f'contains({fact}, "{v}")' for v in values)


def cell(one):
    return ", ".join(json.dumps(v) for v in one.values) or " and ".join(f"{op} {limit}" for op, limit in one.number)


def table(rows, levels, outcome):
    written = [(level, row) for level in ("escalate", "consult") for when in levels[level] for row in rows.of(when)] + [("allow", {})]
    columns = list(dict.fromkeys(column for _, row in written for column in row))
    return {"hitPolicy": "first", "inputs": [{"id": c, "name": c, "field": c} for c in columns],
            "outputs": [{"id": outcome, "name": outcome, "field": outcome}],
            "rules": [{"_id": f"row{n}", outcome: json.dumps(level), **{column: cell(one) for column, one in row.items()}}
                      for n, (level, row) in enumerate(written)]}


def graph(content):
    nodes = [{"id": "in", "name": "Action", "type": "inputNode"}, {"id": "out", "name": "Verdict", "type": "outputNode"},
             {"id": "table", "name": "Rules", "type": "decisionTableNode", "content": content}]
    edges = [{"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in (("in", "table"), ("table", "out"))]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def policy(rules, content):
    properties = [{"id": "by", "name": "by", "type": "string", "array": False, "optional": False}]
    properties += [{"id": n, "name": n, "type": KINDS[f["kind"]], "array": f["kind"] == "any of", "optional": False}
                   for n, f in rules.facts.items()]
    for p in properties:
        if p["type"] == "string" and not p["array"]:
            p["enum"] = rules.parties if p["name"] == "by" else rules.facts[p["name"]]["values"]
    return {"blocks": [{"id": "model", "type": "dataModel", "props": {"data": {"name": "action", "properties": properties}}, "children": []},
                       {"id": "table", "type": "decisionTable", "props": {"data": content}, "children": []}]}


def main():
    rules, folder = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3])
    flat, inner, graphs, policies = Rows(rules, Zen()), Rows(rules, Zen("action.")), {}, {}
    for decision, levels in rules.by_decision().items():
        graphs[decision] = graph(table(flat, levels, "outcome"))
        policies[decision] = policy(rules, table(inner, levels, "action.outcome"))
    for name, documents in (("graphs", graphs), ("policies", policies)):
        (folder / f"{name}.json").write_text(json.dumps(documents, indent=1), encoding="utf-8")


main()
