"""Widths of text, in px, from a table of font advances: never from the fonts of the machine that builds the site.

The table holds the widest of Roboto, Inter, Liberation Sans and DejaVu Sans, so that text fits its box whichever a
reader has. `python -m macros.diagram.measure FONT.ttf ...` makes it anew. It needs fontTools and the files of the
regular and medium weights, on Debian from fonts-roboto-unhinted, fonts-inter, fonts-liberation, fonts-dejavu-core:

    python -m macros.diagram.measure Roboto-Regular.ttf Roboto-Medium.ttf Inter-Regular.otf Inter-Medium.otf \
        LiberationSans-Regular.ttf DejaVuSans.ttf
"""

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from macros.no_break import NO_BREAK, kept_together

TABLE = Path(__file__).with_name("advances.json")
REGULAR, MEDIUM = 400, 500
LATIN_1 = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
CHARACTERS = [*map(chr, LATIN_1), *"–—‘’“”…≥≤≠±→×"]
EM = 1000


@cache
def advances(weight: int) -> dict[str, int]:
    """Return the advances of a weight, in thousandths of the type size, by character."""
    table: dict[str, dict[str, int]] = json.loads(TABLE.read_text(encoding="utf-8"))["advances"]
    return table[str(weight)]


def width(text: str, size: float, weight: int = REGULAR) -> float:
    """Return how wide a line of text is at most, in px."""
    table = advances(weight)
    return sum(table.get(character, table["default"]) for character in text) * size / EM


def joined(text: str) -> str:
    """Return the text with one space between words, and no-break spaces where a line must not end."""
    return kept_together(" ".join(text.split()))


def wrap(text: str, max_width: float, size: float, weight: int = REGULAR) -> list[str]:
    """Return the fewest lines of at most `max_width` px, or of the longest word, as even as can be."""
    return list(wrapped(text, max_width, size, weight))


@cache
def wrapped(text: str, max_width: float, size: float, weight: int) -> tuple[str, ...]:
    """Return the same as `wrap`, remembered, since a diagram is tried many times."""
    words = joined(text).split(" ")
    max_width = max(max_width, *(width(word, size, weight) for word in words))
    # best[i]: the number of lines, their raggedness and where the first of them ends, for the words from i on.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * (len(words) + 1)
    for start in reversed(range(len(words))):
        choices: list[tuple[int, float, int]] = []
        for end in range(start + 1, len(words) + 1):
            spare = max_width - width(" ".join(words[start:end]), size, weight)
            if spare < 0:
                break
            lines, raggedness, _ = best[end]
            choices.append((lines + 1, raggedness + spare**2, end))
        best[start] = min(choices)
    result: list[str] = []
    start = 0
    while start < len(words):
        end = best[start][2]
        result.append(" ".join(words[start:end]).replace(NO_BREAK, " "))
        start = end
    return tuple(result)


def make_table(fonts: Iterable[str]) -> str:
    """Return the table as JSON, made from font files; a family without a medium weight gives its regular one."""
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found, import-untyped, unused-ignore]

    families: dict[str, dict[int, tuple[str, dict[str, int]]]] = {}
    for path in fonts:
        font = TTFont(path)
        names, glyphs, scale = font["name"], font.getBestCmap(), EM / font["head"].unitsPerEm
        weight = MEDIUM if font["OS/2"].usWeightClass == MEDIUM else REGULAR
        measured = {c: round(font["hmtx"][glyphs[ord(c)]][0] * scale) for c in CHARACTERS if ord(c) in glyphs}
        family = str(names.getDebugName(16) or names.getDebugName(1))
        families.setdefault(family, {})[weight] = (f"{family} {weight}, {names.getDebugName(5)}", measured)
    table: dict[str, dict[str, int]] = {}
    for weight in (REGULAR, MEDIUM):
        used = [family.get(weight, family[REGULAR])[1] for family in families.values()]
        widest = {c: max(one[c] for one in used if c in one) for c in CHARACTERS}
        table[str(weight)] = {"default": max(widest.values()), **widest}
    made_from = sorted(described for family in families.values() for described, _ in family.values())
    return json.dumps({"made_from": made_from, "advances": table}, ensure_ascii=True, indent=1) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Write the table anew from the font files named."""
    if not arguments:
        sys.exit("Which font files? See the first lines of macros/diagram/measure.py.")
    TABLE.write_text(make_table(arguments), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
