"""The map: all trees of each collection, and which leads to which.

A tree stands as many rows down as the fewest steps lead to it from the first tree of its collection. Lines lead from
a row to the next one where they cross nothing; every other way out of a tree is a number in its box. A tree that no
line touches stands apart from the rows.

Where the widest row does not fit on a page, lines to all of its trees would: then no line is drawn, the trees of a
distance stand below a heading in as many rows as they take, and every way is a number.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import ceil

from macros.diagram.boxes import BOX, SMALL, Box, Sketch, set_box
from macros.diagram.check import faults
from macros.diagram.measure import MEDIUM, wrap
from macros.diagram.measure import width as width_of
from macros.diagram.place import BESIDE, Layout, Link, Placed, place, shifted
from macros.diagram.svg import BASELINE, TOP, attribute, badge, framed, one_line, one_text, plain, rect, words
from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import ways

TREE = "k-tree"
MAX_WIDTH = 984
TRIES = tuple((width, stacked) for stacked in (False, True) for width in (170, 150, 130, 112, 96, 84))
"""How wide the text of a box may be, in px, and whether its numbers stand in as many rows as it takes."""
PILL, PILL_HIGH, BETWEEN, BELOW = 29, 24, 5, 12
"""The size of a number in a box, and how far it stands from the next one and from the lower edge, in px."""
TITLE, TITLE_SIZE, TITLE_LINE, APART = 34, 15, 20, 40
"""What the title of a collection takes, the size of its type, a further line of it, and what parts two collections."""
COLUMNS, HEADING = 5, 26
"""How many trees stand side by side below a heading, and what a heading takes, in px."""


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

    def distances(self) -> dict[str, list[str]]:
        """Return the trees by how many steps lead to them from the first, in reading order, below what says so."""
        far = {next(iter(self.trees)): 0}
        for tree in (queue := list(far)):
            new = [other for other in self.leads[tree] if other not in far]
            far |= dict.fromkeys(new, far[tree] + 1)
            queue += new
        found: dict[str, list[str]] = {heading(steps): [] for steps in sorted({*far.values()})}
        for tree in self.trees:
            found.setdefault(heading(far.get(tree)), []).append(tree)
        return found

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


def heading(steps: int | None) -> str:
    """Return what stands above the trees that so many steps lead to from the first; None is for no way at all."""
    if steps is None:
        return "Not led to from the first tree"
    return f"{steps} step{'s' * (steps != 1)} from the first tree" if steps else "The first tree"


@dataclass(frozen=True)
class Mapped:
    """Where the trees of a collection stand, the ways that are lines, and headings with their upper edges, in px."""

    layout: Layout
    lines: frozenset[Link] = frozenset()
    headings: tuple[tuple[str, float], ...] = ()


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


def lay_out_map(given: Chart) -> Mapped:
    """Return where the trees of a collection stand, and what joins them; ValueError when lines must cross."""
    row = given.rows()
    down = [(a, b) for a in given.trees for b in given.leads[a] if row[b] == row[a] + 1]
    # What first leads to a tree holds it in its place: without that line it would stand in the first row.
    held = {b: (a, b) for a, b in reversed(down)}
    for width, stacked in TRIES:
        lines = set(held.values())
        layout = in_rows(sketch(given, lines, width, stacked))
        if layout.width > MAX_WIDTH:
            continue
        for fault in faults(layout):
            raise ValueError(f"The map of the collection '{given.collection}' cannot be drawn: {fault}.")
        for way in down:
            more = in_rows(sketch(given, {*lines, way}, width, stacked))
            if more.width <= MAX_WIDTH and not any(faults(more)):
                lines, layout = {*lines, way}, more
        return Mapped(layout, frozenset(lines))
    return below_headings(given)


def below_headings(given: Chart) -> Mapped:
    """Return where the trees stand when each distance from the first has a heading, without lines."""
    even = 2 * int(((MAX_WIDTH + BESIDE) / COLUMNS - BESIDE) / 2)
    drawn = sketch(given, (), even - 2 * BOX.beside, stacked=True)
    width = max(even, *(box.width for box in drawn.boxes))
    columns = max(1, int((MAX_WIDTH + BESIDE) // (width + BESIDE)))
    boxes = {box.id: as_wide(given, box, width) for box in drawn.boxes}
    at: dict[str, Placed] = {}
    headings: list[tuple[str, float]] = []
    y = 0.0
    for says, trees in given.distances().items():
        headings.append((says, y))
        y += HEADING
        for first in range(0, len(trees), columns):
            row = trees[first : first + columns]
            at |= {tree: Placed(boxes[tree], n * (width + BESIDE), y) for n, tree in enumerate(row)}
            y += max(boxes[tree].height for tree in row) + BESIDE
    wide = max(placed.x + placed.box.width for placed in at.values())
    return Mapped(Layout(tuple(at[tree] for tree in given.trees), (), wide, y - BESIDE), headings=tuple(headings))


def as_wide(given: Chart, box: Box, width: float) -> Box:
    """Return a box of another width, with as much room for its numbers as they take then."""
    numbers = len(given.leads[box.id])
    words_high = box.height - room_below(box, numbers)
    wider = replace(box, width=width)
    return replace(wider, height=words_high + room_below(wider, numbers))


def in_rows(drawn: Sketch) -> Layout:
    """Return where the boxes stand: in rows those that lines join, before and after these those that none touches."""
    joined = {end for link in drawn.links for end in link}
    parts = [Sketch((box,), ()) for box in drawn.boxes if box.id not in joined]
    together = Sketch(tuple(box for box in drawn.boxes if box.id in joined), drawn.links)
    if joined:
        # Whatever is read before the first tree that lines join stands before it.
        first = drawn.boxes.index(together.boxes[0])
        parts.insert(first, together)
    layout = packed([place(part) for part in parts])
    at = {placed.box.id: placed for placed in layout.boxes}
    return replace(layout, boxes=tuple(at[box.id] for box in drawn.boxes))


def packed(layouts: Sequence[Layout]) -> Layout:
    """Return the layouts as one, side by side in rows as far as the width allows."""
    x = y = high = wide = 0.0
    moved: list[Layout] = []
    for each in layouts:
        if x and x + each.width > MAX_WIDTH:
            x, y, high = 0.0, y + high + BESIDE, 0.0
        moved.append(shifted(each, x, y))
        x, wide, high = x + each.width + BESIDE, max(wide, x + each.width), max(high, each.height)
    boxes = tuple(box for each in moved for box in each.boxes)
    return Layout(boxes, tuple(line for each in moved for line in each.lines), wide, y + high)


def sketch(given: Chart, lines: Collection[Link], width: float, stacked: bool) -> Sketch:
    """Return the boxes of the trees, each with room for the numbers of the trees that no line leads to."""
    boxes = []
    for name, title in given.trees.items():
        box = set_box(Box(name, name, TREE, BOX, given.number(name), name), title, width)
        others = len(beside(given, lines, name))
        if others:
            side_by_side = 1 if stacked else others
            box = replace(box, width=max(box.width, side_by_side * (PILL + BETWEEN) - BETWEEN + 2 * BELOW))
            box = replace(box, height=box.height + room_below(box, others))
        boxes.append(box)
    links = [(a, b) for a in given.trees for b in given.leads[a] if (a, b) in lines]
    return Sketch(tuple(boxes), tuple(links))


def in_a_row(box: Box) -> int:
    """Return how many numbers a box takes side by side."""
    return int((box.width - 2 * BELOW + BETWEEN) // (PILL + BETWEEN))


def room_below(box: Box, numbers: int) -> float:
    """Return how much higher a box is than its words, for its numbers."""
    return ceil(numbers / in_a_row(box)) * (PILL_HIGH + BETWEEN) - BETWEEN + BELOW if numbers else 0


def beside(given: Chart, lines: Collection[Link], tree: str) -> list[str]:
    """Return the trees that a tree leads to and that no line leads to from it."""
    return [other for other in given.leads[tree] if (tree, other) not in lines]


def draw_map(charts: Sequence[Chart], *, href: Callable[[str], str], prefix: str) -> str:
    """Return the collections one below another as one line of SVG; `href` gives the address of a tree by its name."""
    return drawn_map(charts, href=href, prefix=prefix)[0]


def drawn_map(charts: Sequence[Chart], *, href: Callable[[str], str], prefix: str) -> tuple[str, Layout]:
    """Return the map as `draw_map` does, and how large it is."""
    y = 0.0
    lines: list[str] = []
    boxes: list[str] = []
    placed = [(each, lay_out_map(each)) for each in charts]
    headings = [wrap(each.title, MAX_WIDTH, TITLE_SIZE, MEDIUM) for each in charts]
    widths = [max(width_of(line, TITLE_SIZE, MEDIUM) for line in heading) for heading in headings]
    wide = max([*widths, *(mapped.layout.width for _, mapped in placed)])
    for (each, mapped), heading, title in zip(placed, headings, widths, strict=True):
        layout = mapped.layout
        first = y + TITLE_SIZE - TOP / 2
        y += TITLE + (len(heading) - 1) * TITLE_LINE
        left = round((wide - layout.width) / 2)
        moved = shifted(layout, left, y)
        lines += [one_line(line, headed=True) for line in moved.lines]
        # Above the first tree, so that a narrow window, which opens on that tree, shows it.
        middle = min(max(title / 2, moved.boxes[0].middle), wide - title / 2)
        says = "".join(
            one_text("w", middle, first + at * TITLE_LINE, TITLE_SIZE, MEDIUM, f"{line} ")
            for at, line in enumerate(heading)
        )
        boxes.append(f'<g class="k-title" aria-hidden="true">{says}</g>')
        boxes += [row_heading(words, left, y + top) for words, top in mapped.headings]
        boxes += [tree_box(box, each, mapped.lines, href) for box in moved.boxes]
        y += layout.height + APART
    count = sum(len(each.trees) for each in charts)
    trees = f"{count} tree{'s' * (count != 1)}"
    about = f"{trees}. Boxes and the numbers in them are links to trees. The list of trees says the same in words."
    whole = Layout((), (), wide, y - APART)
    title_of = "Map of the trees: which leads to which"
    return framed(whole, title_of, about, prefix, "".join(lines), "".join(boxes)), whole


def row_heading(says: str, left: float, top: float) -> str:
    """Return the heading of the trees of one distance; the list of trees says in words what leads where."""
    line = one_text("w", left, top + SMALL.line / 2 + BASELINE * SMALL.size, SMALL.size, MEDIUM, says)
    return f'<g class="k-row" aria-hidden="true" text-anchor="start">{line}</g>'


def tree_box(placed: Placed, given: Chart, lines: Collection[Link], href: Callable[[str], str]) -> str:
    """Return a tree as a link, and the numbers in its box as links of their own."""
    box = placed.box
    others = beside(given, lines, box.id)
    along = [other for other in given.leads[box.id] if (box.id, other) in lines]
    name = f"{box.badge} {plain(given.trees[box.id])}."
    if along:
        name += f" Leads to: {'; '.join(f'{given.number(each)} {plain(given.trees[each])}' for each in along)}."
    outline = rect("b", placed.x, placed.y, box.width, box.height, 6)
    ends = f"{attribute('data-id', box.id)}{attribute('xlink:href', href(box.id))}{attribute('aria-label', name)}"
    whole = f'<a role="link" class="n {TREE}"{ends}>{outline}{badge(placed)}{words(placed)}</a>'
    beside_each_other = min(in_a_row(box), len(others))
    left = placed.middle - (beside_each_other * (PILL + BETWEEN) - BETWEEN) / 2
    top = placed.bottom - room_below(box, len(others))
    for at, other in enumerate(others):
        row, column = divmod(at, beside_each_other)
        x, y = left + column * (PILL + BETWEEN), top + row * (PILL_HIGH + BETWEEN)
        whole += pill(other, box.id, given, href, x, y)
    return whole


def pill(to: str, source: str, given: Chart, href: Callable[[str], str], x: float, y: float) -> str:
    """Return the number of a tree as a link to it."""
    name = f"{given.number(to)} {plain(given.trees[to])}, from {plain(given.trees[source])}"
    ends = f"{attribute('data-from', source)}{attribute('data-to', to)}{attribute('xlink:href', href(to))}"
    inside = rect("b", x, y, PILL, PILL_HIGH, PILL_HIGH / 2) + one_text(
        "w", x + PILL / 2, y + PILL_HIGH / 2 + BASELINE * 12.5, 12.5, 500, given.number(to)
    )
    return f'<a role="link" class="n k-goto"{ends} aria-label="{escape(name, quote=True)}">{inside}</a>'
