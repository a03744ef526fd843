"""With the keyboard alone: every stop is seen, none is under the header, and the order is the order of reading."""

from typing import Any

import pytest
from helpers.browser import NARROW, WIDE, visiting
from playwright.sync_api import Browser, Page

from trees.core.library import Library

STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || stopped.has(at)) return null;
  // What chooses the colors is a hidden button; its label is what is seen.
  const shown = at.matches('.md-option') ? at.nextElementSibling : at;
  const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
  const frame = at.closest('.dt-scroll:not(:focus)')?.getBoundingClientRect();
  const left = Math.max(box.left, frame?.left ?? 0), right = Math.min(box.right, frame?.right ?? innerWidth);
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  // What is large is seen at its upper edge, which is where reading begins.
  const x = (left + right) / 2, y = Math.min((top + bottom) / 2, top + 12);
  const seen = left < right && top < bottom ? document.elementFromPoint(x, y) : null;
  const clear = Boolean(seen && (shown.contains(seen) || seen.contains(shown)));
  const style = getComputedStyle(shown);
  if (clear) stopped.add(at);
  return {
    name: at.getAttribute('aria-label') || at.innerText || at.outerHTML.slice(0, 80),
    seen: clear,
    whole: box.width > right - left + 1 && box.width <= (frame?.width ?? innerWidth) ? 'cut off at its side' : '',
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
    id: at.getAttribute('data-id') || '',
  };
}"""

Stops = dict[str, list[dict[str, Any]]]


def stops(page: Page, key: str) -> list[dict[str, Any]]:
    """Return what has the focus after each press of a key, until it comes round or leaves the page."""
    found: list[dict[str, Any]] = []
    page.evaluate("() => { getSelection().removeAllRanges(); document.activeElement.blur() }")
    page.evaluate("() => { window.stopped = new WeakSet() }")
    for _ in range(1000):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        for _ in range(10):
            # The search and the drawer of the theme take a moment to come into the window, and to leave it.
            if stop is None or stop["seen"]:
                break
            page.wait_for_timeout(200)
            stop = page.evaluate(STOP)
        if stop is None:
            break
        if not stop["seen"]:
            page.evaluate("() => { stopped.add(document.activeElement) }")
        found.append(stop)
    return found


HARD = ("small_localized", "review_on_treatment")
"""Trees on which the keyboard has lost its way before."""


def some(library: Library) -> list[str]:
    """Return the invented trees, the hard ones and every fourth other: all are made alike, and each has many stops."""
    others = [name for name in library.trees if not library.collections[name.partition("/")[0]].invented]
    asked = {*others[::4], *(name for name in others if name.endswith(HARD))}
    return [name for name in library.trees if name not in others or name in asked]


def every_stop(browser: Browser, origin: str, library: Library, size: tuple[int, int], key: str) -> Stops:
    """Return the stops of the map and of some trees, by the address of the page."""
    with visiting(browser, origin, size) as visit:
        return {address: stops(visit.open(address), key) for address in ("trees/", *map(page_of, some(library)))}


def page_of(name: str) -> str:
    return f"trees/{name}/"


def wrong_with(walked: Stops) -> list[str]:
    """Return what is wrong with the stops of each page, one line each."""
    faults = []
    for address, found in walked.items():
        assert len(found) > 10
        faults += [f"{address}: not seen: {each['name']}" for each in found if not each["seen"]]
        faults += [f"{address}: not marked: {each['name']}" for each in found if not each["marked"]]
        faults += [f"{address}: {each['whole']}: {each['name']}" for each in found if each["whole"]]
    return faults


@pytest.fixture(scope="module")
def forward(browser: Browser, origin: str, library: Library) -> Stops:
    """The stops of the Tab key on a phone."""
    return every_stop(browser, origin, library, NARROW, "Tab")


def test_every_stop_of_the_keyboard_is_marked_and_seen_and_not_under_the_header(forward: Stops) -> None:
    assert wrong_with(forward) == []


def test_every_stop_on_the_way_back_is_marked_and_seen_too(browser: Browser, origin: str, library: Library) -> None:
    assert wrong_with(every_stop(browser, origin, library, WIDE, "Shift+Tab")) == []


def test_the_keyboard_goes_through_the_boxes_in_the_order_of_the_steps(forward: Stops, library: Library) -> None:
    for name in some(library):
        nodes = [node.id for node in library.trees[name].nodes]
        # Pills and jumps stand between the boxes of the nodes.
        assert [each["id"] for each in forward[page_of(name)] if each["id"] in nodes] == nodes


def test_the_first_stop_leads_past_the_header_and_another_past_the_diagram(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null")
        page.get_by_text("Skip the diagram").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.dt-step').dataset.node") == "pain"
