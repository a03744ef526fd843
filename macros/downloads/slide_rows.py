"""One question on a slide: at its left the question, beside it each answer, and where that leads at the right.

From left to right, as a lecturer reads it out. All answers stand on one slide wherever they fit on one: who sees some
of them takes those for all. Up to `MOST` questions, outcomes and other trees stand on a slide; the answers between them
are words on lines and are not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from macros.diagram.boxes import Run, runs_of
from macros.downloads.material import Material
from macros.downloads.slide_boxes import BADGE, Box, chip_box, jump_box, node_box, sized
from macros.downloads.slide_file import EDGE, WIDE
from macros.downloads.slide_text import SMALLEST, Paragraph, paragraph_height, shown
from trees.core import wording
from trees.core.nodes import Choice, Node, ways

MOST = 12
"""How many boxes stand on a slide at most."""
LINK_WIDE, BETWEEN, APART, LINK_APART = 88, 32, 9, 6
"""Room for the words of a link, for lines, between rows, and before the link, in pt."""
BELOW_TITLE = 8
COLUMNS = ((210, 200), (190, 180), (170, 150), (160, 130))
"""How wide a question and an answer may be; where an answer leads gets the rest."""
SIZES = (16, SMALLEST)
STEPS = 20
"""In how many steps of the room the evenest parts are looked for."""


@dataclass(frozen=True)
class Row:
    """Neighboring answers that lead to one place, the box of that place, and how high they stand, from the top."""

    run: Run
    chips: tuple[Box, ...]
    target: Box
    top: float = 0

    @property
    def answers_high(self) -> float:
        """How high the answers are, one below the other."""
        return sum(each.height for each in self.chips) + APART / 2 * (len(self.chips) - 1)

    @property
    def high(self) -> float:
        """How high the row is, with the badge that stands out above."""
        return max(self.answers_high, self.target.height + (BADGE / 2 if self.target.tagged else 0))

    @property
    def middle(self) -> float:
        """Where the lines run: through the middle of the box that the answers lead to."""
        above = BADGE / 2 if self.target.tagged else 0
        return max(self.answers_high / 2, self.target.height / 2 + above)


@dataclass(frozen=True)
class Decision:
    """The part of a question that stands on one slide: `part` of `parts`."""

    node: Node
    asked: Box
    rows: tuple[Row, ...]
    about: tuple[Paragraph, ...]
    part: int = 1
    parts: int = 1

    @property
    def widths(self) -> tuple[float, float, float]:
        """How wide the columns are."""
        return self.asked.width, max(each.width for row in self.rows for each in row.chips), self.rows[0].target.width


def about(node: Node) -> tuple[Paragraph, ...]:
    """Return what a reader is told beside a question: its kind, and what its words mean."""
    kind = Paragraph(shown(wording.kind(node)))
    means = wording.order(node.order) if isinstance(node, Choice) else wording.meaning(node.means)  # type: ignore[union-attr]
    return kind, Paragraph(shown(means))


def decisions(given: Material, node: Node, room: float) -> list[Decision]:
    """Return a question in as few slides as hold all its answers, each `room` pt high, in the largest type."""
    runs = runs_of(node)
    found: list[list[Row]] | None = None
    for size, (asked_wide, chip_wide) in product(SIZES, COLUMNS):
        target_wide = WIDE - 2 * EDGE - asked_wide - chip_wide - 2 * BETWEEN - LINK_WIDE - LINK_APART
        asked = sized(node_box(given, node, size), asked_wide)
        rows = [row_of(given, node, run, size, chip_wide, target_wide) for run in runs]
        parts = evenly(rows, room)
        if found is None or len(parts) < len(found):
            found, question = parts, asked
        if len(parts) == 1:
            break
    assert found is not None
    return [
        Decision(node, question, tuple(part), about(node), index, len(found)) for index, part in enumerate(found, 1)
    ]


def row_of(given: Material, node: Node, run: Run, size: float, chip_wide: float, target_wide: float) -> Row:
    """Return the answers of a run and where they lead, each as large as it has to be."""
    chips = tuple(sized(chip_box(says, size), chip_wide) for _, says in run.chips)
    if run.leaves:
        way = next(way for way in ways(node) if f"{node.id}:{way.code}" == run.chips[0][0])
        return Row(run, chips, sized(jump_box(given, run.target, way, size), target_wide))
    return Row(run, chips, sized(node_box(given, given.tree.node(run.target), size), target_wide))


def evenly(rows: Sequence[Row], room: float) -> list[list[Row]]:
    """Return the rows in as few parts as fit in the room, none much fuller than another."""
    fewest = len(split(rows, room))
    tried = (split(rows, room * part / STEPS) for part in range(1, STEPS + 1))
    return next(parts for parts in tried if len(parts) == fewest)


def split(rows: Sequence[Row], room: float) -> list[list[Row]]:
    """Return the rows in parts no higher than the room, none with more than `MOST` boxes, the question included."""
    parts: list[list[Row]] = [[]]
    used = 0.0
    for row in rows:
        high = row.high + (APART if parts[-1] else 0)
        if parts[-1] and (used + high > room or len(parts[-1]) + 2 > MOST):
            parts.append([])
            used, high = 0.0, row.high
        parts[-1].append(row)
        used += high
    return parts


def about_high(given: Decision) -> float:
    """Return how high the words below a question are."""
    return sum(paragraph_height(each, given.asked.width, SMALLEST) for each in given.about)
