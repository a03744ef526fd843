"""Suspect statements: their words have changed in the source since, and until a person clears it, readers are told so.

A register holds them, written by a person who saw the change; clearing one is written by a person too.
"""

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from enum import Enum

from trees.core.place import Part


class TextChange(Enum):
    """What has become of the words of a statement in the source."""

    REWORDED = "have changed"
    GONE = "are gone"


REWORDED, GONE = TextChange.REWORDED, TextChange.GONE


@dataclass(frozen=True)
class Cleared(Part):
    """That a person has compared a suspect statement, on a day written YYYY-MM-DD, and why it is trusted again."""

    _: KW_ONLY
    by: str
    date: str
    why: str


@dataclass(frozen=True)
class Suspect(Part):
    """That the words of a statement were found changed in the source, on a day written YYYY-MM-DD.

    `says` is what has changed, in our words.
    """

    statement: str
    _: KW_ONLY
    found: str
    change: TextChange
    says: str
    cleared: Cleared | None = None


def uncleared(suspects: Iterable[Suspect]) -> list[Suspect]:
    """Return those that nobody has cleared."""
    return [each for each in suspects if each.cleared is None]
