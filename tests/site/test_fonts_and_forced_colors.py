"""Diagrams as readers set them: in the fonts that are common, and in the colors of a reader who forces their own."""

from typing import Any

import pytest
from helpers.browser import SCHEMES, Scheme, visiting
from helpers.colors import RGB, contrast
from helpers.present import absent
from playwright.sync_api import Browser, Page

from trees.core.library import Library

FONTS = ["Roboto", "Inter", "Liberation Sans", "DejaVu Sans"]
"""What the theme asks for, and what browsers on phones, Windows, macOS and Linux put in its place, or its like."""
BESIDE = 6
"""How near, in px, a word may come to the side of its box when a font is drawn and not only measured."""
WORDS_OUTSIDE = """beside => [...document.querySelectorAll('.dt-svg .n')].flatMap(box => {
  if (!box.checkVisibility()) return [];
  const outline = box.querySelector('.b').getBBox();
  return [...box.querySelectorAll('.w, .s')].filter(words => {
    const own = words.getBBox();
    return own.x < outline.x + beside || own.x + own.width > outline.x + outline.width - beside
      || own.y < outline.y || own.y + own.height > outline.y + outline.height;
  }).map(words => words.textContent);
})"""
SET_IN = """font => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.dt-svg.dt-svg.dt-svg.dt-svg.dt-svg { font-family: '${font}' }`);
  document.adoptedStyleSheets.push(sheet);
}"""
"""Draws every diagram in one font; a style that is written into the page would be refused by its policy."""
PAINT = """() => [...document.querySelectorAll('.dt-scroll .n')].map(box => {
  const outline = getComputedStyle(box.querySelector('.b')), words = getComputedStyle(box.querySelector('.w'));
  return {kind: box.getAttribute('class'), fill: outline.fill, edge: outline.stroke, words: words.fill};
})"""


def rgb(computed: str) -> RGB:
    """Return a color as a browser computes it: 'rgb(0, 0, 159)'."""
    red, green, blue = (int(each) / 255 for each in computed.removeprefix("rgb(").removesuffix(")").split(","))
    return red, green, blue


def fonts_of(page: Page, css: str) -> set[str]:
    """Return the fonts that the browser draws an element with, by what it says itself."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": css})["nodeId"]
    found: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {each["familyName"] for each in found}


@pytest.mark.parametrize("font", FONTS)
def test_no_word_leaves_its_box_whichever_font_draws_it(
    browser: Browser, origin: str, library: Library, font: str
) -> None:
    faults = []
    with visiting(browser, origin) as visit:
        for address in ("trees/", *(f"trees/{name}/" for name in library.trees)):
            page = visit.open(address)
            page.evaluate(SET_IN, font)
            # A weight may be called a family of its own: "Roboto Medium".
            if not all(each.startswith(font) for each in fonts_of(page, ".dt-svg .w")):
                absent(f"the font {font} is not installed")
            faults += [f"{address}: {words}" for words in page.evaluate(WORDS_OUTSIDE, BESIDE)]
    assert faults == []


def test_a_word_too_long_for_its_box_is_noticed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        page.evaluate("document.querySelector('.dt-svg .w').textContent += ' and then some more words'")
        assert page.evaluate(WORDS_OUTSIDE, BESIDE)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_and_borders_stand_out_in_the_colors_that_a_reader_forces(
    browser: Browser, origin: str, library: Library, scheme: Scheme
) -> None:
    with visiting(browser, origin, scheme=scheme, forced_colors="active") as visit:
        for name in library.trees:
            page = visit.open(f"trees/{name}/")
            assert page.evaluate("matchMedia('(forced-colors: active)').matches")
            system = {page.evaluate(OF_SYSTEM, each) for each in ("Canvas", "CanvasText", "LinkText", "Highlight")}
            for box in page.evaluate(PAINT):
                assert {box["fill"], box["edge"], box["words"]} <= system, box
                assert contrast(rgb(box["words"]), rgb(box["fill"])) >= 4.5, box
                page_color = rgb(page.evaluate(OF_SYSTEM, "Canvas"))
                assert max(contrast(rgb(box[each]), page_color) for each in ("edge", "fill")) >= 3, box


OF_SYSTEM = """name => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = name;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}"""
