"""The picture of a tree as a file of its own: its diagram, what the shapes mean, what is newer, and whose it is.

It needs nothing beside it: its letters and its colors are inside, it runs no script, and every box is a link to where
its text stands on the site.
"""

from dataclasses import replace
from html import unescape
from re import findall
from typing import NamedTuple

from macros.attribution import Attribution
from macros.diagram.measure import width
from macros.diagram.place import Layout
from macros.diagram.svg import (
    AROUND,
    BASELINE,
    LEFT,
    MARGINS,
    SAMPLE,
    TOP,
    attribute,
    counted,
    plain,
    px,
    rect,
    sample,
    sample_tag,
    svg,
    tag_width,
    text,
    unframed,
)
from macros.downloads.letters import letters
from macros.downloads.material import Material
from macros.downloads.picture_metadata import LANGUAGE, metadata
from macros.downloads.picture_style import PICTURE, family, light, style
from macros.downloads.writing import BODY, HEADING, OUT, STRONG, TITLE, Writing, widest
from macros.figure import how_to_read, kinds_in, marks_in
from trees.core.basis import LICENSE, NOT_ADVICE
from trees.core.nodes import Tree

EDGE, BLOCK = 24, 20
"""Room at the sides, and between the blocks of a picture, in px."""
NARROWEST = 720
"""How wide a picture is at least, in px."""
LETTERS, LABELS = 72, 120
"""How wide a column of letters and of labels may be, in px."""
BELOW = "The notes stand below the diagram, with the letters of the outcomes that they are about."
BESIDE_SAMPLE, APART = 8, 24
"""Between a shape and what it means, and between one meaning and the next, in px."""


class Drawing(NamedTuple):
    """A picture as SVG, and a font for each weight in it, for programs that do not read the fonts inside."""

    svg: str
    fonts: dict[int, bytes]


def picture(material: Material) -> bytes:
    """Return the picture of a tree as an SVG file."""
    return drawn(material).svg.encode("utf-8")


def drawn(material: Material) -> Drawing:
    """Return the picture of a tree; ValueError where it has a character that no letters are there for."""
    of, on, prefix = material.attribution, written(material), prefix_of(material)
    inside = "".join(on.parts)
    # What stands between tags is what is drawn.
    fonts = letters(unescape("".join(findall(r">([^<]+)<", inside))))
    wide, high = on.room + 2 * EDGE, on.y + EDGE
    names = f"{prefix}-t", f"{prefix}-d"
    made = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
        f' class="{PICTURE}" xml:lang="{LANGUAGE}" role="group"{attribute("font-family", family(prefix))}'
        f"{attribute('aria-labelledby', names[0])}{attribute('aria-describedby', names[1])}"
        f' viewBox="0 0 {px(wide)} {px(high)}" width="{px(wide)}" height="{px(high)}">'
        f"<title{attribute('id', names[0])}>{text(f'Decision tree: {plain(of.title)}')}</title>"
        f"<desc{attribute('id', names[1])}>{text(about(of, material.tree))}</desc>{metadata(of)}"
        f"<style>{style(material.docs, prefix, fonts)}</style>"
        f"{light(material.docs, rect('page', 0, 0, wide, high, 0) + inside)}</svg>\n"
    )
    return Drawing(made, fonts)


def prefix_of(material: Material) -> str:
    """Return what the names in a picture begin with, which no other picture has."""
    return f"picture-{material.name.replace('/', '-')}"


def written(material: Material) -> Writing:
    """Return everything that a picture shows, one block below another."""
    of, layout = material.attribution, material.layout
    on = Writing(EDGE, EDGE - 4, max(layout.width + MARGINS, NARROWEST - 2 * EDGE))
    head(on, of)
    on.space(BLOCK)
    diagram(on, material)
    on.space(BLOCK)
    legend(on, layout)
    on.space(BLOCK)
    if of.notes:
        newer(on, of)
        on.space(BLOCK)
    basis(on, of)
    return on


def about(of: Attribution, tree: Tree) -> str:
    """Return in a few sentences what a picture shows, and how far to trust it."""
    linked = f"{counted(tree)} Each box is a link to its text."
    return plain(" ".join([*of.warnings(), linked, rests_on(of), of.review]))


