"""A diagram on paper: on one sheet where it fits, or else in parts that say where they come from, one on each sheet.

Paper does not scroll, and text under 8 pt is not read at a bedside: a diagram is never shrunk below that, nor cut by
the edge of a page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.diagram.boxes import Component, Names, components, cut, sketch
from macros.diagram.draw import TRIES, Badges, badge_in, lay_out_part, sound
from macros.diagram.place import Layout, place
from trees.core.nodes import OUTCOMES, Tree


class Sheet(NamedTuple):
    """A way to hold the paper, and the widest and highest drawing that it takes, in px."""

    name: str
    width: float
    height: float


SHEETS = (Sheet("upright", 740, 776), Sheet("lying", 984, 516))
"""A4 and Letter take these within their margins, basis and legend below the drawing, and all text >= 8 pt."""


@dataclass(frozen=True)
class Page:
    """What stands on one sheet."""

    layout: Layout
    sheet: Sheet


def sheet_for(layout: Layout) -> Sheet | None:
    """Return the first sheet that takes a drawing as it is."""
    return next((each for each in SHEETS if excess(layout, each) <= 1), None)


def excess(layout: Layout, sheet: Sheet) -> float:
    """Return how many times as large as the sheet a drawing is, the way in which it fits worse."""
    return max(layout.width / sheet.width, layout.height / sheet.height)


def in_sheets(tree: Tree, *, badge: Badges, tree_title: Callable[[str], str]) -> list[Page]:
    """Return a tree in as few parts as fit on a sheet each; a part that no cut makes small enough stays as it is."""
    names = Names(badge_in(badge), tree_title)

    known: dict[int, tuple[Component, Page]] = {}

    def best(part: Component) -> Page:
        # By identity: what stands in a tree may be a list. The part is kept, so that no other one gets its identity.
        if id(part) not in known:
            known[id(part)] = part, first_that_fits(part)
        return known[id(part)][1]

    def first_that_fits(part: Component) -> Page:
        # The widest text that fits on any sheet: rather a sheet that lies than words one below another.
        tried = (Page(lay_out_part(part, widths, names).layout, sheet) for widths in TRIES for sheet in SHEETS)
        fits: Page | None = None
        for page in tried:
            if excess(page.layout, page.sheet) <= 1:
                return page
            if fits is None or excess(page.layout, page.sheet) < excess(fits.layout, fits.sheet):
                fits = page
        assert fits is not None
        return fits

    def too_large(part: Component) -> float:
        return max(1.0, excess(best(part).layout, best(part).sheet))

    def about(part: Component) -> float:
        # A drawing without its joins, with the widest and with the narrowest text: near enough to compare cuts by.
        drawn = [place(sketch(part, widths, (), names)) for widths in (TRIES[0], TRIES[-1])]
        return max(1.0, min(excess(layout, sheet) for layout in drawn for sheet in SHEETS))

    parts: Sequence[Component] = components(tree, names.badge)
    while (smaller := _cut_largest(parts, too_large, about, names.badge)) is not None:
        parts = smaller
    for part in parts:
        sound(best(part).layout, tree)
    return [best(part) for part in parts]


def _cut_largest(
    parts: Sequence[Component],
    too_large: Callable[[Component], float],
    about: Callable[[Component], float],
    badge: Callable[[str], str],
) -> list[Component] | None:
    """Return the parts with the largest one cut in two; None when all fit or cannot be cut."""
    roots = [[node.id for node in part.nodes[1:] if not isinstance(node, OUTCOMES)] for part in parts]
    can_be_cut = [index for index in range(len(parts)) if roots[index] and too_large(parts[index]) > 1]
    if not can_be_cut:
        return None
    at = max(can_be_cut, key=lambda index: too_large(parts[index]))
    # Of the cuts after which both pieces seem to fit, the latest keeps most of the drawing in its order.
    cuts = (cut(parts[at], root, parts, badge) for root in reversed(roots[at]))
    pieces = min(cuts, key=lambda pair: max(map(about, pair)))
    return [*parts[:at], *pieces, *parts[at + 1 :]]
