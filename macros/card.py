"""The picture of a tree for a shared link: what it is, how far to trust it, and the top of its diagram."""

from dataclasses import dataclass
from html import escape

from macros import drawn
from macros.diagram.measure import MEDIUM, REGULAR, wrap
from macros.diagram.svg import MARGINS, TOP, px, svg, unframed
from macros.head import CARD_SIZE
from trees.core.basis import INVENTED, NOT_ADVICE
from trees.core.library import Library
from trees.core.report import hash_of, sources_quoted
from trees.core.review import review_state

WIDE, HIGH = CARD_SIZE
EDGE = 40
"""Room at the sides, in px."""
LARGEST = 1.5
"""How much larger than on a page a small diagram is drawn; a wide one is as wide as the picture."""
FADE = 70
"""How far up from the lower edge a diagram that goes on below it grows paler, in px."""
TEXT, PALE, BAR, WARNING = "#1f2430", "#4a5261", "#0b5cad", "#8f3900"
TITLES = (46, 38, 32)
"""Sizes of type in which a title is tried, until it takes two lines."""
BOLDER = 0.9
"""Bold letters are wider than the table of widths has them: they get this part of the width."""


@dataclass(frozen=True)
class Style:
    """A line of text: its size, its weight, its color."""

    size: float
    weight: int
    color: str


ABOVE, SOURCES, STATE, ALARM = (
    Style(24, REGULAR, PALE),
    Style(22, REGULAR, TEXT),
    Style(22, MEDIUM, TEXT),
    Style(22, MEDIUM, WARNING),
)


def card(library: Library, name: str, family: str) -> str:
    """Return the picture of a tree as SVG, in a family of letters; the colors of the diagram are a style sheet's."""
    tree, collection = library.trees[name], library.collections[name.partition("/")[0]]
    dates = "; ".join(f"{each.short}, {each.date}" for each in sources_quoted(library, name))
    rows = [
        (f"{collection.title}  ·  {name}@{hash_of(library, name)}", ABOVE),
        (tree.title, titled(tree.title)),
        *([(INVENTED, ALARM)] if collection.invented else []),
        (f"Sources: {dates}. {NOT_ADVICE}", SOURCES),
        (review_state(library, name), STATE),
    ]
    y, lines = 24.0, []
    for says, style in rows:
        room = (WIDE - 2 * EDGE) * (BOLDER if style.weight > MEDIUM else 1)
        for line in wrap(says, room, style.size, min(style.weight, MEDIUM)):
            y += style.size * 1.3
            lines.append(written(line, y, style))
        y += style.size * 0.2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{WIDE}"'
        f' height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}" font-family="{escape(family)}">'
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/><rect width="{WIDE}" height="12" fill="{BAR}"/>'
        f"{''.join(lines)}{drawing(library, name, y + 22)}</svg>"
    )


def titled(title: str) -> Style:
    """Return how a title is set: as large as it can be in two lines."""
    room = (WIDE - 2 * EDGE) * BOLDER
    fitting = (size for size in TITLES if len(wrap(title, room, size, MEDIUM)) <= 2)
    return Style(next(fitting, TITLES[-1]), 700, TEXT)


def written(says: str, y: float, style: Style) -> str:
    """Return a line of text."""
    place = f'x="{EDGE}" y="{px(y)}" font-size="{px(style.size)}" font-weight="{style.weight}" fill="{style.color}"'
    return f"<text {place}>{escape(says, quote=False)}</text>"


def drawing(library: Library, name: str, top: float) -> str:
    """Return the diagram below the text, as large as it is legible; what does not fit goes on below the lower edge."""
    tree, _, title = drawn.drawable(library, name)
    layout = drawn.layout(library, name)
    wide, high = layout.width + MARGINS, layout.height + TOP
    scale = min(LARGEST, (WIDE - 2 * EDGE) / wide)
    room = HIGH - top
    scale = scale if high * scale > room else min(LARGEST, scale, room / high)
    left = (WIDE - wide * scale) / 2
    made = svg(layout, tree, tree_title=title, tree_href=lambda other: "", prefix="card")
    faded = (
        f'<linearGradient id="fade" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/>'
        f'<stop offset="1" stop-color="#fff"/></linearGradient>'
        f'<rect y="{HIGH - FADE}" width="{WIDE}" height="{FADE}" fill="url(#fade)"/>'
        if high * scale > room
        else ""
    )
    moved = f"translate({px(left)} {px(top)}) scale({scale:.4f}) translate({MARGINS // 2} {TOP})"
    return f'<g transform="{moved}">{unframed(made)}</g>{faded}'
