"""Every page is held to WCAG 2.2 AA and best practices by axe-core in a browser, and read as a screen reader does."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from helpers.browser import NARROW, SCHEMES, WIDE, Scheme, Visit, visiting
from helpers.pages import addresses
from playwright.sync_api import Browser, Page, expect

from trees.core import wording
from trees.core.library import Library
from trees.core.numbering import badges

each_size = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def faults(visit: Visit, pages: list[str]) -> list[str]:
    found = []
    for address in pages:
        visit.open(address)
        found += [f"{address}: {fault}" for fault in visit.axe()]
    return found


@each_size
@each_scheme
def test_axe_finds_nothing_wrong_on_any_page_of_a_tree(
    browser: Browser, origin: str, library: Library, size: tuple[int, int], scheme: Scheme
) -> None:
    with visiting(browser, origin, size, scheme) as visit:
        assert faults(visit, [f"trees/{name}/" for name in library.trees]) == []


@pytest.mark.parametrize(("size", "scheme"), [(NARROW, "dark"), (WIDE, "light")], ids=["narrow, dark", "wide, light"])
def test_axe_finds_nothing_wrong_on_any_other_page(
    browser: Browser, origin: str, site: Path, library: Library, size: tuple[int, int], scheme: Scheme
) -> None:
    # These pages say one thing some hundred times. The page of the invented collection is made in the same way;
    # on one of a megabyte or more axe takes many minutes.
    whole = [name for name, collection in library.collections.items() if not collection.invented]
    long = {f"{kind}/{name}/" for kind in ("cases", "review") for name in whole}
    others = sorted(set(addresses(site)) - {f"trees/{name}/" for name in library.trees} - long)
    with visiting(browser, origin, size, scheme) as visit:
        assert faults(visit, [*others, "404.html"]) == []


@each_scheme
def test_axe_finds_nothing_wrong_with_the_search_when_it_is_open(browser: Browser, origin: str, scheme: Scheme) -> None:
    with visiting(browser, origin, WIDE, scheme) as visit:
        page = visit.open("")
        found = page.locator(".md-search-result__item a").first
        page.locator("input.md-search__input").click()
        for _ in range(50):
            # The theme hears what is typed only once its index has been read.
            page.locator("input.md-search__input").fill("")
            page.locator("input.md-search__input").press_sequentially("imatinib")
            if found.is_visible():
                break
            page.wait_for_timeout(100)
        expect(found).to_be_visible()
        assert visit.axe() == []


@pytest.mark.parametrize(
    ("harm", "rule"),
    [
        ("document.querySelector('.dt-step h3').style.color = '#c0c0c0'", "color-contrast"),
        ("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"../x.png\">')", "image-alt"),
        ("document.querySelector('.dt-svg .n[aria-label]').setAttribute('aria-label', 'Other words')", "label-content"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
    ],
)
def test_a_page_that_is_hard_to_use_is_noticed(browser: Browser, origin: str, harm: str, rule: str) -> None:
    with visiting(browser, origin) as visit:
        visit.open("trees/example/tarn_nodule/").evaluate(harm)
        assert any(rule in fault for fault in visit.axe())


def told(page: Page) -> list[dict[str, Any]]:
    """Return what the browser tells a screen reader, in reading order."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    order: list[dict[str, Any]] = []
    left = [nodes[0]["nodeId"]]
    while left:
        node = by_id.get(left.pop(0))
        if node is not None:
            order.append(node)
            left = [*node.get("childIds", ()), *left]
    return [node for node in order if not node["ignored"]]


def test_a_screen_reader_is_told_each_box_as_a_link_in_reading_order_that_begins_with_its_words(
    browser: Browser, origin: str, library: Library
) -> None:
    with visiting(browser, origin) as visit:
        for full, tree in library.full_names():
            page = visit.open(f"trees/{full}/")
            nodes = told(page)
            start = next(at for at, each in enumerate(nodes) if each.get("name", {}).get("value") == titled(tree.title))
            end = next(at for at, each in enumerate(nodes) if at > start and each["role"]["value"] == "Figcaption")
            links = [each["name"]["value"] for each in nodes[start:end] if each["role"]["value"] == "link"]
            marks = badges(tree)
            boxes = [f"{marks[node.id]} {' '.join(wording.title(node).split())}" for node in tree.nodes]
            # Pills and jumps stand between the boxes of the nodes; these are in the order of the data.
            left = iter(links)
            assert all(any(link.startswith(box) for link in left) for box in boxes), full


def titled(title: str) -> str:
    return f"Decision tree: {' '.join(title.split())}"


@each_size
def test_a_screen_reader_is_told_every_row_and_cell_of_the_statements_of_a_source(
    browser: Browser, origin: str, library: Library, size: tuple[int, int]
) -> None:
    with visiting(browser, origin, size) as visit:
        for name, register in library.registers.items():
            roles = Counter(each["role"]["value"] for each in told(visit.open(f"sources/{name}/")))
            count = len(register.statements)
            sums = len({statement.kind for statement in register.statements}) + 1
            assert (roles["table"], roles["row"], roles["rowheader"]) == (2, count + 1 + sums + 1, count + sums)
            assert (roles["columnheader"], roles["cell"]) == (4 + 6, 3 * count + 5 * sums)
