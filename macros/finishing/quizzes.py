"""The cases of every collection that has some, in every form in which they are taken away, beside the pages."""

from pathlib import Path

from macros.attribution import Where
from macros.downloads import forms
from macros.quiz.forms import ANKI, GIFT, address
from macros.quiz.whole import Whole
from macros.uses import Uses


def write(folder: Path, uses: Uses, where: Where) -> None:
    """Write the files of every collection with cases, and of its trees, into the folder of a site."""
    for name in uses.library.collections:
        whole = Whole(uses, name, where)
        if not whole.items:
            continue
        (folder / forms.FOLDER / name).mkdir(parents=True, exist_ok=True)
        (folder / address(name, ANKI.suffix)).write_bytes(ANKI.make(whole))
        for tree in GIFT.of(uses, name):
            (folder / forms.address(tree, GIFT.suffix)).write_bytes(GIFT.make(whole, tree))
