"""Hold a value against the type of the field it is written for, and say the difference in words."""

import types
from collections.abc import Sequence
from collections.abc import Sequence as SequenceType
from enum import Enum
from typing import Union, get_args, get_origin

from trees.core.evidence import NotStated, OurQuestion


def fits(value: object, hint: object) -> bool:
    """Return whether a value that was read from a file may stand in a field of that type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return any(fits(value, each) for each in get_args(hint))
    if origin in (Sequence, SequenceType):
        (of,) = get_args(hint)
        return isinstance(value, tuple) and not isinstance(value, Pair) and all(fits(each, of) for each in value)
    if origin is tuple:
        return isinstance(value, Pair) and all(fits(v, h) for v, h in zip(value, get_args(hint), strict=True))
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint) if isinstance(hint, type) else False


class Pair(tuple[object, ...]):
    """Two values in round brackets: a range. A list is read as a plain tuple."""


def expected(hint: object) -> str:
    """Return what a field takes, in words for an author."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        words = dict.fromkeys(expected(each) for each in get_args(hint) if each is not type(None))
        return " or ".join(words)
    if origin in (Sequence, SequenceType):
        of = expected(get_args(hint)[0])
        return f"a list of {of.removeprefix('a ')}s" if of.startswith("a ") else f"a list of {of}"
    if origin is tuple:
        return "a range such as (400, 600)"
    if hint in (int, float):
        return "a number"
    if hint is NotStated:
        return "NOT_STATED"
    if hint is OurQuestion:
        return "OUR_QUESTION"
    if hint is str:
        return "a text"
    if hint is bool:
        return "True or False"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return " or ".join(member.name for member in hint)
    return f"{hint.__name__}(…)" if isinstance(hint, type) else str(hint)


def described(value: object) -> str:
    """Return what was written instead, in words for an author."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value)
        case str():
            return f"the text '{value[:40]}'"
        case int() | float():
            return f"the number {value}"
        case Pair():
            return "a pair in round brackets"
        case tuple():
            return "a list"
        case Enum():
            return value.name
        case NotStated():
            return "NOT_STATED"
        case OurQuestion():
            return "OUR_QUESTION"
        case _:
            return f"{type(value).__name__}(…)"
