"""A tree as a diagram: an inline SVG that Graphviz placed and we drew.

It tries ever narrower boxes until the drawing fits, and cuts it in parts when even the narrowest do not. Of the joins
it draws as lines only those that cross nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from macros.diagram.boxes import Component, Names, Run, Widths, components, cut, sketch
from macros.diagram.check import crossings, disorder, faults
from macros.diagram.place import Layout, place, span, stacked
from macros.diagram.svg import MARGINS, svg
from trees.core import wording
from trees.core.nodes import OUTCOMES, Node, Tree

MAX_WIDTH, APART = 1000 - MARGINS, 48
MAX_SPAN = 5
"""How many rows down a join may reach as a line; answers and boxes each have their own rows."""
TRIES = (
    Widths(200, 210, 140),
    Widths(180, 190, 130),
    Widths(168, 176, 120),
    Widths(150, 156, 110),
    Widths(136, 140, 100),
    Widths(124, 128, 92),
    Widths(112, 116, 84),
)
Badges = Mapping[str, str] | Callable[[str], str]


class Found(NamedTuple):
    """A drawing, and the joins that are lines in it."""

    layout: Layout
    lines: Sequence[Run]


def draw(
    tree: Tree, *, badge: Badges, tree_title: Callable[[str], str], tree_href: Callable[[str], str], prefix: str
) -> str:
    """Return a tree as one line of SVG without colors; `prefix` begins the ids in it."""
    layout = lay_out(tree, badge=badge, tree_title=tree_title)
    return svg(layout, tree, tree_title=tree_title, tree_href=tree_href, prefix=prefix)


def badge_in(badge: Badges) -> Callable[[str], str]:
    """Return the badge of a node by its id, however it is given."""
    return badge.__getitem__ if isinstance(badge, Mapping) else badge


def lay_out(
    tree: Tree, *, badge: Badges, tree_title: Callable[[str], str], words: Callable[[Node], str] = wording.title
) -> Layout:
    """Return where everything stands, at most `MAX_WIDTH` px wide if that can be; ValueError when lines must cross.

    `words` is what stands in the box of a node.
    """
    names = Names(badge_in(badge), tree_title, words)
    parts = components(tree, names.badge)
    while (narrower := cut_widest(parts, names)) is not None:
        parts = narrower
    return sound(lay_out_parts(parts, names), tree)


def sound(layout: Layout, tree: Tree) -> Layout:
    """Return the layout; ValueError when something crosses in it, or answers are not in order."""
    for fault in faults(layout):
        raise ValueError(f"The diagram of the tree '{tree.id}' cannot be drawn: {fault}.")
    if disorder(layout):
        raise ValueError(f"The diagram of the tree '{tree.id}' cannot be drawn: answers are not in order.")
    return layout


def lay_out_parts(parts: Sequence[Component], names: Names) -> Layout:
    """Return all parts with the widest text with which they fit, or else with the narrowest."""
    for widths in TRIES:
        found = []
        for part in parts:
            found.append(lay_out_part(part, widths, names))
            if found[-1].layout.width > MAX_WIDTH and widths != TRIES[-1]:
                break
        else:
            break
    layouts = [eased(part, widths, each, names).layout for part, each in zip(parts, found, strict=True)]
    return stacked(layouts, APART)


def eased(part: Component, widths: Widths, found: Found, names: Names) -> Found:
    """Return the drawing with wider text where there is room: one full row does not make every other row narrow."""
    chosen = {node.id: widths for node in part.nodes}
    high = {each.box.id: each.box.height for each in found.layout.boxes}
    # The highest box first: it is the one that makes its row high.
    for node in sorted(part.nodes, key=lambda node: -high[node.id]):
        for wider in TRIES[: TRIES.index(widths) : 2]:
            layout = place(sketch(part, {**chosen, node.id: wider}, found.lines, names))
            fits = layout.width <= MAX_WIDTH and layout.height <= found.layout.height
            if fits and not crossings(layout) and not disorder(layout):
                chosen[node.id], found = wider, Found(layout, found.lines)
                break
    return found


def cut_widest(parts: Sequence[Component], names: Names) -> list[Component] | None:
    """Return the parts, the widest one cut where its pieces become narrowest; None when all fit or cannot be cut."""

    def wide(part: Component) -> float:
        return place(sketch(part, TRIES[-1], (), names)).width

    roots = [[node.id for node in part.nodes[1:] if not isinstance(node, OUTCOMES)] for part in parts]
    at = max((index for index in range(len(parts)) if roots[index]), key=lambda index: wide(parts[index]), default=None)
    if at is None or wide(parts[at]) <= MAX_WIDTH:
        return None
    # Of the cuts after which both pieces fit, the latest keeps most of the drawing in its order.
    cuts = [cut(parts[at], root, parts, names.badge) for root in reversed(roots[at])]
    pieces = min(cuts, key=lambda pair: max(MAX_WIDTH, *map(wide, pair)))
    return [*parts[:at], *pieces, *parts[at + 1 :]]


def lay_out_part(part: Component, widths: Widths, names: Names) -> Found:
    """Return what hangs together with every join as a line, or else with those that are short and cross nothing."""

    def attempt(lines: list[Run], longest: int) -> Layout | None:
        drawn = sketch(part, widths, lines, names)
        layout = place(drawn) if span(drawn) <= longest else None
        if layout is None or layout.width > MAX_WIDTH or crossings(layout) or disorder(layout):
            return None
        return layout

    joins = part.joins()
    layout = attempt(joins, MAX_SPAN)
    if layout is not None:
        return Found(layout, joins)
    lines: list[Run] = []
    layout = place(sketch(part, widths, lines, names))
    for join in joins if layout.width <= MAX_WIDTH else ():
        longer = attempt([*lines, join], 1)
        if longer is not None:
            lines, layout = [*lines, join], longer
    return Found(layout, lines)
