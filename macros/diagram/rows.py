"""Small drawings beside the figures of a trial, one a row, on one axis: decoration, since each number is in a cell.

They have no colors: those are the stylesheet's, docs/css/evidence.css.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor, log10

from macros.diagram.measure import width
from macros.diagram.svg import BASELINE, one_text, px, rect
from trees.core.wording import number

WIDE, HIGH, FOOT = 280, 28, 22
"""The width of a drawing, the height of a row and that of the labels below, in px."""
TYPE, GAP, MARGIN = 12, 8, 8
"""The size of the labels, how far apart they stand at least, and the least room at both ends of an axis, in px."""
MARK, BAR, CAP, ZERO = 9, 14, 6, 4
"""The size of a mark, the height of a bar, how far a whisker's end stands out, how wide a tick at zero is, in px."""
BELOW_ONE, FROM_ONE = (1, 2.5, 5), (1, 2, 4)
"""Where ratios have ticks in a power of ten: 0.1, 0.25, 0.5 and 1, 2, 4."""
AROUND_ONE = (0.5, 2)
"""Every axis of ratios shows at least this range, so that 1 stands inside."""
ROUND = (1, 2, 5)
MOST_STEPS = 6


@dataclass(frozen=True)
class Axis:
    """A scale from `low` to `high`, its ticks with their labels, and the value whose line is solid."""

    low: float
    high: float
    ticks: Sequence[float]
    solid: float
    log: bool = False
    unit: str = ""

    @property
    def labels(self) -> list[str]:
        """Return what stands at the ticks."""
        return [f"{number(tick)}{self.unit}" for tick in self.ticks]

    @property
    def margin(self) -> float:
        """Return the room left at both ends, so that no label is cut off, in px."""
        return max(MARGIN, *(width(label, TYPE) / 2 + 1 for label in self.labels))

    def x(self, value: float) -> float:
        """Return where a value stands, in px. On a log scale what has no place, 0 or less, stands at the start."""
        if self.log:
            part = log10(value / self.low) / log10(self.high / self.low) if value > 0 else 0
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.margin + part * (WIDE - 2 * self.margin)

    def legible(self) -> bool:
        """Return whether no label comes near another."""
        ends = [
            (self.x(tick) - width(label, TYPE) / 2, self.x(tick) + width(label, TYPE) / 2)
            for tick, label in zip(self.ticks, self.labels, strict=True)
        ]
        return all(left[1] + GAP <= right[0] for left, right in pairwise(ends))


def ratio_axis(values: Iterable[float]) -> Axis:
    """Return a log scale that holds the values and 1, its ticks from a fixed series, fewer where they would touch."""
    known = [*AROUND_ONE, *(value for value in values if value > 0)]
    first, last = floor(log10(min(known))), ceil(log10(max(known)))
    series = [
        float(f"{step}e{power}") for power in range(first, last + 1) for step in (BELOW_ONE if power < 0 else FROM_ONE)
    ]
    low = max(tick for tick in series if tick <= min(known))
    high = min(tick for tick in series if tick >= max(known))
    axis = Axis(low, high, [tick for tick in series if low <= tick <= high], solid=1, log=True)
    apart = 1
    while not axis.legible():
        powers = [float(f"1e{power}") for power in range(first, last + 1) if power % apart == 0]
        axis = replace(axis, ticks=[tick for tick in powers if low <= tick <= high])
        apart += 1
    return axis


def time_axis(values: Iterable[float]) -> Axis:
    """Return a scale from 0 with round ticks that holds the values."""
    top = max(values, default=0) or 1
    power = floor(log10(top)) - 1
    while True:
        for step in (float(f"{each}e{power}") for each in ROUND):
            count = ceil(top / step)
            ticks = [float(f"{step * at:.12g}") for at in range(count + 1)] if count <= MOST_STEPS else []
            if ticks and (count == 1 or Axis(0, ticks[-1], ticks, solid=0).legible()):
                return Axis(0, ticks[-1], ticks, solid=0)
        power += 1


def percent_axis() -> Axis:
    """Return the scale from 0% to 100%."""
    return Axis(0, 100, (0, 25, 50, 75, 100), solid=0, unit="%")


def ratio(axis: Axis, value: float, low: float | None, high: float | None) -> str:
    """Return a row with a square at the value and a line over its interval."""
    mark = rect("m", axis.x(value) - MARK / 2, (HIGH - MARK) / 2, MARK, MARK, 0) if value > 0 else ""
    return row(axis, whiskers(axis, value, low, high) + mark)


def median(axis: Axis, value: float, low: float | None, high: float | None) -> str:
    """Return a row with a dot at the value and a line over its interval, if it has one."""
    dot = f'<circle class="m" cx="{px(axis.x(value))}" cy="{px(HIGH / 2)}" r="{px(MARK / 2)}"/>'
    return row(axis, whiskers(axis, value, low, high) + dot)


def bar(axis: Axis, value: float) -> str:
    """Return a row with a bar from zero; one too short to be seen has a tick where it starts."""
    start, long = axis.x(0), axis.x(value) - axis.x(0)
    tick = rect("m zero", start - ZERO / 2, (HIGH - BAR) / 2 - ZERO, ZERO, BAR + 2 * ZERO, 0) if long < ZERO else ""
    return row(axis, rect("m", start, (HIGH - BAR) / 2, long, BAR, 0) + tick)


def foot(axis: Axis) -> str:
    """Return the labels of the ticks."""
    y = FOOT / 2 + BASELINE * TYPE
    pairs = zip(axis.ticks, axis.labels, strict=True)
    return drawing(FOOT, "".join(one_text("v", axis.x(tick), y, TYPE, 400, label) for tick, label in pairs))


def row(axis: Axis, marks: str) -> str:
    """Return a row: dotted lines at the ticks, a solid one, and the marks over them."""
    dotted = "".join(f"M{px(axis.x(tick))} 0V{HIGH}" for tick in axis.ticks if tick != axis.solid)
    lines = f'<path class="g" d="{dotted}"/><path class="r" d="M{px(axis.x(axis.solid))} 0V{HIGH}"/>'
    return drawing(HIGH, lines + marks)


def whiskers(axis: Axis, value: float, low: float | None, high: float | None) -> str:
    """Return a line from `low` to `high` with an end at each that is given and has a place on the axis."""
    left, right = (axis.x(value if end is None else end) for end in (low, high))
    if left == right:
        return ""
    top, middle, bottom = (HIGH / 2 + away for away in (-CAP, 0, CAP))
    ends = [axis.x(end) for end in (low, high) if end is not None and (end > 0 or not axis.log)]
    caps = "".join(f"M{px(x)} {px(top)}V{px(bottom)}" for x in ends)
    return f'<path class="i" d="M{px(left)} {px(middle)}H{px(right)}{caps}"/>'


def drawing(high: float, inside: str) -> str:
    """Return an SVG of that height that screen readers and the keyboard pass over."""
    size = f'viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}"'
    return f'<svg class="dt-chart" aria-hidden="true" focusable="false" text-anchor="middle" {size}>{inside}</svg>'
