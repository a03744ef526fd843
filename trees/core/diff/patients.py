"""Every patient who is led elsewhere in the later of two editions: counted whole, and listed one by one."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from trees.core.branches import Event, OtherTree, Way
from trees.core.diff.facts import treats_otherwise
from trees.core.diff.joint import NO_TREE, At, End, Joint, Shown, State
from trees.core.diff.known import Known
from trees.core.diff.match import codes


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
        self._begin(joint.before.start(before), joint.after.start(after))
        self.tally = sum((self._count(each.state) for each in self.begins), NONE)

    def _begin(self, before: At | End, after: At | End) -> None:
        """Collect where patients come from: the start, and what each outcome says may happen next."""
        todo = deque([Begin(self.joint.state(before, after, {}))])
        seen = set()
        while todo:
            begin = todo.popleft()
            if begin.state in seen:
                continue
            seen.add(begin.state)
            self.begins.append(begin)
            self._count(begin.state)
            for state in self._ends(begin.state):
                todo += [each for each in self._then(state) if each.state not in seen]

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

    def _then(self, end: State) -> Iterator[Begin]:
        """Yield what may follow at two outcomes that stand in one place, and where both editions go on from there."""
        if end.before == NO_TREE and isinstance(end.after, Shown):
            yield from self._alone(end.after, later=True)
        if end.after == NO_TREE and isinstance(end.before, Shown):
            yield from self._alone(end.before, later=False)
        if not (isinstance(end.before, Shown) and isinstance(end.after, Shown)):
            return
        before, after = self.joint.before.outcomes(end.before), self.joint.after.outcomes(end.after)
        for one, other in zip(before, after, strict=False):
            mine, theirs = ({way.code: way for way in node.then} for node in (one, other))
            for old, new in codes(one, other):
                # What may follow in one edition alone is told with the outcome itself.
                if old is None or new is None or self._same_tree(mine[old], theirs[new]):
                    continue
                was, now = mine[old], theirs[new]
                place = self.joint.before.to(end.before.tree, was.to), self.joint.after.to(end.after.tree, now.to)
                yield Begin(self.joint.state(*place, {}), other.id, now.says, isinstance(now, Event))

    def _alone(self, end: Shown, *, later: bool) -> Iterator[Begin]:
        """Yield what may follow in a tree that only one edition has, as far as it stays in the tree."""
        side = self.joint.after if later else self.joint.before
        for node in side.outcomes(end):
            for way in node.then:
                if isinstance(way.to, str):
                    place = side.to(end.tree, way.to)
                    before, after = (NO_TREE, place) if later else (place, NO_TREE)
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
