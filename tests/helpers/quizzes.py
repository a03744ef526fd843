"""The cases of the library as questions, and a hostile collection of one tree with one hostile case."""

from functools import cache
from pathlib import Path

from conftest import ROOT
from helpers.odd_library import SOURCE, odd_library

from macros.attribution import Where
from macros.put import put_all
from macros.quiz.whole import Whole
from macros.uses import Uses
from trees.core.library import Library, load
from trees.core.register import BACKGROUND, Register, Statement

WHERE = Where("https://example.org/trees/", "A <site> & more", "2026-11-22", {})
HOSTILE = (
    r"~=%50% #### {x} \n \: :: -> && &&058; [html] <script>alert(1)</script> "
    r'[sound:a.mp3] {{Case}} \(x\) "quoted" // [id:no] é'
)


@cache
def published() -> Uses:
    """The library of this repository with its cases."""
    library = load(ROOT / "trees")
    return Uses(library, put_all(library)[0])


def whole(collection: str) -> Whole:
    """All questions of a collection of this repository."""
    return Whole(published(), collection, WHERE)


def hostile(folder: Path) -> Uses:
    """The odd tree with a case whose every text is hostile, and one that is not put to any tree."""
    library: Library = odd_library()
    statement = Statement("S1", kind=BACKGROUND, at="a", gist="g", line=1, begins="b", ends="e")
    library.registers[SOURCE.id] = Register(SOURCE, whole=False, statements=(statement,))
    library.root = folder
    path = folder / "odd" / "cases" / "odd.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"[[patient]]\nid = 'odd_case'\nsays = '''{HOSTILE}'''\nleft_open = '''{HOSTILE}'''\n"
        "walks = [{ tree = 'odd', answers = ['dose=unknown'] }]\n"
        f"[[patient.expects]]\nwhat = '''{HOSTILE}'''\nstatements = ['S1']\n"
        "[[patient]]\nid = 'not_put'\nsays = 'A patient.'\nwalks = []\n",
        encoding="utf-8",
    )
    cases, problems = put_all(library)
    assert problems == []
    return Uses(library, cases)
