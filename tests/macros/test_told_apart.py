"""Kinds of boxes are told apart by their shape alone, in gray and by the color-blind; where colors differ, they do so.

1. Every two kinds differ in what is drawn: corners, rounding, dashes, weight, inner lines, a bar, a badge, or
   whether the box is filled dark. That holds whatever the colors are, so it holds in gray and for every eye.
   A question and a measure are drawn alike on purpose: of both, one answer is true.
2. Where two kinds have borders of different colors, those stay `HUES` apart under three simulated color blindnesses.
3. Nothing is claimed for fills, nor for borders in gray: there the shape alone carries.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from helpers.colored_page import MEDIA, Page, add_drawing, page, sheets
from helpers.colors import BLINDNESS, RGB, apart, color, contrast, lab, linear
from helpers.css_rules import Node
from helpers.diagram_trees import EVERY_KIND, drawing

from macros.diagram.boxes import CHIP, CLASSES, ENTRY, GOTO, JUMP
from macros.diagram.tree_map import Chart, draw_map

HUES = 5.0
"""How far apart two border colors must be by CIEDE2000, on which about 1 can just be seen side by side."""
ROUNDER, HEAVIER, DARKER = 4.0, 1.0, 3.0
"""What counts as seen: a radius or a border of so many px more, a fill of such contrast on the page."""
KINDS = [*CLASSES.values(), JUMP, GOTO, CHIP, ENTRY]
ASKED = {"k-question", "k-measure"}
STATES = {"at rest": False, "while a reader walks": True}
each_medium = pytest.mark.parametrize("medium", MEDIA)


@dataclass(frozen=True)
class Shape:
    """What of a box can be seen without any color."""

    corners: int
    radius: float
    dashed: bool
    weight: float
    inner: tuple[int, ...]
    bar: bool
    badge: str
    dark: bool

    def differs(self, other: "Shape") -> set[str]:
        """Return by what two boxes can be told apart."""
        exact = ("corners", "dashed", "inner", "bar", "badge", "dark")
        found = {name for name in exact if getattr(self, name) != getattr(other, name)}
        found |= {"radius"} if abs(self.radius - other.radius) >= ROUNDER else set()
        return found | ({"weight"} if abs(self.weight - other.weight) >= HEAVIER else set())


def drawn(medium: str, walking: bool = False, css: dict[str, str] | None = None) -> tuple[Page, Node]:
    on = page(medium, walking=walking, css=css)
    return on, add_drawing(on, drawing(EVERY_KIND))


def kind_of(box: Node) -> str:
    return next(each for each in box.classes if each.startswith("k-"))


def shape_of(on: Page, svg: Node, box: Node) -> Shape:
    """Return the shape of a box, from what is drawn and from the rules for it."""
    outline, badges = box.all("b")[0], box.all("tagc")
    corners = len(re.findall("[ML]", outline.attributes["d"])) if outline.tag == "path" else 4
    round_ = bool(badges) and float(badges[0].attributes.get("rx", 0)) * 2 >= float(badges[0].attributes["height"])
    return Shape(
        corners,
        float(outline.attributes.get("rx", 0)),
        on.sheet.value(outline, "stroke-dasharray") != "none",
        float(on.sheet.value(outline, "stroke-width")),
        tuple(len(re.findall("[ML]", each.attributes.get("d", ""))) for each in box.all("b2")),
        bool(box.all("bar")),
        "none" if not badges else "round" if round_ else "square",
        contrast(on.paint(outline, "fill") or on.ground(svg), on.ground(svg)) >= DARKER,
    )


def shapes(on: Page, svg: Node) -> dict[str, set[Shape]]:
    found: dict[str, set[Shape]] = {kind: set() for kind in KINDS}
    for box in svg.all("n"):
        found[kind_of(box)].add(shape_of(on, svg, box))
    return found


def alike(on: Page, svg: Node) -> set[tuple[str, str]]:
    """Return the pairs of kinds that nothing but color tells apart."""
    found = shapes(on, svg)
    return {
        (one, other)
        for one, other in combinations(KINDS, 2)
        if any(not first.differs(second) for first, second in product(found[one], found[other]))
    }


def borders(on: Page, svg: Node) -> dict[str, RGB]:
    """Return the color of the border of each kind."""
    return {kind_of(box): on.paint(box.all("b")[0], "stroke") or (0, 0, 0) for box in svg.all("n")}


def too_near(on: Page, svg: Node) -> Iterator[str]:
    """Yield each two borders of different colors that someone cannot tell apart by them."""
    for (one, first), (other, second) in combinations(borders(on, svg).items(), 2):
        for eye in ("", *BLINDNESS):
            far = apart(lab(first, eye), lab(second, eye))
            if first != second and far < HUES:
                yield f"{one} and {other}, {eye or 'all colors seen'}: {far:.1f}"


@each_medium
@pytest.mark.parametrize("state", STATES)
def test_every_two_kinds_of_boxes_differ_in_shape_except_that_a_number_is_asked_for_like_a_word(
    medium: str, state: str
) -> None:
    on, svg = drawn(medium, STATES[state])
    assert all(shapes(on, svg).values())
    assert alike(on, svg) == {pair for pair in combinations(KINDS, 2) if set(pair) <= ASKED}


@each_medium
def test_borders_of_different_colors_stay_apart_for_the_color_blind(medium: str) -> None:
    on, svg = drawn(medium)
    assert len(set(borders(on, svg).values())) == 6
    assert set(too_near(on, svg)) == set()


@each_medium
def test_on_the_map_a_tree_and_a_number_that_leads_to_one_differ_in_shape(medium: str) -> None:
    on = page(medium)
    given = Chart("made", "Made up", {"a": "A", "b": "B"}, {"a": ["b"], "b": ["a"]})
    svg = add_drawing(on, draw_map([given], href=str, prefix="p"))
    found: dict[str, list[Shape]] = {"k-tree": [], "k-goto": []}
    for box in svg.all("n"):
        found[kind_of(box)].append(shape_of(on, svg, box))
    assert all(found.values())
    for tree, number in product(*found.values()):
        assert {"radius", "badge", "dark"} <= tree.differs(number)


def test_a_shape_that_is_lost_is_noticed() -> None:
    css = {
        name: text.replace(".k-goto .b { fill: var(--dt-q-bd)", ".k-goto .b { fill: none")
        for name, text in sheets().items()
    }
    assert ("k-goto", "k-chip") in alike(*drawn("light", css=css))
    on, svg = drawn("light")
    for box in svg.all("n"):
        box.children = [each for each in box.children if "b2" not in each.classes]
    assert {("k-question", "k-choice"), ("k-action", "k-against")} <= alike(on, svg)


@pytest.mark.parametrize(
    ("old", "new", "who"),
    [
        ("--dt-j-bd: #8e3b80", "--dt-j-bd: #2d55ad", "protanopia"),
        ("--dt-j-bd: #8e3b80", "--dt-j-bd: #6a5f74", "deuteranopia"),
        ("--dt-t-bd: #00735c", "--dt-t-bd: #006383", "tritanopia"),
    ],
)
def test_a_color_that_the_color_blind_mistake_for_another_is_noticed(old: str, new: str, who: str) -> None:
    css = {name: text.replace(old, new) for name, text in sheets().items()}
    assert css != sheets()
    assert [each for each in too_near(*drawn("light", css=css)) if who in each]


def test_the_color_blind_see_gray_as_it_is_and_what_the_simulation_is_known_for() -> None:
    for eye in BLINDNESS:
        assert apart(lab((0.5, 0.5, 0.5)), lab((0.5, 0.5, 0.5), eye)) < 0.01
    red, green, blue, teal = (color(each)[:3] for each in ("#a05000", "#707000", "#0050a0", "#006464"))
    assert apart(lab(red, "deuteranopia"), lab(green, "deuteranopia")) < apart(lab(red), lab(green)) / 2
    assert apart(lab(blue, "tritanopia"), lab(teal, "tritanopia")) < apart(lab(blue), lab(teal)) / 2
    assert linear((1, 0, 0)) == (1, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((50, 0, 0), (50, -1, 2), 2.3669),
    ],
)
def test_the_distance_of_colors_is_that_of_the_published_pairs(one: RGB, other: RGB, far: float) -> None:
    # Sharma, Wu and Dalal 2005, table 1.
    assert apart(one, other) == pytest.approx(far, abs=1e-4)
