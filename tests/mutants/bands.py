"""The edges of bands: each moved by one step, and each number on the other side of its edge."""

from collections.abc import Iterator
from dataclasses import replace

from mutants.mutant import Mutants, mutant, with_field
from mutants.parts import Parts
from trees.core.branches import Band
from trees.core.nodes import Measure

OTHER_SIDE = {"at_least": "above", "above": "at_least", "at_most": "below", "below": "at_most"}
ENDS, BEGINS = ("at_most", "below"), ("at_least", "above")


def of_bands(parts: Parts) -> Mutants:
    """Every edge of a band, by itself and together with the edge of the next band that it meets."""
    for measure in parts.of(Measure):
        for band in measure.bands:
            for side in edges(band, *OTHER_SIDE):
                for moved in steps(getattr(band, side), measure.step):
                    yield with_field(parts, "edge of a band", band, side, moved)
                what = f"to {OTHER_SIDE[side]}"
                yield mutant(parts, "edge of a band", band, side, what, {id(band): flipped(band, side)})
        for band, following in zip(measure.bands, measure.bands[1:], strict=False):
            yield from _seam(parts, measure, band, following)


def _seam(parts: Parts, measure: Measure, band: Band, following: Band) -> Mutants:
    for end in edges(band, *ENDS):
        for begin in edges(following, *BEGINS):
            for moved in steps(getattr(band, end), measure.step):
                both = {id(band): replace(band, **{end: moved}), id(following): replace(following, **{begin: moved})}
                yield mutant(parts, "seam of two bands", band, end, f"both edges to {moved:g}", both)
            both = {id(band): flipped(band, end), id(following): flipped(following, begin)}
            yield mutant(parts, "seam of two bands", band, end, "the number itself to the other band", both)


def edges(band: Band, *sides: str) -> Iterator[str]:
    """Yield those of the sides on which a band has an edge."""
    return (side for side in sides if getattr(band, side) is not None)


def steps(number: float, step: float) -> tuple[float, float]:
    """Return a number one step higher and one lower."""
    return round(number + step, 9), round(number - step, 9)


def flipped(band: Band, side: str) -> Band:
    """Return a band to which the number at one edge belongs, if it did not, or does not, if it did."""
    return replace(band, **{side: None, OTHER_SIDE[side]: getattr(band, side)})
