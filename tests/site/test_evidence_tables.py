"""The tables of figures in a real browser: on a narrow screen too they are tables, and drawings meet their axis."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
from helpers.browser import MIDDLE, NARROW, WIDE, visiting
from playwright.sync_api import Browser, Page

from trees.core.figures import Finding
from trees.core.library import Library

NARROWEST = (320, 640)
SIZES = [NARROWEST, NARROW, MIDDLE, WIDE]
each_size = pytest.mark.parametrize("size", SIZES, ids=str)
WRITTEN = {
    "table": ".dt-ev-table",
    "row": ".dt-ev-table :is(thead, tbody) tr",
    "columnheader": ".dt-ev-table thead th",
    "rowheader": ".dt-ev-table tbody th",
    "cell": ".dt-ev-table tbody td",
}
"""What of a table is told to a screen reader, by its role, and how the page writes it."""


@dataclass
class Tables:
    """What was seen of the tables of a page in a window of some size."""

    address: str
    sideways: bool
    drawings: list[list[tuple[float, float, float]]]
    """Of each table, where each of its drawings begins, how wide it is shown and how wide it is drawn."""
    told: dict[str, int]
    written: dict[str, int]


def addresses(library: Library) -> list[str]:
    """Return the list of trials and the page of every trial with a figure in numbers."""
    pages = [
        f"trials/{name}/{trial.id}/"
        for name, known in library.trials.items()
        for trial in known.values()
        if any(not isinstance(figure, Finding) for figure in trial.figures)
    ]
    return ["trials/", *pages]


def roles(page: Page) -> Counter[str]:
    """Return how often each role of a table is told to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])


@pytest.fixture(scope="module")
def seen(browser: Browser, origin: str, library: Library) -> dict[tuple[int, int], list[Tables]]:
    """The tables in a window of each size: every page is opened once, and its window changes."""
    found: dict[tuple[int, int], list[Tables]] = {size: [] for size in SIZES}
    with visiting(browser, origin) as visit:
        for address in addresses(library):
            page = visit.open(address)
            for size in SIZES:
                visit.resize(size)
                sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                drawings = page.locator(".dt-ev-table").evaluate_all(
                    "all => all.map(each => [...each.querySelectorAll('svg')].map(svg => {"
                    " const box = svg.getBoundingClientRect(); return [box.x, box.width, svg.width.baseVal.value] }))"
                )
                told = roles(page)
                written = {role: page.locator(css).count() for role, css in WRITTEN.items()}
                found[size].append(Tables(address, sideways, drawings, {each: told[each] for each in WRITTEN}, written))
    return found


@each_size
def test_the_drawings_of_a_table_stand_over_their_axis_and_no_page_scrolls_sideways(
    seen: dict[tuple[int, int], list[Tables]], size: tuple[int, int]
) -> None:
    for page in seen[size]:
        assert not page.sideways, page.address
        assert page.drawings
        for (left, wide, drawn), *others in page.drawings:
            assert wide == drawn
            assert all(other == [left, wide, drawn] for other in others), page.address


@each_size
def test_a_screen_reader_is_told_every_row_heading_and_cell_at_every_width(
    seen: dict[tuple[int, int], list[Tables]], size: tuple[int, int]
) -> None:
    for page in seen[size]:
        assert page.told == page.written, page.address
        assert page.written["cell"]
