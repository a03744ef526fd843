"""When a change note is wanted: for each change of advice, and for nothing else."""

from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented, replace

from trees.core.check import check
from trees.core.diff.comparison import compared
from trees.core.diff.notes import not_written_down
from trees.core.library import Library, load

DOSE = ("tarn_nodule.py", "DailyDose(mg=100)", "DailyDose(mg=200)")
QUESTION = ("tarn_nodule.py", 'asks="Does the nodule hurt?"', 'asks="Did the nodule hurt?"')
EDGE = ("tarn_nodule.py", "                    below=2,", "                    below=1.5,")
FIRST = "FIRST_WRITTEN = Change("
MARKS = 'nodes=["tarn_nodule#velurin_100", "tarn_nodule#velurin_400"]'
"""The nodes that change where the tree that is led to is gone or new."""
BECAUSE = 'because=Quote("treated with velurin at 100 mg daily", EXAMPLE_2020, at="E04")'
FOR_WHOM = f'differently="Everybody on velurin: 200 mg daily.", {BECAUSE}'
WRITE = "Write a Change there: who is treated differently, why, and on which words."
CHANGES = "later/trees/example/changes.py"


@pytest.fixture
def before(tmp_path: Path) -> Library:
    """The invented collection as it was."""
    return load(copy_of_the_invented(tmp_path / "before"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of trees as they are to become."""
    return copy_of_the_invented(tmp_path / "later")


def noted(root: Path, *fields: str) -> None:
    """Write a new change note before the others."""
    rows = "".join(f"    {each},\n" for each in fields)
    note = f'NOTE = Change(\n    "note",\n    date="2020-04-01",\n    title="T",\n    why="W",\n{rows})\n'
    replace(root / "example/changes.py", FIRST, note + FIRST)


def edited(root: Path, *edits: tuple[str, str, str]) -> None:
    """Make some edits of the invented collection."""
    for file, old, new in edits:
        replace(root / "example" / file, old, new)


def missing(before: Library, root: Path) -> list[str]:
    """Return what is not written down, without the folder it is in."""
    later = load(root, "later/trees")
    assert later.problems == []
    return [each.text for found in compared(before, later) for each in not_written_down(found)]


def test_where_nothing_has_changed_no_note_is_wanted(before: Library, root: Path) -> None:
    assert missing(before, root) == []


@pytest.mark.parametrize(
    "edit",
    [
        (
            "tarn_nodule.py",
            'says="A biopsy is advised before any drug"',
            'says="A biopsy is advised, before any drug."',
        ),
        ("tarn_nodule.py", 'title="A new Tarn nodule"', 'title="A Tarn nodule"'),
        ("tarn_nodule.py", "            evidence=[HERON],\n", ""),
        ("tarn_nodule.py", "treated with velurin at 100 mg daily", "with velurin at 100 mg daily"),
        ("trials.py", "patients=120", "patients=12"),
        ("collection.py", 'title="Tarn nodules (invented)"', 'title="Tarn nodules"'),
    ],
)
def test_for_a_change_of_wording_no_note_is_wanted(edit: tuple[str, str, str], before: Library, root: Path) -> None:
    edited(root, edit)

    assert missing(before, root) == []


def test_a_dose_that_has_changed_wants_a_note_of_its_tree(before: Library, root: Path) -> None:
    edited(root, DOSE)

    assert missing(before, root) == [
        f"6 paths of 'tarn_nodule' end otherwise now, and {CHANGES} has no new entry that names this tree. {WRITE}"
    ]


def test_one_path_ends_and_several_end(before: Library, root: Path) -> None:
    edited(root, EDGE)

    assert missing(before, root) == [
        f"1 path of 'tarn_nodule' ends otherwise now, and {CHANGES} has no new entry that names this tree. {WRITE}"
    ]


def test_a_question_in_other_words_wants_a_note_though_nobody_is_led_elsewhere(before: Library, root: Path) -> None:
    edited(root, QUESTION)

    assert missing(before, root) == [
        "the words by which 'tarn_nodule' sorts or treats patients have changed, and "
        f"{CHANGES} has no new entry that names this tree. {WRITE}"
    ]


@pytest.mark.parametrize("trees", ['trees=["tarn_nodule"]', 'trees=["tarn_nodule", "on_velurin"]', "trees=[]"])
def test_a_note_with_everything_is_enough(trees: str, before: Library, root: Path) -> None:
    edited(root, DOSE)
    noted(root, FOR_WHOM, trees, 'nodes=["tarn_nodule#velurin_100"]')

    assert missing(before, root) == []


def test_a_note_of_another_tree_is_none_of_this_one(before: Library, root: Path) -> None:
    edited(root, DOSE)
    noted(root, FOR_WHOM, 'trees=["on_velurin"]')

    assert [text.partition(",")[0] for text in missing(before, root)] == ["6 paths of 'tarn_nodule' end otherwise now"]


def test_a_note_that_was_there_before_is_none_of_a_new_change(before: Library, root: Path) -> None:
    edited(root, DOSE, ("changes.py", '"The quill variant is asked for before', '"Now it is asked for before'))

    assert len(missing(before, root)) == 1


def test_a_note_that_nobody_is_treated_differently_is_refused_where_a_dose_has_changed(
    before: Library, root: Path
) -> None:
    edited(root, DOSE)
    noted(root, 'trees=["tarn_nodule"]', 'nodes=["tarn_nodule#velurin_100"]')

    assert missing(before, root) == [
        "'note' says that nobody is treated differently, and 6 paths of 'tarn_nodule' end otherwise in more than our "
        "own words. Say in 'differently' for whom, with the words of the source."
    ]


def test_a_note_that_nobody_is_treated_differently_is_enough_for_a_question_in_other_words(
    before: Library, root: Path
) -> None:
    edited(root, QUESTION)
    noted(root, 'trees=["tarn_nodule"]', 'nodes=["tarn_nodule#pain"]')

    assert missing(before, root) == []


def test_a_note_marks_every_node_that_has_changed(before: Library, root: Path) -> None:
    edited(root, DOSE, QUESTION)
    noted(root, FOR_WHOM, 'trees=["tarn_nodule"]', 'nodes=["tarn_nodule#pain"]')

    assert missing(before, root) == [
        "'note' leaves out of 'nodes' what has changed: 'tarn_nodule#velurin_100'. Their steps are to be marked."
    ]


def without_on_velurin(root: Path) -> None:
    (root / "example/on_velurin.py").unlink()
    edited(root, ("collection.py", ', "on_velurin"]', "]"))
    text = (root / "example/tarn_nodule.py").read_text(encoding="utf-8")
    onward = '                Onward("safety", "What to watch on velurin", to=OtherTree("on_velurin")),\n'
    (root / "example/tarn_nodule.py").write_text(text.replace(onward, ""), encoding="utf-8")


def test_a_tree_that_is_gone_wants_a_note_that_names_none(before: Library, root: Path) -> None:
    without_on_velurin(root)
    noted(root, FOR_WHOM, 'trees=["tarn_nodule"]', MARKS)

    assert missing(before, root) == [
        f"the tree 'on_velurin' is gone, and {CHANGES} has no new entry without 'trees'. {WRITE}"
    ]
    replace(root / "example/changes.py", f'    trees=["tarn_nodule"],\n    {MARKS}', f"    {MARKS}")
    assert missing(before, root) == []


def test_a_tree_that_is_new_wants_a_note_that_names_it(before: Library, root: Path, tmp_path: Path) -> None:
    smaller = copy_of_the_invented(tmp_path / "smaller")
    without_on_velurin(smaller)
    noted(root, FOR_WHOM, 'trees=["tarn_nodule"]', MARKS)

    assert missing(load(smaller), root) == [
        f"the tree 'on_velurin' is new, and {CHANGES} has no new entry that names it. {WRITE}"
    ]
    replace(
        root / "example/changes.py",
        f'    trees=["tarn_nodule"],\n    {MARKS}',
        f'    trees=["tarn_nodule", "on_velurin"],\n    {MARKS}',
    )
    assert missing(load(smaller), root) == []


def test_a_collection_that_is_new_or_gone_wants_no_note(before: Library, root: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    nothing = load(tmp_path / "none", "none")
    later = load(root, "later/trees")

    assert [each for found in compared(nothing, later) for each in not_written_down(found)] == []
    assert [each for found in compared(later, nothing) for each in not_written_down(found)] == []


def test_a_node_that_a_note_misspells_is_refused_with_what_may_have_been_meant(root: Path) -> None:
    noted(root, 'trees=["tarn_nodule"]', 'nodes=["tarn_nodule#velurin_1000", "tarn_nodul#pain", "pain"]')

    assert [each.text for each in check(load(root))] == [
        "'pain' names no node of a tree. Write it as 'tree#node'.",
        "'tarn_nodul#pain' names the tree 'tarn_nodul', which is not there. Did you mean 'tarn_nodule'?",
        "there is no node 'velurin_1000' in the tree 'tarn_nodule'. Did you mean 'velurin_100'?",
    ]


def test_a_node_of_a_tree_that_the_note_does_not_name_is_refused(root: Path) -> None:
    noted(root, 'trees=["tarn_nodule"]', 'nodes=["on_velurin#visits"]')

    assert [each.text for each in check(load(root))] == [
        "'on_velurin#visits' is marked as changed, and 'trees' leaves out 'on_velurin'. Add it there."
    ]
