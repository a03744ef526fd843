"""The page "Your first tree" prints what the program prints, and ends with a tree in which nothing is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.builds import small_checkout
from helpers.walked_page import FIRST_TREE, NOT_RUN, steps, walk_through

from macros.links import pages
from trees.core.check import check
from trees.core.course_judge import uncovered
from trees.core.courses import read_courses
from trees.core.coverage import held
from trees.core.library import load
from trees.core.nodes import ASKED

STEPS = steps(FIRST_TREE)
COLLECTION = "marsh_knee_2021"
STALE = "docs/change/first_tree.md shows what the program does not print any more. Change the page."


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str, str]]]:
    """The checkout after the page, and for each command what the page shows and what was printed."""
    folder = small_checkout(tmp_path_factory.mktemp("newcomer") / "checkout")
    return folder, walk_through(STEPS, folder, NOT_RUN)


def test_every_step_prints_what_the_page_shows(walked: tuple[Path, list[tuple[str, str, str]]]) -> None:
    _, printed = walked

    assert [command for command, shown, said in printed if shown != said] == [], STALE
    assert len(printed) == 11


def test_the_page_ends_with_a_tree_of_three_questions_that_is_right_and_whose_cases_hold(
    walked: tuple[Path, list[tuple[str, str, str]]],
) -> None:
    library = load(walked[0] / "trees")

    assert check(library) == []
    assert held(library, COLLECTION)[1] == []
    assert sum(isinstance(node, ASKED) for node in library.trees[f"{COLLECTION}/swollen_knee"].nodes) == 3
    assert uncovered(library, COLLECTION, read_courses(library.root, COLLECTION)[0]) == []
    assert (library.root / COLLECTION / "published.txt").read_text(encoding="utf-8") == "swollen_knee\n"


def test_every_page_that_the_site_calls_for_is_there_at_the_end(
    walked: tuple[Path, list[tuple[str, str, str]]],
) -> None:
    folder, _ = walked
    wanted = pages(load(folder / "trees"))

    assert f"trees/{COLLECTION}/swollen_knee" in wanted
    assert [name for name in wanted if not (folder / "docs" / f"{name}.md").is_file()] == []


def test_the_files_that_the_page_shows_are_laid_out_as_the_formatter_does(
    walked: tuple[Path, list[tuple[str, str, str]]],
) -> None:
    folder, _ = walked
    written = [folder / step.title for step in STEPS if step.title is not None and step.title.endswith(".py")]

    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--config", str(ROOT / "pyproject.toml"), *map(str, written)]
        done = subprocess.run(ruff, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
