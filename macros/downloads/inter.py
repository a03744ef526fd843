"""Inter, the letters of everything that is taken away: read from the package, thinned, and made of one weight.

The bytes are the same on every machine: the font of no machine is looked at, and no day stands in what is made.
"""

import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from fontTools import subset  # type: ignore[import-untyped, unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]
from fontTools.varLib import instancer  # type: ignore[import-untyped, unused-ignore]

FAMILY = "Inter"
FILE = files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
SMALL_TEXT = 14
"""The optical size, as the font counts it: that of running text and of diagrams."""


@cache
def known() -> frozenset[int]:
    """Return the code points that there is a letter for."""
    return frozenset(source().getBestCmap())


def lacking(characters: Iterable[str]) -> list[str]:
    """Return those characters that have no letter, in the order of their numbers."""
    return sorted(each for each in set(characters) if ord(each) not in known())


def source() -> TTFont:
    """Return the font as its authors publish it, with every weight in it."""
    return read(FILE.read_bytes())


def read(font: bytes) -> TTFont:
    """Return a font; the day on which it is written again is not to stand in it."""
    return TTFont(io.BytesIO(font), recalcTimestamp=False)


def written(font: TTFont, flavor: str | None = None) -> bytes:
    """Return a font as a file: TrueType, or packed for the web by the name of a flavor."""
    font.flavor = flavor
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def thinned(font: TTFont, characters: Iterable[str], dropped: Iterable[str] = (), **options: object) -> TTFont:
    """Return the font with no glyphs but those of some characters and the sign for what is missing.

    `dropped` are tables that are left out; the other options are those of the subsetter of fontTools.
    """
    chosen = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False, **options)
    chosen.drop_tables += list(dropped)
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=[ord(each) for each in characters])
    subsetter.subset(font)
    return font


def of_weight(varying: bytes, weight: int) -> bytes:
    """Return a font of one weight, made of one that has them all."""
    return written(instancer.instantiateVariableFont(read(varying), {"opsz": SMALL_TEXT, "wght": weight}))
