"""The programs that the pages for other people's engines show: each runs as it is shown, and says what it has to."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.java import find_java
from helpers.kie import kie
from helpers.shipped_walk import NODE
from helpers.shown_commands import snippets

from trees.core.library import Library
from trees.formats.forms import FORMATS
from trees.formats.reading import Reading

PAGES = ROOT / "docs/integrate"
TREE = "example/tarn_nodule"
WATCH = "The nodule may be watched with ultrasound every 6 months"
QUOTE = "“2 cm without pain may be watched” (Invented 2020, E03)"
PORT = "18932"
MARK = "QuestionnaireResponse"
"""What only the program holds that reads a form."""


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """A folder with the files of one tree, as they are taken from the site."""
    reading = Reading(library, TREE, "https://example.org/")
    for files in FORMATS.values():
        for file in files:
            (tmp_path / f"tarn_nodule{file.suffix}").write_bytes(file.make(reading))
    return tmp_path


def printed(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def recipe(page: str, mark: str) -> str:
    """Return the one program of a page that holds some words."""
    (code,) = [each for each in snippets(PAGES / page) if mark in each]
    return code


def test_kie_is_asked_as_the_page_shows(folder: Path) -> None:
    with kie(folder) as engine:
        said = printed(recipe("dmn.md", "urlopen").replace(PORT, str(engine.port)), folder)

    assert said.startswith("True show watch\nshow\nHeld against Invented 2024")
    assert f"\n{WATCH}\n{QUOTE}\n" in said
    assert "Not reviewed by a clinician." in said


def test_spiffworkflow_is_asked_as_the_page_shows(folder: Path) -> None:
    said = printed(recipe("dmn.md", "SpiffWorkflow"), folder)

    assert said.startswith("show\nHeld against Invented 2024")
    assert f"\n{WATCH}\n{QUOTE}\n" in said


def test_spiffworkflow_refuses_as_the_page_says(folder: Path) -> None:
    code = recipe("dmn.md", "SpiffWorkflow").replace('"pain": "no"', '"pain": "nein"')
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "refused: a column holds what it does not offer\n"


def test_sqlite_is_asked_as_the_page_shows(folder: Path) -> None:
    said = printed(recipe("sql.md", "sqlite3"), folder).splitlines()

    assert said[:2] == [
        "1 | show | watch | pain=no nodule_size=below_2 | ",
        "2 | ask |  | pain=yes biopsy_done=yes | quill_variant",
    ]
    assert f"{WATCH} | {QUOTE}" in "\n".join(said[2:])


def test_duckdb_is_asked_as_the_page_shows(folder: Path) -> None:
    (folder / "register.csv").write_text("number,pain,size\n1,no,1.4\n2,no,unclear\n3,yes,\n", encoding="utf-8")

    assert printed(recipe("sql.md", "TRY_CAST"), folder).splitlines() == [
        "1 sizes are no numbers: they are asked for",
        "1 | show | watch | ",
        "2 | ask |  | nodule_size",
        "3 | ask |  | biopsy_done",
    ]


def test_pmml4s_is_asked_as_the_page_shows(folder: Path) -> None:
    find_java()
    said = printed(recipe("pmml.md", "pypmml"), folder)

    assert said.startswith("show velurin_100\nSince then, Invented 2024 says otherwise")
    assert "\nVelurin 100 mg daily\n" in said
    assert "Not reviewed by a clinician." in said
    assert said.endswith("\nask biopsy_done\n")


def by_javascript(mark: str, folder: Path, *instead: tuple[str, str]) -> str:
    """Run the one program of the page on FHIR that holds a mark, with other words in it, and return what it prints."""
    programs = re.findall(
        r"^```js\n(.*?)^```$", (PAGES / "fhir.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    assert len(programs) == 2
    (code,) = [each for each in programs if mark in each]
    for old, new in (('"tarn_nodule.fhir.json"', json.dumps(str(folder / "tarn_nodule.fhir.json"))), *instead):
        assert code.count(old) == 1
        code = code.replace(old, new)
    done = subprocess.run(
        [NODE, "-e", code], cwd=ROOT / "tests", capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("mark", ["By_parameters", MARK])
def test_cql_execution_is_asked_as_the_page_shows(folder: Path, mark: str) -> None:
    said = by_javascript(mark, folder)

    assert said.startswith("Held against Invented 2024")
    assert f"\n{WATCH}\n{QUOTE}\n" in said


def test_cql_execution_passes_over_a_name_that_no_column_has_and_asks_as_the_page_says(folder: Path) -> None:
    assert "\nDoes the nodule hurt?\n" in by_javascript("By_parameters", folder, ("Answer_pain", "Answer_pian"))


def test_a_code_without_its_system_is_no_answer_of_the_form_as_the_page_says(folder: Path) -> None:
    said = by_javascript(MARK, folder, ("[{ valueCoding }]", '[{ valueCoding: { code: "no" } }]'))
    assert "An answer is none of those that are offered. Nothing is shown until it is corrected." in said


@pytest.mark.parametrize(
    ("link", "told"),
    [("biopsy_done", "A biopsy is advised before any drug"), ("biopsy_done.2", "Has a biopsy been taken?")],
)
def test_an_answer_under_the_link_of_another_way_is_none_as_the_page_says(folder: Path, link: str, told: str) -> None:
    found = f'item.find((each) => each.linkId === "{link}").answerOption.map((each) => each.valueCoding)'
    answer = f'{{ linkId: "{link}", answer: [{{ valueCoding: {found}.find((each) => each.code === "no") }}] }}'
    yes = ('valueCoding.code === "no"', 'valueCoding.code === "yes"')
    size = '{ linkId: "nodule_size", answer: [{ valueDecimal: 1.4 }] }'

    assert f"\n{told}\n" in by_javascript(MARK, folder, yes, (size, answer))


def test_every_program_of_the_pages_is_run_here() -> None:
    counts = {page.name: len(snippets(page)) for page in sorted(PAGES.glob("*.md"))}
    shown = {page: count for page, count in counts.items() if count}

    assert shown == {"dmn.md": 2, "pmml.md": 1, "sql.md": 2}
