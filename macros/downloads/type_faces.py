"""The letters of a handout as files: weights of Inter that do not vary, since what typesets takes no others.

They are made from the package once a run, and the same bytes on every machine.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.diagram.measure import CHARACTERS, MEDIUM, REGULAR
from macros.downloads import inter

BOLD = 700
WEIGHTS = (REGULAR, MEDIUM, BOLD)
FEATURES = ("kern", "ccmp", "mark", "mkmk")
"""What the font does to letters side by side that running text is to have."""


def folder(text: str) -> Path:
    """Return a folder with a file for each weight that has the letters of a text; it lasts as long as the run.

    ValueError where a character has no letter: a handout without it would say something else.
    """
    characters = frozenset(each for each in text if not each.isspace())
    if without := inter.lacking(characters):
        named = ", ".join(f"“{each}” (U+{ord(each):04X})" for each in without)
        raise ValueError(f"A handout cannot be set: the letters of {inter.FAMILY} have no {named}.")
    return Path(_made(characters.difference(CHARACTERS)).name)


@cache
def _made(unusual: frozenset[str]) -> "TemporaryDirectory[str]":
    """Return a folder with the weights: the usual letters and a few more, since to make all of them takes long."""
    made = TemporaryDirectory(prefix="type_faces_")
    few = inter.thinned(inter.source(), {*CHARACTERS, *unusual}, layout_features=list(FEATURES))
    varying = inter.written(few)
    for weight in WEIGHTS:
        Path(made.name, f"{weight}.ttf").write_bytes(inter.of_weight(varying, weight))
    return made
