"""The decks of all trees, each made and opened once for all tests, and the tests that hold for each of them."""

from functools import cache

import pytest
from conftest import ROOT
from helpers.odd_library import ODD
from helpers.slide_reader import DeckRead

from macros.attribution import Where
from macros.downloads.material import Material
from macros.downloads.slides import slides
from macros.uses import Uses
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
USES = {id(library): Uses(library) for library in (REAL, ODD)}
WHERE = Where("https://example.org/", "A site", "2026-11-22", {})
ALL = [*((REAL, name) for name in REAL.trees), (ODD, "odd/odd"), (ODD, "odd/every")]
each_tree = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])
SIZE, ITEMS = "example/tarn_nodule", "example/on_velurin"


def made(library: Library, name: str) -> bytes:
    uses = USES.get(id(library)) or Uses(library)
    return slides(Material(library, uses, name, WHERE, ROOT / "docs"))


@cache
def deck_of(name: str) -> DeckRead:
    return DeckRead(made(ODD if name.startswith("odd/") else REAL, name))
