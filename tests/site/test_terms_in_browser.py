"""The meaning of a term in a real browser: by pointer, by keyboard, by touch, and without the script."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from helpers.browser import NARROW, SCHEMES, WIDE, Scheme, visiting
from playwright.sync_api import Browser, Locator, Page, expect

from trees.core.library import Library

Size = tuple[int, int]
TREE = "trees/example/tarn_nodule/"
each_size = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
TAP: dict[str, Any] = {"has_touch": True, "is_mobile": True}
PLACED = """terms => terms.map(term => {
  term.focus();
  const tip = document.getElementById(term.getAttribute('aria-describedby'));
  const [box, lines] = [tip.getBoundingClientRect(), [...term.getClientRects()]];
  const top = Math.max(0, document.querySelector('.md-header').getBoundingClientRect().bottom);
  const open = [...document.querySelectorAll('.dt-tip:not([hidden])')];
  const faults = [];
  if (open.length !== 1 || open[0] !== tip) faults.push('another meaning is open, or none');
  if (box.left < 0 || box.right > document.documentElement.clientWidth || scrollX) faults.push('beside the window');
  if (box.top < top || box.bottom > innerHeight) faults.push('above or below the window');
  if (!lines.every(line => box.top >= line.bottom || box.bottom <= line.top)) faults.push('over its term');
  return `${term.textContent}: ${faults.join(', ')}`;
})"""


def term(page: Page, number: int = 0) -> Locator:
    return page.locator(".dt-term").nth(number)


def meaning(page: Page, of: Locator) -> Locator:
    return page.locator(f"#{of.get_attribute('aria-describedby')}")


def another(page: Page, than: Locator) -> Locator:
    """Return the first term that has another meaning."""
    return page.locator(f".dt-term:not([aria-describedby='{than.get_attribute('aria-describedby')}'])").first


def test_the_keyboard_opens_a_meaning_and_escape_or_going_on_closes_it(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        first = term(page)
        first.focus()
        expect(meaning(page, first)).to_be_visible()
        page.keyboard.press("Escape")
        expect(meaning(page, first)).to_be_hidden()
        expect(first).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        expect(meaning(page, first)).to_be_visible()
        page.keyboard.press("Tab")
        expect(meaning(page, first)).to_be_hidden()
        first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/glossary/example/#*")


def test_the_pointer_opens_a_meaning_can_go_onto_it_and_closes_it_by_leaving(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        first = term(page)
        first.hover()
        tip = meaning(page, first)
        expect(tip).to_be_visible()
        page.wait_for_timeout(600)
        tip.hover()
        page.wait_for_timeout(600)
        expect(tip).to_be_visible()
        page.locator("h1").hover()
        expect(tip).to_be_hidden()
        first.hover()
        expect(tip).to_be_visible()
        page.keyboard.press("Escape")
        expect(tip).to_be_hidden()


def test_the_words_of_a_meaning_can_be_selected(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        first = term(page)
        first.focus()
        tip = meaning(page, first)
        tip.dblclick()
        expect(tip).to_be_visible()
        assert page.evaluate("getSelection().toString().trim()")
        page.locator("h1").click()
        expect(tip).to_be_hidden()


def test_only_one_meaning_is_open_and_that_of_the_focus_comes_back_when_the_pointer_leaves(
    browser: Browser, origin: str
) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        page.locator("body").press("Tab")
        first, other = term(page), another(page, term(page))
        first.focus()
        other.hover()
        expect(meaning(page, other)).to_be_visible()
        expect(meaning(page, first)).to_be_hidden()
        page.locator("h1").hover()
        expect(meaning(page, first)).to_be_visible()
        expect(meaning(page, other)).to_be_hidden()


def test_the_first_tap_opens_a_meaning_a_tap_elsewhere_closes_it_and_the_second_follows(
    browser: Browser, origin: str
) -> None:
    with visiting(browser, origin, NARROW, **TAP) as visit:
        page = visit.open(TREE)
        here, first, other = page.url, term(page), another(page, term(page))
        first.tap()
        expect(meaning(page, first)).to_be_visible()
        meaning(page, first).tap()
        expect(meaning(page, first)).to_be_visible()
        other.tap()
        expect(meaning(page, first)).to_be_hidden()
        expect(meaning(page, other)).to_be_visible()
        page.locator(".dt-step h3").first.tap()
        expect(meaning(page, other)).to_be_hidden()
        assert page.url == here
        first.tap()
        expect(meaning(page, first)).to_be_visible()
        first.tap()
        page.wait_for_url("**/glossary/example/#*")


@pytest.fixture(scope="module")
def placed(browser: Browser, origin: str, library: Library) -> dict[Size, list[str]]:
    """How every meaning of every term lies in a window of each size: every tree is opened once."""
    found: dict[Size, list[str]] = {NARROW: [], WIDE: []}
    with visiting(browser, origin) as visit:
        for name in library.trees:
            page = visit.open(f"trees/{name}/")
            for size in found:
                visit.resize(size)
                found[size] += [f"{name}: {each}" for each in page.locator(".dt-term").evaluate_all(PLACED)]
    return found


@each_size
def test_no_meaning_of_any_term_leaves_the_window_or_covers_its_term(placed: dict[Size, list[str]], size: Size) -> None:
    assert len(placed[size]) > 10
    assert [each for each in placed[size] if not each.endswith(": ")] == []


@pytest.fixture(scope="module")
def faults(browser: Browser, origin: str) -> dict[tuple[Size, Scheme], list[str]]:
    """What axe finds while a meaning is open, in a window of each size and in each scheme."""
    found = {}
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        for size, scheme in product((NARROW, WIDE), SCHEMES):
            visit.resize(size)
            visit.recolor(scheme)
            term(page).focus()
            expect(meaning(page, term(page))).to_be_visible()
            found[size, scheme] = visit.axe()
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
@each_size
def test_axe_finds_nothing_wrong_with_a_page_while_a_meaning_is_open(
    faults: dict[tuple[Size, Scheme], list[str]], size: Size, scheme: Scheme
) -> None:
    assert faults[size, scheme] == []


def test_a_screen_reader_is_told_the_meaning_with_the_link_whether_it_is_open_or_not(
    browser: Browser, origin: str
) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        told = meaning(page, term(page)).text_content()
        expect(term(page)).to_have_accessible_description(told or "")
        term(page).focus()
        expect(term(page)).to_have_accessible_description(told or "")
        expect(meaning(page, term(page))).to_have_role("tooltip")


def test_a_finger_finds_a_term_in_at_least_24_px_of_height(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, NARROW, **TAP) as visit:
        page = visit.open(TREE)
        heights = page.locator("p .dt-term, li .dt-term").evaluate_all(
            "all => all.filter(each => !each.closest('small, .dt-why')).map(each => each.getClientRects()[0].height)"
        )
        assert heights
        assert min(heights) >= 24


def test_without_the_script_a_term_is_a_link_to_its_entry_and_no_meaning_is_shown(
    browser: Browser, origin: str
) -> None:
    with visiting(browser, origin, java_script_enabled=False) as visit:
        page = visit.open(TREE)
        first = term(page)
        first.hover()
        expect(meaning(page, first)).to_be_hidden()
        first.click()
        entry = page.locator(f"[id='{page.url.partition('#')[2]}']")
        expect(entry).to_be_visible()
        expect(entry).to_be_in_viewport()


def test_a_meaning_opens_on_a_page_that_is_read_from_a_folder_and_asks_for_nothing(
    browser: Browser, origin: str, site: Path
) -> None:
    with visiting(browser, origin) as visit:
        page = visit.page
        page.goto((site / TREE / "index.html").as_uri(), wait_until="load")
        # What the theme asks for by itself comes later; the network alone may be idle while a slow page still starts.
        page.wait_for_load_state("networkidle")
        asked = len(visit.requests)
        term(page).focus()
        expect(meaning(page, term(page))).to_be_visible()
        assert visit.requests[asked:] == []


def test_neither_a_meaning_nor_the_mark_of_a_term_is_printed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open(TREE)
        term(page).focus()
        expect(meaning(page, term(page))).to_be_visible()
        page.emulate_media(media="print")
        expect(meaning(page, term(page))).to_be_hidden()
        expect(term(page)).to_have_css("text-decoration-line", "none")


def test_the_script_sets_no_style_that_a_policy_of_the_page_would_refuse(browser: Browser, origin: str) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'self'"
    html = (
        "<!doctype html><html lang='en'><title>t</title><link rel='stylesheet' href='/css/all.css'>"
        "<div class='dt'><p><a class='dt-term' href='#x' aria-describedby='term-x'>word</a></p>"
        "<div class='dt-tip' role='tooltip' id='term-x' hidden>Meaning</div></div>"
        "<script src='/js/terms.js'></script></html>"
    )
    with visiting(browser, origin) as visit:
        page = visit.page
        page.route(
            "**/strict",
            lambda route: route.fulfill(
                body=html, headers={"content-type": "text/html", "content-security-policy": policy}
            ),
        )
        visit.open("strict")
        term(page).focus()
        expect(meaning(page, term(page))).to_be_visible()
        assert visit.complaints == []
