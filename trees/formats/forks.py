"""One reading of a tree for every format: forks over its columns, each with a way on for whatever a column may hold.

A fork parts all that its column may hold, nothing included, so that what is not answered asks and never falls through.
What contradicts itself, such as a size that is given and said to be unknown, is refused by name.
What no column offers is in no case: each format sees to it in its own way that such a row comes to no outcome.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from trees.core.branches import Band, OtherTree, To
from trees.core.library import Library
from trees.core.nodes import NONE, OUTCOMES, Checklist, Choice, Measure, Node, Question, Tree, ways
from trees.formats.inputs import NO, YES, Codes, Input, begins_at, inputs_of

NOTHING = None
"""What a column holds where nothing is known."""


@dataclass(frozen=True)
class OneOf:
    """The column holds one of these codes, or, where they include NOTHING, nothing."""

    codes: tuple[str | None, ...]


@dataclass(frozen=True)
class Within:
    """The column holds a number between these edges; `low_in` and `high_in` say whether an edge belongs to it."""

    low: float
    high: float
    low_in: bool
    high_in: bool

    def holds(self, number: float) -> bool:
        """Return whether a number lies between the edges."""
        above = number >= self.low if self.low_in else number > self.low
        return above and (number <= self.high if self.high_in else number < self.high)


Cell = OneOf | Within
EMPTY = OneOf((NOTHING,))


class Leads(Enum):
    """What an end does."""

    SHOW = "show"
    ASK = "ask"
    CHOOSE = "choose"
    GO_ON = "go on"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Shown:
    """A node that an end shows, asks for or refuses; without columns `when` in any case.

    With columns, which are items of a checklist: what is shown is shown when one of them is true, and what is asked for
    is asked for when of one of them nothing is known.
    """

    node: Node
    leads: Leads
    when: tuple[Codes, ...] = ()


@dataclass(frozen=True)
class End:
    """Where the answers lead: to outcomes, to a question or a choice, to another tree, or to a refusal.

    `key` names it in its tree: 'show watch', 'ask pain', 'go on example/after_velurin'. Of the columns in
    `missing`, those that hold nothing are what is missing. `tree` is the full name of the tree that is gone on to.
    """

    key: str
    leads: Leads
    shown: tuple[Shown, ...] = ()
    missing: tuple[Input, ...] = ()
    tree: str = ""


@dataclass(frozen=True)
class Case:
    """What a column may hold, and where that leads. `answer` is the answer it stands for, as `trees walk` takes it."""

    cell: Cell
    to: "Fork | End"
    answer: str = ""


@dataclass(frozen=True)
class Fork:
    """A column, and every case of what it may hold. No two cases hold the same."""

    input: Input
    cases: tuple[Case, ...]


Decision = Fork | End


def decision(library: Library, name: str) -> Decision:
    """Return the forks of a tree by its full name. A node that several ways lead to is one fork, shared.

    Raises ValueError where answers lead round in a circle, which the check refuses.
    """
    return _Reader(library, name).whole()


class _Reader:
    """Reads one tree."""

    def __init__(self, library: Library, name: str) -> None:
        self.library, self.name = library, name
        self.tree: Tree = library.trees[name]
        self._nodes = {node.id: node for node in self.tree.nodes}
        self._read: dict[str, Decision] = {}
        self._ways = sum(len(ways(node)) for node in self.tree.nodes)

    def whole(self) -> Decision:
        begin, start = begins_at(self.tree), self.of(self.tree.start.id)
        if begin is None:
            return start
        return Fork(begin, (Case(EMPTY, start), *(Case(OneOf((node,)), self.of(node)) for node in begin.offers)))

    def to(self, to: To) -> Decision:
        """Return what a way leads to."""
        if isinstance(to, OtherTree):
            name = self.library.jump(self.name, to) or to.name
            return End(f"{Leads.GO_ON.value} {name}", Leads.GO_ON, tree=name)
        return self.of(to)

    def of(self, node_id: str) -> Decision:
        """Return what a node does, read once, and after what it leads to: no tree is too deep."""
        todo = [node_id]
        while todo:
            if todo[-1] in self._read:
                todo.pop()
                continue
            node = self._nodes[todo[-1]]
            on = () if isinstance(node, (*OUTCOMES, Checklist)) else ways(node)
            waiting = [way.to for way in on if isinstance(way.to, str) and way.to not in self._read]
            if waiting:
                todo += waiting
                if len(todo) > self._ways + 1:
                    # No way waits twice, unless it waits for itself; the check refuses such trees.
                    raise ValueError(f"the answers of {self.name} lead round in a circle.")
                continue
            self._read[todo.pop()] = self._node(node)
        return self._read[node_id]

    def _node(self, node: Node) -> Decision:
        match node:
            case Question() | Choice():
                return self._coded(node)
            case Measure():
                return self._measured(node)
            case Checklist():
                return self._listed(node)
            case _:
                return End(f"{Leads.SHOW.value} {node.id}", Leads.SHOW, (Shown(node, Leads.SHOW),))

    def _coded(self, node: Question | Choice) -> Fork:
        (column,) = inputs_of(node)
        answers = (Case(OneOf((way.code,)), self.to(way.to), f"{node.id}={way.code}") for way in ways(node))
        return Fork(column, (Case(EMPTY, asks(node)), *answers))

    def _measured(self, node: Measure) -> Fork:
        number, unknown = inputs_of(node)
        anything = Within(node.lowest, node.highest, True, True)
        not_given = Case(EMPTY, self.to(node.unknown.to), f"{node.id}={node.unknown.code}")
        bands = (
            Case(numbers, self.to(band.to), f"{node.id}={band.code}")
            for band in node.bands
            if (numbers := within(band, node)) is not None
        )
        given = Fork(number, (Case(EMPTY, asks(node)), *bands))
        stated = Fork(number, (not_given, Case(anything, refuses(node))))
        return Fork(unknown, (Case(EMPTY, given), Case(OneOf((node.unknown.code,)), stated)))

    def _listed(self, node: Checklist) -> Fork:
        """Return what a checklist does: `none` and `unknown` may be stated; else its items tell."""
        whole, items = columns_of(node)
        stated = (
            Case(
                OneOf((way.code,)),
                none_true(items, refuses(node), self._alone(node, way.to, way.code)),
                f"{node.id}={way.code}",
            )
            for way in (node.none, node.unknown)
        )
        return Fork(whole, (Case(EMPTY, self._by_items(node, items)), *stated))

    def _by_items(self, node: Checklist, items: Sequence[Codes]) -> Decision:
        """Return what items alone come to: one that is true shows; if all are false it is none; else it asks."""
        some = self._some(node, items)
        all_false: Decision = self._alone(node, node.none.to, NONE)
        some_empty: Decision = asks(node)
        answer = f"{node.id}={NONE}"
        for column in reversed(items):
            true = Case(OneOf((YES,)), some)
            all_false, some_empty = (
                Fork(column, (true, Case(OneOf((NO,)), all_false, answer), Case(EMPTY, some_empty))),
                Fork(column, (true, Case(OneOf((NO, NOTHING)), some_empty))),
            )
            answer = ""
        return all_false

    def _some(self, node: Checklist, items: Sequence[Codes]) -> End:
        """Return what is shown when items are true; those of which nothing is known are asked for beside it."""
        leading: dict[str, list[Codes]] = {}
        for item, column in zip(node.items, items, strict=True):
            leading.setdefault(item.to, []).append(column)
        always = [Shown(self._nodes[node.always], Leads.SHOW)] if node.always is not None else []
        true = (
            Shown(self._nodes[to], Leads.SHOW, tuple(columns)) for to, columns in leading.items() if to != node.always
        )
        empty = Shown(node, Leads.ASK, tuple(items))
        return End(f"{Leads.SHOW.value} {node.id}", Leads.SHOW, (*always, *true, empty), tuple(items))

    def _alone(self, node: Checklist, to: To, code: str) -> End:
        """Return what `none` or `unknown` shows, beside what is shown in any case."""
        ids = dict.fromkeys(each for each in (node.always, to) if isinstance(each, str))
        shown = tuple(Shown(self._nodes[each], Leads.SHOW) for each in ids)
        return End(f"{Leads.SHOW.value} {node.id}={code}", Leads.SHOW, shown)


def columns_of(node: Checklist) -> tuple[Codes, list[Codes]]:
    """Return the column of a checklist for `none` and `unknown`, and those of its items."""
    whole, *items = (each for each in inputs_of(node) if isinstance(each, Codes))
    return whole, items


def asks(node: Node) -> End:
    """Return the end at which a question is asked, or a choice is laid before the reader: nothing picks."""
    leads = Leads.CHOOSE if isinstance(node, Choice) else Leads.ASK
    columns = list(inputs_of(node))
    # A number is missed, not the word that it is unknown; of a checklist any item.
    missing = columns[1:] if isinstance(node, Checklist) else columns[:1]
    return End(f"{leads.value} {node.id}", leads, (Shown(node, leads),), tuple(missing))


def refuses(node: Node) -> End:
    """Return the end at which columns contradict each other."""
    return End(f"{Leads.REFUSE.value} {node.id}", Leads.REFUSE, (Shown(node, Leads.REFUSE),))


def none_true(items: Sequence[Codes], otherwise: End, to: Decision) -> Decision:
    """Return forks that lead on where no item is true."""
    for column in reversed(items):
        to = Fork(column, (Case(OneOf((NO, NOTHING)), to), Case(OneOf((YES,)), otherwise)))
    return to


def within(band: Band, node: Measure) -> Within | None:
    """Return the numbers of a band that the measure takes; None where it takes none of them."""
    low, low_in = (band.at_least, True) if band.at_least is not None else (band.above, False)
    high, high_in = (band.at_most, True) if band.at_most is not None else (band.below, False)
    if low is None or low < node.lowest:
        low, low_in = node.lowest, True
    if high is None or high > node.highest:
        high, high_in = node.highest, True
    return Within(low, high, low_in, high_in) if low < high or (low == high and low_in and high_in) else None
