"""The letters of a handout as files: weights of Inter that do not vary, since what typesets takes no others.

They are made from the package once a run, and the same bytes on every machine.
"""

import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import subset  # type: ignore[import-untyped, unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]
from fontTools.varLib import instancer  # type: ignore[import-untyped, unused-ignore]

from macros.diagram.measure import CHARACTERS, MEDIUM, REGULAR

FAMILY = "Inter"
FILE = files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
BOLD = 700
WEIGHTS = (REGULAR, MEDIUM, BOLD)
SMALL_TEXT = 14
"""The optical size, as the font counts it: that of running text."""
FEATURES = ("kern", "ccmp", "mark", "mkmk")
"""What the font does to letters side by side that running text is to have."""


def folder(text: str) -> Path:
    """Return a folder with a file for each weight that has the letters of a text; it lasts as long as the run.

    ValueError where a character has no letter: a handout without it would say something else.
    """
    characters = {ord(each) for each in text if not each.isspace()}
    if lacking := sorted(characters - _known()):
        named = ", ".join(f"“{chr(each)}” (U+{each:04X})" for each in lacking)
        raise ValueError(f"A handout cannot be set: the letters of {FAMILY} have no {named}.")
    return Path(_made(frozenset(characters.difference(map(ord, CHARACTERS)))).name)


@cache
def _known() -> frozenset[int]:
    """Return the code points that there is a letter for."""
    return frozenset(_read(FILE.read_bytes()).getBestCmap())


@cache
def _made(unusual: frozenset[int]) -> "TemporaryDirectory[str]":
    """Return a folder with the weights: the usual letters and a few more, since to make all of them takes long."""
    made = TemporaryDirectory(prefix="type_faces_")
    variable = _usual_and(unusual)
    for weight in WEIGHTS:
        font = instancer.instantiateVariableFont(_read(variable), {"opsz": SMALL_TEXT, "wght": weight})
        Path(made.name, f"{weight}.ttf").write_bytes(_written(font))
    return made


def _usual_and(unusual: Iterable[int]) -> bytes:
    """Return the font that varies, with no letters but those."""
    font = _read(FILE.read_bytes())
    options = subset.Options(layout_features=list(FEATURES), hinting=False, notdef_outline=True, recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*map(ord, CHARACTERS), *unusual])
    subsetter.subset(font)
    return _written(font)


def _read(font: bytes) -> TTFont:
    # The day of the build is not to stand in the font.
    return TTFont(io.BytesIO(font), recalcTimestamp=False)


def _written(font: TTFont) -> bytes:
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()
