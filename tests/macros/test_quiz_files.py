"""The files of the cases are written beside the trees' own, for every collection that has cases and for no other."""

from pathlib import Path

from helpers.quizzes import WHERE, published

from macros.downloads import forms
from macros.finishing import quizzes
from macros.quiz.forms import ANKI, GIFT, address
from macros.uses import Uses


def test_a_collection_with_cases_gets_every_form_and_one_without_gets_none(tmp_path: Path) -> None:
    uses = published()
    few = {name: known[:3] if uses.library.collections[name].invented else [] for name, known in uses.cases.items()}
    quizzes.write(tmp_path, Uses(uses.library, few), WHERE)
    (invented,) = [name for name, known in few.items() if known]
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    trees = GIFT.of(Uses(uses.library, few), invented)
    assert trees
    assert written == sorted([address(invented, ANKI.suffix), *(forms.address(tree, GIFT.suffix) for tree in trees)])


def test_no_file_of_cases_can_stand_where_a_tree_has_its_own() -> None:
    # The files of trees stand in a folder of their collection; these stand beside it.
    assert address("some", ANKI.suffix).startswith(f"{forms.FOLDER}/some.")
    assert "/" not in ANKI.suffix
    assert GIFT.suffix not in {form.suffix for form in forms.FORMS}
