"""Every patient there can be, put to two editions one by one: slow and exact, and no kin of trees.core.diff.

A patient is one answer to each question of both editions. Of a number, those just below, at and above every edge are
put; of a checklist, one item at a time, as a path follows it.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trees.core.branches import OtherTree
from trees.core.diff.joint import Joint, Jump, Nothing, Shown
from trees.core.diff.known import Known
from trees.core.diff.match import Edition, match
from trees.core.diff.patients import Begin, Patient, Patients
from trees.core.doses import DailyDose
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Action, Checklist, LeftOpen, Measure, Node, Outcome, Treatment, ways

Value = str | float
Answers = Mapping[str, Value]
RANGE = re.compile(r"(?P<low>[\d.]+)(?: to (?P<high>[\d.]+))? \w+")
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


class Side:
    """One edition of the collection `c`: its trees and nodes by name."""

    def __init__(self, library: Library, called: str) -> None:
        self.called = called
        self.trees = {name.partition("/")[2]: tree for name, tree in library.trees.items()}
        self.nodes = {(name, node.id): node for name, tree in self.trees.items() for node in tree.nodes}
        self.asked = {node.id: node for node in self.nodes.values() if not isinstance(node, OUTCOMES)}

    def start(self, tree: str) -> str:
        return self.trees[tree].nodes[0].id

    def journey(self, tree: str, node_id: str, answers: Answers, key: Mapping[str, str]) -> list[Stop]:
        """Follow the answers from a node to the end, through every jump."""
        stops: list[Stop] = []
        while True:
            node = self.nodes[tree, node_id]
            if isinstance(node, OUTCOMES):
                return [*stops, Ends((node.id,), (advice(node),))]
            way = taken(node, answers[key[node.id]])
            if way is None:
                return [*stops, Ends(())]
            if isinstance(node, Checklist):
                ids = dict.fromkeys(each for each in (node.always, str(way.to)) if each is not None)
                return [*stops, Ends(tuple(ids), tuple(advice(self.nodes[tree, each]) for each in ids))]
            if isinstance(way.to, OtherTree):
                tree = way.to.name
                node_id = self.start(tree)
                stops.append(Into(tree))
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


def taken(node: Node, value: Value):
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
    firm = sorted({(each.source.id, each.at, each.strength) for each in quotes_of(node.because) if each.strength})
    after = sorted(way.code for way in node.then)
    said: tuple[object, ...] = (own(getattr(node, "says", "")),)
    match node:
        case Treatment():
            dose = node.dose
            amount = (dose.low, dose.high, dose.split, dose.weeks_on, dose.weeks_off, dose.printed)
            said = (node.drug.name, amount if isinstance(dose, DailyDose) else dose, node.duration)
        case Action():
            said = (node.kind, *said, tuple(each.name for each in node.drugs))
        case LeftOpen():
            said = (own(node.leaves_open), *said, own(node.would_decide))
    return type(node).__name__, said, [word for _, _, word in firm], own(" ".join(node.notes)), after


class Two:
    """Two editions, and every question of either by the name under which its answer is known."""

    def __init__(self, before: Library, after: Library) -> None:
        self.before, self.after = Side(before, "before"), Side(after, "after")
        self.joint = Joint(match(Edition(before, "c"), Edition(after, "c")))
        self.keys = {side.called: {name: self._key(side, name) for name in side.asked} for side in self.sides}
        self.of_words = {getattr(node, 'asks', '') or node.between: name for side in self.sides for name, node in side.asked.items()}

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.before, self.after

    def _key(self, side: Side, name: str) -> str:
        """A number in another unit is another fact, as is a question of another kind."""
        here, there = self.before.asked.get(name), self.after.asked.get(name)
        same = here is None or there is None or (type(here), unit(here)) == (type(there), unit(there))
        return name if same and not self._is_outcome(name) else f"{name} {side.called}"

    def _is_outcome(self, name: str) -> bool:
        return any(isinstance(node, OUTCOMES) for side in self.sides for (_, each), node in side.nodes.items() if each == name)

    def everybody(self, *froms: tuple[str, str]) -> Iterator[Answers]:
        """Yield every patient, as far as questions from two places on tell one from another."""
        offered: dict[str, list[Node]] = {}
        for side, place in zip(self.sides, froms, strict=True):
            for name, node in side.ahead(*place).items():
                offered.setdefault(self.keys[side.called][name], []).append(node)
        for name, nodes in offered.items():
            # What only one edition asks on from here may be offered otherwise in the other.
            nodes += [side.asked[name] for side in self.sides if name in side.asked]
        for answers in itertools.product(*map(values, offered.values())):
            yield dict(zip(offered, answers, strict=True))

    def begins(self, tree: str) -> dict[tuple[str, str], tuple[list[Stop], list[Stop], tuple[str, str], tuple[str, str]]]:
        """Return where patients of a tree come from: the outcome and event, and the place in either edition."""
        found = {("", ""): ([], [], (tree, self.before.start(tree)), (tree, self.after.start(tree)))}
        new = [name for name in self.after.trees if name not in self.before.trees]
        for (there, name), node in self.after.nodes.items():
            old = self.before.nodes.get((tree, name))
            if there not in (tree, *new) or not isinstance(node, OUTCOMES) or not isinstance(old, OUTCOMES):
                continue
            theirs = {way.code: way for way in old.then}
            for way in (each for each in node.then if each.code in theirs):
                (before, was), (after, now) = self._place(self.before, tree, theirs[way.code].to), self._place(self.after, there, way.to)
                if not (before and before == after):
                    found[name, way.says] = before, after, was, now
        places = {}
        for label, place in found.items():
            places.setdefault(repr(place), (label, place))
        return dict(places.values())

    def _place(self, side: Side, tree: str, to):
        """Return the jump that a way begins with, and where it leads; into a new tree or one that is gone, none."""
        if not isinstance(to, OtherTree):
            return [], (tree, to)
        both = to.name in self.before.trees and to.name in self.after.trees
        return [Into(to.name)] if both else [], (to.name, side.start(to.name))

    def parted(self, was: list[Stop], now: list[Stop]) -> tuple[Stop, Stop] | None:
        """Return where two journeys end otherwise, or None where they do not.

        What happens in a tree that both go on in is told there; a tree that only one edition has is walked through.
        """
        was = [each for each in was if not (isinstance(each, Into) and each.tree not in self.after.trees)]
        now = [each for each in now if not (isinstance(each, Into) and each.tree not in self.before.trees)]
        while True:
            one, other = was[0], now[0]
            if isinstance(one, Into) and isinstance(other, Into):
                if one == other:
                    return None
                first = self.before.start(one.tree), self.after.start(other.tree)
                keys = [self.keys[side.called].get(name) for side, name in zip(self.sides, first, strict=True)]
                if None in keys or keys[0] != keys[1]:
                    return one, other
                was, now = was[1:], now[1:]
            elif isinstance(one, Into) and isinstance(other, Ends) and other.nodes:
                was = was[1:]
            elif isinstance(other, Into) and isinstance(one, Ends) and one.nodes:
                now = now[1:]
            else:
                same = one == other if isinstance(one, Into) or isinstance(other, Into) else one.told == other.told
                return None if same else (one, other)

    def audit(self, tree: str) -> tuple[int, int]:
        """Hold what is listed of a tree against every patient; return how many there were, and how many are led elsewhere."""
        patients = Patients(self.joint, tree, tree)
        listed: dict[tuple[str, str], list[Patient]] = {}
        for each in patients.changed():
            listed.setdefault((each.begin.outcome, each.begin.event), []).append(each)
        assert patients.tally.changed == sum(map(len, listed.values())), "the tally is of what is listed"
        begins = self.begins(tree)
        assert [(each.outcome, each.event) for each in patients.begins] == list(begins), (patients.begins, begins)
        everybody = elsewhere = 0
        for label, (before, after, was, now) in begins.items():
            paths = [(self.matchers(each), each) for each in listed.get(label, [])]
            met = set()
            for answers in self.everybody(was, now):
                everybody += 1
                stops = self.parted(
                    [*before, *self.before.journey(*was, answers, self.keys["before"])],
                    [*after, *self.after.journey(*now, answers, self.keys["after"])],
                )
                hits = [path for wanted, path in paths if all(fits(known, answers[key]) for key, known in wanted)]
                assert len(hits) == (stops is not None), f"{tree} {label}: {answers} {stops} is on {len(hits)} paths"
                if stops is not None:
                    elsewhere += 1
                    met.add(id(hits[0]))
                    assert (end(hits[0].before), end(hits[0].after)) == tuple(map(shown, stops)), f"{answers}: {stops}"
            assert len(met) == len(paths), "a path is listed that is nobody's"
        return everybody, elsewhere

    def matchers(self, path: Patient) -> list[tuple[str, Known]]:
        """Return the answers of a path with the name of each question."""
        found = []
        for known in path.answers:
            name = self.of_words[known.asks]
            keys = [self.keys[side.called].get(name) for side in self.sides]
            found.append((keys[0] if known.after is None and keys[0] else keys[1] or keys[0], known))
        return found


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


def fits(known: Known, value: Value) -> bool:
    """Return whether an answer of a path, as it is told, is that of a patient."""
    stretch = RANGE.fullmatch(known.says)
    if isinstance(value, float):
        return stretch is not None and float(stretch["low"]) <= value <= float(stretch["high"] or stretch["low"])
    return value == (known.after if known.before is None else known.before)


def shown(stop: Stop) -> tuple[str, ...]:
    return (f"tree {stop.tree}",) if isinstance(stop, Into) else stop.nodes


def end(given: Jump | Shown | Nothing) -> tuple[str, ...]:
    return (f"tree {given.tree}",) if isinstance(given, Jump) else given.nodes if isinstance(given, Shown) else ()
