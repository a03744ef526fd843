"""Where the boxes of a diagram stand and how the lines between them run, in px, with the origin at the top left."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import graphviz
import pygraphviz

from macros.diagram.boxes import CHIP, ENTRY, Box, Sketch

Link = tuple[str, str]
Point = tuple[float, float]

BESIDE, LANE, TRUNK, HEAD_ROOM = 14, 10, 9, 17
"""Between boxes side by side, between lanes, above the first lane, below the last one."""
WAY_THROUGH = 4
"""How much room a line takes where it passes between boxes."""
SNAP = 1.5
"""Lines whose ends are nearer than this run straight."""
JOG = 16
"""A step aside shorter than this looks like a mistake, so it is taken out where the answer can move."""
PER_INCH = 72
MOST_KEPT = 16_384
"""How many graphs are kept with what Graphviz made of them."""
TO_ANSWER, TO_MIDDLE, FROM_ANSWER, PASSING = 1, 3, 20, 4
"""How much Graphviz wants each line straight: above all that an answer stands right above what follows from it."""


@dataclass(frozen=True)
class Placed:
    """A box and its left upper corner."""

    box: Box
    x: float
    y: float

    @property
    def middle(self) -> float:
        """Where lines meet the box, from the left."""
        return self.x + self.box.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge of the box."""
        return self.y + self.box.height