def rests_on(of: Attribution) -> str:
    """Return the dates of the sources, and that they are no advice."""
    return f"Sources: {of.dated}. {NOT_ADVICE}" if of.sources else NOT_ADVICE


def head(on: Writing, of: Attribution) -> None:
    """Write what a reader has to know before the diagram: what it is, of which sources, and how far to trust it."""
    on.paragraph(f"{of.collection.title}. {of.version}", BODY)
    on.paragraph(of.title, TITLE)
    for warning in of.warnings():
        on.space(6)
        frame = on.framed("alarm")
        frame.paragraph(warning, replace(HEADING, class_="alarm-t"))
        on.close(frame)
    on.space(4)
    on.paragraph(rests_on(of), BODY)
    on.paragraph(of.review, STRONG)
    if of.collection.newer:
        on.paragraph(f"Since then: {of.newer}{f' {BELOW}' if of.notes else ''}", STRONG)


def diagram(on: Writing, material: Material) -> None:
    """Draw the diagram in the middle, each of its boxes a link to its text on the site."""
    layout = material.layout
    made = svg(
        layout,
        material.tree,
        tree_title=material.tree_title,
        tree_href=material.tree_href,
        prefix=prefix_of(material),
        href=material.href,
    )
    left = on.x + (on.room - layout.width - MARGINS) // 2 + LEFT
    # In a frame of another page, a link opens the page of the tree and not one more frame.
    boxes = unframed(made).replace("<a ", f"<a {OUT} ")
    on.parts.append(f'<g transform="translate({px(left)} {px(on.y + TOP)})">{boxes}</g>')
    on.space(layout.height + TOP + AROUND)


def legend(on: Writing, layout: Layout) -> None:
    """Draw what the kinds of boxes mean, as many beside each other as there is room for, and how to read them."""
    shape_wide, high = SAMPLE[0] + 4 + BESIDE_SAMPLE, SAMPLE[1] + 4
    end, x = on.x + on.room, on.x
    for kind, says in kinds_in(layout):
        needed = shape_wide + width(says, BODY.size, BODY.weight)
        if x > on.x and x + needed > end:
            x = on.x
            on.space(high + 4)
        meaning(on, sample(kind), says, x, shape_wide)
        x += needed + APART
    on.space(high + 4)
    for mark, adds, says in marks_in(layout):
        meaning(on, sample_tag(mark, adds=adds), says, on.x, tag_width(mark) + 4 + BESIDE_SAMPLE)
        on.space(high + 4)
    on.paragraph(how_to_read(layout), BODY)


def meaning(on: Writing, shape: str, says: str, x: float, beside: float) -> None:
    """Draw a shape and what it means on a line that the next one may share."""
    base = on.y + (SAMPLE[1] + 4) / 2 + BASELINE * BODY.size
    place = f'x="{px(x + beside)}" y="{px(base)}" font-size="{px(BODY.size)}" font-weight="{BODY.weight}"'
    on.parts.append(f'<g transform="translate({px(x)} {px(on.y)})">{shape}</g>')
    on.parts.append(f'<text class="{BODY.class_}" {place}>{text(says)} </text>')


def newer(on: Writing, of: Attribution) -> None:
    """Write every note on what a newer source says since, behind the letters of the outcomes that it stands with."""
    bold, usual = (replace(each, class_="newer-t") for each in (STRONG, BODY))
    frame = on.framed("newer")
    frame.paragraph(f"Since then. {of.newer}", replace(HEADING, class_="newer-t"))
    frame.space(4)
    labels = [", ".join(at) for _, at in of.notes]
    beside = widest(labels, bold, LETTERS)
    for label, note in zip(labels, of.noted(), strict=True):
        frame.row(label, note.removeprefix(f"{label}: "), beside, (bold, usual))
    on.close(frame)


def basis(on: Writing, of: Attribution) -> None:
    """Write whose it is, of which version and day, and what it may be used for."""
    rows = of.rows()
    addresses = {"Source": of.address, "License": LICENSE}
    beside = widest([label for label, _ in rows], STRONG, LABELS)
    for label, says in rows:
        on.row(label, says, beside, (STRONG, BODY), addresses.get(label, ""))
