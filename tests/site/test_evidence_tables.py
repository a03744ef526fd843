"""The tables of figures in a real browser: on a narrow screen too they are tables, and drawings meet their axis."""

from collections import Counter
from typing import Any

import pytest
from helpers.browser import MIDDLE, NARROW, WIDE, visiting
from playwright.sync_api import Browser, Page

from trees.core.figures import Finding
from trees.core.library import Library

NARROWEST = (320, 640)
each_size = pytest.mark.parametrize("size", [NARROWEST, NARROW, MIDDLE, WIDE], ids=str)


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
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])


@each_size
def test_the_drawings_of_a_table_stand_over_their_axis_and_no_page_scrolls_sideways(
    browser: Browser, origin: str, library: Library, size: tuple[int, int]
) -> None:
    with visiting(browser, origin, size) as visit:
        for address in addresses(library):
            page = visit.open(address)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
            tables = page.locator(".dt-ev-table").evaluate_all(
                "all => all.map(each => [...each.querySelectorAll('svg')].map(svg => {"
                " const box = svg.getBoundingClientRect(); return [box.x, box.width, svg.width.baseVal.value] }))"
            )
            assert tables
            for (left, wide, drawn), *others in tables:
                assert wide == drawn
                assert all(other == [left, wide, drawn] for other in others), address


@each_size
def test_a_screen_reader_is_told_every_row_heading_and_cell_at_every_width(
    browser: Browser, origin: str, library: Library, size: tuple[int, int]
) -> None:
    with visiting(browser, origin, size) as visit:
        for address in addresses(library):
            page = visit.open(address)
            told = roles(page)
            written = {
                "table": ".dt-ev-table",
                "row": ".dt-ev-table :is(thead, tbody) tr",
                "columnheader": ".dt-ev-table thead th",
                "rowheader": ".dt-ev-table tbody th",
                "cell": ".dt-ev-table tbody td",
            }
            wanted = {role: page.locator(css).count() for role, css in written.items()}
            assert {role: told[role] for role in wanted} == wanted
            assert wanted["cell"]
