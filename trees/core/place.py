"""Where a thing was written, and what is wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True)
class Place:
    """A line of a file, and the lines on which the fields of a call begin.

    `file` is as shown to a reader, with forward slashes; `line` and `column` count from 1.
    """

    file: str
    line: int
    column: int = 1
    lines: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    def of(self, name: str) -> "Place":
        """Return the place of one field of the call, or of the call where the field was left out."""
        return Place(self.file, self.lines.get(name, self.line))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


NOWHERE = Place("", 0)


@dataclass(frozen=True)
class Part:
    """Anything that a file of data writes down: it knows its place, which no author gives."""

    place: Place = field(default=NOWHERE, kw_only=True, repr=False, compare=False)


@dataclass(frozen=True)
class Problem:
    """One thing to mend: `file:line: what is wrong. What may have been meant.`."""

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


PLAIN_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def not_plain(name: str) -> str:
    """Return why a name cannot stand in an address, or nothing."""
    if PLAIN_NAME.fullmatch(name):
        return ""
    suggestion = "_".join(re.findall(r"[a-z0-9]+", name.lower()))
    hint = f" Try '{suggestion}'." if PLAIN_NAME.fullmatch(suggestion) else ""
    return f"'{name}' is not a name of small letters, digits and underscores.{hint}"


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file and line, each once."""
    unique = {(p.place.file, p.place.line, p.text): p for p in problems}
    return [unique[key] for key in sorted(unique)]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ' Did you mean …?' with the nearest known name, or nothing."""
    close = get_close_matches(name, sorted(known), n=1)
    return f" Did you mean '{close[0]}'?" if close else ""


def listed(names: Iterable[str]) -> str:
    """Return names as a reader expects them: 'a', 'b' and 'c'."""
    quoted = [f"'{name}'" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}" if quoted else "nothing"
