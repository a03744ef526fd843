"""Every patient there can be, put to two editions one by one: slow and exact, and no kin of trees.core.diff.

A patient is one answer to each question of both editions. Of a number, those just below, at and above every edge are
put; of a checklist, one item at a time, as a path follows it.
"""

import itertools
import re
from collections.abc import Iterator

from helpers.journeys import Answers, AskedError, Ends, Into, Side, Stop, Value, unit, values

from trees.core import wording
from trees.core.branches import OtherTree, To
from trees.core.diff.joint import Joint, Jump, Nothing, Shown
from trees.core.diff.known import Known
from trees.core.diff.match import Edition, match
from trees.core.diff.patients import Patient, Patients
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Node

RANGE = re.compile(r"(?P<low>[\d.]+)(?: to (?P<high>[\d.]+))? \w+")


class Two:
    """Two editions, and every question of either by the name under which its answer is known."""

    def __init__(self, before: Library, after: Library, collection: str = "c") -> None:
        self.before, self.after = Side(before, collection, "before"), Side(after, collection, "after")
        self.joint = Joint(match(Edition(before, collection), Edition(after, collection)))
        self.keys = {side.called: {name: self._key(side, name) for name in side.asked} for side in self.sides}
        self.offered: dict[str, list[Node]] = {}
        for side in self.sides:
            for name, node in side.asked.items():
                self.offered.setdefault(self.keys[side.called][name], []).append(node)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.before, self.after

    def _key(self, side: Side, name: str) -> str:
        """A number in another unit is another fact, as is a question of another kind."""
        here, there = self.before.asked.get(name), self.after.asked.get(name)
        same = here is None or there is None or (type(here), unit(here)) == (type(there), unit(there))
        return name if same and not self._is_outcome(name) else f"{name} {side.called}"

    def _is_outcome(self, name: str) -> bool:
        nodes = (node for side in self.sides for node in side.nodes.values())
        return any(isinstance(node, OUTCOMES) and node.id == name for node in nodes)

    def complete(self, *froms: tuple[str, str]) -> Iterator[Answers]:
        """Yield every patient with an answer to each question that either edition has ahead of two places."""
        names = dict.fromkeys(
            self.keys[side.called][name]
            for side, place in zip(self.sides, froms, strict=True)
            for name in side.ahead(*place)
        )
        for answers in itertools.product(*(values(self.offered[name]) for name in names)):
            yield dict(zip(names, answers, strict=True))

    def as_far_as_asked(self, *froms: tuple[str, str]) -> Iterator[Answers]:
        """Yield every patient with an answer to each question that is asked on the way, of trees too large for more."""
        todo: list[dict[str, Value]] = [{}]
        while todo:
            answers = todo.pop()
            try:
                self.parted(*self.journeys(froms, answers))
            except AskedError as asked:
                (name,) = asked.args
                todo += [{**answers, name: value} for value in values(self.offered[name])]
            else:
                yield answers

    def journeys(self, froms: tuple[tuple[str, str], ...], answers: Answers) -> tuple[Iterator[Stop], Iterator[Stop]]:
        """Follow a patient in both editions."""
        was, now = froms
        before = self.before.journey(*was, answers, self.keys["before"])
        return before, self.after.journey(*now, answers, self.keys["after"])

    def begins(
        self, tree: str
    ) -> dict[tuple[str, str], tuple[list[Stop], list[Stop], tuple[str, str], tuple[str, str]]]:
        """Return where patients of a tree come from: the outcome and event, and the place in either edition."""
        found = {("", ""): ([], [], (tree, self.before.start(tree)), (tree, self.after.start(tree)))}
        new = [name for name in self.after.trees if name not in self.before.trees]
        for (there, name), node in self.after.nodes.items():
            old = self.before.nodes.get((tree, name))
            if there not in (tree, *new) or not isinstance(node, OUTCOMES) or not isinstance(old, OUTCOMES):
                continue
            theirs = {way.code: way for way in old.then}
            for way in (each for each in node.then if each.code in theirs):
                (before, was), (after, now) = (
                    self._place(self.before, tree, theirs[way.code].to),
                    self._place(self.after, there, way.to),
                )
                if not (before and before == after):
                    found[name, way.says] = before, after, was, now
        places = {}
        for label, place in found.items():
            places.setdefault(repr(place), (label, place))
        return dict(places.values())

    def _place(self, side: Side, tree: str, to: To) -> tuple[list[Stop], tuple[str, str]]:
        """Return the jump that a way begins with, and where it leads; into a new tree or one that is gone, none."""
        if not isinstance(to, OtherTree):
            return [], (tree, to)
        both = to.name in self.before.trees and to.name in self.after.trees
        return [Into(to.name)] if both else [], (to.name, side.start(to.name))

    def parted(self, was: Iterator[Stop], now: Iterator[Stop]) -> tuple[Stop, Stop] | None:
        """Return where two journeys end otherwise, or None where they do not.

        What happens in a tree that both go on in is told there; a tree that only one edition has is walked through.
        """
        was = (each for each in was if not (isinstance(each, Into) and each.tree not in self.after.trees))
        now = (each for each in now if not (isinstance(each, Into) and each.tree not in self.before.trees))
        one, other = next(was), next(now)
        while True:
            if isinstance(one, Into) and isinstance(other, Into):
                if one == other:
                    return None
                if not self._begin_alike(one.tree, other.tree):
                    return one, other
                one, other = next(was), next(now)
            elif isinstance(one, Into) and other.nodes:
                one = next(was)
            elif isinstance(other, Into) and one.nodes:
                other = next(now)
            elif isinstance(one, Ends) and isinstance(other, Ends) and one.told == other.told:
                return None
            else:
                return one, other

    def _begin_alike(self, one: str, other: str) -> bool:
        first = self.before.start(one), self.after.start(other)
        was, now = (self.keys[side.called].get(name) for side, name in zip(self.sides, first, strict=True))
        return was is not None and was == now

    def audit(self, tree: str, *, large: bool = False) -> tuple[int, int]:
        """Hold what is listed of a tree against every patient; return how many were put, and how many led elsewhere."""
        patients = Patients(self.joint, tree, tree)
        listed: dict[tuple[str, str], list[Patient]] = {}
        for each in patients.changed():
            listed.setdefault((each.begin.outcome, each.begin.event), []).append(each)
        assert patients.tally.changed == sum(map(len, listed.values())), "the tally is not of what is listed"
        begins = self.begins(tree)
        assert {(each.outcome, each.event) for each in patients.begins} == set(begins), "patients come from elsewhere"
        everybody = elsewhere = 0
        for label, (before, after, was, now) in begins.items():
            paths = [(self.matchers(each, was, now), each) for each in listed.get(label, [])]
            met = set()
            for answers in (self.as_far_as_asked if large else self.complete)(was, now):
                everybody += 1
                one, other = self.journeys((was, now), answers)
                stops = self.parted(itertools.chain(before, one), itertools.chain(after, other))
                hits = [path for wanted, path in paths if all(fits(known, answers.get(key)) for key, known in wanted)]
                assert len(hits) == (stops is not None), f"{tree} {label}: {answers} {stops} is on {len(hits)} paths"
                if stops is not None:
                    elsewhere += 1
                    met.add(id(hits[0]))
                    assert (end(hits[0].before), end(hits[0].after)) == tuple(map(shown, stops)), f"{answers}: {stops}"
            assert len(met) == len(paths), "a path is listed that is nobody's"
        return everybody, elsewhere

    def matchers(self, path: Patient, *froms: tuple[str, str]) -> list[tuple[str, Known]]:
        """Return the answers of a path with the name of each question, told by its words."""
        of_words = {}
        for side, place in zip(self.sides, froms, strict=True):
            for name, node in side.ahead(*place).items():
                of_words[wording.title(node)] = name
        found = []
        for known in path.answers:
            name = of_words[known.asks]
            was, now = (self.keys[side.called].get(name) for side in self.sides)
            found.append((was if known.after is None and was else now or was or "", known))
        return found


def fits(known: Known, value: Value | None) -> bool:
    """Return whether an answer of a path, as it is told, is that of a patient."""
    stretch = RANGE.fullmatch(known.says)
    if isinstance(value, float):
        return stretch is not None and float(stretch["low"]) <= value <= float(stretch["high"] or stretch["low"])
    return value == (known.after if known.before is None else known.before)


def shown(stop: Stop) -> tuple[str, ...]:
    return (f"tree {stop.tree}",) if isinstance(stop, Into) else stop.nodes


def end(given: Jump | Shown | Nothing) -> tuple[str, ...]:
    return (f"tree {given.tree}",) if isinstance(given, Jump) else given.nodes if isinstance(given, Shown) else ()
