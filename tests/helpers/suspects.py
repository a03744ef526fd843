"""The invented collection with a suspect statement, in memory and in a copy of its files."""

from dataclasses import replace
from pathlib import Path

from conftest import ROOT
from helpers.commands import copy_of_the_invented
from helpers.commands import replace as write_instead

from trees.core.library import Library, load
from trees.core.suspect import REWORDED, Suspect

SUSPECT = Suspect("E04", found="2026-11-22", change=REWORDED, says="It now names another dose.")
"""On the first dose of velurin, which an outcome, an answer and a note of the invented tree rest on."""
TOLD = (
    "Suspect: the words this rests on have changed in the source (found 2026-11-22); nobody has compared them yet. "
    "Invented 2020, E04: It now names another dose."
)
WRITTEN = 'Suspect("E04", found="2026-11-22", change=REWORDED, says="It now names another dose.")'
REAL = load(ROOT / "trees")


def with_suspects(*suspects: Suspect, library: Library = REAL) -> Library:
    """Return the library, in which these statements of the invented source are suspect."""
    register = replace(library.registers["example_2020"], suspects=suspects)
    return replace(library, registers={**library.registers, "example_2020": register})


def copy_with(to: Path, *written: str) -> Path:
    """Copy the invented collection, write these suspects into its register, and return the folder of trees."""
    copy = copy_of_the_invented(to)
    mark_suspect(copy, *written)
    return copy


def mark_suspect(trees: Path, *written: str) -> None:
    """Write suspects into the register of a folder of trees that is a copy of the invented one."""
    register = trees / "sources" / "example_2020.py"
    words = "ACTION, BACKGROUND, EVIDENCE, GONE, REWORDED, SAFETY, Cleared, Register, Source, Statement, Suspect"
    write_instead(register, "ACTION, BACKGROUND, EVIDENCE, SAFETY, Register, Source, Statement", words)
    write_instead(register, "    whole=True,\n", f"    whole=True,\n    suspects=[{', '.join(written)}],\n")
