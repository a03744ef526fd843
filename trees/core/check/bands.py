"""The bands of a measure: they tile its range, and every edge stands in the source."""

from collections.abc import Iterator

from trees.core.amounts import amounts_in, shown, unit_of
from trees.core.branches import Band
from trees.core.library import Library
from trees.core.nodes import Measure, Tree, quotes_in
from trees.core.place import Problem
from trees.core.wording import number

Edge = tuple[float, bool]
"""A number, and whether the number itself belongs to the band."""


def low_edge(band: Band, measure: Measure) -> Edge:
    """Return where a band begins."""
    if band.at_least is not None:
        return band.at_least, True
    return (measure.lowest, True) if band.above is None else (band.above, False)


def high_edge(band: Band, measure: Measure) -> Edge:
    """Return where a band ends."""
    if band.at_most is not None:
        return band.at_most, True
    return (measure.highest, True) if band.below is None else (band.below, False)


def bands_tile_the_range(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """Bands stand in rising order, with no gap and no overlap, from the lowest number to the highest."""
    for measure in tree.nodes:
        if not isinstance(measure, Measure):
            continue
        if not measure.lowest < measure.highest or not measure.step > 0:
            yield Problem(measure.place, f"'{measure.id}' needs lowest below highest, and a step above 0.")
            continue
        twice = [band for band in measure.bands if _edges_twice(band)]
        for band in twice:
            yield Problem(band.place, f"the band '{band.code}' has two edges on one side. Keep one.")
        if twice or not measure.bands:
            continue
        expected: Edge = (measure.lowest, True)
        for band in measure.bands:
            low, high = low_edge(band, measure), high_edge(band, measure)
            if low[0] > high[0] or (low[0] == high[0] and not (low[1] and high[1])):
                yield Problem(band.place, f"the band '{band.code}' holds no number.")
                break
            problem = _seam(band, measure, expected, low)
            if problem:
                yield Problem(band.place, problem)
                break
            expected = (high[0], not high[1])
        else:
            if expected != (measure.highest, False):
                at = number(expected[0])
                yield Problem(
                    measure.place,
                    f"the bands of '{measure.id}' end at {at}; its highest number is {number(measure.highest)}.",
                )


def _edges_twice(band: Band) -> bool:
    return (band.at_least is not None and band.above is not None) or (
        band.at_most is not None and band.below is not None
    )


def _seam(band: Band, measure: Measure, expected: Edge, low: Edge) -> str:
    """Return what is wrong between the band before and this one, or nothing."""
    if low == expected:
        return ""
    where, unit = number(low[0]), measure.unit
    if low[0] > expected[0]:
        return f"no band of '{measure.id}' holds the numbers between {number(expected[0])} and {where} {unit}."
    if low[0] < expected[0]:
        return f"two bands of '{measure.id}' hold the numbers between {where} and {number(expected[0])} {unit}."
    if low[1]:
        return f"two bands of '{measure.id}' hold {where} {unit}. Did you mean above={where}?"
    return f"no band of '{measure.id}' holds {where} {unit}. Did you mean at_least={where}?"


def edges_are_quoted(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """Every edge stands, with the unit of the measure, in words quoted by one of the measure's answers."""
    for measure in tree.nodes:
        if not isinstance(measure, Measure):
            continue
        quoted = {amount for quote in quotes_in(measure) for amount in amounts_in(quote.text, measure.unit)}
        for band in measure.bands:
            for side in ("at_least", "above", "at_most", "below"):
                edge = getattr(band, side)
                if edge is not None and (edge, unit_of(measure.unit)) not in quoted:
                    text = f"the edge {number(edge)} {measure.unit} of '{measure.id}' stands in none of its quotes."
                    yield Problem(band.place.of(side), text)


def words_name_the_edges(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A number in the words of a band is an edge of that band, with the unit of the measure."""
    for measure in tree.nodes:
        if not isinstance(measure, Measure):
            continue
        for band in measure.bands:
            sides = (band.at_least, band.above, band.at_most, band.below)
            edges = {(edge, unit_of(measure.unit)) for edge in sides if edge is not None}
            for amount in sorted(amounts_in(band.says, measure.unit) - edges):
                text = f"the band '{band.code}' is called '{band.says}', but {shown(amount)} is no edge of it."
                yield Problem(band.place.of("says"), text)
