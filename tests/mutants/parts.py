"""The parts of a library by name, and a library in which some of them are others."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from operator import is_

from trees.core.branches import Way
from trees.core.differences import Side
from trees.core.drugs import Drug
from trees.core.evidence import Source
from trees.core.library import Library
from trees.core.nodes import Node, Tree
from trees.core.place import Part

DROPPED = None
"""Stands where a part is taken out and nothing is put in."""

Instead = Mapping[int, Part | None]
"""What stands in the place of a part, by the `id()` of the part, or DROPPED."""

Made = Callable[[Part], Part | None]


class Parts:
    """Knows every part of a library by a name that stays when lines move, and which parts hold it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.names: dict[int, str] = {}
        self.all: list[Part] = []
        self._holders: dict[int, list[Part]] = {}
        self._taken: dict[str, int] = {}
        for name, root in roots(library):
            self._add(root, name)

    def of(self, *kinds: type[Part]) -> Iterator[Part]:
        """Yield every part of some kinds once, in the order in which they are written."""
        return (part for part in self.all if isinstance(part, kinds))

    def holders(self, part: Part) -> list[Part]:
        """Return the parts that hold a part."""
        return self._holders.get(id(part), [])

    def _add(self, part: Part, name: str) -> None:
        if id(part) in self.names:
            return
        count = self._taken[name] = self._taken.get(name, 0) + 1
        self.names[id(part)] = name if count == 1 else f"{name}~{count}"
        self.all.append(part)
        for field, child in children(part):
            self._holders.setdefault(id(child), []).append(part)
            self._add(child, f"{self.names[id(part)]}{label(field, child)}")

    def changed(self, instead: Instead) -> Library:
        """Return the library in which some parts are others or gone; what does not hold one of them stays itself."""
        above = self._above(instead)
        made: dict[int, Part | None] = dict(instead)
        library = self.library

        def new(part: Part) -> Part | None:
            if id(part) not in made:
                made[id(part)] = _rebuilt(part, new) if id(part) in above else part
            return made[id(part)]

        return replace(
            library,
            trees={name: new(tree) for name, tree in library.trees.items()},
            trials=_each(library.trials, new),
            differences=_each(library.differences, new),
            terms=_each(library.terms, new),
            since=_each(library.since, new),
        )

    def _above(self, instead: Instead) -> set[int]:
        """Return the parts that hold one of some, directly or not."""
        above: set[int] = set()
        todo = list(instead)
        while todo:
            for holder in self._holders.get(todo.pop(), ()):
                if id(holder) not in above:
                    above.add(id(holder))
                    todo.append(id(holder))
        return above


def _each(known: dict, new: Made) -> dict:
    return {name: {key: new(part) for key, part in parts.items()} for name, parts in known.items()}


def _rebuilt(part: Part, new: Made) -> Part:
    """Return a part with each part that it holds made anew."""
    changes = {}
    for each in fields(part):
        value = getattr(part, each.name)
        if isinstance(value, Part):
            other: object = new(value)
        elif type(value) is tuple and any(isinstance(item, Part) for item in value):
            items = [new(item) if isinstance(item, Part) else item for item in value]
            other = tuple(item for item in items if item is not DROPPED)
            if len(other) == len(value) and all(map(is_, other, value)):
                other = value
        else:
            continue
        if other is not value:
            changes[each.name] = other
    return replace(part, **changes)


def roots(library: Library) -> Iterator[tuple[str, Part]]:
    """Yield what is read from the folder and may be changed, each with its name: trees, and what these name."""
    by_collection = {
        "trial": library.trials,
        "difference": library.differences,
        "term": library.terms,
        "since": library.since,
    }
    for kind, known in by_collection.items():
        for collection, named in known.items():
            for part in named.values():
                yield f"{collection}/{kind}:{part.id}", part
    yield from library.full_names()


def children(part: Part) -> Iterator[tuple[str, Part]]:
    """Yield the parts that a part holds itself, each with the field it stands in; a source is not looked into."""
    for each in () if isinstance(part, Source) else fields(part):
        value = getattr(part, each.name)
        for child in value if isinstance(value, tuple) else (value,):
            if isinstance(child, Part) and not isinstance(child, Source | Drug):
                yield each.name, child


def label(field: str, part: Part) -> str:
    """Return what a part is called within the part that holds it: '#node', '=answer', '.because[P04]'."""
    if isinstance(part, Node):
        return f"#{part.id}"
    if isinstance(part, Way):
        return f"={part.code}"
    keys = (getattr(part, name, None) for name in ("at", "id", "name", "what"))
    key = part.source.id if isinstance(part, Side) else next((key for key in keys if isinstance(key, str)), "")
    return f".{field}[{key}]" if key else f".{field}"


def trees_with_nodes(parts: Parts) -> Iterator[tuple[str, Tree, Node]]:
    """Yield every node with its tree and the full name of that."""
    for name, tree in parts.library.full_names():
        for node in tree.nodes:
            yield name, tree, node
