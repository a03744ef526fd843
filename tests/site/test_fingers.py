"""Whatever can be pressed and is no part of a sentence is as large as a finger, on a phone and on a tablet."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from helpers.browser import Visit, visiting
from helpers.pages import addresses
from playwright.sync_api import Browser, expect

from trees.core.library import Library

LEAST = 44
"""How wide and high, in px, what is pressed has to be."""
PHONE, TABLET = (360, 740), (1280, 800)
TOO_SMALL = """least => {
  const flows = each => getComputedStyle(each).display.startsWith('inline');
  // Whether words, or other links, stand before or behind an element on its line.
  const beside = (at, next) => {
    for (let each = at[next]; each; each = each[next]) {
      if (each.nodeType === 1 && (each.tagName === 'BR' || !flows(each))) return false;
      if (each.textContent.trim()) return true;
    }
    return flows(at.parentElement) && beside(at.parentElement, next);
  };
  const inSentence = each => flows(each) && (beside(each, 'previousSibling') || beside(each, 'nextSibling'));
  // What has a label is pressed there too.
  return [...document.querySelectorAll('a[href], button, summary, label, :not(label) > input, select, textarea')]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .filter(each => getComputedStyle(each).pointerEvents !== 'none')
    .map(each => [each.getBoundingClientRect(), each])
    // The boxes that the theme keeps for its own state are as large as nothing.
    .filter(([{ width, height }, each]) => width * height && (width < least || height < least) && !inSentence(each))
    .map(([{ width, height }, each]) => `${width} x ${height}: ${each.outerHTML.slice(0, 120)}`);
}"""
OVERLAID = """() => {
  const all = [...document.querySelectorAll('.dt-step a, .dt-trees > li > a')].filter(each => each.checkVisibility());
  return all.filter(each => {
    each.scrollIntoView({ block: 'center' });
    const { left, top, width } = each.getClientRects()[0];
    const seen = document.elementFromPoint(left + width / 2, top + each.getClientRects()[0].height / 2);
    return seen.closest('a') !== each;
  }).map(each => each.outerHTML.slice(0, 120));
}"""


@pytest.fixture(params=[PHONE, TABLET], ids=["phone", "tablet"])
def touched(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Visit]:
    """A device without a mouse."""
    with visiting(browser, origin, request.param, has_touch=True, is_mobile=True) as visit:
        yield visit


def too_small(visit: Visit, pages: Iterable[str]) -> list[str]:
    """Return what is too small on any of some pages, one line each."""
    faults = []
    for address in pages:
        page = visit.open(address)
        visit.settle()
        faults += [f"{address}: {each}" for each in page.evaluate(TOO_SMALL, LEAST)]
    return faults


def test_whatever_is_pressed_on_any_page_is_as_large_as_a_finger(browser: Browser, origin: str, site: Path) -> None:
    with visiting(browser, origin, PHONE, has_touch=True, is_mobile=True) as visit:
        assert too_small(visit, addresses(site)) == []


def test_whatever_is_pressed_on_a_tablet_is_too(browser: Browser, origin: str, site: Path, library: Library) -> None:
    # What stands beside a page is the same in each collection.
    medicine = {name for name, collection in library.collections.items() if not collection.invented}
    pages = [address for address in addresses(site) if not medicine & set(address.split("/"))]
    assert len(pages) > 30
    with visiting(browser, origin, TABLET, has_touch=True, is_mobile=True) as visit:
        assert too_small(visit, pages) == []


def test_the_drawer_and_the_search_of_a_phone_are_made_for_a_finger(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, PHONE, has_touch=True, is_mobile=True) as visit:
        page = visit.open("glossary/")
        page.locator("label.md-header__button[for='__drawer']").click()
        expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
        in_the_drawer = page.evaluate(TOO_SMALL, LEAST)
        page = visit.open("glossary/")
        page.locator("label.md-header__button[for='__search']").click()
        page.locator(".md-search__input").fill("velurin")
        expect(page.locator(".md-search__options button[type='reset']")).to_be_visible()

        assert (in_the_drawer, page.evaluate(TOO_SMALL, LEAST)) == ([], [])


def test_no_link_lies_over_another(touched: Visit) -> None:
    for address in ("", "trees/example/tarn_nodule/", "trees/example/after_velurin/"):
        page = touched.open(address)
        assert page.locator(".dt-step a, .dt-trees > li > a").count() > 3
        assert page.evaluate(OVERLAID) == []


def test_what_is_too_small_for_a_finger_is_noticed_and_a_link_in_a_sentence_is_not(touched: Visit) -> None:
    page = touched.open("trees/example/tarn_nodule/")
    page.evaluate("""() => { document.querySelector('article').insertAdjacentHTML('beforeend',
        "<p class=a>See <a href='#x'>this</a>.</p><p class=b><a href='#y'>that</a></p><button>press</button>"); }""")
    found = page.evaluate(TOO_SMALL, LEAST)

    assert len(found) == 2
    assert "that" in found[0]
    assert "press" in found[1]
