"""Both editions walked side by side: every patient whom either tells apart, and where each leads the patient.

Both are asked the same questions. What only one of them asks parts the patients for that one alone; a number is parted
at the edges of both. So no patient is left out, and none is told apart whom neither edition tells apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trees.core.branches import OtherTree
from trees.core.diff.facts import differing
from trees.core.diff.known import Facts, Known
from trees.core.diff.match import Edition, Matching
from trees.core.nodes import OUTCOMES, Checklist, Node, Outcome, ways

Heard = Mapping[str, Known]


@dataclass(frozen=True)
class At:
    """A place in one edition: the short name of a tree, and the id of a node in it."""

    tree: str
    node: str


@dataclass(frozen=True)
class Jump:
    """The end of a way that goes on in another tree."""

    tree: str


@dataclass(frozen=True)
class Shown:
    """The end of a way at outcomes: of a checklist, what holds in any case and what the true item brings."""

    tree: str
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Nothing:
    """The end of a way that leads nowhere in this edition, and why."""

    why: str


End = Jump | Shown | Nothing
NO_TREE = Nothing("there is no such tree")
NOT_OFFERED = Nothing("this answer is not offered")
NO_ANSWER = Nothing("no answer is offered")
CIRCLE = Nothing("the way leads round in a circle")


@dataclass(frozen=True)
class State:
    """Where both editions stand, and what is known that either of them may still ask for."""

    before: At | End
    after: At | End
    heard: tuple[tuple[str, Known], ...] = ()


class Side:
    """One of the two editions, as far as it is walked."""

    def __init__(self, edition: Edition, questions: Facts, *, later: bool) -> None:
        self.edition, self.questions, self.later = edition, questions, later
        self._ahead: dict[At, int] = {}

    def start(self, tree: str | None) -> At | End:
        """Return where a tree begins."""
        return NO_TREE if tree is None else At(tree, self.edition.trees[tree].start.id)

    def node(self, at: At) -> Node:
        """Return the node at a place."""
        return self.edition.nodes_of[at.tree][at.node]

    def asks(self, at: At) -> str:
        """Return the name of the question that is asked at a place."""
        return self.questions.name(at.node, later=self.later)

    def settle(self, at: At | End, heard: Heard) -> At | End:
        """Follow what is known, as far as it leads in one tree."""
        while isinstance(at, At):
            node = self.node(at)
            if isinstance(node, OUTCOMES):
                return Shown(at.tree, (at.node,))
            known = heard.get(self.asks(at))
            if known is None:
                return at if ways(node) else NO_ANSWER
            code = known.after if self.later else known.before
            way = next((way for way in ways(node) if way.code == code), None)
            if way is None:
                return NOT_OFFERED
            if isinstance(node, Checklist):
                shown = (*([node.always] if node.always is not None else []), str(way.to))
                return Shown(at.tree, tuple(dict.fromkeys(shown)))
            at = self.to(at.tree, way.to)
        return at

    def to(self, tree: str, to: str | OtherTree) -> At | End:
        """Return where a way leads from a node of a tree."""
        if isinstance(to, str):
            return At(tree, to)
        name = self.edition.library.jump(f"{self.edition.collection}/{tree}", to)
        return NO_TREE if name is None else Jump(name.partition("/")[2])

    def enter(self, at: At | End) -> At | End:
        """Return the start of the tree that a way goes on in."""
        return self.start(at.tree) if isinstance(at, Jump) else at

    def ahead(self, at: At | End) -> int:
        """Return the bits of the questions that may still be asked from a place, other trees included."""
        start = self.enter(at)
        if not isinstance(start, At):
            return 0
        todo, met = [start], set()
        while todo:
            here = todo[-1]
            if here in self._ahead:
                todo.pop()
                continue
            node = self.node(here)
            to = () if isinstance(node, OUTCOMES) else (self.enter(self.to(here.tree, way.to)) for way in ways(node))
            places = [place for place in to if isinstance(place, At)]
            waiting = [place for place in places if place not in self._ahead] if here not in met else []
            met.add(here)
            if waiting:
                todo += waiting
                continue
            bits = 0 if isinstance(node, OUTCOMES) else self.questions.bits[self.asks(here)]
            for place in places:
                bits |= self._ahead.get(place, 0)
            self._ahead[here] = bits
        return self._ahead[start]

    def outcomes(self, end: Shown) -> list[Outcome]:
        """Return the outcomes at an end."""
        nodes = (self.edition.nodes_of[end.tree][name] for name in end.nodes)
        return [node for node in nodes if isinstance(node, OUTCOMES)]


class Joint:
    """Two editions, walked with the same answers."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.questions = Facts(matching)
        self.before = Side(matching.before, self.questions, later=False)
        self.after = Side(matching.after, self.questions, later=True)
        self.most_jumps = len(matching.before.trees) + len(matching.after.trees)
        """Jumps on one way before it is taken for a circle: without one, none leads into a tree twice."""

    def state(self, before: At | End, after: At | End, heard: Heard) -> State:
        """Return where both stand once they have followed what is known, and forget what neither may ask for again."""
        for _ in range(self.most_jumps + 1):
            before, after = self.before.settle(before, heard), self.after.settle(after, heard)
            one, other = self._entered(before, after)
            if (one, other) == (before, after):
                break
            before, after = one, other
        else:
            before, after = CIRCLE, CIRCLE
        wanted = self.before.ahead(before) | self.after.ahead(after)
        bits = self.questions.bits
        return State(before, after, tuple(each for each in heard.items() if wanted & bits[each[0]]))

    def _entered(self, before: At | End, after: At | End) -> tuple[At | End, At | End]:
        """Follow a jump into a tree that one edition alone has, or where the other ends: the same may stand there.

        What both go on in is told there. So that it is not told twice, neither is followed while the other still asks.
        """
        one, other = self.before.enter(before), self.after.enter(after)
        alone = self._alone(before, after)
        if any(alone):
            return one if alone[0] else before, other if alone[1] else after
        if isinstance(before, Jump) and isinstance(after, Jump):
            same = self.matching.tree(before.tree) == after.tree
            return (one, other) if not same and self._same_question(one, other) else (before, after)
        if isinstance(before, Jump) and isinstance(after, Shown):
            return one, after
        if isinstance(before, Shown) and isinstance(after, Jump):
            return before, other
        return before, after

    def _alone(self, before: At | End, after: At | End) -> tuple[bool, bool]:
        """Return which of the two goes on in a tree that only its own edition has, of a way that both follow."""
        new, old = self.matching.after.trees, {self.matching.tree(name) for name in self.matching.before.trees}
        gone = isinstance(before, Jump) and self.matching.tree(before.tree) not in new
        return gone and after != NO_TREE, isinstance(after, Jump) and after.tree not in old and before != NO_TREE

    def _same_question(self, one: At | End, other: At | End) -> bool:
        return isinstance(one, At) and isinstance(other, At) and self.before.asks(one) == self.after.asks(other)

    def ends(self, state: State) -> bool:
        """Return whether neither edition asks any more."""
        return not isinstance(state.before, At) and not isinstance(state.after, At)

    def question(self, state: State) -> str:
        """Return the name of the question to put next: that of the later edition while it asks."""
        if isinstance(state.after, At):
            return self.after.asks(state.after)
        assert isinstance(state.before, At)
        return self.before.asks(state.before)

    def next(self, state: State) -> Iterator[tuple[Known, State]]:
        """Yield each answer to the next question, and where it leads."""
        name = self.question(state)
        for known in self.questions.offered[name]:
            yield known, self.state(state.before, state.after, {**dict(state.heard), name: known})

    def differ(self, state: State) -> tuple[str, ...]:
        """Return in what the two ends of a way differ: names of facts, or how it ends; nothing where they agree."""
        before, after = state.before, state.after
        if isinstance(before, Shown) and isinstance(after, Shown):
            mine, theirs = self.before.outcomes(before), self.after.outcomes(after)
            if len(mine) != len(theirs):
                return ("How many outcomes",)
            found = (differing(one, other) for one, other in zip(mine, theirs, strict=True))
            return tuple(dict.fromkeys(name for names in found for name in names))
        if isinstance(before, Jump) and isinstance(after, Jump):
            return () if self.matching.tree(before.tree) == after.tree else ("Where it goes on",)
        return () if before == after else ("Where it leads",)
