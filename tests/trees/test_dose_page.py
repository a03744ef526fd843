"""The page "Change a dose" prints what the program prints."""

import re
import shutil
from pathlib import Path

from conftest import ROOT
from helpers.builds import change

from trees.core.check import check
from trees.core.coverage import held
from trees.core.diff.comparison import compare
from trees.core.diff.match import Edition
from trees.core.diff.notes import not_written_down
from trees.core.diff.text import tree_lines
from trees.core.library import load

PAGE = (ROOT / "docs" / "change" / "a_dose.md").read_text(encoding="utf-8")
WRONG = "docs/change/a_dose.md shows the tree as it was. Change the page too."
SHOWN = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
(OF_TREE,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(DOSE,) = re.findall(r"mg=\([^)]*\)|mg=[\d.]+", OF_TREE)
(QUOTE,) = re.findall(r'Quote\("([^"]*)"', OF_TREE)
(OTHER_QUOTE,) = re.findall(r"does not say '([^']*)'", SHOWN[1])
(NOTE,) = re.findall(r'```python title="trees/gist_2017/changes.py"\n(.*?)```', PAGE, re.DOTALL)
REFUSED, ALLOWED = re.findall(r"Write `(mg=\d+)`", PAGE)
TREE = "gist_2017/first_line.py"


def copied(folder: Path) -> Path:
    """Copy the trees, in which every line stands that the page shows of one."""
    tree = (ROOT / "trees" / TREE).read_text(encoding="utf-8").splitlines()
    gone = [line for line in OF_TREE.splitlines() if line not in tree and line.strip() != "..."]
    assert gone == [], WRONG
    return shutil.copytree(ROOT / "trees", folder, ignore=shutil.ignore_patterns("__pycache__"))


def printed(trees: Path) -> list[str]:
    return [str(problem) for problem in check(load(trees))]


def test_a_changed_dose_is_refused_as_the_page_says(tmp_path: Path) -> None:
    trees = copied(tmp_path / "trees")
    change(trees / TREE, DOSE, REFUSED)

    assert SHOWN[0].strip() in printed(trees), WRONG

    change(trees / TREE, QUOTE, OTHER_QUOTE)

    assert SHOWN[1].strip() in printed(trees), WRONG


def test_a_dose_that_the_words_allow_meets_the_cases_as_the_page_says(tmp_path: Path) -> None:
    trees = copied(tmp_path / "trees")
    change(trees / TREE, DOSE, ALLOWED)
    library = load(trees)

    assert check(library) == []
    of_cases = [str(problem) for problem in held(library, TREE.partition("/")[0])[1]]
    assert set(SHOWN[2].splitlines()) <= set(of_cases), WRONG
    # Two lines for each patient, and nobody but those of this outcome complains.
    assert len(of_cases) % 2 == 0
    assert len([line for line in of_cases if "nobody expects the dose of" in line]) == len(of_cases) // 2
    assert all("imatinib_400_600" in line for line in of_cases)


def test_the_comparison_lists_the_patients_and_wants_the_note_that_the_page_shows(tmp_path: Path) -> None:
    trees = copied(tmp_path / "trees")
    before = Edition(load(trees), "gist_2017")
    change(trees / TREE, DOSE, ALLOWED)
    found = compare(before, Edition(load(trees), "gist_2017"))

    assert [line for tree in found.trees for line in tree_lines(tree, 20)] == SHOWN[3].splitlines(), WRONG
    assert [str(problem) for problem in not_written_down(found)] == SHOWN[4].splitlines(), WRONG

    notes = trees / "gist_2017" / "changes.py"
    notes.write_text(notes.read_text(encoding="utf-8") + NOTE, encoding="utf-8")

    assert printed(trees) == []
    assert not_written_down(compare(before, Edition(load(trees), "gist_2017"))) == []


def test_the_page_shows_a_patient_whose_line_is_that_of_a_case() -> None:
    for line in SHOWN[2].splitlines():
        file, number, name = re.match(r"(\S+):(\d+): '(\w+)': ", line).groups()
        assert (ROOT / file).read_text(encoding="utf-8").splitlines()[int(number) - 1] == f'id = "{name}"', WRONG