@dataclass(frozen=True)
class Line:
    """A line from the lower edge of a box to the upper edge of another, as the corners it turns."""

    start: str
    end: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Layout:
    """Boxes in the order of the data, lines, and the size of the whole."""

    boxes: tuple[Placed, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


@dataclass(frozen=True)
class Net:
    """Lines between two rows that share an end and so may share a stretch: where they begin and end, from the left."""

    key: str
    tops: frozenset[float]
    bottoms: frozenset[float]

    @property
    def reach(self) -> tuple[float, float]:
        """How far the net reaches, to the left and to the right, with room beside it."""
        every = self.tops | self.bottoms
        return min(every) - LANE / 2, max(every) + LANE / 2

    def overlaps(self, other: "Net") -> bool:
        """Return whether both may not lie in one lane."""
        return self.reach[0] < other.reach[1] and other.reach[0] < self.reach[1]

    def cuts_above(self, other: "Net") -> int:
        """Return how many lines cross when this net lies above the other."""
        low, high = self.reach
        other_low, other_high = other.reach
        return sum(low < x < high for x in other.tops) + sum(other_low < x < other_high for x in self.bottoms)


def ranks(sketch: Sketch) -> dict[str, int]:
    """Return the row of each box: the longest way to it from above."""
    rank = dict.fromkeys((box.id for box in sketch.boxes), 0)
    for _ in range(len(rank) + 1):
        changed = False
        for start, end in sketch.links:
            if rank[end] <= rank[start]:
                rank[end], changed = rank[start] + 1, True
        if not changed:
            return rank
    raise ValueError("A loop without an event cannot be drawn.")


def span(sketch: Sketch) -> int:
    """Return how many rows down the longest line reaches."""
    rank = ranks(sketch)
    return max((rank[end] - rank[start] for start, end in sketch.links), default=0)


def chains(sketch: Sketch, rank: Mapping[str, int]) -> dict[Link, list[str]]:
    """Return each link as the names of what it passes: both boxes, and one way through for each row between them."""
    return {
        (start, end): [start, *(f"{start}|{end}|{row}" for row in range(rank[start] + 1, rank[end])), end]
        for start, end in sketch.links
    }


def middles(sketch: Sketch, passed: Mapping[Link, Sequence[str]]) -> dict[str, float]:
    """Return where Graphviz puts the middle of each box and each way through, from the left."""
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": "TB",
            "ordering": "out",
            "splines": "false",
            "nodesep": inches(BESIDE),
            "ranksep": "0.2",
        },
        node_attr={"shape": "box", "label": "", "fixedsize": "true", "height": "0.1"},
    )
    # A node's name in DOT is a number, so that nothing a tree says ever has to be quoted there.
    names: dict[str, str] = {}
    wide = {box.id: box.width for box in sketch.boxes}
    for name in (*wide, *(name for chain in passed.values() for name in chain[1:-1])):
        names[name] = f"n{len(names)}"
        graph.node(names[name], width=inches(wide.get(name, WAY_THROUGH)))
    answers: dict[str, list[str]] = defaultdict(list)
    chips = {box.id for box in sketch.boxes if box.kind == CHIP}
    for start, end in sketch.links:
        if end in chips:
            answers[start].append(end)
    middle_ones = {each for found in answers.values() for each in found[(len(found) - 1) // 2 : len(found) // 2 + 1]}
    for chain in passed.values():
        for start, end in pairwise(chain):
            weight = PASSING if len(chain) > 2 else FROM_ANSWER if end not in chips else TO_ANSWER
            weight = TO_MIDDLE if end in middle_ones else weight
            graph.edge(names[start], names[end], weight=str(weight))
    found = by_graphviz(graph.source)
    return {name: round(found[short]) for name, short in names.items()}


# Most changes of a tree leave what Graphviz is asked as it was: it is told no word of a box, but how wide it is.
@lru_cache(maxsize=MOST_KEPT)
def by_graphviz(source: str) -> Mapping[str, float]:
    """Return where Graphviz puts the middle of each node of a graph in DOT, from the left, in points."""
    placed: dict[str, Any] = json.loads(pygraphviz.AGraph(string=source).draw(format="json0", prog="dot"))
    return {each["name"]: float(each["pos"].split(",")[0]) for each in placed["objects"]}


def tidied(
    middle: Mapping[str, float], sketch: Sketch, rank: Mapping[str, int], passed: Mapping[Link, Sequence[str]]
) -> dict[str, float]:
    """Return the middles with starts and ends centered on their answers, and answers right above what follows."""
    result = dict(middle)
    wide = {box.id: box.width for box in sketch.boxes}
    # A box that no line touches stands in its row too.
    row_of = dict(rank) | {name: rank[chain[0]] + at for chain in passed.values() for at, name in enumerate(chain)}
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for chain in passed.values():
        for start, end in pairwise(chain):
            above[end].append(start)
            below[start].append(end)

    def move(name: str, to: float, beside: float) -> None:
        row = sorted((each for each in row_of if row_of[each] == row_of[name]), key=lambda each: middle[each])
        room = {each: (wide.get(each, WAY_THROUGH) + wide.get(name, WAY_THROUGH)) / 2 + beside for each in row}
        at = row.index(name)
        low = max((result[each] + room[each] for each in row[:at]), default=to)
        high = min((result[each] - room[each] for each in row[at + 1 :]), default=to)
        if low <= high:
            result[name] = float(round(min(max(to, low), high)))

    for box in sketch.boxes:
        near = below[box.id] if not above[box.id] else above[box.id] if not below[box.id] else []
        if box.kind != CHIP and len(near) > 1:
            beside = sorted(result[each] for each in near)
            move(box.id, (beside[(len(beside) - 1) // 2] + beside[len(beside) // 2]) / 2, BESIDE)
    for box in sketch.boxes:
        if box.kind in (CHIP, ENTRY) and abs(result[box.id] - result[below[box.id][0]]) < JOG:
            move(box.id, result[below[box.id][0]], BESIDE / 2)
    return result


def inches(px: float) -> str:
    """Return a length as Graphviz wants it."""
    return f"{px / PER_INCH:.4f}"


def nets(passed: Mapping[Link, Sequence[str]], middle: Mapping[str, float]) -> dict[Link, Net]:
    """Return, for each step from a row to the next that turns aside, the net it belongs to."""
    steps = list(dict.fromkeys(step for chain in passed.values() for step in pairwise(chain)))
    out, into = Counter(start for start, _ in steps), Counter(end for _, end in steps)
    keys = {
        (start, end): start if out[start] > 1 else end if into[end] > 1 else f"{start}|{end}" for start, end in steps
    }
    ends: dict[str, tuple[set[float], set[float]]] = {}
    for (start, end), key in keys.items():
        tops, bottoms = ends.setdefault(key, (set(), set()))
        tops.add(middle[start])
        bottoms.add(middle[end])
    made = {key: Net(key, frozenset(tops), frozenset(bottoms)) for key, (tops, bottoms) in ends.items()}
    return {step: made[keys[step]] for step in steps if turns(step, middle)}


def turns(step: Link, middle: Mapping[str, float]) -> bool:
    """Return whether a step does not run straight down."""
    return abs(middle[step[0]] - middle[step[1]]) > SNAP


def lanes(between: Iterable[Net]) -> dict[str, int]:
    """Return the lane of each net between two rows, from above: none lies over another, and as few cross as can be."""
    waiting = sorted(set(between), key=lambda net: (net.reach, net.key))
    done: list[tuple[Net, int]] = []
    while waiting:
        first = min(waiting, key=lambda net: sum(net.cuts_above(each) for each in waiting if each.overlaps(net)))
        waiting.remove(first)
        done.append((first, max((lane + 1 for net, lane in done if net.overlaps(first)), default=0)))
    return {net.key: lane for net, lane in done}


def place(sketch: Sketch) -> Layout:
    """Return the boxes of a sketch in rows, and the lines between them."""
    rank = ranks(sketch)
    passed = chains(sketch, rank)
    middle = tidied(middles(sketch, passed), sketch, rank, passed)
    net_of = nets(passed, middle)
    row_of = {name: rank[chain[0]] + below for chain in passed.values() for below, name in enumerate(chain)}
    in_row: dict[int, set[Net]] = defaultdict(set)
    for (start, _), net in net_of.items():
        in_row[row_of[start]].add(net)
    top, lane_y, y = {}, {}, 0.0
    for row in range(max(rank.values()) + 1):
        top[row] = y
        y += max(box.height for box in sketch.boxes if rank[box.id] == row)
        lane = lanes(in_row[row])
        lane_y.update({(row, key): y + TRUNK + LANE * at for key, at in lane.items()})
        y += HEAD_ROOM + (TRUNK + LANE * max(lane.values()) if lane else 0)
    left = min(*(middle[box.id] - box.width / 2 for box in sketch.boxes), *middle.values())
    boxes = {box.id: Placed(box, middle[box.id] - box.width / 2 - left, top[rank[box.id]]) for box in sketch.boxes}
    lines = []
    for (start, end), chain in passed.items():
        x = boxes[start].middle
        points = [(x, boxes[start].bottom)]
        for step in pairwise(chain):
            if step in net_of:
                turn = lane_y[row_of[step[0]], net_of[step].key]
                points += [(x, turn), (middle[step[1]] - left, turn)]
                x = middle[step[1]] - left
        lines.append(Line(start, end, (*points, (x, boxes[end].y))))
    corners = [x for line in lines for x, _ in line.points]
    right = max([*(each.x + each.box.width for each in boxes.values()), *corners])
    return Layout(tuple(boxes.values()), tuple(lines), right, max(each.bottom for each in boxes.values()))


def stacked(layouts: Sequence[Layout], apart: float) -> Layout:
    """Return the layouts as one, each below the one before it, `apart` px from it, all on one middle.

    Beside each other they would take less room, and a narrow window would show no sign of the second.
    """
    wide, y = max(each.width for each in layouts), 0.0
    boxes: list[Placed] = []
    lines: list[Line] = []
    for each in layouts:
        moved = shifted(each, round((wide - each.width) / 2), y)
        boxes += moved.boxes
        lines += moved.lines
        y += each.height + apart
    return Layout(tuple(boxes), tuple(lines), wide, y - apart)


def shifted(layout: Layout, right: float, down: float) -> Layout:
    """Return the layout moved, in px."""
    return Layout(
        tuple(Placed(each.box, each.x + right, each.y + down) for each in layout.boxes),
        tuple(Line(one.start, one.end, tuple((x + right, y + down) for x, y in one.points)) for one in layout.lines),
        layout.width + right,
        layout.height + down,
    )
