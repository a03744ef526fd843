"""Measures: exactly one band holds each number of the range, at the edges, between them, and step by step."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from .faults import Fault
from .reading import Data

MOST_STEPS = 200_000
"""A range of more steps is measured at its edges and between them, which leaves no number out, and not walked."""


def holders(measure: Data, number: Decimal) -> list[str]:
    """Return the codes of the bands that hold a number."""
    return [way["code"] for way in _bands(measure) if _holds(way["band"], number)]


def held(measure: Data, code: str) -> list[Decimal]:
    """Return a number from within a band, and the lowest and the highest that it holds on the steps of the measure."""
    (band,) = (way["band"] for way in _bands(measure) if way["code"] == code)
    low, high, step = _low(measure, band), _high(measure, band), measure["measure"]["step"]
    candidates = [(low + high) / 2, low, low + step, high, high - step]
    return sorted({each for each in candidates if _holds(band, each) and low <= each <= high})


def around_edges(measure: Data) -> list[Decimal]:
    """Return every edge of every band, each with the numbers one step below and above it, within the range."""
    rule = measure["measure"]
    found = {edge + move for edge in _edges(measure) for move in (-rule["step"], Decimal(0), rule["step"])}
    return sorted(each for each in found if rule["lowest"] <= each <= rule["highest"])


def faults(where: str, measure: Data) -> Iterator[Fault]:
    """Yield each gap and overlap of a measure, and each band that holds no number."""
    rule = measure["measure"]
    if not (rule["lowest"] < rule["highest"] and rule["step"] > 0):
        yield Fault(where, "range", "the lowest number is not below the highest, or the step is not above 0.")
        return
    found = [(number, tuple(holders(measure, number))) for number in sorted({*_points(measure), *_steps(rule)})]
    for codes, group in groupby(found, key=lambda each: each[1]):
        numbers = [number for number, _ in group]
        if len(codes) != 1:
            stretch = f"{numbers[0]:f}" if len(numbers) == 1 else f"{numbers[0]:f} to {numbers[-1]:f}"
            says = f"{' and '.join(codes)} each hold {stretch}." if codes else f"no band holds {stretch}."
            yield Fault(where, "overlap" if codes else "gap", says)
    held_by = {code for _, codes in found for code in codes}
    for way in _bands(measure):
        if way["code"] not in held_by:
            yield Fault(where, "empty", f"the band '{way['code']}' holds no number of the range.")


def _bands(measure: Data) -> list[Data]:
    return [way for way in measure["ways"] if way["kind"] == "band"]


def _holds(band: Data, number: Decimal) -> bool:
    return not (
        (band["at_least"] is not None and number < band["at_least"])
        or (band["above"] is not None and number <= band["above"])
        or (band["at_most"] is not None and number > band["at_most"])
        or (band["below"] is not None and number >= band["below"])
    )


def _low(measure: Data, band: Data) -> Decimal:
    return max(each for each in (measure["measure"]["lowest"], band["at_least"], band["above"]) if each is not None)


def _high(measure: Data, band: Data) -> Decimal:
    return min(each for each in (measure["measure"]["highest"], band["at_most"], band["below"]) if each is not None)


def _edges(measure: Data) -> set[Decimal]:
    rule = measure["measure"]
    edges = {edge for way in _bands(measure) for edge in way["band"].values() if edge is not None}
    return {rule["lowest"], rule["highest"], *(e for e in edges if rule["lowest"] <= e <= rule["highest"])}


def _points(measure: Data) -> set[Decimal]:
    """Return every edge and a number between each two that follow: who holds a number changes at edges alone."""
    edges = sorted(_edges(measure))
    return {*edges, *((low + high) / 2 for low, high in pairwise(edges))}


def _steps(rule: Data) -> Iterator[Decimal]:
    count = (rule["highest"] - rule["lowest"]) // rule["step"]
    if count <= MOST_STEPS:
        yield from (rule["lowest"] + rule["step"] * index for index in range(int(count) + 1))
