"""A case as a question: which tree is asked, which of its ends are right, and which others may stand beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.put import PutCase, PutWalk
from macros.quiz.ends import End, always, called, ends_of, in_order, key_of, leading, reachable
from macros.uses import Uses
from trees.core import wording
from trees.core.branches import Event, Option, OtherTree, Way
from trees.core.cases import Case
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Choice, Outcome, Tree
from trees.core.walk import Step, Walk, walk

Answers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Item:
    """A case that is put to a tree, as the question where the tree leads.

    It is asked of the tree in which its most telling way ends. Never offered as wrong are what its other ways reach,
    the other courses of a choice that it passes, what is read on from an outcome that it reaches, and an outcome that
    rests on words which the case expects and the right ends do not rest on.
    """

    uses: Uses
    put: PutCase

    @property
    def library(self) -> Library:
        """The trees."""
        return self.uses.library

    @property
    def case(self) -> Case:
        """The case."""
        return self.put.case

    @property
    def id(self) -> str:
        """What it is called wherever it goes: `collection/case`."""
        return f"{self.case.collection}/{self.case.id}"

    @cached_property
    def name(self) -> str:
        """The full name of the tree whose ends are asked for."""
        if self.first.choice is not None:
            return self.first.choice[0]
        return next(iter(self.first.outcomes)).partition("#")[0]

    @property
    def tree(self) -> Tree:
        """The tree whose ends are asked for."""
        return self.library.trees[self.name]

    @cached_property
    def expected(self) -> frozenset[str]:
        """The numbers of all statements that the case expects to be shown."""
        return frozenset(at for each in self.case.expects for at in each.statements)

    @cached_property
    def number(self) -> int:
        """Which of its ways is the most telling: its ends rest on most of what the case expects, and are fewest."""

        def telling(number: int) -> tuple[int, int, int]:
            rests_on = resting_on(self.put.walks[number].outcomes.values())
            shown = sum(not rests_on.isdisjoint(each.statements) for each in self.case.expects)
            return shown, -len(self.put.walks[number].outcomes), -number

        return max(range(len(self.put.walks)), key=telling)

    @property
    def first(self) -> PutWalk:
        """The way of the case that is asked for."""
        return self.put.walks[self.number]

    @property
    def others(self) -> tuple[PutWalk, ...]:
        """The other ways in which the case is put to the trees."""
        return tuple(each for number, each in enumerate(self.put.walks) if number != self.number)

    @property
    def choice(self) -> Choice | None:
        """The choice that is left to patient and clinician, if the way ends in one."""
        return self.first.choice[1] if self.first.choice else None

    @property
    def ticked(self) -> bool:
        """Whether the way ends with the items of a checklist."""
        last = self.walked(self.number).steps[-1:]
        return bool(last) and isinstance(last[0].node, Checklist)

    @property
    def outcomes(self) -> tuple[tuple[str, Outcome], ...]:
        """The outcomes of the way, those of every course of a choice, each with the full name of its tree."""
        return tuple((name.partition("#")[0], node) for name, node in self.first.outcomes.items())

    @cached_property
    def ends(self) -> dict[str, End]:
        """Every end of the tree by its key."""
        return ends_of(self.library, self.name)

    @cached_property
    def right(self) -> tuple[End, ...]:
        """The ends that the way leads to, several after a checklist or at a choice."""
        return tuple(in_order(self.ends, (key for _, keys in self.courses for key in keys)))

    @cached_property
    def courses(self) -> tuple[tuple[Option | None, tuple[str, ...]], ...]:
        """The keys of the ends that the way leads to, for each option of a choice that is left; else under None."""
        return tuple(self._courses(*self._given(self.number)))

    @property
    def unanswered(self) -> tuple[Option, ...]:
        """The options of a choice that lead on to a question of the tree which the case does not answer."""
        return tuple(option for option, keys in self.courses if option is not None and not keys)

    @cached_property
    def wrong(self) -> tuple[End, ...]:
        """The ends that the case does not reach, those of the same words once."""
        reached = self._reached()
        words = {end.title for end in in_order(self.ends, reached)}
        unshown = self.expected - resting_on(self.first.outcomes.values())
        found: dict[str, End] = {}
        for key, end in self.ends.items():
            may_be_right = end.outcome is not None and not unshown.isdisjoint(resting_on([end.outcome]))
            if key not in reached and end.title not in words and not may_be_right:
                found.setdefault(end.says, end)
        return tuple(found.values())

    @property
    def offered(self) -> tuple[End, ...]:
        """The ends to choose from, right and wrong, in the order of the tree."""
        return tuple(in_order(self.ends, (end.key for end in (*self.right, *self.wrong))))

    @cached_property
    def known(self) -> dict[str, tuple[Way, ...]]:
        """What the case answers in the tree that is asked, by the id of the question; time clears what came before."""
        found: dict[str, tuple[Way, ...]] = {}
        for step in self.walked(self.number).steps:
            if step.tree == self.name:
                found[step.node.id] = step.ways
            if isinstance(step.ways[0], Event):
                found.clear()
        return found

    def why(self, end: End) -> list[str]:
        """Return what leads to an end, for those of the same words together."""
        same = [each for each in self.ends.values() if each.says == end.says and each not in self.right]
        return [row for each in same or [end] for row in leading(self.uses, self.name, each, self.known)]

    def told(self) -> Iterator[str]:
        """Yield what a reader cannot know from the sentence alone: a course that is chosen, and what time brings."""
        for step in self.walked(self.number).steps:
            if isinstance(step.node, Choice):
                yield f"Of “{wording.title(step.node)}” this is chosen: {step.ways[0].says}."
            elif isinstance(step.node, OUTCOMES):
                when = "In time, after" if isinstance(step.ways[0], Event) else "Read on after"
                yield f"{when} “{called(step.node)}”: {step.ways[0].says}."

    def marks(self) -> dict[str, str]:
        """Return what each mark of a newer source on an end that is offered means, in the order of the ends."""
        found: dict[str, dict[str, None]] = {}
        for node in (end.outcome for end in self.offered if end.outcome is not None):
            mark, kind = wording.since_mark(node), wording.since_kind(node)
            for note in node.since:
                if note.change is kind and mark.endswith(wording.year(note.source)):
                    found.setdefault(mark, {})[f"{wording.since(note)} ({note.source.date})"] = None
        return {mark: "; ".join(says) for mark, says in found.items()}

    def walked(self, number: int) -> Walk:
        """Return a way of the case as it is followed."""
        return walk(self.library, *self._given(number))

    def _given(self, number: int) -> tuple[str, Answers]:
        tree, answers = self.case.walks[number]
        pairs = ((key, value) for key, _, value in (each.partition("=") for each in answers))
        return f"{self.case.collection}/{tree}", tuple(pairs)

    def _courses(self, tree: str, given: Answers) -> Iterator[tuple[Option | None, tuple[str, ...]]]:
        walked = walk(self.library, tree, given)
        if not isinstance(walked.asks, Choice):
            yield None, tuple(each.node.id for each in walked.outcomes)
            return
        for option in walked.asks.options:
            yield option, self._course(tree, (*given, (walked.asks.id, option.code)), len(walked.steps))

    def _course(self, tree: str, given: Answers, passed: int) -> tuple[str, ...]:
        """Return the keys of the ends that an option leads to, none where the case does not answer what is asked."""
        walked = walk(self.library, tree, given)
        left = next((step for step in walked.steps[passed:] if leaves(step)), None)
        if left is not None:
            return (key_of(left.ways[0]),)
        if isinstance(walked.asks, Choice):
            more = (self._course(tree, (*given, (walked.asks.id, each.code)), passed) for each in walked.asks.options)
            return tuple(key for keys in more for key in keys)
        return tuple(each.node.id for each in walked.outcomes)

    def _reached(self) -> set[str]:
        """Return the keys of all that the case reaches in the tree by any reading of it."""
        found = {end.key for end in self.right}
        for number, put in enumerate(self.put.walks):
            walked = self.walked(number)
            for step in (each for each in walked.steps if each.tree == self.name):
                found |= {key_of(way) for way in step.ways if not isinstance(way, Event)} | {*always(step.node)}
                if isinstance(step.node, Choice | Outcome):
                    found.add(step.node.id)
            if walked.tree == self.name and isinstance(walked.asks, Choice):
                found.add(walked.asks.id)
            found |= {key.partition("#")[2] for key in put.outcomes if key.partition("#")[0] == self.name}
        nodes = {node.id: node for node in self.tree.nodes}
        beyond = (key for key in found if isinstance(nodes.get(key), Choice | Outcome))
        return found | reachable(self.library, self.name, beyond)


def resting_on(outcomes: Iterable[Outcome]) -> frozenset[str]:
    """Return the numbers of the statements that outcomes quote."""
    return frozenset(quote.at for node in outcomes for quote in quotes_of(node.because))


def leaves(step: Step) -> bool:
    """Return whether a step leads into another tree."""
    return isinstance(step.ways[0].to, OtherTree)


def items(uses: Uses, collection: str) -> list[Item]:
    """Return the cases of a collection that are put to a tree, tree by tree in its order, then in their own."""
    place = {f"{collection}/{tree.id}": at for at, tree in enumerate(uses.library.in_order(collection))}
    found = (Item(uses, put) for put in uses.cases.get(collection, ()) if put.ends is not None)
    return sorted(found, key=lambda item: place[item.name])


def not_put(uses: Uses, collection: str) -> list[Case]:
    """Return the cases of a collection that no tree is asked for yet."""
    return [put.case for put in uses.cases.get(collection, ()) if put.ends is None]
