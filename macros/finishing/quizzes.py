"""The cases of every collection that has some, in every form in which they are taken away, beside the pages."""

from pathlib import Path

from macros.attribution import Where
from macros.quiz.forms import QUIZ_FORMS, address
from macros.quiz.whole import Whole
from macros.uses import Uses


def write(folder: Path, uses: Uses, where: Where) -> None:
    """Write the files of every collection with cases into the folder of a site."""
    for name in uses.library.collections:
        whole = Whole(uses, name, where)
        for form in QUIZ_FORMS if whole.items else ():
            path = folder / address(name, form.suffix)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(form.make(whole))
