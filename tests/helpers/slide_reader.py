"""A reader of decks that knows neither the trees nor how slides are made: shapes, text, lines, links, and the graph."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.util import Pt

from macros.diagram.measure import MEDIUM, REGULAR, width

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BADGE = re.compile(r"(\w+)(?:, \d+ of \d+)?(?: \([≠–+] \d+\))?: ")
RIGHT = {MSO_SHAPE.HEXAGON: 0}
LEFT = {MSO_SHAPE.HEXAGON: 3}


@dataclass(frozen=True)
class Way:
    """One way out of a step: its words, and the badge that it leads to, or the address of another tree."""

    says: str
    to: str


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


class DeckRead:
    def __init__(self, content: bytes) -> None:
        self.deck: Any = Presentation(io.BytesIO(content))
        self.slides: list[Any] = list(self.deck.slides)
        self.number = {slide.slide_id: at for at, slide in enumerate(self.slides, 1)}
        self.title = {slide.slide_id: plain(slide.shapes.title.text_frame.text) for slide in self.slides}
        self.drawn = {slide.slide_id: list(shapes_in(slide)) for slide in self.slides}
        self.said: dict[int, str] = {}
        self.contents = dict(self._contents())

    def titles(self) -> list[str]:
        return [self.title[slide.slide_id] for slide in self.slides]

    def shapes(self, slide: Any) -> list[Any]:
        """Return every shape of a slide, those in groups one by one, in the order in which they are read."""
        return self.drawn[slide.slide_id]

    def text(self, slide: Any) -> str:
        if slide.slide_id not in self.said:
            texts = (each.text_frame.text for each in self.shapes(slide) if each.has_text_frame)
            self.said[slide.slide_id] = plain("\n".join(texts))
        return self.said[slide.slide_id]

    def notes(self, slide: Any) -> str:
        return plain(slide.notes_slide.notes_text_frame.text)

    def _contents(self) -> Iterator[tuple[int, tuple[str, str]]]:
        """Yield the number of the slide that each row of the contents leads to, its badge, and the row."""
        for slide, title in zip(self.slides, self.titles(), strict=True):
            if title.startswith("Contents"):
                for shape in slide.shapes:
                    if shape.name == "Row":
                        row = plain(shape.text_frame.text)
                        yield self.number[shape.click_action.target_slide.slide_id], (badge_of(row), row)

    def led_to(self, shape: Any) -> str:
        """Return what a shape leads to: the badge of the step whose first slide it is, or an address."""
        slide = shape.click_action.target_slide
        if slide is None:
            return str(shape.click_action.hyperlink.address)
        return self.contents[self.number[slide.slide_id]][0]

    def graph(self) -> dict[str, list[Way]]:
        """Return the ways out of every step, by following lines and links."""
        found: dict[str, list[Way]] = {}
        for slide, title in zip(self.slides, self.titles(), strict=True):
            lines = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.LINE]
            if lines:
                asked, ways = self._asked(slide, lines)
                found.setdefault(asked, []).extend(ways)
            for shape in slide.shapes:
                if shape.name == "What may follow" and shape.click_action.action is not None:
                    says, _, _ = plain(shape.text_frame.text).removeprefix("• ").partition(" → ")
                    found.setdefault(badge_of(title), []).append(Way(says, self.led_to(shape)))
        return found

    def _asked(self, slide: Any, lines: list[Any]) -> tuple[str, list[Way]]:
        by_id = {each.shape_id: each for each in self.shapes(slide)}
        ends = [glued(line) for line in lines]
        after = dict(ends)
        (asked,) = {start for start, _ in ends} - {end for _, end in ends}
        chips = [end for start, end in ends if start == asked]
        boxes = [by_id[after[chip]] for chip in chips]
        for box in boxes:
            # The badge beside the box says the same as its link.
            badge = badge_beside(slide, box)
            assert badge is None or self.led_to(box) == badge
        ways = [
            Way(plain(by_id[chip].text_frame.text), self.led_to(box)) for chip, box in zip(chips, boxes, strict=True)
        ]
        found = badge_beside(slide, by_id[asked])
        assert found is not None
        return found, ways


def badge_of(text: str) -> str:
    """Return the badge that the title of an outcome or a row of the contents begins with, else nothing."""
    found = BADGE.match(text)
    return found[1] if found else ""


def badge_beside(slide: Any, box: Any) -> str | None:
    for group in slide.shapes:
        if group.shape_type == MSO_SHAPE_TYPE.GROUP and box.shape_id in {each.shape_id for each in group.shapes}:
            (badge,) = (each.text_frame.text for each in group.shapes if each.name == "Badge")
            return str(badge)
    return None


def glued(line: Any) -> tuple[int, int]:
    """Return the ids of the shapes that a line begins and ends at."""
    start, end = line.element.find(f".//{DRAWING}stCxn"), line.element.find(f".//{DRAWING}endCxn")
    return int(start.get("id")), int(end.get("id"))


def points(line: Any) -> tuple[int, int]:
    """Return at which of their points."""
    start, end = line.element.find(f".//{DRAWING}stCxn"), line.element.find(f".//{DRAWING}endCxn")
    return int(start.get("idx")), int(end.get("idx"))


def outline(shape: Any) -> Any:
    """Return the outline of a shape that is one of those every program knows, else None."""
    return shape.auto_shape_type if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE else None


def shapes_in(slide: Any) -> Iterator[Any]:
    """Yield every shape of a slide, those in groups one by one, in the order in which they are read."""
    for shape in slide.shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shape.shapes
        else:
            yield shape


def text_room(shape: Any) -> tuple[float, float]:
    """Return how wide and how high the text of a shape may be, in pt, as Office Open XML has it for its outline."""
    wide, high = shape.width / 12700, shape.height / 12700
    frame, form = shape.text_frame, outline(shape)
    free_wide = free_high = 0.0
    if form == MSO_SHAPE.HEXAGON:
        shorter = min(wide, high)
        most, given = 50000 * wide / shorter, shape.adjustments[0] * 100000
        part = 2 + 2 * given / (most / 2)
        assert given < most / 2
        free_wide, free_high = 2 * wide * part / 24, 2 * high * part / 24
    elif form == MSO_SHAPE.PENTAGON:
        free_wide = min(wide, high) * shape.adjustments[0] / 2
    elif form == MSO_SHAPE.ROUNDED_RECTANGLE:
        free_wide = free_high = 2 * 0.29289 * min(wide, high) * shape.adjustments[0]
    beside = (frame.margin_left + frame.margin_right) / 12700
    above = (frame.margin_top + frame.margin_bottom) / 12700
    return wide - free_wide - beside, high - free_high - above


def text_height(shape: Any, room: float) -> float:
    """Return how high the text of a shape is at most in that room, in pt: each line is filled with words."""
    total = 0.0
    for paragraph in shape.text_frame.paragraphs:
        lines, left = 0, 0.0
        for run in paragraph.runs:
            size, weight = run.font.size / 12700, MEDIUM if run.font.bold else REGULAR
            for word in run.text.split(" "):
                wide = width(word, size, weight)
                space = width(" ", size, weight)
                if lines and wide + space <= left + 0.01:
                    left -= wide + space
                elif word:
                    lines += ceil(wide / room)
                    left = room * ceil(wide / room) - wide
        total += lines * paragraph.line_spacing / 12700 + (paragraph.space_before or 0) / 12700
    return total


def edges(shape: Any) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower edge of a shape, in pt."""
    return tuple(each / Pt(1) for each in (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height))  # type: ignore[return-value]
