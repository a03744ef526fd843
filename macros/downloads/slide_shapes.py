"""What is drawn on a slide: native shapes with text, in groups that move as one, and connectors glued to them."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from macros.diagram.boxes import BAR, CHIP, JUMP, POINT
from macros.diagram.measure import MEDIUM, width
from macros.diagram.svg import INSET, NOTCH, SLOPE
from macros.downloads.slide_boxes import (
    AGAINST,
    ASKED,
    BADGE,
    BELOW_TAG,
    BESIDE,
    CHECKLIST,
    CHOICE,
    OPEN,
    TREATMENT,
    Box,
)
from macros.downloads.slide_colors import Colors
from macros.downloads.slide_file import EDGE, TITLE_HIGH, TITLE_TOP, WIDE
from macros.downloads.slide_text import CENTER, LEFT, SMALLEST, Paragraph, legal, shown, written

OUTLINES = {
    CHIP: MSO_SHAPE.ROUNDED_RECTANGLE,
    OPEN: MSO_SHAPE.ROUNDED_RECTANGLE,
    JUMP: MSO_SHAPE.PENTAGON,
} | dict.fromkeys(ASKED, MSO_SHAPE.HEXAGON)
LEFT_OF, RIGHT_OF = dict.fromkeys(ASKED, 3), dict.fromkeys(ASKED, 0)
"""At which of its points a shape is met from the left and left to the right, where it is not as of a rectangle."""
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""The mark of a shape that a screen reader passes over."""
HEAD = '<a:tailEnd xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="triangle"/>'
NUMBER = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr>'
    "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
    '<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="en-US" sz="{size}"/>'
    "<a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
)


