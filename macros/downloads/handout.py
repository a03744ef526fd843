"""What stands on a handout, in its order: whose it is and how far to trust it, the diagram in sheets, every step.

The words are those of the Markdown of the tree and of its attribution; here they only find their places.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from macros.card_style import painted_by, resolved
from macros.diagram.boxes import CHIP, CLASSES, ENTRY, JUMP
from macros.diagram.place import Layout
from macros.diagram.sheets import Page
from macros.diagram.svg import AROUND, LEFT, MARGINS, TOP, counted, sample, sample_tag, svg
from macros.downloads import marked
from macros.downloads.inter import FAMILY
from macros.downloads.marked import MARKED, Said, pieces, said
from macros.downloads.material import Material
from macros.figure import how_to_read, kinds_in, marks_in
from macros.links import Links
from macros.markdown import Row
from macros.twin import OURS, SINCE_THEN, Twin
from trees.core import wording
from trees.core.branches import Event, Onward, Way
from trees.core.nodes import OUTCOMES, Node
from trees.core.report import sources_quoted

SAME = "Each box is a link to its step, and the steps say the same in words."


class HandoutTwin(Twin):
    """The words of a tree for readers on paper: no codes of answers, and other trees stand on the site."""

    def twin_of(self, tree: str, anchor: str = "") -> str:
        """Return the address of another tree, or of a step in it."""
        return self.links.tree(tree, anchor)

    def called(self, way: Way) -> str:
        """Return that a way is through time, or goes on at once; of an answer its words say enough."""
        return f"{type(way).__name__.lower()}: " if isinstance(way, Event | Onward) else ""


class Handout:
    """The data of one tree's handout, for the template beside this file: texts, numbers in px, drawings as SVG."""

    def __init__(self, material: Material) -> None:
        self.material, self.tree = material, material.tree
        self.attribution = material.attribution
        links: Links = material.links
        self.twin = HandoutTwin(links, material.uses, material.name, MARKED)

    @cached_property
    def style(self) -> str:
        """The style of drawings, with the colors of a light page."""
        return resolved(painted_by(self.material.docs))

    def data(self) -> dict[str, Any]:
        """Return everything that the template needs."""
        given = self.attribution
        collection = self.material.links.collection(given.collection.id)
        return {
            "family": FAMILY,
            "named": " ".join(given.title.split()),
            "title": marked.plain(given.title),
            "author": given.author,
            "description": self.described(),
            "keywords": [given.version, given.sha256, given.review],
            "day": [int(each) for each in given.day.split("-")],
            "warnings": [marked.plain(each) for each in given.warnings()],
            "collection": pieces(marked.link(given.collection.title, collection)),
            "purpose": marked.plain(self.tree.purpose),
            "about": said(self.about()),
            "footer": self.footer(),
            "sheets": list(self.sheets()),
            "ours": OURS,
            "steps": [self.step(node) for node in self.tree.nodes],
            "terms": said(self.twin.terms()),
            "sources": said(Row(self.twin.source(each)) for each in sources_quoted(self.material.library, given.name)),
        }

    def about(self) -> Iterator[Row]:
        """Yield the attribution, but for what stands above it in larger letters."""
        given = self.attribution
        for label, value in given.rows():
            if label not in ("Warning", "Title"):
                says = marked.link(value, value) if value == given.address else marked.plain(value)
                yield self.twin.row(label, says)

    def described(self) -> str:
        """Return all that the file says of itself where a program looks, with every note on what is newer."""
        rows = (f"{label}: {says}" for label, says in self.attribution.rows())
        return "\n".join([*rows, *self.attribution.noted()])

    def footer(self) -> list[list[str]]:
        """Return the lines at the foot of every page, each in parts: a sheet that lies alone says what it is."""
        given = self.attribution
        lines = [given.warnings(), [given.title, given.version], [given.dated, given.review]]
        return [[marked.plain(each) for each in line if each] for line in lines if line]

    def sheets(self) -> Iterator[dict[str, Any]]:
        """Yield each part of the diagram, with its caption and what its boxes mean."""
        pages = self.material.sheets
        for number, page in enumerate(pages, 1):
            part = f"Part {number} of {len(pages)}: " if len(pages) > 1 else ""
            yield self.sheet(page, f"{part}{marked.plain(self.tree.title)}", number)

    def sheet(self, page: Page, caption: str, number: int) -> dict[str, Any]:
        """Return one sheet."""
        layout = page.layout
        return {
            "lying": page.sheet.name == "lying",
            "caption": caption,
            "drawing": self.drawing(layout, number),
            "alternative": f"Decision tree, {caption}. {counted(self.tree)} {SAME}",
            "width": layout.width + MARGINS,
            "height": layout.height + TOP + AROUND,
            "links": list(self.boxes(layout)),
            "kinds": [self.sample(sample(kind), says) for kind, says in kinds_in(layout)],
            "tags": [self.sample(sample_tag(mark, adds=adds), says) for mark, adds, says in marks_in(layout)],
            "reading": how_to_read(layout),
        }

    def drawing(self, layout: Layout, number: int) -> str:
        """Return a drawing that needs no page: with its own style and letters."""
        href = {"tree_title": self.material.tree_title, "tree_href": self.material.tree_href}
        return self.styled(svg(layout, self.tree, prefix=f"sheet-{number}", **href))

    def styled(self, drawn: str) -> str:
        """Return a drawing with its style within it."""
        head, _, rest = drawn.partition(">")
        return f'{head} font-family="{FAMILY}"><style>{self.style}</style>{rest}'

    def sample(self, shape: str, says: str) -> dict[str, str]:
        """Return what a shape means, with a sample of it."""
        return {"shape": self.styled(shape), "says": says}

    def boxes(self, layout: Layout) -> Iterator[dict[str, Any]]:
        """Yield where each box stands that leads somewhere, in reading order: to its step here, or to another tree."""
        place = {node.id: index for index, node in enumerate(self.tree.nodes)}
        for placed in sorted(layout.boxes, key=lambda each: place[each.box.of]):
            box = placed.box
            if box.kind in (CHIP, ENTRY):
                continue
            to = self.material.tree_href(box.about) if box.kind == JUMP else f"#{box.about}"
            yield {"x": placed.x + LEFT, "y": placed.y + TOP, "width": box.width, "height": box.height, "to": to}

    def step(self, node: Node) -> dict[str, Any]:
        """Return one step: its heading with the word of strength and the mark of what is newer, and its rows."""
        return {
            "id": node.id,
            "badge": self.material.badges[node.id],
            "round": not isinstance(node, OUTCOMES),
            "color": self.color(CLASSES[type(node)]),
            "title": marked.plain(wording.title(node)),
            "firmly": marked.plain(wording.firmly(node)),
            "mark": marked.plain(wording.since_mark(node)),
            "kind": marked.plain(wording.kind(node)),
            "rows": [{**row, "newer": is_newer(row)} for row in said(self.twin.step(node))],
        }

    def color(self, kind: str) -> str:
        """Return the color of the badge of a kind of box."""
        found = re.search(rf"\.{kind} \.tagc\{{[^}}]*?fill:\s*(#\w+)", self.style)
        if found is None:
            raise ValueError(f"The style of drawings has no color for the badge of a {kind}.")
        return found[1]


def is_newer(row: Said) -> bool:
    """Return whether a row says what newer sources do."""
    return row["says"][:1] == pieces(marked.label(SINCE_THEN))
