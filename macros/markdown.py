"""Markdown from data: whatever is a text comes out as that text, whatever marks it holds."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

MARKS = re.compile(r"[\\`*_\[\]]|~|<(?=[A-Za-z/!?])|&(?=#?\w+;)|^(?:[#+>=-]|\d+(?=[.)]))")
"""What may mean something to Markdown: within a line, before what looks like HTML, and at the beginning of a line."""

REFERENCES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
"""Marks before which not every reader of Markdown takes a backslash away."""


def plain(text: str) -> str:
    """Return a text so that it reads as it is written, in one line."""
    return MARKS.sub(_escaped, " ".join(text.split()))


def _escaped(mark: re.Match[str]) -> str:
    given = mark.group()
    # A number with a dot begins a list; with a backslash before the dot it does not.
    return REFERENCES.get(given) or (f"{given}\\" if given.isdigit() else f"\\{given}")


def link(text: str, address: str) -> str:
    """Return a link; an address of ours holds no bracket and no space."""
    return f"[{plain(text)}]({address})"


def code(text: str) -> str:
    """Return a name that programs use, such as the code of an answer."""
    return f"`{text}`"


def label(text: str) -> str:
    """Return what a row is called, before what it says."""
    return f"{plain(text)}:"


class Dialect(NamedTuple):
    """How the parts of a line are written in a form: a text, a link to an address, a name for programs, a label."""

    plain: Callable[[str], str]
    link: Callable[[str, str], str]
    code: Callable[[str], str]
    label: Callable[[str], str]


MARKDOWN = Dialect(plain, link, code, label)


class Row:
    """A row of a list, with the rows below it. What it says is in a dialect already, such as Markdown."""

    def __init__(self, says: str, below: "Iterable[Row | str]" = ()) -> None:
        self.says = says
        self.below = [each if isinstance(each, Row) else Row(each) for each in below]

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Yield the row and those below it, each a line."""
        yield f"{'  ' * depth}- {self.says}"
        for each in self.below:
            yield from each.lines(depth + 1)


def listed(rows: Iterable[Row]) -> list[str]:
    """Return rows as the lines of a list."""
    return [line for row in rows for line in row.lines()]
