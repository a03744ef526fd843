"""The pages for those who change the trees and the program: none is left out of the menu and of the page above it."""

import re
from pathlib import Path

import pytest
from conftest import ROOT

DOCS = ROOT / "docs"
MENU = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
CHANGE = sorted((DOCS / "change").glob("*.md"))
MAINTAIN = sorted((DOCS / "maintain").rglob("*.md"))
DECISIONS = sorted((DOCS / "maintain" / "decisions").glob("*.md"))


def names(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


def linked(page: Path) -> list[str]:
    """The pages that a page links to, by their path below the docs."""
    targets = re.findall(r"\]\(([^)#:]+\.md)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return [names((page.parent / target).resolve()) for target in targets]


def title(page: Path) -> str:
    return page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")


@pytest.mark.parametrize("page", [*CHANGE, *MAINTAIN], ids=names)
def test_a_page_stands_in_the_menu_once(page: Path) -> None:
    assert len(re.findall(rf"(?:- |: ){re.escape(names(page))}$", MENU, re.MULTILINE)) == 1


@pytest.mark.parametrize("page", [each for each in CHANGE if each.name != "index.md"], ids=names)
def test_the_page_of_changes_leads_to_every_way_to_change_something(page: Path) -> None:
    assert names(page) in linked(DOCS / "change" / "index.md")


@pytest.mark.parametrize("page", [each for each in MAINTAIN if each.name != "index.md"], ids=names)
def test_the_page_for_maintainers_leads_to_every_page_of_theirs(page: Path) -> None:
    assert names(page) in linked(DOCS / "maintain" / "index.md")


LONGEST_IN_MENU = 28
"""Characters that stand in one line of the menu beside a page."""


@pytest.mark.parametrize("page", DECISIONS, ids=names)
def test_a_decision_has_its_number_its_title_in_the_index_and_the_menu_and_the_day_on_which_it_was_taken(
    page: Path,
) -> None:
    number = int(page.name[:4])
    index = (DOCS / "maintain" / "index.md").read_text(encoding="utf-8")

    assert title(page).startswith(f"Decision {number}: ")
    assert f"- [{title(page)}](decisions/{page.name})\n" in index
    # In the menu it has a line: what takes two, times all of them, is higher than a window.
    (short,) = re.findall(rf'- "{number}: ([^"]+)": maintain/decisions/{re.escape(page.name)}\n', MENU)
    assert 0 < len(short) <= LONGEST_IN_MENU
    assert re.match(r"# .+\n\n\d{4}-\d\d-\d\d\.\n", page.read_text(encoding="utf-8"))


def test_the_decisions_are_numbered_one_by_one_with_none_left_out() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
