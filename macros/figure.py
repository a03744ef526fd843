"""The diagram of a tree as it stands on a page: in a region that scrolls by itself, with what its shapes mean."""

from collections.abc import Iterable

from markupsafe import Markup

from macros import drawn as drawn_once
from macros import trust
from macros.diagram.boxes import CHIP, CLASSES, ENTRY, GOTO, JUMP
from macros.diagram.place import Layout
from macros.diagram.sheets import sheet_for
from macros.diagram.svg import sample, sample_tag, svg
from macros.links import Links
from macros.markup import el, joined
from trees.core import wording
from trees.core.nodes import Action, AdviceAgainst, Checklist, Choice, LeftOpen, Measure, Question, Treatment, Tree
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE

LEGEND = (
    *((CLASSES[kind], "Question") for kind in (Question, Measure)),
    (CLASSES[Checklist], "Checklist: every true item counts"),
    (CLASSES[Choice], "Choice: more than one course is named"),
    (CHIP, "Answer"),
    (CLASSES[Treatment], "Treatment"),
    (CLASSES[Action], "Action"),
    (CLASSES[AdviceAgainst], "Advice against"),
    (CLASSES[LeftOpen], "Left open: its text has what is stated"),
    (GOTO, "Goes on at the box it names"),
    (ENTRY, "Goes on from the box it names"),
    (JUMP, "Another tree"),
)
"""What each kind of box means; kinds that mean the same are drawn the same."""
BADGES = "Numbers are questions and choices, letters are outcomes."
SINCE = {
    SAYS_OTHERWISE: "A newer source, of that year, says otherwise: its note comes first.",
    DOES_NOT_SAY: "A newer source does not say this.",
    ADDS: "A newer source adds to it.",
}
"""What the mark of a newer source means."""
FIRMLY = "A word in quotation marks is a source's own, for how firmly it names the treatment."


def figure(links: Links, name: str, tree: Tree, *, paper: bool = True) -> Markup:
    """Return the diagram for the screen and, where paper is meant too and it fits on no sheet, in parts that do."""
    library = links.library
    title = drawn_once.drawable(library, name).tree_title

    def drawn(layout: Layout, prefix: str) -> Markup:
        href = {"tree_title": title, "tree_href": lambda other: links.tree(drawn_once.full(library, name, other))}
        return Markup(svg(layout, tree, prefix=f"{prefix}-{name.replace('/', '-')}", **href))

    layout = drawn_once.layout(library, name)
    sheet = sheet_for(layout)
    caption = f"{tree.title}. {trust.line(links, name)}"
    pages = drawn_once.sheets(library, name) if paper and not sheet else []
    parts = (
        el(
            "div",
            drawn(page.layout, f"sheet-{number}"),
            el("p", f"Part {number} of {len(pages)}: " if len(pages) > 1 else "", caption, class_="dt-caption"),
            legend(page.layout),
            class_=f"dt-sheet dt-{page.sheet.name}",
        )
        for number, page in enumerate(pages, 1)
    )
    return el(
        "figure",
        el("p", el("a", "Skip the diagram, read the steps", href="#steps-of-the-tree"), class_="dt-skip"),
        scrolling(f"Diagram, scrolls sideways: {tree.title}", drawn(layout, "diagram")),
        joined(*parts),
        el("figcaption", el("p", caption, class_="dt-caption"), legend(layout)),
        class_=f"dt-fig dt-{sheet.name}" if sheet else "dt-fig dt-in-parts" if paper else "dt-fig",
        # The steps say the same.
        data_search_exclude=True,
    )


def scrolling(label: str, drawing: Markup) -> Markup:
    """Return a drawing in a region that scrolls by itself, so that the page never does sideways."""
    window = el(
        "div", drawing, class_="dt-scroll", role="region", tabindex="0", aria_label=label, data_search_exclude=True
    )
    # The script shows it where it is so; without the script, the edges of the window are in shadow.
    wide = el("p", "The diagram is wider than this window: it scrolls sideways.", class_="dt-wide", hidden=True)
    return joined(wide, window)


def legend(layout: Layout) -> Markup:
    """Return what the kinds of boxes that a drawing has mean, each with its shape, and how to read what is on them."""
    rows = (el("li", Markup(sample(kind)), " ", says) for kind, says in kinds_in(layout))
    tags = (
        el("p", Markup(sample_tag(mark, adds=adds)), " ", says, class_="dt-legend-note dt-legend-since")
        for mark, adds, says in marks_in(layout)
    )
    return joined(el("ul", *rows, class_="dt-legend"), *tags, el("p", how_to_read(layout), class_="dt-legend-note"))


def kinds_in(layout: Layout) -> list[tuple[str, str]]:
    """Return each kind of box that a drawing has with what it means; kinds that mean the same stand there once."""
    kinds = {placed.box.kind for placed in layout.boxes}
    shown = {says: kind for kind, says in reversed(LEGEND) if kind in kinds}
    return [(kind, says) for says, kind in reversed(shown.items())]


def marks_in(layout: Layout) -> list[tuple[str, bool, str]]:
    """Return each mark of a newer source that a drawing has, whether it only adds, and what it means."""
    marks = {placed.box.since: placed.box.adds for placed in layout.boxes if placed.box.since}
    return [
        (mark, marks[mark], says) for kind, says in SINCE.items() for mark in newest(marks, wording.SINCE_MARKS[kind])
    ]


def how_to_read(layout: Layout) -> str:
    """Return what the numbers and letters of a drawing are, and the words in quotation marks where it has any."""
    return f"{BADGES} {FIRMLY}" if any(placed.box.firmly for placed in layout.boxes) else BADGES


def newest(marks: Iterable[str], sign: str) -> list[str]:
    """Return of the marks with a sign the one with the newest year, or none."""
    return sorted(mark for mark in marks if mark.startswith(sign))[-1:]
