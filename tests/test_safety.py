"""The hazard log: each hazard is whole, and each test that it names is there and is one that runs.

That the named tests pass is said by the suite itself, since they are a part of it.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

LOG = (ROOT / "SAFETY.md").read_text(encoding="utf-8")
ASSESSMENTS = ("assessment_fda_cds.md", "assessment_mdcg.md")

FIELDS = ("Who and how", "Control", "Tests", "What is left")
HAZARD = re.compile(r"(?ms)^### (?P<id>\S+) (?P<title>[^\n]+)\n(?P<body>.*?)(?=^##|\Z)")
FIELD = re.compile(r"(?ms)^- \*\*(?P<name>[^*]+):\*\*(?P<says>.*?)(?=^- |\Z)")
TEST = re.compile(r"    - `(tests/[\w/]+\.py)::(test_\w+)`")
NEVER = ("skip", "xfail")
"""Marks that keep a test from counting; `skipif` and `usefixtures` leave it to the machine."""


def problems(log: str) -> list[str]:
    """Return what is wrong with a hazard log, in a line each."""
    found = []
    hazards = list(HAZARD.finditer(log))
    for number, hazard in enumerate(hazards, 1):
        name = hazard["id"]
        if name != f"H{number:02}":
            found.append(f"{name} stands where H{number:02} is expected")
        fields = [(field["name"], field["says"].strip("\n")) for field in FIELD.finditer(hazard["body"])]
        if tuple(field for field, _ in fields) != FIELDS:
            found.append(f"{name} has the fields {', '.join(field for field, _ in fields)}")
        found += [f"{name} says nothing under {field}" for field, says in fields if not says.strip()]
        found += of_tests(name, dict(fields).get("Tests", ""))
    headings = re.findall(r"(?m)^### (.*)$", log)
    if len(headings) != len(hazards):
        found.append("a heading is that of no hazard")
    return found


def of_tests(hazard: str, says: str) -> list[str]:
    """Return what is wrong with the tests that a hazard names."""
    found = []
    for line in says.splitlines():
        named = TEST.fullmatch(line)
        if named is None:
            found.append(f"{hazard} names no test in {line.strip()}")
        elif named[2] not in running(ROOT / named[1]):
            found.append(f"{hazard} names {named[1]}::{named[2]}, and no such test runs")
    return found


@cache
def running(file: Path) -> frozenset[str]:
    """Return the names of the tests of a file which nothing in it keeps from running on every machine."""
    return running_in(file.read_text(encoding="utf-8")) if file.is_file() else frozenset()


def running_in(code: str) -> frozenset[str]:
    tree = ast.parse(code)
    marks = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
    ]
    if any(kept_back(mark) for each in marks for mark in (each.elts if isinstance(each, ast.List) else [each])):
        return frozenset()
    return frozenset(
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not any(map(kept_back, node.decorator_list)) and not gives_up(node)
    )


def kept_back(mark: ast.expr) -> bool:
    return any(re.match(rf"pytest\.mark\.{each}\b", ast.unparse(mark)) for each in NEVER)


def gives_up(test: ast.FunctionDef) -> bool:
    return any(re.match(rf"pytest\.{each}\(", ast.unparse(line)) for line in test.body for each in NEVER)


def test_every_hazard_is_whole_and_names_tests_that_are_there_and_run() -> None:
    assert problems(LOG) == []


def test_there_are_thirty_hazards_at_least() -> None:
    assert len(HAZARD.findall(LOG)) >= 30


def test_what_no_test_controls_is_listed() -> None:
    rest = LOG.partition("\n## Not controlled\n")[2]

    assert "**No clinician has reviewed**" in rest
    assert len(re.findall(r"(?m)^- \*\*", rest)) >= 10


H01_HAS = "H01 has the fields Who and how,"
LEFT = re.search(r"\*\*What is left:\*\*.*", LOG)[0]
TESTS = re.search(r"- \*\*Tests:\*\*\n((?: {4}.*\n)+)", LOG)[1]
FIRST = "tests/trees/test_teeth.py::test_a_digit_of_a_dose_or_a_cycle_is_noticed_on_its_line"
NAMES = f"H01 names {FIRST}, and no such test runs"

FAULTS = {
    "a field is missing": ("- **Control:** The", "The", "H01 has the fields Who and how, Tests, What is left"),
    "a field is empty": (LEFT, "**What is left:**", "H01 says nothing under What is left"),
    "a field has another name": ("- **Control:**", "- **Controls:**", f"{H01_HAS} Controls, Tests, What is left"),
    "a test is misspelt": (FIRST, FIRST.replace("digit", "didgit"), NAMES.replace("digit", "didgit")),
    "a file of tests is not there": (FIRST, FIRST.replace("teeth", "tooth"), NAMES.replace("teeth", "tooth")),
    "a test is told in words": (f"`{FIRST}`", "the suite", "H01 names no test in - the suite"),
    "a file stands for its tests": (FIRST, "tests/test_house.py", "H01 names no test in - `tests/test_house.py`"),
    "a hazard has no test": (TESTS, "", "H01 says nothing under Tests"),
    "a number is given twice": ("### H02 ", "### H01 ", "H01 stands where H02 is expected"),
    "a number is left out": ("### H54 ", "### H55 ", "H55 stands where H54 is expected"),
    "a heading has no number": ("### H03 A", "### A", "A stands where H03 is expected"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_hazard_log_is_refused_in_which(fault: str) -> None:
    before, after, says = FAULTS[fault]

    assert problems(LOG.replace(before, after, 1)) == [says]


RUNS = "import pytest\n\ndef test_one():\n    assert True\n"


@pytest.mark.parametrize(
    "code",
    [
        RUNS.replace("def", "@pytest.mark.skip\ndef"),
        RUNS.replace("def", "@pytest.mark.skip(reason='later')\ndef"),
        RUNS.replace("def", "@pytest.mark.xfail\ndef"),
        RUNS.replace("assert True", "pytest.skip('later')"),
        RUNS.replace("assert True", "pytest.xfail('later')"),
        RUNS.replace("def", "pytestmark = pytest.mark.skip\n\ndef"),
        RUNS.replace("def", "pytestmark = [pytest.mark.texts, pytest.mark.xfail(strict=True)]\n\ndef"),
        RUNS.replace("def test_one():\n    assert True", "def helper():\n    def test_one():\n        assert True"),
    ],
)
def test_a_test_that_never_runs_or_may_fail_counts_for_none(code: str) -> None:
    assert "test_one" in running_in(RUNS)
    assert "test_one" not in running_in(code)


@pytest.mark.parametrize("page", ASSESSMENTS)
def test_an_assessment_says_first_that_it_is_no_legal_advice_of_when_it_is_and_by_whom(page: str) -> None:
    text = (ROOT / "docs" / "maintain" / page).read_text(encoding="utf-8")
    head = text.partition("\n## ")[0]

    assert re.match(r"# .*\n\n\*\*Not legal advice\.\*\*", head)
    assert re.search(r"\b2026-\d\d-\d\d\b", head)
    assert "The project made this by itself" in head
    assert "No regulator, no lawyer and no notified body" in head
    assert "\n## What was not read" in text
