"""Each step of a long walk through each tree is held to WCAG 2.2 AA, in every window and both colors."""

from collections.abc import Iterator
from typing import Any

import pytest
from helpers.browser import MIDDLE, NARROW, SCHEMES, WIDE, Visit, visiting
from helpers.walking import Walking
from playwright.sync_api import Browser

from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import Tree
from trees.core.paths import paths

LIGHT, DARK = SCHEMES
LOOKS = [(NARROW, LIGHT), (NARROW, DARK), (MIDDLE, DARK), (MIDDLE, LIGHT), (WIDE, LIGHT), (WIDE, DARK)]
"""Every window in both colors; each look differs from the one before in one thing, which takes half as long as two."""
WALKED = (".dt-walk", ".dt-step.is-on", ".dt-step.is-now")
"""What a walk changes on a page; the rest of the page is asked about in test_accessibility.py."""
SET_ASIDE = """() => {
  globalThis.aside = [...document.querySelectorAll('.dt-fig, .dt-step:not(.is-on, .is-now)')].map(each => {
    const place = document.createComment('');
    each.replaceWith(place);
    return [place, each];
  });
}"""
"""Takes out the diagram and the steps that no walk has marked: axe looks up the place of every word of a page."""
PUT_BACK = "() => { for (const [place, each] of aside) place.replaceWith(each); }"
FINGER = 44
"""How wide and high, in px, what is pressed has to be."""
TOO_SMALL = """least => [...document.querySelectorAll('.dt-walk :is(button, summary, .dt-item, input[inputmode])')]
  .filter(each => { const { width, height } = each.getBoundingClientRect(); return width < least || height < least; })
  .map(each => each.outerHTML.slice(0, 80))"""
BEYOND = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def long_walk(tree: Tree) -> list[tuple[str, str]]:
    """Return the answers of the longest path of a tree that ends in it."""
    inside = (path for path in paths(tree) if path.after is None and not isinstance(path.end, OtherTree))
    longest = max(inside, key=lambda path: len(path.steps))
    return [(node.id, way.code) for node, way in longest.steps]


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Visit]:
    with visiting(browser, origin) as opened:
        yield opened


def test_axe_finds_nothing_wrong_at_any_step_of_a_long_walk_through_any_tree(visit: Visit, library: Library) -> None:
    walking, faults, asked = Walking(library, visit), [], 0
    for name, tree in library.full_names():
        answers = long_walk(tree)
        walking.open(name)
        for count in range(len(answers) + 1):
            walking.one_by_one([walking.fragment(name, answers[:count])])
            visit.page.evaluate(SET_ASIDE)
            looks = LOOKS if count % 2 == 0 else LOOKS[::-1]
            for before, (size, scheme) in zip([None, *looks], looks, strict=False):
                if before is None or before[0] != size:
                    visit.resize(size)
                if before is None or before[1] != scheme:
                    visit.recolor(scheme)
                found = visit.axe([part for part in WALKED if visit.page.locator(part).count()])
                faults += [f"{name}, step {count}, {size[0]} px, {scheme}: {fault}" for fault in found]
                asked += 1
            visit.page.evaluate(PUT_BACK)
    assert faults == []
    assert asked > len(library.trees) * len(LOOKS)


def test_whatever_is_pressed_in_a_walk_is_as_large_as_a_finger_and_nothing_leaves_the_window(
    visit: Visit, library: Library
) -> None:
    walking, faults = Walking(library, visit), []
    visit.resize((320, 640))
    for name, tree in library.full_names():
        answers = long_walk(tree)
        page = walking.open(name)
        for count in range(len(answers) + 1):
            walking.one_by_one([walking.fragment(name, answers[:count])])
            faults += [f"{name}, step {count}: {each}" for each in page.evaluate(TOO_SMALL, FINGER)]
            if page.evaluate(BEYOND):
                faults.append(f"{name}, step {count} scrolls sideways")
    assert faults == []


def test_a_step_that_is_hard_to_use_is_noticed(visit: Visit, library: Library) -> None:
    page = Walking(library, visit).open("example/tarn_nodule")
    page.evaluate("document.querySelector('.dt-walk .dt-answer').style.color = '#d0d0d0'")
    page.evaluate("document.querySelector('.dt-walk .dt-answer').style.padding = 0")
    page.evaluate("document.querySelector('.dt-walk .dt-answer').style.minHeight = 0")
    assert any("color-contrast" in fault for fault in visit.axe([".dt-walk"]))
    assert page.evaluate(TOO_SMALL, FINGER)


TOLD = """() => {
  const drawn = css => [...document.querySelectorAll(`.dt-scroll .dt-svg .n${css} .b`)]
    .map(each => parseFloat(getComputedStyle(each).strokeWidth));
  return {
    words: [...document.querySelectorAll('.dt-yours')].map(each => each.textContent),
    way: Math.min(...drawn(':is(.is-on, .is-now):not(.k-goto)')),
    other: Math.max(...drawn(':not(.is-on, .is-now, .k-goto)')),
    borders: [...document.querySelectorAll('.dt-walk button:not(.dt-change)')]
      .map(each => getComputedStyle(each))
      .filter(each => each.borderStyle === 'none' || parseFloat(each.borderWidth) < 1),
    moving: [...document.querySelectorAll('.dt *')].map(each => getComputedStyle(each))
      .filter(each => each.animationName !== 'none' || /all|transform|top|left|height/.test(each.transitionProperty)
        && parseFloat(each.transitionDuration) > 0).length,
    scrolls: getComputedStyle(document.documentElement).scrollBehavior,
  };
}"""


@pytest.mark.parametrize("forced", [None, "active"], ids=["own colors", "forced colors"])
def test_the_way_is_told_by_words_and_lines_without_color_and_nothing_moves(
    browser: Browser, origin: str, library: Library, forced: Any
) -> None:
    with visiting(browser, origin, forced_colors=forced) as visit:
        walking = Walking(library, visit)
        page = walking.open("example/tarn_nodule", [("pain", "yes")])
        told = page.evaluate(TOLD)

    assert told["words"] == ["Your answer", "You are here"]
    assert told["way"] > told["other"]
    assert told["borders"] == []
    assert told["moving"] == 0
    assert told["scrolls"] == "auto"
