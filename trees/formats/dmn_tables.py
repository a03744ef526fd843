"""The three decision tables of a tree: whether its columns hold what they offer, where they lead, what is told there.

What a column of the tree may hold is parted by several columns of a table, read from left to right: whether it is
given, and then a code, or an edge between two bands in each. For KIE looks for no gap at `null`, and for none at all
where a cell lists it, and SpiffWorkflow takes no interval and no list. Still one row holds for each patient.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from trees.core.nodes import Checklist
from trees.formats.dmn_words import (
    ANYTHING,
    FALSE,
    NULL,
    TRUE,
    any_holds,
    between,
    interval,
    is_given,
    listed,
    literal,
    number,
    one_of,
    other_than,
    string,
    variable,
)
from trees.formats.forks import EMPTY, NOTHING, Cell, Leads, OneOf, Shown, Within
from trees.formats.inputs import NO, YES, Codes, Input, Number
from trees.formats.reading import FIELDS, Reading

OFFERED, END, TOLD = "_offered", "_end", "_told"
"""The decisions, each with the variable that holds what it comes to: named as no question is."""
BOOLEAN, STRING, NUMBER = "boolean", "string", "number"
IS_OFFERED, NOT_OFFERED = "Every column holds what it offers, or nothing", "holds what it does not offer"
GIVEN, NOT_TRUE, WHERE = "given?", "not true?", "Where it leads"


@dataclass(frozen=True)
class Column:
    """A column of a table: what it is called, what it looks at, of what type that is, and the values it may have."""

    label: str
    looks_at: str
    type: str
    values: str = ""


@dataclass(frozen=True)
class Rule:
    """A row of a table: what each column has to hold, what is given then, and what that stands for."""

    cells: tuple[str, ...]
    gives: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True)
class Table:
    """A decision table, and the columns of the tree that it needs.

    With fields it collects what every row that holds gives; without them one row holds and gives one of some values.
    """

    needs: tuple[Input, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    values: str = ""
    fields: tuple[str, ...] = ()


def offered(reading: Reading) -> Table:
    """Return the table that says whether every column holds what it offers, or nothing; else which is the first."""
    inputs = tuple(reading.inputs)
    columns = tuple(Column(each.asks, _holds_what_it_offers(each), BOOLEAN) for each in inputs)
    rules = [Rule((TRUE,) * len(inputs), (TRUE,))]
    for at, each in enumerate(inputs):
        cells = (*(TRUE,) * at, FALSE, *(ANYTHING,) * (len(inputs) - at - 1))
        rules.append(Rule(cells, (FALSE,), f"{variable(each.name)} {NOT_OFFERED}"))
    return Table(inputs, columns, tuple(rules), f"{TRUE}, {FALSE}")


def _holds_what_it_offers(of: Input) -> str:
    name = variable(of.name)
    if isinstance(of, Number):
        return between(name, of.node.lowest, of.node.highest)
    return one_of(name, of.offers)


def end(reading: Reading) -> Table:
    """Return the table of where the columns lead: a row for each row of the tree."""
    rows = [{column.name: cell for column, cell in row.cells} for row in reading.rows]
    parted = [_parted(each, [row[each.name] for row in rows if each.name in row]) for each in reading.inputs]
    rules = []
    for row, held in zip(reading.rows, rows, strict=True):
        cells = [cell for each in parted for cell in each.cells(held.get(each.name))]
        rules.append(Rule((TRUE, *cells), (string(row.end.key),), "; ".join(row.answers)))
    first = Column(IS_OFFERED, OFFERED, BOOLEAN, TRUE)
    columns = (first, *(column for each in parted for column in each.columns))
    return Table(tuple(reading.inputs), columns, tuple(rules), _ends(reading))


def _ends(reading: Reading) -> str:
    return listed(each.key for each in reading.ends)


def _parted(of: Input, cells: Sequence[Cell]) -> "Coded | Item | Numbers":
    """Return the columns of a table that part what a column of the tree may hold as these cells do."""
    if isinstance(of, Number):
        return Numbers(of, [each for each in cells if isinstance(each, Within)])
    return Item(of) if isinstance(of.node, Checklist) and of.name != of.node.id else Coded(of)


class Coded:
    """A column of codes is two columns: whether it is given, and which code it holds where it offers several."""

    def __init__(self, of: Codes) -> None:
        name, (only, *more) = variable(of.name), of.offers.values()
        self.name = of.name
        self.columns = (
            Column(f"{of.asks}: {GIVEN if more else f'{only}?'}", is_given(name), BOOLEAN),
            *([Column(of.asks, name, STRING, listed((NOTHING, *of.offers)))] if more else []),
        )

    def cells(self, held: Cell | None) -> tuple[str, ...]:
        """Return what the columns have to hold."""
        if held is None or held == EMPTY:
            cells: tuple[str, ...] = (ANYTHING if held is None else FALSE, ANYTHING)
        else:
            assert isinstance(held, OneOf)
            (code,) = held.codes
            cells = (TRUE, literal(code))
        return cells[: len(self.columns)]


CELLS_OF_AN_ITEM = {
    (YES,): (FALSE, ANYTHING),
    (NO,): (TRUE, TRUE),
    (NOTHING,): (TRUE, FALSE),
    (NO, NOTHING): (TRUE, ANYTHING),
}


class Item:
    """An item of a checklist is two columns: whether it is anything but true, and whether it is given."""

    def __init__(self, of: Codes) -> None:
        self.name = of.name
        name = variable(of.name)
        self.columns = (
            Column(f"{of.asks}: {NOT_TRUE}", other_than(name, YES), BOOLEAN),
            Column(f"{of.asks}: {GIVEN}", is_given(name), BOOLEAN),
        )

    def cells(self, held: Cell | None) -> tuple[str, ...]:
        """Return what the two columns have to hold."""
        if held is None:
            return (ANYTHING, ANYTHING)
        assert isinstance(held, OneOf)
        return CELLS_OF_AN_ITEM[held.codes]


Edge = tuple[float, bool]
"""Where numbers are parted, and whether the number itself belongs to those below: in their order."""


class Numbers:
    """A column of numbers is one column for whether it is given, and one for each edge between two bands."""

    def __init__(self, of: Number, bands: Sequence[Within]) -> None:
        self.name = of.name
        name, node = variable(of.name), of.node
        ends = (_lower(anything := Within(node.lowest, node.highest, True, True)), _upper(anything))
        self.edges = sorted({edge for each in bands for edge in (_lower(each), _upper(each))} - {*ends})
        values = f"{NULL}, {interval(node.lowest, node.highest)}"
        given = Column(f"{of.asks}: {GIVEN}", is_given(name), BOOLEAN)
        self.columns = (given, *(Column(of.asks, name, NUMBER, values) for _ in self.edges))

    def cells(self, held: Cell | None) -> tuple[str, ...]:
        """Return what the columns have to hold."""
        if not isinstance(held, Within):
            return (ANYTHING if held is None else FALSE, *(ANYTHING for _ in self.edges))
        return (TRUE, *(_side(held, edge) for edge in self.edges))


def _lower(band: Within) -> Edge:
    return band.low, not band.low_in


def _upper(band: Within) -> Edge:
    return band.high, band.high_in


def _side(band: Within, edge: Edge) -> str:
    """Return on which side of an edge a band lies; beyond its upper edge there is nothing left to part."""
    at, below = number(edge[0]), edge[1]
    if edge <= _lower(band):
        return f"> {at}" if below else f">= {at}"
    if edge == _upper(band):
        return f"<= {at}" if below else f"< {at}"
    return ANYTHING


def told(reading: Reading) -> Table:
    """Return the table of what is told where the columns lead: a row for each thing that an end shows or asks for."""
    rows = [(each.key, _group(shown), fields) for each in reading.ends for shown, fields in reading.told(each)]
    groups = list(dict.fromkeys(group for _, group, _ in rows if group is not None))
    rules = [
        Rule(
            (string(key), *(TRUE if each == group else ANYTHING for each in groups)),
            tuple(string(fields[field]) for field in FIELDS),
        )
        for key, group, fields in rows
    ]
    looked_at = {name for each in groups for name in each.names}
    needs = tuple(each for each in reading.inputs if each.name in looked_at)
    columns = (Column(WHERE, END, STRING, _ends(reading)), *(each.column for each in groups))
    return Table(needs, columns, tuple(rules), fields=FIELDS)


@dataclass(frozen=True)
class Group:
    """Items of a checklist, of which any has to hold a code, or nothing."""

    holds: str | None
    names: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def column(self) -> Column:
        """The column that is true where one of them does."""
        called = "nothing known of any of these" if self.holds is NOTHING else "any of these true"
        looks_at = any_holds([variable(name) for name in self.names], self.holds)
        return Column(f"{'; '.join(self.says)}: {called}?", looks_at, BOOLEAN)


def _group(shown: Shown | None) -> Group | None:
    """Return the items on which it depends whether something is told; None where it is told in any case."""
    if shown is None or not shown.when:
        return None
    holds = NOTHING if shown.leads is Leads.ASK else YES
    return Group(holds, tuple(each.name for each in shown.when), tuple(each.asks for each in shown.when))
