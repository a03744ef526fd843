"""The handouts that tests read: of every tree and of the odd one, each made once."""

from functools import cache

import pytest
from conftest import ROOT
from helpers.handout_reader import Read, read
from helpers.odd_library import ODD

from macros.attribution import Where
from macros.downloads import pdf
from macros.downloads.material import Material
from macros.uses import Uses
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
USES = {id(library): Uses(library) for library in (REAL, ODD)}
ALL = [*((REAL, name) for name in REAL.trees), (ODD, "odd/odd")]
each_tree = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])
SIZE, AFTER, WATCH = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
LARGEST = sorted(REAL.trees, key=lambda name: len(REAL.trees[name].nodes))[-2:]
SOME = [(REAL, SIZE), (REAL, AFTER), (REAL, WATCH), *((REAL, name) for name in LARGEST), (ODD, "odd/odd")]
some_trees = pytest.mark.parametrize(("library", "name"), SOME, ids=[name for _, name in SOME])
SITE = "https://example.org/somewhere/"
WHERE = Where(SITE, "A site", "2026-11-22", {f"trees/{SIZE}/": "2026-10-31"})


def material(library: Library, name: str) -> Material:
    known = next((each for each, _ in ALL if each is library), None)
    return material_of(id(known), name) if known else new_material(library, name)


@cache
def material_of(library: int, name: str) -> Material:
    return new_material(next(each for each, _ in ALL if id(each) == library), name)


def new_material(library: Library, name: str) -> Material:
    return Material(library, USES.get(id(library)) or Uses(library), name, WHERE, ROOT / "docs")


@cache
def made(library: int, name: str) -> bytes:
    return pdf.make(material_of(library, name))


@cache
def handout(library: int, name: str) -> Read:
    return read(made(library, name))


def of(library: Library, name: str) -> Read:
    return handout(id(library), name)
