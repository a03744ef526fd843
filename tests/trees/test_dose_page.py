"""The page "Change a dose" prints what the program prints."""

import re
import shutil
from pathlib import Path

from conftest import ROOT
from helpers.builds import change
from helpers.patients import read_patients, said_for

from trees.core.check import check
from trees.core.library import load

PAGE = (ROOT / "docs" / "change" / "a_dose.md").read_text(encoding="utf-8")
WRONG = "docs/change/a_dose.md shows the tree as it was. Change the page too."
SHOWN = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
TREE = "gist_2017/first_line.py"


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT / "trees", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def printed(trees: Path) -> list[str]:
    return [str(problem) for problem in check(load(trees))]


def test_a_changed_dose_is_refused_as_the_page_says(tmp_path: Path) -> None:
    trees = copied(tmp_path / "trees")
    change(trees / TREE, "mg=(400, 600)", "mg=300")

    assert SHOWN[0].strip() in printed(trees), WRONG

    change(trees / TREE, "may range from 400 mg to 600 mg daily", "may range from 300 mg to 600 mg daily")

    assert SHOWN[1].strip() in printed(trees), WRONG


def test_a_dose_that_the_words_allow_meets_the_patients_as_the_page_says(tmp_path: Path) -> None:
    trees = copied(tmp_path / "trees")
    change(trees / TREE, "mg=(400, 600)", "mg=400")
    library = load(trees)
    sentence = SHOWN[2].splitlines()[0]
    (patient,) = [each for each in read_patients(Path(__file__).parent) if each.says == sentence]

    doses = {node.dose.high for node in said_for(library, patient).outcomes.values()}

    assert check(library) == []
    assert doses == {400}, WRONG
    assert 600 in {dose for expected in patient.expects if expected.mg for dose in expected.mg}, WRONG
