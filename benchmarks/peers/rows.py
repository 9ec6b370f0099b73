"""The flat rules as rows of a decision table, for engines whose rules are tables: what each column lets through, and nothing said of a
column that lets all through.
Not here: a cell in any engine's words (each has its folder)."""
import dataclasses

from flat import either


def implies(one, other):
    """Whether a number with the comparison ONE has OTHER as well."""
    (op, limit), (wider, bound) = one, other
    if op[0] != wider[0] or op[0] not in "<>":
        return one == other
    return op in ("<", ">", wider) if limit == bound else (limit < bound) == (op[0] == "<")


@dataclasses.dataclass
class Cell:
    """What a column lets through: one of `values`, or a number for which every comparison of `number` holds."""
    values: list = dataclasses.field(default_factory=list)
    number: list = dataclasses.field(default_factory=list)

    def within(self, other):
        return (all(v in other.values for v in self.values) and
                all(any(implies(mine, theirs) for mine in self.number) for theirs in other.number))

    def narrow(self, comparison):
        if not any(implies(known, comparison) for known in self.number):
            self.number = [known for known in self.number if not implies(comparison, known)] + [comparison]


class Rows:
    """Columns are `by`, the facts, sums of facts, and what a set holds, each as WORDS puts it. A table is about one decision."""

    def __init__(self, rules, words):
        self.words, self.known = words, {words.fact("by"): rules.parties}
        for name, fact in rules.facts.items():
            if fact["kind"] == "one of":
                self.known[words.fact(name)] = fact["values"]

    def of(self, condition):
        """The rows of a condition: several where it says `or`; none that another covers."""
        out = []
        for literals in either(condition):
            row = self.row(literals)
            if row is not None and not any(covers(known, row) for known in out):
                out = [known for known in out if not covers(row, known)] + [row]
        return out

    def row(self, literals):
        """{column: Cell}, or nothing where no action can be like that."""
        cells = {}
        for literal in literals:
            holds, one = "not" not in literal, literal.get("not", literal)
            if "sum" in one:
                cells.setdefault(self.words.sum(one["sum"]), Cell()).narrow((one["op"], one["limit"]))
                continue
            column, listed = self.asked(one)
            cell = cells.setdefault(column, Cell(self.known.setdefault(column, [True, False])))
            cell.values = [v for v in cell.values if (v in listed) == holds]
            if not cell.values:
                return None
        return {column: cell for column, cell in cells.items() if cell.values != self.known.get(column)}

    def asked(self, literal):
        """The column of a literal, and what has to stand there."""
        if "in" in literal:
            fact = self.words.fact(literal["in"])
            return (self.words.any(fact, literal["any"]) if "any" in literal else self.words.all(fact, literal["all"])), [True]
        if "yes" in literal:
            return self.words.fact(literal["yes"]), [True]
        return self.words.fact(literal.get("one", "by")), literal["of"] if "one" in literal else literal["by"]


def covers(wide, row):
    return all(column in row and row[column].within(cell) for column, cell in wide.items())
