"""The page "Change a branch" prints what the program prints, step by step."""

from pathlib import Path

import pytest
from helpers.commands import ROOT, copy_of_the_invented
from helpers.errors_manual import Block, sections, write

from trees.core.check import check
from trees.core.coverage import held
from trees.core.library import load

PAGE = ROOT / "docs" / "change" / "a_branch.md"
STEPS = sections(PAGE)
CHECK = "make check"


def printed(folder: Path) -> list[str]:
    """What `make check` prints of the trees of a folder: problems, or else what the cases say, or else nothing."""
    library = load(folder / "trees", shown_as="trees")
    problems = check(library) or [problem for name in sorted(library.collections) for problem in held(library, name)[1]]
    return [str(problem) for problem in problems]


def taken(blocks: list[Block], folder: Path) -> list[list[str]]:
    """Take the changes one after the other, and return what is printed wherever the page shows that."""
    found = []
    for block in blocks:
        if block.title == CHECK:
            found.append(printed(folder))
        else:
            write([block], folder)
    return found


@pytest.mark.parametrize("heading", STEPS)
def test_each_step_prints_what_the_page_shows(heading: str, tmp_path: Path) -> None:
    copy_of_the_invented(tmp_path)
    shown = [block.lines for block in STEPS[heading] if block.title == CHECK]

    assert taken(STEPS[heading], tmp_path) == shown


@pytest.mark.parametrize("heading", ["Add an answer", "Split a band"])
def test_at_its_end_a_change_that_was_meant_leaves_nothing_to_mend(heading: str, tmp_path: Path) -> None:
    copy_of_the_invented(tmp_path)
    taken(STEPS[heading], tmp_path)

    assert printed(tmp_path) == []


def test_the_page_adds_an_answer_moves_a_target_and_splits_a_band() -> None:
    assert list(STEPS) == ["Add an answer", "Move a target", "Split a band"]
    assert [sum(block.title == CHECK for block in blocks) for blocks in STEPS.values()] == [2, 1, 3]
