"""What the answers of one tree can lead to, each once: what a rule has a condition for, and what is told there."""

from dataclasses import dataclass

from trees.core.told import Cells
from trees.formats.forks import End, Leads, Shown
from trees.formats.inputs import Codes
from trees.formats.reading import FIELDS, REFUSED, Reading

NOT_OFFERED = "not offered"
"""The end of answers of which one is none that is offered; no end of a tree is called so."""

REFUSAL = "An answer is none of those that are offered. Nothing is shown until it is corrected."


@dataclass(frozen=True)
class Point:
    """Something that ends lead to, named with letters, digits and underscores alone; no two have one name.

    `shown` is None where it is another tree, `tree`, or the refusal of what is not offered.
    """

    name: str
    cells: Cells
    shown: Shown | None = None
    tree: str = ""


@dataclass(frozen=True)
class Met:
    """A point that an end leads to; with columns `when`, where one of them is `holding`: 'yes', or None for nothing."""

    point: Point
    when: tuple[Codes, ...] = ()
    holding: str | None = None


def met_at(reading: Reading) -> dict[str, list[Met]]:
    """Return every end by its key, with the points that it leads to, in the order in which they are shown."""
    known: dict[str, Point] = {}
    found = {end.key: [_met(shown, end, cells, known) for shown, cells in reading.told(end)] for end in reading.ends}
    return found | {NOT_OFFERED: [Met(_refusal(reading))]}


def points(reading: Reading) -> list[Point]:
    """Return every point, in the order of the ends."""
    found = {met.point.name: met.point for end in met_at(reading).values() for met in end}
    return list(found.values())


def _met(shown: Shown | None, end: End, cells: Cells, known: dict[str, Point]) -> Met:
    if shown is None:
        name = f"go_on_{end.tree.replace('/', '__')}"
        return Met(known.setdefault(name, Point(name, cells, tree=end.tree)))
    point = known.setdefault(named := f"{shown.leads.value}_{shown.node.id}", Point(named, cells, shown))
    return Met(point, shown.when, "yes" if shown.leads is Leads.SHOW else None)


def _refusal(reading: Reading) -> Point:
    # No node begins with an underscore, so that none is called as this.
    told = {"does": Leads.REFUSE.value, "leads_to": REFUSED, "words": REFUSAL, "basis": reading.in_a_line}
    return Point("refuse__not_offered", {field: told.get(field, "") for field in FIELDS})
