"""Text on a slide: how large it is set, how much room it takes, in pt, and what a file of XML can hold of it."""

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from math import ceil
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml

from macros.diagram.measure import MEDIUM, REGULAR, joined, width
from macros.markdown import Dialect, Row

SMALLEST = 14
"""No text on a slide is smaller than this, in pt: it has to be read from the last row."""
LINE = 1.2
"""How high a line is, as a part of the size of its type."""
ABOVE, BULLET = 4, "• "
LEFT, CENTER = "l", "ctr"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Paragraph(NamedTuple):
    """A paragraph: a label in bold letters, if any, and the text behind it, set off by a bullet where it says so."""

    text: str
    label: str = ""
    bullet: bool = False

    @property
    def head(self) -> str:
        """The label as it is written."""
        return f"{self.label}: " if self.label else ""

    @property
    def above(self) -> float:
        """The room above the paragraph, in pt: what has a label begins something."""
        return ABOVE if self.label else 0


def in_words(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


IN_WORDS = Dialect(in_words, lambda text, _: in_words(text), in_words, lambda text: f"{in_words(text)}:")
"""How what a tree says is written where nothing means anything: a link keeps its words."""


def legal(text: str) -> str:
    """Return a text with a replacement character for each that XML 1.0 cannot hold, or should not."""
    return ILLEGAL.sub("\ufffd", text)


@cache
def shown(text: str) -> str:
    """Return a text in one line as it is written on a slide: a dose never parts from its unit."""
    return joined(legal(text))


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes at most in a room of so many pt, filled as office programs fill them."""
    return lines_of(((text, MEDIUM if bold else REGULAR),), room, size)


def lines_of(parts: Iterable[tuple[str, int]], room: float, size: float) -> int:
    """Return how many lines texts of several weights take one behind the other."""
    lines, left = 0, 0.0
    for text, weight in parts:
        space = word_width(" ", weight) * size
        for word in shown(text).split(" ") if text.split() else ():
            wide = word_width(word, weight) * size
            if lines and wide + space <= left:
                left -= wide + space
                continue
            # What is wider than a line is broken where the line ends.
            more = ceil(wide / room)
            lines += more
            left = more * room - wide
    return lines


@cache
def word_width(word: str, weight: int) -> float:
    """Return how wide a word is at most, as a part of the size of its type."""
    return width(word, 1, weight)


def height(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """Return how high a text is in a room of so many pt."""
    return wrapped(text, room, size, bold=bold) * line(size)


def paragraph_height(given: Paragraph, room: float, size: float) -> float:
    """Return how high a paragraph is, with the room above it; its label is in bold letters."""
    parts = ((given.head, MEDIUM), (f"{BULLET if given.bullet else ''}{given.text}", REGULAR))
    return lines_of(parts, room, size) * line(size) + given.above


def line(size: float) -> float:
    """Return how high a line of a size of type is, in pt."""
    return round(size * LINE)


def told(row: Row, depth: int = 0) -> list[str]:
    """Return a row and those below it as lines of plain text."""
    return [
        f"{'  ' * depth}{'- ' if depth else ''}{row.says}",
        *(x for y in row.below for x in told(y, depth + 1)),
    ]


def written(
    frame: Any,
    paragraphs: Iterable[Paragraph],
    size: float | None = None,
    color: str = "",
    aligned: str = "",
    *,
    more: bool = False,
) -> None:
    """Write paragraphs into a frame, or below what it holds where there is `more`; without a size as the frame has it.

    Setting each of their properties by itself takes several times as long.
    """
    body = frame._txBody
    if not more:
        for each in list(body.iterchildren(f"{{{DRAWING}}}p")):
            body.remove(each)
    for given in paragraphs:
        body.append(parse_xml(f'<a:p xmlns:a="{DRAWING}">{inside(given, size, color, aligned)}</a:p>'))


def inside(given: Paragraph, size: float | None, color: str, aligned: str) -> str:
    """Return the XML of what stands in a paragraph."""
    runs = ((given.head, ' b="1"'), (f"{BULLET if given.bullet else ''}{given.text}", ""))
    if size is None:
        how, look = '<a:rPr lang="en-US"', "/>"
        before = ""
    else:
        how = f'<a:rPr lang="en-US" sz="{round(100 * size)}"'
        look = f'><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:rPr>'
        spacing = f'<a:lnSpc><a:spcPts val="{round(100 * line(size))}"/></a:lnSpc>'
        above = f'<a:spcBef><a:spcPts val="{round(100 * given.above)}"/></a:spcBef>'
        before = f"<a:pPr{f' algn={quoteattr(aligned)}' if aligned else ''}>{spacing}{above}</a:pPr>"
    return before + "".join(
        f"<a:r>{how}{bold}{look}<a:t>{escape(legal(text), quote=False)}</a:t></a:r>"
        for text, bold in runs
        if text.strip()
    )
