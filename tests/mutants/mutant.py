"""One changed fact: its name, its place, and what stands in the place of what."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mutants.parts import Instead, Parts
from trees.core.branches import OtherTree
from trees.core.evidence import NotStated
from trees.core.place import Part, Place

T = TypeVar("T")
SEED = 2017
"""Where there are too many changes of a kind at one place, those few that are made are the same in every run."""

FEW = 4
"""How many other targets a way is given."""


@dataclass(frozen=True)
class Mutant:
    """One fact that is not as it was. `id` stays when lines move; `kind` is the sort of change."""

    id: str
    kind: str
    place: Place
    instead: Instead

    def __str__(self) -> str:
        return f"{self.place}: {self.id} ({self.kind})"


Mutants = Iterator[Mutant]


def mutant(parts: Parts, kind: str, part: Part, field: str, what: str, instead: Instead) -> Mutant:
    """Return a mutant of one field of a part; `what` says the change in words."""
    dot = f".{field}" if field else ""
    return Mutant(f"{parts.names[id(part)]}{dot}: {what}", kind, part.place.of(field), instead)


def with_field(parts: Parts, kind: str, part: Part, field: str, value: object, what: str = "") -> Mutant:
    """Return a mutant in which one field of a part has another value."""
    said = what or f"{shown(getattr(part, field))} to {shown(value)}"
    return mutant(parts, kind, part, field, said, {id(part): replace(part, **{field: value})})


def without(values: Sequence[T], index: int) -> tuple[T, ...]:
    """Return some values without one of them."""
    return (*values[:index], *values[index + 1 :])


def few(key: str, choices: Sequence[T], count: int = FEW) -> list[T]:
    """Return a few of the choices in their order, by chance but the same few for the same key."""
    if len(choices) <= count:
        return list(choices)
    picked = random.Random(f"{SEED} {key}").sample(range(len(choices)), count)
    return [choices[index] for index in sorted(picked)]


def shown(value: object) -> str:
    """Return a value as it stands in the name of a mutant."""
    match value:
        case None | NotStated():
            return "nothing"
        case OtherTree():
            return f"the tree {value.name}"
        case tuple():
            return f"({', '.join(map(shown, value))})"
        case float() | int() if not isinstance(value, bool):
            return f"{value:g}"
        case _:
            return str(getattr(value, "name", value))


def near(number: float) -> tuple[float, ...]:
    """Return a number with its first digit one higher and one lower: for 400, 500 and 300; for 100, 200 and 50."""
    if number <= 0:
        return (1,)
    step = 10.0 ** math.floor(math.log10(number))
    lower = number - step if number > step else step / 2
    return _plain(number + step), _plain(lower)


def _plain(number: float) -> float:
    """Return a number without the noise of adding, a whole one as a whole."""
    rounded = round(number, 9)
    return int(rounded) if rounded == int(rounded) else rounded
