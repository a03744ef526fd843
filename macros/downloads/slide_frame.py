"""What every slide of a deck has: its title, its last lines, its notes, and the ways to other slides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pptx.slide import Slide

from macros.downloads.material import Material
from macros.downloads.slide_colors import colors
from macros.downloads.slide_facts import last_words
from macros.downloads.slide_file import EDGE, HIGH, NUMBER_WIDE, TITLE_HIGH, TITLE_TOP, WIDE
from macros.downloads.slide_rows import LINK_APART, LINK_WIDE
from macros.downloads.slide_shapes import Canvas
from macros.downloads.slide_text import SMALLEST, Paragraph, height, legal, line, paragraph_height, shown, wrapped
from trees.core.basis import NOT_ADVICE
from trees.core.branches import OtherTree, To

TITLES = (26, 24, 22, 20, 18)
"""Sizes of type in which a title is tried, until it takes one line, or else two."""
CONTENTS = "Contents"
BACK_WIDE, BELOW = 84, 10
ROOM = WIDE - 2 * EDGE
FOOT_WIDE = ROOM - NUMBER_WIDE - BACK_WIDE - 6
"""Room for the last lines of a slide, beside the way back and its number."""


@dataclass(frozen=True)
class Planned:
    """A slide before it is drawn: its title, what draws it, its notes, and the node that it begins."""

    title: str
    draw: Callable[[Canvas], None]
    notes: str
    begins: str = ""


class Frame:
    """The deck of one tree while it is drawn: its slides, and the number of the slide that each node begins on."""

    def __init__(self, given: Material) -> None:
        self.given, self.own = given, given.attribution
        self.colors = colors(given.docs)
        newer = "; ".join(f"{each.short}, {each.date}" for each in self.own.collection.newer)
        dates = [self.own.follows, f"Since then: {newer}."] if newer else [self.own.follows]
        said = [
            *self.own.warnings_of_all(),
            *self.own.suspect_in_short(),
            f"{self.own.version}.",
            *dates,
            self.own.review,
            NOT_ADVICE,
        ]
        self.foot = shown(" ".join(said))
        self.foot_top = HIGH - BELOW - height(self.foot, FOOT_WIDE, SMALLEST)
        self.bottom = self.foot_top - 8
        self.last_words, self.own_rows = last_words(given), self.own.rows()
        self.made: Sequence[Slide] = ()
        self.number_of: Mapping[str, int] = {}

    def end(self, canvas: Canvas, number: int) -> None:
        """Write what every slide ends with: which wording this is, how far to trust it, a way back, its number."""
        place = (EDGE, self.foot_top, FOOT_WIDE, HIGH - BELOW - self.foot_top)
        canvas.text(place, [Paragraph(self.foot)], name="Version and review")
        if number > 2:
            place = (EDGE + FOOT_WIDE + 6, HIGH - BELOW - line(SMALLEST), BACK_WIDE, line(SMALLEST))
            back = canvas.text(place, [Paragraph(CONTENTS)], color=self.link, name="Way back")
            back.click_action.target_slide = self.made[1]
        canvas.number(number)

    @cached_property
    def link(self) -> str:
        """The color of what leads to another slide."""
        return self.colors.stroke("k-question") or "000000"

    def leads(self, shape: Any, to: To) -> None:
        """Let a shape lead to the slide of a node, or to the page of another tree."""
        if isinstance(to, OtherTree):
            shape.click_action.hyperlink.address = legal(self.given.tree_href(to.name))
        else:
            shape.click_action.target_slide = self.made[self.number_of[to] - 1]

    def title_size(self, title: str, right: float = 0) -> tuple[float, float]:
        """Return the size of type of a title, as large as it can be in few lines, and how high it then is."""
        room = ROOM - right
        tried = ((each, lines) for lines in (1, 2) for each in TITLES)
        size = next((each for each, lines in tried if wrapped(title, room, each, bold=True) <= lines), TITLES[-1])
        return size, max(TITLE_HIGH, height(title, room, size, bold=True))

    def titled(self, canvas: Canvas, title: str, right: float = 0, *, like: str = "") -> float:
        """Write a title, in the type of another if it is like one; return where it ends, from the top."""
        size, high = self.title_size(like or title, right)
        canvas.title(shown(title), size, high=high, right=right)
        return TITLE_TOP + high

    def way_on(self, canvas: Canvas, to: To, y: float, high: float) -> None:
        """Write beside a box which slide or page it leads to, as a link."""
        says = "Web page" if isinstance(to, OtherTree) else f"Slide {self.number_of[to]}"
        place = (
            WIDE - EDGE - LINK_WIDE + LINK_APART,
            y + (high - line(SMALLEST)) / 2,
            LINK_WIDE - LINK_APART,
            line(SMALLEST),
        )
        self.leads(canvas.text(place, [Paragraph(says)], color=self.link, name="Go on"), to)

    def rows(self, canvas: Canvas, title: str, rows: list[tuple[str, str]]) -> None:
        """Write rows below a title, warnings first and in their color, in the largest type in which all fit."""
        top = self.titled(canvas, title) + 8
        written_rows = [Paragraph(shown(says), label) for label, says in rows]
        for size in (18, 16, SMALLEST):
            high = sum(paragraph_height(each, ROOM, size) for each in written_rows)
            if high <= self.bottom - top:
                break
        canvas.text((EDGE, top, ROOM, self.bottom - top), written_rows, size=size, name="What this is")

    def whole_notes(self) -> str:
        """Return all that the deck says of itself, and every note of a newer source."""
        rows = [f"{label}: {says}" for label, says in self.own_rows]
        return "\n".join([*rows, *self.own.noted(), "", *self.last_words])