class Canvas:
    """One slide to draw on; lengths are in pt from its left upper corner."""

    def __init__(self, slide: Slide, colors: Colors) -> None:
        self.slide, self.colors = slide, colors
        self.words = colors.fill("k-entry", "w") or "000000"

    def title(self, text: str, size: float, *, high: float = TITLE_HIGH, right: float = 0) -> None:
        """Write the title, `right` pt further from the left than others."""
        shape = self.slide.shapes.title
        assert shape is not None
        shape.left, shape.top = Pt(EDGE + right), Pt(TITLE_TOP)
        shape.width, shape.height = Pt(WIDE - 2 * EDGE - right), Pt(high)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = 0
        self._write(frame, [Paragraph(text)], size, self.words)

    def notes(self, text: str) -> None:
        """Write the speaker notes."""
        frame: Any = self.slide.notes_slide.notes_text_frame
        written(frame, map(Paragraph, text.split("\n")))

    def number(self, number: int) -> None:
        """Write the number of the slide at its right lower corner."""
        tree = self.slide.shapes.element
        used = max(int(each) for each in tree.xpath("//@id") if each.isdigit())
        tree.append(parse_xml(NUMBER.format(id=used + 1, size=100 * SMALLEST, number=number)))

    def text(
        self,
        place: tuple[float, float, float, float],
        paragraphs: Sequence[Paragraph],
        *,
        size: float = SMALLEST,
        border: str | None = None,
        color: str | None = None,
        name: str = "",
        margin: float = 0,
        above: float = 0,
        aligned: str = LEFT,
    ) -> Any:
        """Write paragraphs at a place, as (left, top, width, height), in a border of a color if one is given."""
        shape = self.slide.shapes.add_textbox(*map(Pt, place))
        shape.name = name or "Text"
        if border:
            shape.line.color.rgb, shape.line.width = rgb(border), Pt(2)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = Pt(margin)
        self._write(frame, paragraphs, size, color or self.words, margin_above=above, aligned=aligned)
        return shape

    def bar(self, place: tuple[float, float, float, float], color: str) -> None:
        """Draw a filled rectangle that says nothing."""
        self._decorated(self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, place)), fill=color)

    def box(self, box: Box, left: float, top: float) -> Any:
        """Draw a box with its badge and its tag, as one group if it has any; return the shape that lines meet."""
        kind = box.kind
        inside = kind in (CHECKLIST, CHOICE, AGAINST, TREATMENT)
        shapes: Any = self.slide.shapes
        group = None
        if inside or box.tagged:
            group = shapes.add_group_shape()
            group.name = f"{'Question' if kind in ASKED else 'Outcome'} {box.badge}"
            self._described(group, box.says)
            shapes = group.shapes
        shape = shapes.add_shape(
            OUTLINES.get(kind, MSO_SHAPE.RECTANGLE), Pt(left), Pt(top), Pt(box.width), Pt(box.height)
        )
        shape.name = "Answer" if kind == CHIP else "Other tree" if kind == JUMP else "Words"
        if box.says and group is None:
            self._described(shape, box.says)
        shorter = min(box.width, box.height)
        if kind in ASKED:
            shape.adjustments[0] = SLOPE / shorter
        elif kind == JUMP:
            shape.adjustments[0] = POINT / shorter
        elif box.round:
            shape.adjustments[0] = box.round / shorter
        colors = self.colors
        self._painted(shape, colors.fill(kind), colors.stroke(kind), colors.width(kind), dashed=colors.dashed(kind))
        frame = shape.text_frame
        frame.margin_left = Pt(BESIDE + (BAR if kind == TREATMENT else 0))
        frame.margin_right = Pt(BESIDE)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        color = colors.fill(kind, "w") or self.words
        self._write(frame, [Paragraph(box.words)], box.size, color, aligned=CENTER, anchored=False)
        if box.tagged and kind not in ASKED:
            frame.margin_top = Pt(BELOW_TAG)
        written(frame, map(Paragraph, box.more), SMALLEST, color, CENTER, more=True)
        if inside:
            self._inside(shapes, box, left, top)
        if box.badge:
            self._badge(shapes, box, left, top)
        if box.since:
            self._tag(shapes, box, left, top)
        return shape

    def _inside(self, shapes: Any, box: Box, left: float, top: float) -> None:
        """Draw the second border of a box, or the bar of a treatment."""
        kind, wide, high = box.kind, box.width, box.height
        if kind == TREATMENT:
            bar = shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(top), Pt(BAR), Pt(high))
            self._decorated(bar, fill=self.colors.fill(kind, "bar"))
            return
        aside, above = (SLOPE, 0) if kind == CHECKLIST else (INSET, INSET)
        outline = MSO_SHAPE.HEXAGON if kind == CHOICE else MSO_SHAPE.RECTANGLE
        wide, high = wide - 2 * aside, high - 2 * above
        second = shapes.add_shape(outline, Pt(left + aside), Pt(top + above), Pt(wide), Pt(high))
        if kind == CHOICE:
            second.adjustments[0] = SLOPE / min(wide, high)
        self._decorated(second, stroke=self.colors.stroke(kind, "b2"))

    def _badge(self, shapes: Any, box: Box, left: float, top: float) -> None:
        """Draw the number or the letter of a box: round for what is asked, square for outcomes."""
        asked = box.kind in ASKED
        wide = max(BADGE, round(width(box.badge, SMALLEST, MEDIUM)) + 10)
        at = left + SLOPE - wide / 2 if asked else left - 6
        outline = MSO_SHAPE.ROUNDED_RECTANGLE if asked else MSO_SHAPE.RECTANGLE
        shape = shapes.add_shape(outline, Pt(at), Pt(top - BADGE / 2), Pt(wide), Pt(BADGE))
        if asked:
            shape.adjustments[0] = 0.5
        self._small(shape, box.badge, self.colors.fill(box.kind, "tagc"), self.colors.fill(box.kind, "tag"), "Badge")

    def _tag(self, shapes: Any, box: Box, left: float, top: float) -> None:
        """Draw the tag with the mark and the year of a newer source, notched at its left; hollow where it only adds."""
        wide = tag_width(box.since)
        right, middle = left + box.width, top
        builder = shapes.build_freeform(Pt(right - wide), Pt(middle - BADGE / 2))
        corners = [(right, -BADGE / 2), (right, BADGE / 2), (right - wide, BADGE / 2), (right - wide + NOTCH, 0)]
        builder.add_line_segments([(Pt(x), Pt(middle + y)) for x, y in corners], close=True)
        shape = builder.convert_to_shape()
        adds = ".adds" if box.adds else ""
        self._small(
            shape,
            shown(box.since),
            self.colors.fill("", f"sincec{adds}"),
            self.colors.fill("", f"since{adds}"),
            "Newer source",
            stroke=self.colors.stroke("", f"sincec{adds}"),
        )
        shape.text_frame.margin_left = Pt(NOTCH)

    def _small(
        self, shape: Any, text: str, fill: str | None, color: str | None, name: str, stroke: str | None = None
    ) -> None:
        shape.name = name
        self._painted(shape, fill, stroke, 1.4)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = 0
        self._write(frame, [Paragraph(text)], SMALLEST, color or self.words, aligned=CENTER, anchored=False)
        frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, False

    def connect(self, start: tuple[Any, str], end: tuple[Any, str]) -> None:
        """Draw a line with an arrow head from the right of a shape to the left of another; each with its kind."""
        (first, from_kind), (last, to_kind) = start, end
        x, y = first.left + first.width, first.top + first.height // 2
        to_x, to_y = last.left, last.top + last.height // 2
        straight = abs(to_y - y) < Pt(1)
        kind = MSO_CONNECTOR.STRAIGHT if straight else MSO_CONNECTOR.ELBOW
        made: Any = self.slide.shapes.add_connector(kind, x, y, to_x, y if straight else to_y)
        made.begin_connect(first, RIGHT_OF.get(from_kind, 3))
        made.end_connect(last, LEFT_OF.get(to_kind, 1))
        # Those two know the points of rectangles alone.
        made.begin_x, made.begin_y, made.end_x, made.end_y = x, y, to_x, y if straight else to_y
        made.name = "Line"
        style = made.element.find("{*}style")
        if style is not None:
            made.element.remove(style)
        made.line.color.rgb = rgb(self.colors.stroke("", "l") or self.words)
        made.line.width = Pt(1.5)
        made.line._get_or_add_ln().append(parse_xml(HEAD))
        self._unread(made)

    def _decorated(self, shape: Any, *, fill: str | None = None, stroke: str | None = None) -> None:
        shape.name = "Decoration"
        self._painted(shape, fill, stroke, 1.25)
        self._unread(shape)

    @staticmethod
    def _unread(shape: Any) -> None:
        shape.element.xpath(".//p:cNvPr")[0].append(parse_xml(DECORATIVE))

    @staticmethod
    def _described(shape: Any, says: str) -> None:
        shape.element.xpath(".//p:cNvPr")[0].set("descr", legal(says))

    @staticmethod
    def _painted(shape: Any, fill: str | None, stroke: str | None, wide: float, *, dashed: bool = False) -> None:
        """Give a shape its own fill and border, and nothing of the theme's."""
        style = shape.element.find("{*}style")
        if style is not None:
            shape.element.remove(style)
        if fill:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(fill)
        else:
            shape.fill.background()
        if stroke:
            shape.line.color.rgb, shape.line.width = rgb(stroke), Pt(wide)
            if dashed:
                shape.line.dash_style = MSO_LINE.DASH
        else:
            shape.line.fill.background()

    def _write(
        self,
        frame: Any,
        paragraphs: Sequence[Paragraph],
        size: float,
        color: str,
        *,
        margin_above: float = 0,
        aligned: str = "",
        anchored: bool = True,
    ) -> None:
        """Write paragraphs into a frame that neither shrinks them nor grows with them."""
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_top = frame.margin_bottom = Pt(margin_above)
        if anchored and aligned:
            frame.vertical_anchor = MSO_ANCHOR.TOP
        written(frame, paragraphs, size, color, aligned)


def rgb(digits: str) -> RGBColor:
    """Return a color by its six digits."""
    return RGBColor(*bytes.fromhex(digits))  # type: ignore[no-untyped-call]


def tag_width(mark: str) -> float:
    """Return how wide the tag with the mark of a newer source is."""
    return round(width(mark, SMALLEST, MEDIUM)) + NOTCH + 12
