"""The boxes of a diagram on a slide, in the shapes of the diagram on the page: what stands in them, and how large.

Lengths are in pt. What a shape leaves free of text at its sides is what PowerPoint and LibreOffice leave free.
"""

from dataclasses import dataclass, replace
from math import ceil

from macros.diagram.boxes import BAR, CHIP, CLASSES, JUMP, POINT
from macros.diagram.svg import SLOPE
from macros.downloads.material import Material
from macros.downloads.slide_text import SMALLEST, height, line, shown
from macros.key import newer_of
from trees.core import wording
from trees.core.branches import Way
from trees.core.nodes import AdviceAgainst, Checklist, Choice, LeftOpen, Measure, Node, Question, Treatment
from trees.core.since import ADDS

ASKED = tuple(CLASSES[kind] for kind in (Question, Measure, Checklist, Choice))
CHECKLIST, CHOICE, TREATMENT = CLASSES[Checklist], CLASSES[Choice], CLASSES[Treatment]
AGAINST, OPEN = CLASSES[AdviceAgainst], CLASSES[LeftOpen]
BESIDE, ABOVE, CHIP_ABOVE, HEXAGON_ABOVE, BELOW_TAG = 8, 8, 2, 2, 5
"""Room beside, above and below text, beyond what the shape leaves free, and more below a tag or a badge."""
CORNER = 13
"""The largest radius of a round corner."""
TEXT_IN_CORNER = 0.29289
"""How far a round corner keeps text away from both sides, as a part of its radius."""
BADGE = 22
"""How high a badge or a tag is: half of it stands above its box."""


@dataclass(frozen=True)
class Box:
    """One box: its words, what stands below them, its badge and the mark of a newer source, and its size.

    `of` is the node that it stands for, or else the tree; `says` is its name for who cannot see it.
    """

    kind: str
    words: str
    of: str = ""
    more: tuple[str, ...] = ()
    badge: str = ""
    since: str = ""
    adds: bool = False
    says: str = ""
    size: float = SMALLEST
    width: float = 0
    height: float = 0

    @property
    def tagged(self) -> bool:
        """Return whether something stands half above the box."""
        return bool(self.badge or self.since)

    @property
    def round(self) -> float:
        """The radius of its corners."""
        return min(self.height / 2, CORNER) if self.kind in (CHIP, OPEN) else 0


def node_box(given: Material, node: Node, size: float) -> Box:
    """Return the box of a node, not yet as large as it will be."""
    badge, firmly = given.badges[node.id], wording.firmly(node)
    parts = [f"{badge}:", wording.since_in_short(node), f"{wording.kind(node)}.", wording.title(node), firmly]
    return Box(
        CLASSES[type(node)],
        shown(wording.title(node)),
        of=node.id,
        more=(shown(firmly),) if firmly else (),
        badge=badge,
        since=wording.since_mark(node),
        adds=wording.since_kind(node) is ADDS,
        says=shown(" ".join(part for part in parts if part)),
        size=size,
    )


def jump_box(given: Material, tree: str, way: Way, size: float) -> Box:
    """Return the box that leads into another tree; what is newer there is said in it, since no tag is."""
    newer = newer_of(given.library, given.name, way)
    title = shown(given.tree_title(tree))
    says = f"Another tree: {title}. {newer}".strip()
    return Box(JUMP, title, of=tree, more=(shown(newer),) if newer else (), says=says, size=size)


def chip_box(words: str, size: float) -> Box:
    """Return the box of an answer."""
    return Box(CHIP, shown(words), size=size)


def sized(box: Box, wide: float) -> Box:
    """Return a box of that width, as high as its words need."""
    text = text_height(box, room_in(box.kind, wide))
    if box.kind in ASKED:
        high = (text + 2 * HEXAGON_ABOVE) / (1 - 2 * (1 / 12 + SLOPE / (3 * wide)))
    else:
        above = CHIP_ABOVE if box.kind == CHIP else ABOVE
        round_ = 2 * TEXT_IN_CORNER * CORNER if box.kind in (CHIP, OPEN) else 0
        high = text + 2 * above + round_ + (BELOW_TAG if box.tagged else 0)
    return replace(box, width=wide, height=ceil(high))


def text_height(box: Box, room: float) -> float:
    """Return how high the text of a box is in a room of that width."""
    more = sum(height(each, room, SMALLEST) for each in box.more)
    return max(height(box.words, room, box.size), line(box.size)) + more


def room_in(kind: str, wide: float) -> float:
    """Return how wide the text in a box of a kind and a width may be."""
    left, right = beside(kind, wide)
    return wide - left - right - 2 * BESIDE - (BAR if kind == TREATMENT else 0)


def beside(kind: str, wide: float) -> tuple[float, float]:
    """Return how much a shape by itself leaves free of text at its left and at its right."""
    if kind in ASKED:
        lean = wide / 12 + SLOPE / 3
        return lean, lean
    if kind == JUMP:
        return 0, POINT / 2
    if kind in (CHIP, OPEN):
        return TEXT_IN_CORNER * CORNER, TEXT_IN_CORNER * CORNER
    return 0, 0
