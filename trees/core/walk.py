"""Follow the trees with what is known about one patient, to an outcome or to the next question."""

from collections.abc import Mapping
from dataclasses import dataclass

from trees.core.answers import Given, Known, Stretch, WalkError, offered, read
from trees.core.branches import Event, OtherTree, To, Way
from trees.core.library import Library
from trees.core.nodes import ASKED, FIXED, OUTCOMES, Checklist, Node, Outcome, ways
from trees.core.place import did_you_mean, listed


@dataclass(frozen=True)
class Step:
    """One answer, option or event on the way, with the node it was given at. `number` is what a measure was given."""

    tree: str
    node: Node
    ways: tuple[Way, ...]
    number: float | None = None


@dataclass(frozen=True)
class Reached:
    """An outcome, and the tree it stands in."""

    tree: str
    node: Outcome


@dataclass(frozen=True)
class Walk:
    """Where the answers lead: either to `outcomes` (several after a checklist), or to the question or choice `asks`.

    `tree` is the full name of the tree it stands in; `unused` are answers that no question on the way asked for.
    """

    tree: str
    steps: tuple[Step, ...]
    outcomes: tuple[Reached, ...]
    asks: Node | None
    unused: Mapping[str, Known]


def walk(library: Library, tree: str, given: Given = ()) -> Walk:
    """Follow a tree with answers by question id.

    `given` holds a code, a number for a measure, or item codes with commas for a checklist. An event is given by
    the id of its outcome; it clears every current answer, so what holds after it is given after it.
    Raises WalkError for bad input.
    """
    name = library.resolve(tree)
    if name is None:
        raise WalkError(f"there is no tree '{tree}'.{_guess(library, tree)}")
    stretches = read(library, name.partition("/")[0], given)
    walker = _Walker(library, name)
    for stretch in stretches:
        walker.follow(stretch)
    return Walk(walker.tree, tuple(walker.steps), walker.outcomes, walker.asks, walker.unused())


def _guess(library: Library, name: str) -> str:
    short = {full.partition("/")[2] for full in library.trees}
    same = sorted(full for full in library.trees if full.partition("/")[2] == name)
    if same:
        return f" Several collections have one: {listed(same)}."
    return did_you_mean(name, {*short, *library.trees}) or f" There are {listed(sorted(library.trees))}."


class _Walker:
    """Holds where a walk stands."""

    def __init__(self, library: Library, tree: str) -> None:
        self.library = library
        self.tree = tree
        self.node: Node = library.trees[tree].start
        self.steps: list[Step] = []
        self.outcomes: tuple[Reached, ...] = ()
        self.asks: Node | None = None
        self.known: dict[str, Known] = {}
        self.used: set[str] = set()
        self.cleared: dict[str, Known] = {}
        """What an event cleared before any question asked for it."""

    def follow(self, stretch: Stretch) -> None:
        """Go as far as the answers of one stretch lead, and through the event that ends it."""
        self.known.update(stretch.known)
        self.used -= set(stretch.known)
        self._go()
        if stretch.event is not None:
            self._happen(*stretch.event)

    def unused(self) -> dict[str, Known]:
        """Return the answers that no question on the way asked for."""
        return self.cleared | {key: known for key, known in self.known.items() if key not in self.used}

    def _go(self) -> None:
        self.outcomes, self.asks = (), None
        passed: set[tuple[str, str]] = set()
        while True:
            node = self.node
            if isinstance(node, OUTCOMES):
                self.outcomes = (Reached(self.tree, node),)
                return
            known = self.known.get(node.id)
            if known is None:
                self.asks = node
                return
            if (self.tree, node.id) in passed:
                # The check refuses such trees; a walk of one that was not checked ends all the same.
                raise WalkError(f"the way leads round in a circle: it comes back to '{node.id}' of {self.tree}.")
            passed.add((self.tree, node.id))
            self.used.add(node.id)
            taken = tuple(way for way in ways(node) if way.code in known.codes)
            self.steps.append(Step(self.tree, node, taken, known.number))
            if isinstance(node, Checklist):
                self._show(node, taken)
                return
            self._to(taken[0].to)

    def _show(self, node: Checklist, taken: tuple[Way, ...]) -> None:
        """Show what holds in any case, and what every true item brings, each once."""
        ids = [*([node.always] if node.always is not None else []), *(str(way.to) for way in taken)]
        tree = self.library.trees[self.tree]
        nodes = (tree.node(each) for each in dict.fromkeys(ids))
        self.outcomes = tuple(Reached(self.tree, each) for each in nodes if isinstance(each, OUTCOMES))

    def _to(self, to: To) -> None:
        if isinstance(to, OtherTree):
            name = self.library.jump(self.tree, to)
            if name is None:
                raise WalkError(f"the way leads to the tree '{to.name}', which is not there.")
            self.tree = name
            self.node = self.library.trees[name].start
        else:
            self.node = self.library.trees[self.tree].node(to)

    def _happen(self, outcome: str, event: str) -> None:
        here = next((each for each in self.outcomes if each.node.id == outcome), None)
        if here is None:
            where = listed([each.node.id for each in self.outcomes]) if self.outcomes else f"'{self.node.id}'"
            hint = "" if self.asks is None else f" {offered(self.asks)}"
            raise WalkError(f"'{outcome}={event}' is said to happen, but the answers before it lead to {where}.{hint}")
        way = next((each for each in ways(here.node) if each.code == event), None)
        if way is None:
            # Another tree has an outcome of the same id, to which this may happen.
            raise WalkError(f"'{outcome}' of {here.tree} has no event '{event}'. {offered(here.node)}")
        self.steps.append(Step(self.tree, here.node, (way,)))
        if isinstance(way, Event):
            self._forget_current()
        self._to(way.to)

    def _forget_current(self) -> None:
        lasting = {
            node.id
            for name, tree in self.library.trees.items()
            if name.partition("/")[0] == self.tree.partition("/")[0]
            for node in tree.nodes
            if isinstance(node, ASKED) and node.lasts is FIXED
        }
        self.cleared.update({key: known for key, known in self.unused().items() if key not in lasting})
        self.known = {key: known for key, known in self.known.items() if key in lasting}
        self.used &= lasting
