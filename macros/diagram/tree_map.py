"""The map: all trees of each collection, and which leads to which.

A tree stands as many rows down as the fewest steps lead to it from the first tree of its collection. Lines lead from
a row to the next one where they cross nothing; every other way out of a tree is a number in its box.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from macros.diagram.boxes import BOX, Box, Sketch, set_box
from macros.diagram.check import faults
from macros.diagram.place import Layout, Link, Placed, place
from macros.diagram.svg import BASELINE, TOP, attribute, badge, framed, one_line, one_text, rect, words
from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import ways

TREE = "k-tree"
MAX_WIDTH = 984
TEXT_WIDTHS = (170, 150, 130, 112, 96, 84)
PILL, PILL_HIGH, BETWEEN, BELOW = 28, 24, 6, 12
"""The size of a number in a box, and how far it stands from the next one and from the lower edge, in px."""
TITLE, TITLE_SIZE, APART = 34, 15, 40
"""How much room the title of a collection takes, the size of its type, and what parts two collections, in px."""


@dataclass(frozen=True)
class Chart:
    """The trees of one collection: their full names in reading order, and where each leads, in reading order."""

    collection: str
    title: str
    trees: Mapping[str, str]
    leads: Mapping[str, Sequence[str]]

    def number(self, tree: str) -> str:
        """Return the number of a tree in its collection."""
        return str(list(self.trees).index(tree) + 1)

    def rows(self) -> dict[str, int]:
        """Return how many steps lead to each tree from the first; what nothing leads to starts anew."""
        row: dict[str, int] = {}
        for start in self.trees:
            if start in row:
                continue
            row[start], queue = 0, [start]
            while queue:
                tree = queue.pop(0)
                for other in self.leads[tree]:
                    if other not in row:
                        row[other] = row[tree] + 1
                        queue.append(other)
        return row


def chart(library: Library, collection: str) -> Chart:
    """Return what leads to what in a collection."""
    trees = {f"{collection}/{tree.id}": tree for tree in library.in_order(collection)}
    leads: dict[str, list[str]] = {}
    for name, tree in trees.items():
        jumps = (way.to for node in tree.nodes for way in ways(node) if isinstance(way.to, OtherTree))
        found = {other for jump in jumps if (other := library.jump(name, jump)) and other != name}
        leads[name] = [other for other in trees if other in found]
    titles = {name: tree.title for name, tree in trees.items()}
    return Chart(collection, library.collections[collection].title, titles, leads)


def lay_out_map(given: Chart) -> tuple[Layout, set[Link]]:
    """Return where the trees of a collection stand, and the ways that are lines; ValueError when lines must cross."""
    row = given.rows()
    down = [(a, b) for a in given.trees for b in given.leads[a] if row[b] == row[a] + 1]
    # What first leads to a tree holds it in its place: without that line it would stand in the first row.
    held = {b: (a, b) for a, b in reversed(down)}
    for width in TEXT_WIDTHS:
        lines = set(held.values())
        layout = place(sketch(given, lines, width))
        if layout.width > MAX_WIDTH and width != TEXT_WIDTHS[-1]:
            continue
        for fault in faults(layout):
            raise ValueError(f"The map of the collection '{given.collection}' cannot be drawn: {fault}.")
        for way in down:
            more = place(sketch(given, {*lines, way}, width))
            if more.width <= max(MAX_WIDTH, layout.width) and not any(faults(more)):
                lines, layout = {*lines, way}, more
        return layout, lines
    raise AssertionError("The narrowest text is always taken.")


def sketch(given: Chart, lines: set[Link], width: float) -> Sketch:
    """Return the boxes of the trees, each with room for the numbers of the trees that no line leads to."""
    boxes = []
    for name, title in given.trees.items():
        box = set_box(Box(name, name, TREE, BOX, given.number(name), name), title, width)
        others = len(beside(given, lines, name))
        if others:
            room = others * PILL + (others - 1) * BETWEEN + 2 * BELOW
            box = replace(box, width=max(box.width, room), height=box.height + PILL_HIGH + BELOW)
        boxes.append(box)
    links = [(a, b) for a in given.trees for b in given.leads[a] if (a, b) in lines]
    return Sketch(tuple(boxes), tuple(links))


def beside(given: Chart, lines: set[Link], tree: str) -> list[str]:
    """Return the trees that a tree leads to and that no line leads to from it."""
    return [other for other in given.leads[tree] if (tree, other) not in lines]


def draw_map(charts: Sequence[Chart], *, href: Callable[[str], str], prefix: str) -> str:
    """Return the collections one below another as one line of SVG; `href` gives the address of a tree by its name."""
    y = wide = 0.0
    lines: list[str] = []
    boxes: list[str] = []
    for each in charts:
        layout, drawn = lay_out_map(each)
        moved = down_by(layout, y + TITLE)
        lines += [one_line(line, headed=True) for line in moved.lines]
        heading = one_text("w", 0, y + TITLE_SIZE - TOP / 2, TITLE_SIZE, 500, each.title)
        boxes.append(f'<g class="k-title" text-anchor="start" aria-hidden="true">{heading}</g>')
        boxes += [tree_box(placed, each, drawn, href) for placed in moved.boxes]
        y, wide = y + TITLE + layout.height + APART, max(wide, layout.width)
    count = sum(len(each.trees) for each in charts)
    about = (
        f"{count} trees. Boxes and the numbers in them are links to trees. The list of trees says the same in words."
    )
    whole = Layout((), (), wide, y - APART)
    return framed(whole, "Map of the trees: which leads to which", about, prefix, "".join(lines), "".join(boxes))


def down_by(layout: Layout, by: float) -> Layout:
    """Return the layout moved down."""
    boxes = tuple(replace(each, y=each.y + by) for each in layout.boxes)
    lines = tuple(replace(each, points=tuple((x, y + by) for x, y in each.points)) for each in layout.lines)
    return Layout(boxes, lines, layout.width, layout.height + by)


def tree_box(placed: Placed, given: Chart, lines: set[Link], href: Callable[[str], str]) -> str:
    """Return a tree as a link, and the numbers in its box as links of their own."""
    box = placed.box
    others = beside(given, lines, box.id)
    along = [other for other in given.leads[box.id] if (box.id, other) in lines]
    name = f"{box.badge} {given.trees[box.id]}."
    if along:
        name += f" Leads to: {'; '.join(f'{given.number(each)} {given.trees[each]}' for each in along)}."
    # Words stand in the upper part of the box, above the numbers.
    upper = Placed(replace(box, height=box.height - (PILL_HIGH + BELOW if others else 0)), placed.x, placed.y)
    outline = rect("b", placed.x, placed.y, box.width, box.height, 6)
    ends = f"{attribute('data-id', box.id)}{attribute('xlink:href', href(box.id))}{attribute('aria-label', name)}"
    whole = f'<a role="link" class="n {TREE}"{ends}>{outline}{badge(placed)}{words(upper)}</a>'
    left = placed.middle - (len(others) * (PILL + BETWEEN) - BETWEEN) / 2
    return whole + "".join(
        pill(other, box.id, given, href, left + at * (PILL + BETWEEN), placed.bottom - BELOW - PILL_HIGH)
        for at, other in enumerate(others)
    )


def pill(to: str, source: str, given: Chart, href: Callable[[str], str], x: float, y: float) -> str:
    """Return the number of a tree as a link to it."""
    name = f"{given.number(to)} {given.trees[to]}, from {given.trees[source]}"
    ends = f"{attribute('data-from', source)}{attribute('data-to', to)}{attribute('xlink:href', href(to))}"
    inside = rect("b", x, y, PILL, PILL_HIGH, PILL_HIGH / 2) + one_text(
        "w", x + PILL / 2, y + PILL_HIGH / 2 + BASELINE * 12.5, 12.5, 500, given.number(to)
    )
    return f'<a role="link" class="n k-goto"{ends} aria-label="{escape(name, quote=True)}">{inside}</a>'
