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
WORDS_OUTSIDE = """([font, beside]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(font ? `.dt-svg.dt-svg.dt-svg.dt-svg.dt-svg { font-family: '${font}' }` : '');
  document.adoptedStyleSheets = [sheet];
  const shapes = [...document.querySelectorAll('.dt-svg :is(.n .b, .sincec)')].filter(each => each.checkVisibility());
  return shapes.flatMap(shape => {
    const outline = shape.getBBox(), tag = shape.matches('.sincec');
    const inside = tag ? [shape.nextElementSibling] : shape.closest('.n').querySelectorAll('.w, .s');
    return [...inside].filter(words => {
      const own = words.getBBox();
      const side = tag ? 0 : beside;
      return own.x < outline.x + side || own.x + own.width > outline.x + outline.width - side
        || own.y < outline.y || own.y + own.height > outline.y + outline.height;
    }).map(words => words.textContent);
  });
}"""
"""The words that leave their box when a font draws them: the one that the page names where none is given.

A style that is written into the page would be refused by its policy.
"""
PAINT = """() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const system = ['Canvas', 'CanvasText', 'LinkText', 'Highlight'].map(name => {
    probe.style.color = name;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  const boxes = [...document.querySelectorAll('.dt-scroll .n')].map(box => {
    const outline = getComputedStyle(box.querySelector('.b')), words = getComputedStyle(box.querySelector('.w'));
    return {kind: box.getAttribute('class'), fill: outline.fill, edge: outline.stroke, words: words.fill};
  });
  return {system: Object.fromEntries(system), boxes};
}"""


def rgb(computed: str) -> RGB:
    """Return a color as a browser computes it: 'rgb(0, 0, 159)'."""
    red, green, blue = (int(each) / 255 for each in computed.removeprefix("rgb(").removesuffix(")").split(","))
    return red, green, blue


class Drawn:
    """An element of a page, of which the browser is asked which fonts it draws it with."""

    def __init__(self, page: Page, css: str) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("DOM.enable")
        self.session.send("CSS.enable")
        root = self.session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        self.node = self.session.send("DOM.querySelector", {"nodeId": root, "selector": css})["nodeId"]

    def fonts(self) -> set[str]:
        """Return the names of the families; a weight may be called one of its own: "Roboto Medium"."""
        found: list[dict[str, Any]] = self.session.send("CSS.getPlatformFontsForNode", {"nodeId": self.node})["fonts"]
        return {each["familyName"] for each in found}


@pytest.fixture(scope="module")
def outside(browser: Browser, origin: str, library: Library) -> dict[str, list[str]]:
    """The words that leave their box in each font: every diagram is opened once and drawn in one font after another.

    A font that the machine has not is left out.
    """
    faults: dict[str, list[str]] = {font: [] for font in FONTS}
    with visiting(browser, origin) as visit:
        for address in ("trees/", *(f"trees/{name}/" for name in library.trees)):
            page = visit.open(address)
            drawn = Drawn(page, ".dt-svg .w")
            for font in list(faults):
                found = page.evaluate(WORDS_OUTSIDE, [font, BESIDE])
                if all(each.startswith(font) for each in drawn.fonts()):
                    faults[font] += [f"{address}: {words}" for words in found]
                else:
                    del faults[font]
    return faults


@pytest.mark.parametrize("font", FONTS)
def test_no_word_leaves_its_box_whichever_font_draws_it(outside: dict[str, list[str]], font: str) -> None:
    if font not in outside:
        absent(f"the font {font} is not installed")
    assert outside[font] == []


def test_a_word_too_long_for_its_box_is_noticed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        page.evaluate("document.querySelector('.dt-svg .w').textContent += ' and then some more words'")
        page.evaluate("document.querySelector('.dt-svg .since').textContent += ' and later'")
        assert len(page.evaluate(WORDS_OUTSIDE, ["", BESIDE])) == 2


@pytest.fixture(scope="module")
def forced(browser: Browser, origin: str, library: Library) -> dict[Scheme, list[str]]:
    """What does not stand out when a reader forces colors, in each scheme: every tree is opened once."""
    faults: dict[Scheme, list[str]] = {scheme: [] for scheme in SCHEMES}
    with visiting(browser, origin, forced_colors="active") as visit:
        for name in library.trees:
            page = visit.open(f"trees/{name}/")
            for scheme in SCHEMES:
                visit.recolor(scheme)
                assert page.evaluate("matchMedia('(forced-colors: active)').matches")
                faults[scheme] += [f"{name}: {fault}" for fault in faint(page.evaluate(PAINT))]
    return faults


def faint(seen: dict[str, Any]) -> list[str]:
    """Return the boxes whose words or edges do not stand out, or that have a color of their own."""
    faults, system = [], seen["system"]
    for box in seen["boxes"]:
        words, fill, edge = (rgb(box[each]) for each in ("words", "fill", "edge"))
        if not {box["fill"], box["edge"], box["words"]} <= set(system.values()):
            faults.append(f"a color of its own: {box}")
        if contrast(words, fill) < 4.5:
            faults.append(f"faint words: {box}")
        if max(contrast(each, rgb(system["Canvas"])) for each in (edge, fill)) < 3:
            faults.append(f"a faint edge: {box}")
    return faults


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_and_borders_stand_out_in_the_colors_that_a_reader_forces(
    forced: dict[Scheme, list[str]], scheme: Scheme
) -> None:
    assert forced[scheme] == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("fill: rgb(1, 2, 3)", "a color of its own"),
        ("fill: CanvasText; stroke: CanvasText", "faint words"),
        ("fill: Canvas; stroke: Canvas", "a faint edge"),
    ],
)
def test_a_box_that_does_not_stand_out_in_forced_colors_is_noticed(
    browser: Browser, origin: str, harm: str, fault: str
) -> None:
    with visiting(browser, origin, forced_colors="active") as visit:
        page = visit.open("trees/example/tarn_nodule/")
        assert faint(page.evaluate(PAINT)) == []
        page.evaluate(
            "harm => { document.querySelector('.dt-scroll .n .b').style = `forced-color-adjust: none; ${harm}` }", harm
        )
        assert any(each.startswith(fault) for each in faint(page.evaluate(PAINT)))
