"""What the files of trees are made from, of every tree of the library and of the odd ones."""

from functools import cache

from conftest import ROOT
from helpers.odd_library import ODD

from macros.attribution import Where
from macros.downloads.material import Material
from macros.uses import Uses
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
WHERE = Where("https://example.org/guidelines/", "A site", "2026-11-22", {})
USES = {id(REAL): Uses(REAL), id(ODD): Uses(ODD)}
NAMES = list(REAL.trees)
ODD_NAMES = ["odd/odd", "odd/every"]


@cache
def material(name: str) -> Material:
    """Return what the files of a tree are made from; one whose name begins with 'odd/' is an odd one."""
    return material_in(ODD if name in ODD_NAMES else REAL, name)


def material_in(library: Library, name: str) -> Material:
    """Return the same for a tree of any library."""
    return Material(library, USES.get(id(library)) or Uses(library), name, WHERE, ROOT / "docs")
