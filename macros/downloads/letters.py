"""The letters that a picture carries: of each weight that is drawn, the glyphs of its own text and no others.

They are Inter as its authors publish it, at the width of small text. What is read to lay text out besides its widths,
such as kerning, is left out: a line is then exactly as wide as its letters are, in every program.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import category

from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]

from macros.diagram.measure import CHARACTERS, MEDIUM, REGULAR
from macros.downloads import inter

WEIGHTS = (REGULAR, MEDIUM)
WEB = "woff2"
COPYRIGHT, FAMILY_NAME, STYLE_NAME, FULL_NAME, POSTSCRIPT_NAME, LICENSE, LICENSE_ADDRESS = 0, 1, 2, 4, 6, 13, 14
"""The numbers of the names that a font has of itself."""
NAMES = [COPYRIGHT, FAMILY_NAME, STYLE_NAME, FULL_NAME, POSTSCRIPT_NAME, LICENSE, LICENSE_ADDRESS]
"""Those that are kept; without that for PostScript, what draws does not know a font."""
NOT_DRAWN = ["GDEF", "GPOS", "GSUB", "STAT"]


def letters(text: str) -> dict[int, bytes]:
    """Return a TrueType font for each weight with the glyphs of a text.

    ValueError where the text has a character that the letters do not: a picture without it would say something else.
    """
    # What only tells how others are set, such as where a word may part, is not drawn.
    characters = frozenset(each for each in text if category(each) != "Cf")
    if without := inter.lacking(characters):
        named = ", ".join(f"U+{ord(each):04X}" for each in without)
        raise ValueError(f"A picture cannot be drawn: the letters of {inter.FAMILY} have no {named}.")
    return _letters(characters)


def for_the_web(font: bytes) -> bytes:
    """Return a font as it is put into a file for browsers."""
    return inter.written(inter.read(font), WEB)


@cache
def license_of_letters() -> str:
    """Return whose the letters are, and the license that they stay under wherever they are put, in their own words."""
    names = inter.source()["name"]
    return " ".join(str(names.getDebugName(each)) for each in (COPYRIGHT, LICENSE))


# A picture is drawn in one form after another, from one text.
@lru_cache(maxsize=4)
def _letters(characters: frozenset[str]) -> dict[int, bytes]:
    unusual = characters - frozenset(CHARACTERS)
    return {
        weight: inter.written(_thinned(inter.read(font), characters))
        for weight, font in _weights(frozenset(unusual)).items()
    }


@cache
def _weights(unusual: frozenset[str]) -> dict[int, bytes]:
    """Return each weight with the usual characters and a few more: to make a weight takes long, to thin it does not."""
    varying = inter.written(_thinned(inter.source(), {*CHARACTERS, *unusual}))
    return {weight: inter.of_weight(varying, weight) for weight in WEIGHTS}


def _thinned(font: TTFont, characters: Iterable[str]) -> TTFont:
    return inter.thinned(font, characters, NOT_DRAWN, layout_features=[], name_IDs=NAMES, glyph_names=False)
