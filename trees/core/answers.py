"""What is known about one patient, as it was typed: each answer held against what is offered."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from trees.core.branches import Event, Onward, Way
from trees.core.library import Library
from trees.core.nodes import ASKED, FIXED, NONE, OUTCOMES, UNKNOWN, Checklist, Choice, Measure, Node, Question, ways
from trees.core.parts import This
from trees.core.place import did_you_mean
from trees.core.wording import number

Value = str | float
Given = Mapping[str, Value] | Iterable[tuple[str, Value]]
PLAIN_NUMBER = re.compile(
    r"[ \t]*[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|inf|infinity|nan)[ \t]*", re.IGNORECASE | re.ASCII
)


class WalkError(ValueError):
    """What was asked of a walk makes no sense; the message says what is offered. No outcome is ever given with it."""


@dataclass(frozen=True)
class Known:
    """One answer: the codes it stands for (several in a checklist), and the number if one was given."""

    codes: tuple[str, ...]
    number: float | None = None

    @property
    def written(self) -> str:
        """The answer as it is typed."""
        return ",".join(self.codes) if self.number is None else number(self.number)


@dataclass
class Stretch:
    """What is known between two events, and the event that ended it, as (outcome, event)."""

    known: dict[str, Known] = field(default_factory=dict)
    event: tuple[str, str] | None = None


def read(library: Library, collection: str, given: Given) -> list[Stretch]:
    """Hold answers against the questions of a collection, and part them at the events.

    Raises WalkError for an unknown question, an answer that is not offered, a number without sense, or a contradiction.
    """
    nodes = _nodes_of(This(library), collection)
    stretches = [Stretch()]
    held: dict[str, Known] = {}
    for key, value in given.items() if isinstance(given, Mapping) else given:
        node = nodes.get(key)
        if node is None:
            raise WalkError(f"there is no question '{key}'.{did_you_mean(key, nodes)}")
        if isinstance(node, OUTCOMES):
            way = _event(node, value)
            stretches[-1].event = (key, way.code)
            stretches.append(Stretch())
            if isinstance(way, Event):
                held = {name: known for name, known in held.items() if _is_fixed(nodes[name])}
            continue
        answer = answer_to(node, value)
        before = held.setdefault(key, answer)
        if before != answer:
            both = f"{key}={','.join(dict.fromkeys((*before.codes, *answer.codes)))}"
            hint = f"Give items together: {both}." if isinstance(node, Checklist) else "Only one can be true."
            raise WalkError(f"'{key}' is answered twice, with '{before.written}' and '{answer.written}'. {hint}")
        stretches[-1].known[key] = answer
    return stretches


# Asked at every walk.
@lru_cache(maxsize=8)
def _nodes_of(library: This[Library], collection: str) -> Mapping[str, Node]:
    """Return every node of a collection by its id; a question that stands in several trees is the same in each."""
    return {
        node.id: node
        for name, tree in library.it.trees.items()
        if name.startswith(f"{collection}/")
        for node in tree.nodes
    }


def answer_to(node: Node, value: Value) -> Known:
    """Return the answer that a value gives to a question, or raise WalkError saying what is offered."""
    match node:
        case Measure():
            return _number(node, value)
        case Checklist():
            return _items(node, value)
        case Question() | Choice():
            codes = [way.code for way in ways(node)]
            if value not in codes:
                raise WalkError(
                    f"'{node.id}' has no answer '{value}'.{did_you_mean(str(value), codes)} {offered(node)}"
                )
            return Known((str(value),))
        case _:
            raise WalkError(f"'{node.id}' asks nothing.")


def offered(node: Node) -> str:
    """Return what a question offers, in words."""
    if isinstance(node, Measure):
        low, high, unit = number(node.lowest), number(node.highest), node.unit
        return f"Offered: a number from {low} to {high} {unit}, or '{UNKNOWN}'."
    codes = ", ".join(f"'{way.code}'" for way in ways(node) if not isinstance(way, Onward))
    return f"Offered: {codes}{' (several with commas)' if isinstance(node, Checklist) else ''}."


def _is_fixed(node: Node) -> bool:
    return isinstance(node, ASKED) and node.lasts is FIXED


def _event(node: Node, value: Value) -> Way:
    ahead = {way.code: way for way in ways(node)}
    if value not in ahead:
        hint = f" Offered: {', '.join(f'{each!r}' for each in ahead)}." if ahead else " Nothing follows it."
        raise WalkError(f"'{node.id}' has no event '{value}'.{hint}")
    return ahead[str(value)]


def _number(node: Measure, value: Value) -> Known:
    if value == UNKNOWN:
        return Known((UNKNOWN,))
    codes = [band.code for band in node.bands]
    if isinstance(value, str) and value in codes:
        return Known((value,))
    if not _is_number(value):
        raise WalkError(f"'{value}' is no number for '{node.id}'. {offered(node)}")
    try:
        amount = float(value)
    except OverflowError:
        value = amount = math.inf
    if not math.isfinite(amount) or not node.lowest <= amount <= node.highest:
        raise WalkError(f"{value} makes no sense for '{node.id}'. {offered(node)}")
    return Known((next(band.code for band in node.bands if band.holds(amount)),), amount)


def _is_number(value: object) -> bool:
    if isinstance(value, str):
        return PLAIN_NUMBER.fullmatch(value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def _items(node: Checklist, value: Value) -> Known:
    codes: Sequence[str] = [way.code for way in ways(node)]
    given = tuple(dict.fromkeys(each.strip(" \t") for each in str(value).split(",")))
    for code in given:
        if code not in codes:
            raise WalkError(f"'{node.id}' has no item '{code}'.{did_you_mean(code, codes)} {offered(node)}")
    if len(given) > 1 and {NONE, UNKNOWN} & set(given):
        raise WalkError(f"'{node.id}' is answered with items and with '{NONE}' or '{UNKNOWN}'. Only one can be true.")
    return Known(tuple(sorted(given, key=codes.index)))
