"""What would make a diagram lie: lines that cross, lines through boxes, answers out of order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from macros.diagram.boxes import CHIP
from macros.diagram.place import Layout, Line, Placed

Area = tuple[float, float, float, float]

APART = 3
"""How near, in px, a line may come to another one or to a box that is not its own."""


def crossings(layout: Layout) -> int:
    """Return how many pairs of lines cross or run into each other, or a line and a box, or two boxes."""
    return sum(1 for _ in faults(layout))


def faults(layout: Layout) -> Iterator[str]:
    """Return a sentence for each crossing."""
    runs = [(line, tuple(stretches(line)), reach(line)) for line in layout.lines]
    for (one, its, its_reach), (other, others, other_reach) in combinations(runs, 2):
        kin = one.start == other.start or one.end == other.end
        if overlap(its_reach, other_reach, APART) and lines_cross(its, others, kin):
            yield f"the line {one.start} to {one.end} meets the line {other.start} to {other.end}"
    for line, its, its_reach in runs:
        for placed in layout.boxes:
            own = placed.box.id in (line.start, line.end)
            box, apart = around(placed), -APART if own else APART
            if overlap(its_reach, box, apart) and any(overlap(area, box, apart) for area in its):
                yield f"the line {line.start} to {line.end} runs into the box {placed.box.id}"
    for first, second in combinations(layout.boxes, 2):
        if overlap(around(first), around(second), APART):
            yield f"the boxes {first.box.id} and {second.box.id} overlap"


def lines_cross(one: Sequence[Area], other: Sequence[Area], kin: bool) -> bool:
    """Return whether two lines meet; those that share an end may share a stretch, but not go through each other."""
    return any(through(first, second) if kin else overlap(first, second, APART) for first in one for second in other)


def reach(line: Line) -> Area:
    """Return the area that holds a line as left, top, right, bottom."""
    across, down = zip(*line.points, strict=True)
    return min(across), min(down), max(across), max(down)


def through(one: Area, other: Area) -> bool:
    """Return whether one of the stretches lies across and the other down, and each goes on beyond the other."""
    across, down = (one, other) if one[1] == one[3] else (other, one)
    return (
        across[1] == across[3]
        and down[0] == down[2]
        and across[0] < down[0] < across[2]
        and down[1] < across[1] < down[3]
    )


def stretches(line: Line) -> Iterator[Area]:
    """Return the straight parts of a line as left, top, right, bottom."""
    for (x1, y1), (x2, y2) in pairwise(line.points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def around(placed: Placed) -> Area:
    """Return a box as left, top, right, bottom."""
    return placed.x, placed.y, placed.x + placed.box.width, placed.bottom


def overlap(one: Area, other: Area, apart: float) -> bool:
    """Return whether the areas come nearer to each other than this many px."""
    return (
        one[0] < other[2] + apart
        and other[0] < one[2] + apart
        and one[1] < other[3] + apart
        and other[1] < one[3] + apart
    )


def disorder(layout: Layout) -> int:
    """Return how many answers do not stand to the right of the answer before them in the data."""
    middle = {placed.box.id: placed.middle for placed in layout.boxes}
    chips = {placed.box.id for placed in layout.boxes if placed.box.kind == CHIP}
    answers: dict[str, list[float]] = defaultdict(list)
    for line in layout.lines:
        if line.end in chips:
            answers[line.start].append(middle[line.end])
    return sum(left >= right for found in answers.values() for left, right in pairwise(found))
