"""Every patient who is led elsewhere in the later of two editions: counted whole, and listed one by one."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from trees.core.branches import Event, OtherTree, Way
from trees.core.diff.facts import treats_otherwise
from trees.core.diff.joint import NO_TREE, At, End, Joint, Shown, Side, State
from trees.core.diff.known import Known
from trees.core.diff.match import codes
from trees.core.nodes import OUTCOMES, Outcome


@dataclass(frozen=True)
class Tally:
    """How many ways there are from a place to an end in either edition, and how many of them end otherwise.

    `otherwise` counts those of them that differ in more than our own words.
    """

    ways: int
    changed: int
    otherwise: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.ways + other.ways, self.changed + other.changed, self.otherwise + other.otherwise)


NONE = Tally(0, 0, 0)


@dataclass(frozen=True)
class Begin:
    """Where patients come from: the start of a tree, or what happened after an outcome, `outcome` and `event`.

    `time_passes` is False where a reader only reads on.
    """

    state: State
    outcome: str = ""
    event: str = ""
    time_passes: bool = True


@dataclass(frozen=True)
class Patient:
    """Patients whom the answers tell from all others, and where each edition leads them; `differ` says in what.

    `answers` are questions with their answers, in the order in which they are asked.
    """

    begin: Begin
    answers: tuple[Known, ...]
    before: End
    after: End
    differ: tuple[str, ...]


class Patients:
    """The patients of one tree in two editions."""

    def __init__(self, joint: Joint, before: str | None, after: str | None) -> None:
        self.joint = joint
        self.found: dict[State, Tally] = {}
        self.begins: list[Begin] = []
        self._begin(before, after)
        self.tally = sum((self._count(each.state) for each in self.begins), NONE)

    def _begin(self, before: str | None, after: str | None) -> None:
        """Collect where patients come from: the start, and what each outcome says may happen next."""
        start = self.joint.state(self.joint.before.start(before), self.joint.after.start(after), {})
        todo = deque([Begin(start), *self._events(before, after)])
        seen = set()
        while todo:
            begin = todo.popleft()
            if begin.state in seen:
                continue
            seen.add(begin.state)
            self.begins.append(begin)
            self._count(begin.state)
            for state in self._ends(begin.state):
                todo += [each for each in self._replaced(state) if each.state not in seen]

    def _events(self, before: str | None, after: str | None) -> Iterator[Begin]:
        """Yield what may follow at each outcome of the tree, whoever is led there: it may be others than before."""
        if before is None or after is None:
            side, tree = (self.joint.after, after) if before is None else (self.joint.before, before)
            for node in side.edition.trees[tree or ""].nodes:
                if isinstance(node, OUTCOMES):
                    yield from self._alone(side, tree or "", node)
            return
        old, new = self.joint.matching.before, self.joint.matching.after
        was_in = {
            self.joint.matching.node(name): (tree, node)
            for tree, nodes in old.nodes_of.items()
            for name, node in nodes.items()
        }
        of_both = {self.joint.matching.tree(name) for name in old.trees}
        for tree, nodes in new.nodes_of.items():
            for name, other in nodes.items():
                where, one = was_in.get(name, ("", None))
                # An outcome that was moved to a new tree is told where it was.
                mine = tree == after or (where == before and tree not in of_both)
                if mine and isinstance(one, OUTCOMES) and isinstance(other, OUTCOMES):
                    yield from self._then((where, one), (tree, other))

    def _ends(self, start: State) -> Iterator[State]:
        """Yield every end that can be reached, each once."""
        seen, todo = {start}, [start]
        while todo:
            state = todo.pop()
            if self.joint.ends(state):
                yield state
                continue
            new = [each for _, each in self.joint.next(state) if each not in seen]
            seen.update(new)
            todo += reversed(list(dict.fromkeys(new)))

    def _replaced(self, end: State) -> Iterator[Begin]:
        """Yield what may follow at an outcome that is gone, and at the new one that stands in its place."""
        if not (isinstance(end.before, Shown) and isinstance(end.after, Shown)):
            return
        before, after = self.joint.before.outcomes(end.before), self.joint.after.outcomes(end.after)
        known = {self.joint.matching.node(name) for name in self.joint.matching.before.nodes}
        gone = [node for node in before if self.joint.matching.node(node.id) not in self.joint.matching.after.nodes]
        new = [node for node in after if node.id not in known]
        for one, other in zip(gone, new, strict=False):
            yield from self._then((end.before.tree, one), (end.after.tree, other))

    def _then(self, was: tuple[str, Outcome], now: tuple[str, Outcome]) -> Iterator[Begin]:
        """Yield what may follow at one outcome in both editions, and where each goes on from there."""
        (before, one), (after, other) = was, now
        mine, theirs = ({way.code: way for way in node.then} for node in (one, other))
        for old, new in codes(one, other):
            # What may follow in one edition alone is told with the outcome itself.
            if old is None or new is None or self._same_tree(mine[old], theirs[new]):
                continue
            way = theirs[new]
            place = self.joint.before.to(before, mine[old].to), self.joint.after.to(after, way.to)
            yield Begin(self.joint.state(*place, {}), other.id, way.says, isinstance(way, Event))

    def _alone(self, side: Side, tree: str, node: Outcome) -> Iterator[Begin]:
        """Yield what may follow in a tree that only one edition has, as far as it stays in the tree."""
        for way in node.then:
            if isinstance(way.to, str):
                place = side.to(tree, way.to)
                before, after = (NO_TREE, place) if side.later else (place, NO_TREE)
                yield Begin(self.joint.state(before, after, {}), node.id, way.says, isinstance(way, Event))

    def _same_tree(self, was: Way, now: Way) -> bool:
        """Return whether both go on at the start of one tree: what changed in it stands there."""
        if not (isinstance(was.to, OtherTree) and isinstance(now.to, OtherTree)):
            return False
        old, new = (to.name.rpartition("/")[2] for to in (was.to, now.to))
        return self.joint.matching.tree(old) == new

    def _count(self, start: State) -> Tally:
        """Add up from the ends: a million ways take no longer than ten that pass the same places."""
        todo = [start]
        while todo:
            state = todo[-1]
            if state in self.found:
                todo.pop()
                continue
            if self.joint.ends(state):
                differ = self.joint.differ(state)
                self.found[state] = Tally(1, bool(differ), treats_otherwise(differ))
                continue
            ahead = [each for _, each in self.joint.next(state)]
            waiting = [each for each in ahead if each not in self.found]
            if waiting:
                todo += waiting
            else:
                self.found[state] = sum((self.found[each] for each in ahead), NONE)
        return self.found[start]

    def changed(self) -> Iterator[Patient]:
        """Yield every patient who is led elsewhere, in the order of the later edition."""
        for begin in self.begins:
            todo: list[tuple[State, tuple[Known, ...]]] = [(begin.state, ())]
            while todo:
                state, answers = todo.pop()
                if not self.found[state].changed:
                    continue
                if self.joint.ends(state):
                    before, after = state.before, state.after
                    assert not isinstance(before, At)
                    assert not isinstance(after, At)
                    yield Patient(begin, answers, before, after, self.joint.differ(state))
                    continue
                todo += reversed([(each, (*answers, known)) for known, each in self.joint.next(state)])
