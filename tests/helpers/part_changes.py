"""Every library that differs from another in one field of one part, wherever in it that part stands."""

from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from typing import NamedTuple, TypeVar

from trees.core.evidence import NotStated, OurQuestion
from trees.core.kinds import fits
from trees.core.library import Library
from trees.core.place import Part
from trees.core.read import HINTS

T = TypeVar("T")
MORE = " zz"


class Change(NamedTuple):
    """A library that differs in one field of one part, and which field of which part that is."""

    root: str
    part: str
    field: str
    library: Library


def changes(library: Library) -> Iterator[Change]:
    """Yield a library for each other value of each field of each part; a part that stands in several places is one."""
    seen: set[int] = set()
    for root, value in roots(library):
        for part in parts(value):
            if id(part) in seen:
                continue
            seen.add(id(part))
            for each in fields(part):
                if each.name == "place":
                    continue
                hint = HINTS[type(part)][each.name]
                for other in (other for other in others(getattr(part, each.name)) if fits(other, hint)):
                    new = replace(part, **{each.name: other})
                    yield Change(root, type(part).__name__, each.name, rebuilt_library(library, part, new))


def roots(library: Library) -> Iterator[tuple[str, Part]]:
    """Yield every root of a library with its name."""
    yield from library.collections.items()
    yield from library.trees.items()
    for known in (library.trials, library.differences, library.terms):
        for collection, named in known.items():
            yield from ((f"{collection}:{name}", part) for name, part in named.items())
    yield from library.drugs.items()
    yield from library.registers.items()


def parts(value: object) -> Iterator[Part]:
    """Yield a part and every part within it, a source included."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif isinstance(value, Part):
        yield value
        for field in fields(value):
            if field.name != "place":
                yield from parts(getattr(value, field.name))


def others(value: object) -> Iterator[object]:
    """Yield what may stand in the place of a value, as unlike it as a slip of the pen."""
    match value:
        case bool():
            yield not value
        case str():
            yield value + MORE
        case int() | float():
            yield value + 1
        case Enum():
            yield next(each for each in type(value) if each is not value)
        case NotStated() | OurQuestion():
            yield type(value).__name__
        case None:
            yield MORE.strip()
        case tuple() if value:
            yield value[:-1]
            if len(value) > 1:
                yield value[::-1]


def rebuilt_library(library: Library, old: Part, new: Part) -> Library:
    """Return a library in which one part stands for another, wherever it stood."""
    memo: dict[int, object] = {id(old): new}

    def in_each(known: dict[str, T]) -> dict[str, T]:
        return {name: rebuilt(value, memo) for name, value in known.items()}

    return replace(
        library,
        collections=in_each(library.collections),
        trees=in_each(library.trees),
        registers=in_each(library.registers),
        drugs=in_each(library.drugs),
        trials={name: in_each(known) for name, known in library.trials.items()},
        differences={name: in_each(known) for name, known in library.differences.items()},
        terms={name: in_each(known) for name, known in library.terms.items()},
    )


def rebuilt(value: T, memo: dict[int, object]) -> T:
    """Return a value with what the memo has for each part in it; a part in which nothing changes stays what it is."""
    if isinstance(value, tuple):
        made = tuple(rebuilt(each, memo) for each in value)
        same = all(new is old for new, old in zip(made, value, strict=True))
        return value if same else made  # type: ignore[return-value]
    if not isinstance(value, Part):
        return value
    if id(value) not in memo:
        held = {each.name: getattr(value, each.name) for each in fields(value) if each.name != "place"}
        now = {name: rebuilt(each, memo) for name, each in held.items()}
        memo[id(value)] = value if all(now[name] is held[name] for name in held) else replace(value, **now)
    return memo[id(value)]  # type: ignore[return-value]
