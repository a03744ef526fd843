"""What a tree has to be told of a patient, one column each, as other people's engines take it.

An engine knows codes, numbers and nothing. So what a tree asks is told in columns of these two kinds:

- a question or a choice: one column of codes;
- a measure: a column of numbers, and beside it `…__unknown`, which holds 'unknown' where it was not measured;
- a checklist: a column for each item, `…__item`, of 'yes' and 'no', and one for 'none' and 'unknown';
- where what happens after an outcome leads back into the tree, a column `_begins_at` for the node it leads to.

An id begins with a letter and has single underscores only, so no question can take the name of a column made here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trees.core import wording
from trees.core.nodes import NONE, OUTCOMES, UNKNOWN, Checklist, Choice, Measure, Node, Question, Tree, ways
from trees.core.paths import starts

APART = "__"
YES, NO = "yes", "no"
BEGINS_AT = "_begins_at"
BEGINS = "Leave empty, unless an outcome of this tree has led here: then, which step does it go on at?"


@dataclass(frozen=True)
class Codes:
    """A column that holds one of some codes, or nothing. `offers` has the words of each code."""

    name: str
    asks: str
    offers: Mapping[str, str]
    node: Node | None = None


@dataclass(frozen=True)
class Number:
    """A column that holds a number of the unit of a measure, from its lowest to its highest, or nothing."""

    name: str
    asks: str
    node: Measure


Input = Codes | Number


def inputs(tree: Tree) -> list[Input]:
    """Return every column of a tree, in the order in which its nodes stand."""
    begin = begins_at(tree)
    return [*([begin] if begin is not None else []), *(each for node in tree.nodes for each in inputs_of(node))]


def begins_at(tree: Tree) -> Codes | None:
    """Return the column that says where in a tree to begin; None where nothing leads back into it.

    Empty means at the start. Otherwise it names the node that an event or an onward link of the tree leads to.
    """
    offers = {start.id: wording.title(start) for after, start in starts(tree) if after is not None}
    return Codes(BEGINS_AT, BEGINS, offers) if offers else None


def inputs_of(node: Node) -> Iterator[Input]:
    """Yield the columns that a node asks for; an outcome asks for none."""
    if isinstance(node, OUTCOMES):
        return
    asks = wording.title(node)
    match node:
        case Question() | Choice():
            yield Codes(node.id, asks, {way.code: way.says for way in ways(node)}, node)
        case Measure():
            yield Number(node.id, f"{asks} ({node.unit})", node)
            yield Codes(f"{node.id}{APART}{UNKNOWN}", asks, {UNKNOWN: node.unknown.says}, node)
        case Checklist():
            yield Codes(node.id, asks, {NONE: node.none.says, UNKNOWN: node.unknown.says}, node)
            for item in node.items:
                yield Codes(item_column(node, item.code), item.says, {YES: "Yes", NO: "No"}, node)


def item_column(node: Checklist, code: str) -> str:
    """Return the name of the column of an item."""
    return f"{node.id}{APART}{code}"
