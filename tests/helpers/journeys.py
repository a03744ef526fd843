"""How one edition leads a patient, followed answer by answer: no kin of trees.core.walk or trees.core.diff."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trees.core.branches import OtherTree, Way
from trees.core.doses import DailyDose
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Action, Checklist, LeftOpen, Measure, Node, Outcome, Treatment, ways

Value = str | float
Answers = Mapping[str, Value]
EDGES = ("at_least", "above", "at_most", "below")


@dataclass(frozen=True)
class Into:
    """A stop on a journey: the way goes on in another tree."""

    tree: str


@dataclass(frozen=True)
class Ends:
    """The end of a journey: ids of outcomes, none where the answer is not offered."""

    nodes: tuple[str, ...]
    told: tuple[object, ...] = ()


Stop = Into | Ends


class AskedError(Exception):
    """A question is reached, and nothing is known that answers it."""


class Side:
    """One edition of a collection: its trees and nodes by name."""

    def __init__(self, library: Library, collection: str, called: str) -> None:
        self.called = called
        own = {name.partition("/"): tree for name, tree in library.trees.items()}
        self.trees = {name: tree for (folder, _, name), tree in own.items() if folder == collection}
        self.nodes = {(name, node.id): node for name, tree in self.trees.items() for node in tree.nodes}
        self.asked = {node.id: node for node in self.nodes.values() if not isinstance(node, OUTCOMES)}

    def start(self, tree: str) -> str:
        """Return the first node of a tree."""
        return self.trees[tree].nodes[0].id

    def journey(self, tree: str, node_id: str, answers: Answers, key: Mapping[str, str]) -> Iterator[Stop]:
        """Follow the answers from a node to the end, through every jump."""
        while True:
            node = self.nodes[tree, node_id]
            if isinstance(node, OUTCOMES):
                yield Ends((node.id,), (advice(node),))
                return
            if key[node.id] not in answers:
                raise AskedError(key[node.id])
            way = taken(node, answers[key[node.id]])
            if way is None:
                yield Ends(())
                return
            if isinstance(node, Checklist):
                ids = dict.fromkeys(each for each in (node.always, str(way.to)) if each is not None)
                yield Ends(tuple(ids), tuple(advice(self.nodes[tree, each]) for each in ids))
                return
            if isinstance(way.to, OtherTree):
                tree = way.to.name
                node_id = self.start(tree)
                yield Into(tree)
            else:
                node_id = way.to

    def ahead(self, tree: str, node_id: str) -> dict[str, Node]:
        """Return the questions that may be asked from a node on."""
        found: dict[str, Node] = {}
        seen, todo = {(tree, node_id)}, [(tree, node_id)]
        while todo:
            at, name = todo.pop()
            node = self.nodes[at, name]
            if isinstance(node, OUTCOMES):
                continue
            found[name] = node
            for way in ways(node):
                to = (way.to.name, self.start(way.to.name)) if isinstance(way.to, OtherTree) else (at, way.to)
                if to not in seen:
                    seen.add(to)
                    todo.append(to)
        return found


def taken(node: Node, value: Value) -> Way | None:
    """Return the way out of a node that an answer takes, if there is one."""
    if isinstance(node, Measure) and isinstance(value, float):
        inside = node.lowest <= value <= node.highest
        return next((band for band in node.bands if inside and within(band, value)), None)
    return next((way for way in ways(node) if way.code == value), None)


def within(band: object, value: float) -> bool:
    at_least, above, at_most, below = (getattr(band, edge) for edge in EDGES)
    low = (at_least is None or value >= at_least) and (above is None or value > above)
    return low and (at_most is None or value <= at_most) and (below is None or value < below)


def advice(node: Outcome) -> tuple[object, ...]:
    """Return what an outcome advises; of our own words, the words alone count."""
    own = lambda text: tuple(re.findall(r"\w+", text.lower()))  # noqa: E731
    firm = {(each.source.id, each.at, each.strength) for each in quotes_of(node.because) if each.strength}
    after = sorted(way.code for way in node.then)
    said: tuple[object, ...] = (own(getattr(node, "says", "")),)
    match node:
        case Treatment():
            dose = node.dose
            amount: object = dose
            if isinstance(dose, DailyDose):
                amount = (dose.low, dose.high, dose.split, dose.weeks_on, dose.weeks_off, dose.printed)
            said = (node.drug.name, amount, node.duration)
        case Action():
            said = (node.kind, *said, tuple(each.name for each in node.drugs))
        case LeftOpen():
            said = (own(node.leaves_open), *said, own(node.would_decide))
    return type(node).__name__, said, sorted(word for _, _, word in firm), own(" ".join(node.notes)), after


def unit(node: Node) -> str | None:
    return node.unit if isinstance(node, Measure) else None


def values(nodes: list[Node]) -> list[Value]:
    """Return every answer that one of some editions of a question offers, and numbers round every edge."""
    codes: dict[Value, None] = {}
    numbers: set[float] = set()
    measures = [node for node in nodes if isinstance(node, Measure)]
    for node in nodes:
        if isinstance(node, Measure):
            codes["unknown"] = None
        else:
            codes |= dict.fromkeys(way.code for way in ways(node))
    step = min((node.step for node in measures), default=1)
    for node in measures:
        edges = {getattr(band, edge) for band in node.bands for edge in EDGES} - {None} | {node.lowest, node.highest}
        numbers |= {round(edge + shift, 6) for edge in edges for shift in (-step, 0, step)}
    low, high = min((n.lowest for n in measures), default=0), max((n.highest for n in measures), default=0)
    return [*sorted(float(each) for each in numbers if low <= each <= high), *codes]
