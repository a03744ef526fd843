"""The letters that a picture carries: of each weight that is drawn, the glyphs of its own text and no others.

They are Inter as its authors publish it, at the width of small text. What is read to lay text out besides its widths,
such as kerning, is left out: a line is then exactly as wide as its letters are, in every program.
"""

import io
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import category

from fontTools import subset  # type: ignore[import-untyped, unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]
from fontTools.varLib import instancer  # type: ignore[import-untyped, unused-ignore]

from macros.diagram.measure import CHARACTERS, MEDIUM, REGULAR

FAMILY = "Inter"
FILE = files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf"
WEIGHTS = (REGULAR, MEDIUM)
SMALL_TEXT = 14
"""The optical size that diagrams are drawn at, in points as the font counts them."""
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
    if lacking := sorted(each for each in characters if ord(each) not in known()):
        named = ", ".join(f"U+{ord(each):04X}" for each in lacking)
        raise ValueError(f"A picture cannot be drawn: the letters of {FAMILY} have no {named}.")
    return _letters(characters)


def for_the_web(font: bytes) -> bytes:
    """Return a font as it is put into a file for browsers."""
    return _written(_read(font), WEB)


@cache
def known() -> frozenset[int]:
    """Return the code points that the letters have."""
    return frozenset(_source().getBestCmap())


@cache
def license_of_letters() -> str:
    """Return whose the letters are, and the license that they stay under wherever they are put, in their own words."""
    names = _source()["name"]
    return " ".join(str(names.getDebugName(each)) for each in (COPYRIGHT, LICENSE))


# A picture is drawn in one form after another, from one text.
@lru_cache(maxsize=4)
def _letters(characters: frozenset[str]) -> dict[int, bytes]:
    unusual = characters - frozenset(CHARACTERS)
    return {
        weight: _written(_with_glyphs(_read(font), characters)) for weight, font in _weights(frozenset(unusual)).items()
    }


@cache
def _weights(unusual: frozenset[str]) -> dict[int, bytes]:
    """Return each weight with the usual characters and a few more: to make a weight takes long, to thin it does not."""
    variable = _written(_with_glyphs(_source(), {*CHARACTERS, *unusual}))
    return {
        weight: _written(instancer.instantiateVariableFont(_read(variable), {"opsz": SMALL_TEXT, "wght": weight}))
        for weight in WEIGHTS
    }


def _source() -> TTFont:
    return _read(FILE.read_bytes())


def _read(font: bytes) -> TTFont:
    # The day of the build is not to stand in the font.
    return TTFont(io.BytesIO(font), lazy=True, recalcTimestamp=False)


def _written(font: TTFont, flavor: str | None = None) -> bytes:
    font.flavor = flavor
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def _with_glyphs(font: TTFont, characters: Iterable[str]) -> TTFont:
    """Return the font with no glyphs but those of these characters and the sign for what is missing."""
    options = subset.Options(
        layout_features=[],
        name_IDs=NAMES,
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        recalc_timestamp=False,
    )
    options.drop_tables += NOT_DRAWN
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(each) for each in characters])
    subsetter.subset(font)
    return font
