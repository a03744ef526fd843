"""The built site in a real browser: nothing fails, nothing is asked of others, and any window shows it whole."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.browser import MIDDLE, NARROW, NEXT_FRAME, WIDE, visiting
from helpers.pages import addresses
from playwright.sync_api import Browser, Page

from trees.core.library import Library

Size = tuple[int, int]
ZOOMED = (320, 256)
"""A window of 1280 x 1024 px at 400%, as WCAG 1.4.10 has it."""
SIZES = [WIDE, ZOOMED, NARROW, MIDDLE]
each_size = pytest.mark.parametrize("size", SIZES, ids=["1440", "400%", "360", "768"])
OUT_OF_THE_WINDOW = """() => {
  scrollTo(1000, 0);
  const sideways = scrollX ? ['scrolls sideways'] : [], wide = document.documentElement.clientWidth;
  return [...sideways, ...[...document.querySelectorAll('.dt *, h1')].filter(each => {
    const box = each.getBoundingClientRect();
    if (box.right <= wide + 1 && box.left >= -1) return false;
    // A heading that only screen readers are told stands in a part that is one px wide on purpose.
    for (let part = each; part; part = part.parentElement) if (part.offsetWidth === 1) return false;
    return !each.closest('.dt-scroll, .md-typeset__scrollwrap, pre');
  }).map(each => `cuts off ${each.outerHTML.slice(0, 80)}`)];
}"""
OPEN_AGAIN = """() => {
  for (const region of document.querySelectorAll('.dt-scroll')) region.scrollLeft = 0;
  window.opened = (window.opened ?? 0) + 1;
  return import(`${document.querySelector('script[src*="js/diagram"]').src}?${window.opened}`);
}"""
"""What a page does with its diagram when it opens, done again for a window of another size."""
DIAGRAM = """() => {
  const region = document.querySelector('.dt-scroll'), drawing = region.querySelector('.dt-svg');
  const [own, box, frame] = [drawing, region.querySelector('.n'), region].map(each => each.getBoundingClientRect());
  return {
    wide: own.width, drawn: drawing.width.baseVal.value,
    box: [box.left, box.right], frame: [frame.left, frame.right],
    'goes on': region.scrollWidth > region.clientWidth,
    'says so': document.querySelector('.dt-wide').getClientRects().length > 0,
  };
}"""


@dataclass
class Tour:
    """What was seen of every page: it was opened in a wide window, whose size then changed."""

    requests: list[str]
    complaints: list[str]
    foreign: list[str]
    faults: dict[Size, list[str]]
    """What is out of a window of each size."""


@pytest.fixture(scope="module")
def tour(browser: Browser, origin: str, site: Path) -> Tour:
    faults: dict[Size, list[str]] = {size: [] for size in SIZES}
    with visiting(browser, origin) as visit:
        for address in addresses(site):
            page = visit.open(address)
            for size in SIZES:
                visit.resize(size)
                faults[size] += [f"{address} {fault}" for fault in page.evaluate(OUT_OF_THE_WINDOW)]
        return Tour(visit.requests, visit.complaints, visit.foreign(), faults)


def test_no_page_complains_in_the_console_or_asks_another_origin_for_anything(tour: Tour) -> None:
    assert tour.requests
    assert tour.complaints == []
    assert tour.foreign == []


def test_a_complaint_and_a_request_to_another_origin_are_noticed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("")
        page.evaluate(
            "console.error('spilled'); document.body.append(Object.assign(new Image(), {src: '//[::1]:9/x'}))"
        )
        page.wait_for_timeout(500)
        assert "spilled" in visit.complaints
        assert visit.foreign()


@each_size
def test_no_page_ever_scrolls_sideways_and_nothing_is_cut_off_at_its_side(tour: Tour, size: Size) -> None:
    assert tour.faults[size] == []


def test_a_part_that_a_smaller_window_cuts_off_is_noticed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        page.evaluate("document.querySelector('.dt-step').style.minWidth = '500px'")
        assert page.evaluate(OUT_OF_THE_WINDOW) == []
        visit.resize(NARROW)
        assert page.evaluate(OUT_OF_THE_WINDOW)


@pytest.fixture(scope="module")
def opened(browser: Browser, origin: str, library: Library) -> dict[Size, list[str]]:
    """What is wrong with the diagrams in a window of each size: opened in a narrow one, and opened again in others."""
    faults: dict[Size, list[str]] = {}
    with visiting(browser, origin, NARROW) as visit:
        for name in library.trees:
            visit.open(f"trees/{name}/")
            for size in (NARROW, *(each for each in SIZES if each != NARROW)):
                if size != NARROW:
                    visit.resize(size)
                    visit.page.evaluate(OPEN_AGAIN)
                faults.setdefault(size, []).extend(f"{name}: {fault}" for fault in wrong_with_diagram(visit.page))
    return faults


def wrong_with_diagram(page: Page) -> list[str]:
    """Return what is wrong with how a diagram lies in its window, in words."""
    # A page that has loaded is told only with its first frame whether its diagram is wider than the window.
    page.evaluate(NEXT_FRAME)
    seen = page.evaluate(DIAGRAM)
    faults = ["it is not drawn at its full size"] if seen["wide"] != seen["drawn"] else []
    if not seen["frame"][0] <= seen["box"][0] < seen["box"][1] <= seen["frame"][1]:
        faults.append("its first box is not in its window")
    if seen["goes on"] != seen["says so"]:
        faults.append("it does not say whether it goes on")
    if seen["goes on"]:
        page.locator(".dt-scroll").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.dt-scroll').scrollLeft > 0")
        if page.evaluate("scrollX"):
            faults.append("the page scrolls with it")
    return faults


@each_size
def test_a_diagram_opens_on_its_first_box_and_scrolls_in_its_own_region_at_its_full_size(
    opened: dict[Size, list[str]], size: Size
) -> None:
    assert opened[size] == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("document.querySelector('.dt-svg').style.width = '50%'", "it is not drawn at its full size"),
        ("document.querySelector('.dt-scroll').scrollLeft = 9999", "its first box is not in its window"),
        ("document.querySelector('.dt-wide').hidden = true", "it does not say whether it goes on"),
        ("document.body.style.width = '200%'; scrollTo(9, 0)", "the page scrolls with it"),
    ],
)
def test_a_diagram_that_lies_in_its_window_otherwise_is_noticed(
    browser: Browser, origin: str, harm: str, fault: str
) -> None:
    with visiting(browser, origin, NARROW) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        assert wrong_with_diagram(page) == []
        page.evaluate(OPEN_AGAIN)
        page.evaluate(NEXT_FRAME)
        page.evaluate(harm)
        assert fault in wrong_with_diagram(page)


def test_a_click_on_a_box_leads_to_its_step_and_on_another_tree_to_its_page(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, NARROW) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        box = page.locator('.dt-scroll .n[data-id="velurin_100"]')
        box.click()
        assert page.url.endswith("/trees/example/tarn_nodule/#velurin_100")
        assert on_screen(page, "#velurin_100")
        page = visit.open("trees/")
        page.locator('.dt-scroll .k-tree[data-id="example/on_velurin"]').click()
        assert page.url.endswith("/trees/example/on_velurin/")
        page = visit.open("trees/")
        page.locator('.dt-scroll .k-goto[data-from="example/after_velurin"]').first.click()
        assert page.url.endswith("/trees/example/tarn_nodule/")


def test_a_link_that_is_followed_begins_a_page_from_its_first_stop(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        link = page.locator("article a[href$='after_velurin/']").first
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/after_velurin/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText") == "Skip to content"


def on_screen(page: Page, css: str) -> bool:
    """Return whether an element is in the window and not under the header."""
    box = page.locator(css).bounding_box()
    header = page.locator(".md-header").bounding_box()
    size = page.viewport_size
    assert box is not None
    assert header is not None
    assert size is not None
    return header["y"] + header["height"] <= box["y"] and box["y"] + box["height"] <= size["height"]
