"""The built site in a real browser: nothing fails, nothing is asked of others, and any window shows it whole."""

from pathlib import Path

import pytest
from helpers.browser import MIDDLE, NARROW, WIDE, visiting
from helpers.pages import addresses
from playwright.sync_api import Browser, Page

from trees.core.library import Library

ZOOMED = (320, 256)
"""A window of 1280 x 1024 px at 400%, as WCAG 1.4.10 has it."""
each_size = pytest.mark.parametrize("size", [ZOOMED, NARROW, MIDDLE, WIDE], ids=["400%", "360", "768", "1440"])
OUT_OF_THE_WINDOW = """() => [...document.querySelectorAll('.dt *, h1')].filter(each => {
  if (each.closest('.dt-scroll, .md-typeset__scrollwrap, pre')) return false;
  // A heading that only screen readers are told stands in a part that is one px wide on purpose.
  for (let part = each; part; part = part.parentElement) if (part.offsetWidth === 1) return false;
  const box = each.getBoundingClientRect();
  return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
}).map(each => each.outerHTML.slice(0, 80))"""


def test_no_page_complains_in_the_console_or_asks_another_origin_for_anything(
    browser: Browser, origin: str, site: Path
) -> None:
    with visiting(browser, origin) as visit:
        for address in addresses(site):
            visit.open(address)
        assert visit.requests
        assert visit.complaints == []
        assert visit.foreign() == []


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
def test_no_page_ever_scrolls_sideways_and_nothing_is_cut_off_at_its_side(
    browser: Browser, origin: str, site: Path, size: tuple[int, int]
) -> None:
    faults = []
    with visiting(browser, origin, size) as visit:
        for address in addresses(site):
            page = visit.open(address)
            page.evaluate("scrollTo(1000, 0)")
            if page.evaluate("scrollX"):
                faults.append(f"{address} scrolls sideways")
            faults += [f"{address} cuts off {each}" for each in page.evaluate(OUT_OF_THE_WINDOW)]
    assert faults == []


@each_size
def test_a_diagram_opens_on_its_first_box_and_scrolls_in_its_own_region_at_its_full_size(
    browser: Browser, origin: str, library: Library, size: tuple[int, int]
) -> None:
    with visiting(browser, origin, size) as visit:
        for name in library.trees:
            page = visit.open(f"trees/{name}/")
            region = page.locator(".dt-scroll")
            drawing, box, frame = (
                page.locator(css).first.bounding_box() for css in (".dt-scroll .dt-svg", ".dt-scroll .n", ".dt-scroll")
            )
            assert drawing is not None
            assert box is not None
            assert frame is not None
            assert drawing["width"] == page.locator(".dt-scroll .dt-svg").evaluate("each => each.width.baseVal.value")
            assert frame["x"] <= box["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"]
            goes_on = region.evaluate("each => each.scrollWidth > each.clientWidth")
            assert page.locator(".dt-wide").is_visible() == goes_on, "a diagram that goes on must say so"
            if goes_on:
                region.evaluate("each => { each.scrollLeft = 0 }")
                region.focus()
                page.keyboard.press("ArrowRight")
                page.wait_for_function("document.querySelector('.dt-scroll').scrollLeft > 0")
                assert page.evaluate("scrollX") == 0


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
