"""Every page is held to WCAG 2.2 AA and best practices by axe-core in a browser, and read as a screen reader does."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from helpers.browser import NARROW, SCHEMES, WIDE, Scheme, Visit, visiting
from helpers.pages import addresses
from helpers.searching import typed
from playwright.sync_api import Browser, Page

from trees.core import wording
from trees.core.library import Library
from trees.core.numbering import badges

Size = tuple[int, int]
Look = tuple[Size, Scheme]
"""A window and the colors in it."""
OF_TREES: list[Look] = [(WIDE, "light"), (NARROW, "light"), (NARROW, "dark"), (WIDE, "dark")]
OF_OTHERS: list[Look] = [(WIDE, "light"), (NARROW, "dark")]
each_size = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)
Told = tuple[str, str]
"""A role and a name."""
AS_IT_STANDS = """() => {
  // What the theme only sets when it has time, or sets to nothing, is left out.
  document.querySelector('.md-search-result__meta')?.remove();
  for (const each of document.querySelectorAll('[style=""]')) each.removeAttribute('style');
  for (const region of document.querySelectorAll('.dt-scroll')) region.scrollLeft = 0;
  const places = [...document.body.querySelectorAll('*')].map(each => {
    const {x, y, width, height} = each.getBoundingClientRect(), {color, backgroundColor, fill} = getComputedStyle(each);
    return [x, y, width, height, color, backgroundColor, fill].join(' ');
  });
  return [document.documentElement.outerHTML, ...places];
}"""


@dataclass
class Heard:
    """What is heard of some pages: each is opened once, then its window and its colors change."""

    faults: defaultdict[Look, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What axe finds in each look."""
    told: dict[str, list[Told]] = field(default_factory=dict)
    """What a screen reader is told of each page, by its address."""

    def ask_axe(self, visit: Visit, address: str, looks: list[Look]) -> None:
        for before, (size, scheme) in zip([None, *looks], looks, strict=False):
            # Each look differs in little from the one before: what is as it was is left alone.
            if before is None or before[0] != size:
                visit.resize(size)
            if before is None or before[1] != scheme:
                visit.recolor(scheme)
            self.faults[size, scheme] += [f"{address}: {fault}" for fault in visit.axe()]


@pytest.fixture(scope="module")
def trees(browser: Browser, origin: str, library: Library) -> Heard:
    """What is heard of every page of a tree."""
    heard = Heard()
    with visiting(browser, origin) as visit:
        for address in (f"trees/{name}/" for name in library.trees):
            heard.told[address] = told(visit.open(address))
            heard.ask_axe(visit, address, OF_TREES)
    return heard


@pytest.fixture(scope="module")
def others(browser: Browser, origin: str, site: Path, library: Library) -> Heard:
    """What is heard of every other page."""
    heard = Heard()
    with visiting(browser, origin) as visit:
        for address in [*sorted(set(addresses(site)) - {f"trees/{name}/" for name in library.trees}), "404.html"]:
            visit.open(address)
            heard.ask_axe(visit, address, OF_OTHERS)
    return heard


@each_size
@each_scheme
def test_axe_finds_nothing_wrong_on_any_page_of_a_tree(trees: Heard, size: Size, scheme: Scheme) -> None:
    assert trees.faults[size, scheme] == []


@pytest.mark.parametrize(("size", "scheme"), OF_OTHERS, ids=["wide, light", "narrow, dark"])
def test_axe_finds_nothing_wrong_on_any_other_page(others: Heard, size: Size, scheme: Scheme) -> None:
    assert others.faults[size, scheme] == []


@pytest.mark.parametrize(("address", "looks"), [("trees/example/tarn_nodule/", OF_TREES), ("trials/", OF_OTHERS)])
def test_a_page_whose_window_and_colors_changed_is_the_page_that_opens_so(
    browser: Browser, origin: str, address: str, looks: list[Look]
) -> None:
    """So what axe finds on the one is what it would find on the other."""
    with visiting(browser, origin) as changed:
        changed.open(address)
        for size, scheme in looks:
            changed.resize(size)
            changed.recolor(scheme)
            with visiting(browser, origin, size, scheme) as opened:
                opened.open(address)
                opened.recolor(scheme)
                for each in (changed, opened):
                    each.settle()
                assert changed.page.evaluate(AS_IT_STANDS) == opened.page.evaluate(AS_IT_STANDS)


@each_scheme
def test_axe_finds_nothing_wrong_with_the_search_when_it_is_open(browser: Browser, origin: str, scheme: Scheme) -> None:
    with visiting(browser, origin, WIDE, scheme) as visit:
        page = visit.open("")
        page.locator("input.md-search__input").click()
        typed(page, "imatinib")
        assert visit.axe() == []


@each_scheme
def test_axe_finds_nothing_wrong_with_a_link_that_is_pointed_at(browser: Browser, origin: str, scheme: Scheme) -> None:
    with visiting(browser, origin, WIDE, scheme) as visit:
        page = visit.open("integrate/")
        page.locator("article p > a").first.hover()
        page.evaluate("() => Promise.all(document.getAnimations().map(each => each.finished))")
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


def told(page: Page) -> list[Told]:
    """Return what the browser tells a screen reader, in reading order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id: dict[str, dict[str, Any]] = {node["nodeId"]: node for node in nodes}
    order: list[dict[str, Any]] = []
    left = [nodes[0]["nodeId"]]
    while left:
        node = by_id.get(left.pop())
        if node is not None:
            order.append(node)
            left += reversed(node.get("childIds", ()))
    return [(each["role"]["value"], each.get("name", {}).get("value", "")) for each in order if not each["ignored"]]


def test_a_screen_reader_is_told_each_box_as_a_link_in_reading_order_that_begins_with_its_words(
    trees: Heard, library: Library
) -> None:
    for full, tree in library.full_names():
        nodes = trees.told[f"trees/{full}/"]
        start = next(at for at, (_, name) in enumerate(nodes) if name == titled(tree.title))
        end = next(at for at, (role, _) in enumerate(nodes) if at > start and role == "Figcaption")
        links = [name for role, name in nodes[start:end] if role == "link"]
        marks = badges(tree)
        boxes = [
            f"{marks[each.id]} {' '.join((wording.since_mark(each), *wording.title(each).split()))}"
            for each in tree.nodes
        ]
        boxes = [" ".join(box.split()) for box in boxes]
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
            roles = Counter(role for role, _ in told(visit.open(f"sources/{name}/")))
            count = len(register.statements)
            sums = len({statement.kind for statement in register.statements}) + 1
            assert (roles["table"], roles["row"], roles["rowheader"]) == (2, count + 1 + sums + 1, count + sums)
            assert (roles["columnheader"], roles["cell"]) == (4 + 6, 3 * count + 5 * sums)
