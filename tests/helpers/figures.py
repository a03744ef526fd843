"""Trials whose figures are shown, those of the repository and one of far numbers, and a reader of their tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from math import log10
from xml.etree.ElementTree import Element, fromstring

import pytest
from conftest import ROOT

from macros import evidence
from macros.diagram.rows import MARK
from macros.links import Links
from trees.core.figures import Arm, Figure, Group, HazardRatio, Medians, Percentages, Trial
from trees.core.library import load

LIBRARY = load(ROOT / "trees")
LINKS = Links(LIBRARY, "trials/somewhere/else")
TRIALS = {f"{name}/{trial.id}": trial for name, known in LIBRARY.trials.items() for trial in known.values()}
SAID = next(iter(TRIALS.values())).because
FAR = Trial(
    "far",
    name="FAR",
    design="A trial of another guideline, whose numbers lie far apart",
    patients=9,
    of="patients",
    because=SAID,
    figures=[
        HazardRatio("Narrow", 1.0, low=0.99, high=1.02, p="= .9", because=SAID),
        HazardRatio("Wide", 0.6, low=0.01, high=30, because=SAID),
        HazardRatio("Wider", 0.004, low=0.0005, high=1250.5, because=SAID),
        Medians("In years", unit="years", arms=[Arm("Brief", 0.3), Arm("Briefer", 0.07)], because=SAID),
        Medians(
            "In days",
            unit="days",
            confidence=90,
            arms=[Arm("Long", 400, low=120.5, high=1310), Arm("Nil", 0), Arm("Unplaced", 15)],
            because=SAID,
        ),
        Percentages("Small", groups=[Group("None", 0), Group("Few", 2.5), Group("All", 100)], because=SAID),
    ],
)
ALL = {**TRIALS, "another/far": FAR}
each_trial = pytest.mark.parametrize("trial", ALL.values(), ids=ALL.keys())


def parsed(html: str) -> Element:
    return fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")


def page(*figures: Figure) -> Element:
    return parsed(evidence.figures(LINKS, figures))


def texts(row: Element) -> list[str]:
    """Return what stands in the cells of a row, the drawing left out."""
    return ["".join(cell.itertext()) for cell in row if cell.get("class") != "dt-ev-drawn"]


def table_of(figure: Figure) -> Element:
    """Return the table of a figure, made alone."""
    return next(page(figure).iter("table"))


def body(table: Element) -> list[Element]:
    return list(table.findall("tbody/tr"))


def ticks(table: Element) -> dict[float, float]:
    """Return where each label below the axis stands, by its number."""
    return {float((each.text or "").rstrip("%")): float(each.get("x", "")) for each in table.findall("tfoot//text")}


def place(table: Element, value: float) -> float:
    """Return where a number belongs on the axis, told from the outer two labels alone."""
    known = ticks(table)
    (low, left), (high, right) = min(known.items()), max(known.items())
    if "log scale" in "".join(table.find("thead").itertext()):  # type: ignore[union-attr]
        low, high, value = log10(low), log10(high), log10(value)
    return left + (value - low) / (high - low) * (right - left)


def numbers(path: Element) -> list[float]:
    return [float(each) for each in re.findall(r"[\d.]+", path.get("d", ""))]


def drawn(figures: Sequence[Figure]) -> Iterator[tuple[Element, Element, float, float | None, float | None]]:
    """Yield each row of the tables of a trial: its table, its drawing, its value and its interval."""
    page_rows = [(table, row) for table in page(*figures).iter("table") for row in body(table)]
    values = list(chain.from_iterable(map(given, figures)))
    for (table, row), (_, value, low, high) in zip(page_rows, values, strict=True):
        yield table, next(row.iter("svg")), value, low, high


def given(figure: Figure) -> list[tuple[str, float, float | None, float | None]]:
    match figure:
        case HazardRatio():
            return [(figure.what, figure.value, figure.low, figure.high)]
        case Medians():
            return [(arm.name, arm.value, arm.low, arm.high) for arm in figure.arms]
        case Percentages():
            return [(group.name, group.percent, None, None) for group in figure.groups]
    return []


def middle(svg: Element) -> float:
    """Return where the square or the dot stands, or where the bar ends."""
    mark = next(each for each in svg if each.get("class") == "m")
    if mark.tag == "circle":
        return float(mark.get("cx", ""))
    long, square = float(mark.get("width", "")), mark.get("height") == str(MARK)
    return float(mark.get("x", "")) + (long / 2 if square else long)
