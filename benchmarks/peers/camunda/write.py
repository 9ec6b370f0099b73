#!/usr/bin/env python3
"""The flat rules as DMN: a decision table for each decision, first hit, the most restrictive rows above; once in FEEL, once in JUEL.
Usage: write.py RULES.json MORE FOLDER
Not here: asking (../java)."""
import pathlib
import sys
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from flat import Rules, Words  # noqa: E402
from rows import Rows  # noqa: E402

SPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"


class Feel(Words):
    LANGUAGE = "feel"

    def fact(self, name):
        return name

    def any(self, fact, values):
        return " or ".join(f'list contains({fact}, "{v}")' for v in values)

    def all(self, fact, values):
        return " and ".join(f'list contains({fact}, "{v}")' for v in values)

    def column(self, text):
        return text

    def cell(self, one):
        if len(one.number) > 1:
            raise ValueError("FEEL wants an interval here")
        return ", ".join(literal(v) for v in one.values) or f"{one.number[0][0]} {one.number[0][1]}"


class Juel(Feel):
    LANGUAGE = "juel"

    def any(self, fact, values):
        return " || ".join(f'{fact}.contains("{v}")' for v in values)

    def all(self, fact, values):
        return " && ".join(f'{fact}.contains("{v}")' for v in values)

    def column(self, text):
        return f"${{{text}}}"

    def cell(self, one):
        if one.values in ([True], [False]):
            return "${cellInput}" if one.values[0] else "${!cellInput}"
        return self.column(" || ".join(f"cellInput == {literal(v)}" for v in one.values) or
                           " && ".join(f"cellInput {op} {limit}" for op, limit in one.number))


def literal(value):
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def kind(cell):
    return "long" if cell.number else "boolean" if isinstance(cell.values[0], bool) else "string"


def table(rules, words, decision, levels):
    rows, written, columns = Rows(rules, words), [], {}
    for level in ("escalate", "consult"):
        for when in levels[level]:
            for row in rows.of(when):
                written.append((level, row))
                columns.update({column: kind(cell) for column, cell in row.items() if column not in columns})
    written.append(("allow", {}))
    out = [f'<decision id="{decision}" name="{decision}"><decisionTable id="{decision}_table" hitPolicy="FIRST">']
    for n, (column, of) in enumerate(columns.items()):
        out.append(f'<input id="{decision}_in{n}"><inputExpression id="{decision}_of{n}" typeRef="{of}" expressionLanguage="{words.LANGUAGE}">'
                   f"<text>{escape(words.column(column))}</text></inputExpression></input>")
    out.append(f'<output id="{decision}_out" name="outcome" typeRef="string"/>')
    for n, (level, row) in enumerate(written):
        out.append(f'<rule id="{decision}_{n}">')
        for c, column in enumerate(columns):
            text = escape(words.cell(row[column])) if column in row else ""
            out.append(f'<inputEntry id="{decision}_{n}_{c}" expressionLanguage="{words.LANGUAGE}"><text>{text}</text></inputEntry>')
        out.append(f'<outputEntry id="{decision}_{n}_out" expressionLanguage="{words.LANGUAGE}">'
                   f"<text>{escape(words.column(literal(level)))}</text></outputEntry></rule>")
    return "\n".join(out + ["</decisionTable></decision>"])


def main():
    rules, folder = Rules(sys.argv[1], int(sys.argv[2])), pathlib.Path(sys.argv[3])
    for words in (Feel(), Juel()):
        tables = [table(rules, words, decision, levels) for decision, levels in rules.by_decision().items()]
        (folder / f"{words.LANGUAGE}.dmn").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="{SPACE}" id="saltmarsh" name="saltmarsh" namespace="saltmarsh">\n'
            + "\n".join(tables) + "\n</definitions>\n", encoding="utf-8")


main()
