"""Reading cases: what a file says is what is read, with its line, and what cannot be read is named."""

import re
from pathlib import Path

import pytest
from helpers.commands import ROOT

from trees.core.cases import Case, Expected, read_cases
from trees.core.place import Place

WHOLE = """# A comment.
[[patient]]
id = "whole"
says = "A patient."
walks = [{ tree = "t", answers = ["pain=yes", "size=2"] }, { tree = "u", answers = [] }]
left_open = "The size decides."
would_decide = "A scan."
open_words = ["Size", "scan"]
order_stated = true
settled = "So it was."

[[patient.expects]]
what = "velurin"
drug = "velurin"
mg = [400, 600]
split = true
weeks = [4, 2]
duration = "at least 12 weeks"
how_often = "once a day"
strength = "may"
statements = ["S01", "S02"]

[[patient.expects]]
what = "half of it"
drug = "velurin"
mg = 37.5
statements = ["S03"]
"""
SHORT = '\n[[patient]]\nid = "short"\nsays = "Another."\nwalks = []\n'


def read(folder: Path, text: str, name: str = "x.toml") -> tuple[list[Case], list[str]]:
    path = folder / "c" / "cases" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    cases, problems = read_cases(folder, "c", "shown")
    return cases, [str(problem) for problem in problems]


def test_a_case_is_read_with_all_that_it_says_and_with_its_line(tmp_path: Path) -> None:
    cases, problems = read(tmp_path, WHOLE + SHORT)
    dose = Expected(
        "velurin",
        frozenset({"S01", "S02"}),
        drug="velurin",
        mg=(400, 600),
        split=True,
        weeks=(4, 2),
        duration="at least 12 weeks",
        how_often="once a day",
        strength="may",
    )
    half = Expected("half of it", frozenset({"S03"}), drug="velurin", mg=(37.5, 37.5))
    whole = Case(
        Place("shown/c/cases/x.toml", 3),
        "whole",
        "A patient.",
        "c",
        (("t", ("pain=yes", "size=2")), ("u", ())),
        (dose, half),
        left_open="The size decides.",
        would_decide="A scan.",
        open_words=("Size", "scan"),
        order_stated=True,
        settled="So it was.",
    )

    assert problems == []
    assert cases == [whole, Case(Place("shown/c/cases/x.toml", 30), "short", "Another.", "c", (), ())]
    assert [str(case.place) for case in cases] == ["shown/c/cases/x.toml:3", "shown/c/cases/x.toml:30"]


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    read(tmp_path, SHORT.replace("short", "later"), "b.toml")
    cases, _ = read(tmp_path, SHORT, "a.toml")

    assert [case.id for case in cases] == ["short", "later"]


def test_a_collection_without_cases_has_none(tmp_path: Path) -> None:
    assert read_cases(tmp_path, "c") == ([], [])


WRONG = {
    "a field that there is not": ("settled =", "setled =", "there is no field 'setled'"),
    "a field of what is expected that there is not": ("how_often =", "how_oft =", "'how_oft'"),
    "no sentence": ('says = "A patient."\n', "", "'says'"),
    "a walk without answers": ('{ tree = "u", answers = [] }', '{ tree = "u" }', "'answers'"),
    "a walk that is a text": ('{ tree = "u", answers = [] }', '"u"', ""),
    "no statements": ('statements = ["S01", "S02"]\n', "", "'statements'"),
    "an open word that it does not say": ('"Size", "scan"', '"fever"', "'fever' does not stand in what the case says"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_case_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path, wrong: str) -> None:
    before, after, names = WRONG[wrong]
    assert WHOLE.count(before) == 1
    cases, (line,) = read(tmp_path, WHOLE.replace(before, after) + SHORT)

    assert line.startswith("shown/c/cases/x.toml:3: the case 'whole' cannot be read: ")
    assert names in line
    assert [case.id for case in cases] == ["short"]


UNREADABLE = {
    "no TOML": b"[[patient]\n",
    "no UTF-8": SHORT.encode() + b"# caf\xe9\n",
    "a field twice": SHORT.encode() + b'id = "again"\n',
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path, kind: str) -> None:
    read(tmp_path, SHORT, "a.toml")
    (tmp_path / "c/cases/x.toml").write_bytes(UNREADABLE[kind])
    cases, problems = read_cases(tmp_path, "c", "shown")

    assert [case.id for case in cases] == ["short"]
    assert [str(each).partition(": ")[0] for each in problems] == ["shown/c/cases/x.toml:1"]
    assert problems[0].text.startswith("the file of cases cannot be read: ")


def test_a_folder_by_the_name_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "c/cases/x.toml").mkdir(parents=True)
    _, (problem,) = read_cases(tmp_path, "c", "shown")

    assert problem.text.startswith("the file of cases cannot be read: ")


def test_the_case_that_the_manual_shows_stands_in_the_invented_collection() -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs/change/a_tree.md").read_text(encoding="utf-8"), re.DOTALL)

    assert f"\n{shown}\n" in (ROOT / "trees/example/cases/invented.toml").read_text(encoding="utf-8")
