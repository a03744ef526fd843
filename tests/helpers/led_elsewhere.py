"""Two editions of a small tree compared, and every patient who is led elsewhere, in short."""

from helpers.small import DRUG, action, answer, quote

from trees.core.branches import Band, Event, Onward
from trees.core.diff.comparison import Comparison, compare
from trees.core.diff.joint import Joint, Jump, Nothing, Shown
from trees.core.diff.match import Edition, match
from trees.core.diff.patients import Patients
from trees.core.doses import DailyDose
from trees.core.library import Library
from trees.core.nodes import CURRENT, Measure, Treatment


def compared(before: Library, after: Library) -> Comparison:
    """Return all that changed in the collection `c`."""
    return compare(Edition(before, "c"), Edition(after, "c"))


def patients(before: Library, after: Library, tree: str = "t") -> Patients:
    """Return the patients of a tree."""
    return Patients(Joint(match(Edition(before, "c"), Edition(after, "c"))), tree, tree)


def led(before: Library, after: Library, tree: str = "t") -> list[tuple[str, tuple[str, ...], tuple[str, str]]]:
    """Return what has happened, the answers, and both ends of every patient who is led elsewhere."""
    return [
        (each.begin.event, tuple(known.says for known in each.answers), (at(each.before), at(each.after)))
        for each in patients(before, after, tree).changed()
    ]


def at(end: Jump | Shown | Nothing) -> str:
    """Return where a way ends."""
    return end.why if isinstance(end, Nothing) else end.tree if isinstance(end, Jump) else "+".join(end.nodes)


def treated(node_id: str, mg: float, *then: Event | Onward) -> Treatment:
    """Return a treatment at so many mg daily."""
    return Treatment(node_id, drug=DRUG, dose=DailyDose(mg=mg), because=quote("so it says here"), then=then)


def sized(edge: float, **more: float) -> Measure:
    """Return the size of something, parted at an edge."""
    bands = (Band("low", "Small", below=edge, to="watch"), Band("high", "Large", at_least=edge, to="remove"))
    given = {"lowest": 0.1, "highest": 50, "step": 0.1} | more
    unknown = answer("unknown", "watch")
    return Measure("size", asks="Size?", means="m", lasts=CURRENT, unit="cm", bands=bands, unknown=unknown, **given)


WATCH_OR_REMOVE = (action("watch"), action("remove"))
