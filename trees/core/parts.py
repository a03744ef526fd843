"""Walk over all the parts that a part is made of."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Generic, TypeVar

from trees.core.evidence import Source
from trees.core.place import Part

Kind = TypeVar("Kind")
NAMES: dict[type[Part], tuple[str, ...]] = {}
"""The names that were asked for already, by kind."""


def parts_within(root: Part, without: tuple[type[Part], ...] = ()) -> Iterator[Part]:
    """Yield a part and every part within it, in the order in which they are written; a source is not looked into.

    Parts of the kinds in `without` are left out, with all that is in them.
    """
    todo: list[object] = [root]
    while todo:
        part = todo.pop()
        if isinstance(part, tuple):
            todo += reversed(part)
        elif isinstance(part, Part) and not isinstance(part, without):
            yield part
            if not isinstance(part, Source):
                todo += [getattr(part, each) for each in reversed(names(type(part)))]


def names(kind: type[Part]) -> tuple[str, ...]:
    """Return what the fields of a kind of part are called, in their order, but for the place."""
    # Asked of every part of every tree: to put them together anew takes longer than all the rest.
    if kind not in NAMES:
        NAMES[kind] = tuple(each.name for each in fields(kind) if each.name != "place")
    return NAMES[kind]


class This(Generic[Kind]):
    """A thing that equals itself alone, to keep by it what was found in it: to compare two trees takes too long."""

    def __init__(self, it: Kind) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, This) and self.it is other.it
