"""No text leaves its box in Roboto, Inter, Liberation Sans or DejaVu Sans, and a dose never parts from its unit."""

import json
import re
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers import diagram_trees
from helpers.diagram_reader import drawings_in
from helpers.drawn_boxes import DrawnBox, boxes_in, corners

from macros.diagram.measure import TABLE
from macros.diagram.svg import NOTCH
from macros.figure import figure
from macros.links import Links
from trees.core import wording
from trees.core.doses import DailyDose
from trees.core.library import load
from trees.core.nodes import OUTCOMES, Measure, Treatment, Tree, ways

LIBRARY = load(ROOT / "trees")
MADE = {f"made up {index}": tree for index, tree in enumerate(diagram_trees.ALL)}
NAMES = [*LIBRARY.trees, *MADE]
each_tree = pytest.mark.parametrize("name", NAMES)
CLEAR = 2.0
"""How many px of a box stay free between its letters and its borders, whose own half lies within them."""
UNITS = {
    *("mg", "g", "kg", "mm", "cm", "m", "ml", "l", "Gy", "%", "HPF", "HPFs", "mitoses", "cycles", "cycle", "times"),
    *("minutes", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "daily"),
}
NUMBER = r"\d[\d,]*(?:\.\d+)?(?:[–-]\d+)?"


@cache
def drawings_of(name: str) -> list[ElementTree.Element]:
    """Return the drawing of a tree for the screen, and its parts for paper."""
    if name in MADE:
        return [ElementTree.fromstring(diagram_trees.drawing(MADE[name]))]
    return drawings_in(str(figure(Links(LIBRARY, f"trees/{name}"), name, LIBRARY.trees[name])))


def tree_of(name: str) -> Tree:
    return MADE[name] if name in MADE else LIBRARY.trees[name]


def outside(box: DrawnBox) -> list[str]:
    """Return a sentence for each line of text that comes too near to a border of its box."""
    top, bottom = box.height()
    found = []
    for says, line in box.covered():
        left, right = box.room(line, CLEAR)
        if line.left < left or line.right > right:
            found.append(f"{box.kind} {box.id}: '{says}' is {line.right - line.left:.1f} px in {right - left:.1f}")
        if line.top < top + CLEAR / 2 or line.bottom > bottom - CLEAR / 2:
            found.append(f"{box.kind} {box.id}: '{says}' is too high or too low")
    return found


def test_the_widths_are_those_of_the_four_families() -> None:
    made_from = " ".join(json.loads(TABLE.read_text(encoding="utf-8"))["made_from"])
    for family in ("Roboto 400", "Roboto 500", "Inter 400", "Inter 500", "Liberation Sans 400", "DejaVu Sans 400"):
        assert family in made_from


@each_tree
def test_no_text_leaves_its_box(name: str) -> None:
    boxes = [box for svg in drawings_of(name) for box in boxes_in(svg)]
    assert boxes
    assert all(box.lines for box in boxes)
    assert [fault for box in boxes for fault in outside(box)] == []


@each_tree
def test_no_line_of_text_lies_on_another_one(name: str) -> None:
    for box in (box for svg in drawings_of(name) for box in boxes_in(svg)):
        lines = [*box.parts("w"), *box.parts("s")]
        baselines = [float(each.get("y", 0)) for each in lines]
        sizes = {float(each.get("font-size", 0)) for each in lines}
        assert all(lower - upper >= max(sizes) for upper, lower in pairwise(baselines))


@each_tree
def test_a_badge_holds_its_number_and_a_tag_its_year_and_they_touch_no_word_and_not_each_other(name: str) -> None:
    for svg in drawings_of(name):
        check_badges(boxes_in(svg))


def check_badges(boxes: list[DrawnBox]) -> None:
    words = [(box.id, says, area) for box in boxes for says, area in box.covered()]
    badges = [(box.id, area) for box in boxes if (area := box.badge()) is not None]
    assert badges
    for box in boxes:
        for says, number in box.covered("tag"):
            badge = box.badge()
            assert badge is not None
            assert badge.left <= number.left, says
            assert number.right <= badge.right, says
        for says, letters in box.covered("since"):
            tag = box.tag()
            assert tag is not None
            assert tag.left + NOTCH <= letters.left, says
            assert letters.right <= tag.right, says
    tags = [(box.id, area) for box in boxes if (area := box.tag()) is not None]
    assert [(own, of) for own, tag in tags for of, badge in badges if tag.meets(badge)] == []
    badges += tags
    touched = [
        f"the badge of {own}, '{says}' of {of}"
        for own, badge in badges
        for of, says, area in words
        if badge.meets(area)
    ]
    assert touched == []


@each_tree
def test_no_line_runs_under_a_badge_or_a_tag(name: str) -> None:
    for svg in drawings_of(name):
        check_lines(svg)


def check_lines(svg: ElementTree.Element) -> None:
    lines = [each for each in svg.iter() if each.get("class") == "l"]
    runs = [run for line in lines for run in pairwise(corners(line))]
    for box in boxes_in(svg):
        for badge in (each for each in (box.badge(), box.tag()) if each is not None):
            for (x1, y1), (x2, y2) in runs:
                across = min(x1, x2) < badge.right and max(x1, x2) > badge.left
                assert not (across and min(y1, y2) < badge.bottom and max(y1, y2) > badge.top), box.id


def parted(lines: list[str], whole: list[str]) -> list[str]:
    """Return what stands on two lines and may not: a number and its unit, or one of the phrases that stay whole."""
    found = [
        f"{upper} / {lower}"
        for upper, lower in pairwise(lines)
        if re.search(rf"{NUMBER}$", upper) and re.split(r"[\s,.;:?)]", lower)[0] in UNITS
    ]
    text = " ".join(lines)
    for phrase in whole:
        places = len(re.findall(rf"(?<![\w.]){re.escape(phrase)}(?!\w)", text))
        kept = sum(len(re.findall(rf"(?<![\w.]){re.escape(phrase)}(?!\w)", line)) for line in lines)
        found += [f"'{phrase}' in {lines}"] if kept != places else []
    return found


def doses_of(tree: Tree) -> list[str]:
    """Return every amount with its unit that the doses and the measures of a tree have, as a reader writes it."""
    found = set()
    for node in tree.nodes:
        if isinstance(node, Measure):
            edges = {edge for band in node.bands for edge in (band.at_least, band.above, band.at_most, band.below)}
            found |= {f"{edge:g} {node.unit}" for edge in edges if edge is not None}
        if isinstance(node, Treatment) and isinstance(node.dose, DailyDose):
            found |= {f"{node.dose.low:g} mg", f"{node.dose.high:g} mg"}
            cycle = [weeks for weeks in (node.dose.weeks_on, node.dose.weeks_off) if weeks is not None]
            found |= {f"{weeks:g} week{'s' * (weeks != 1)}" for weeks in cycle}
    return sorted(found)


def amounts_in(text: str) -> list[str]:
    """Return every number with its unit that a text names."""
    return [f"{amount} {unit}" for amount, unit in re.findall(rf"({NUMBER}) ([A-Za-z%]+)", text) if unit in UNITS]


@each_tree
def test_a_dose_never_parts_from_its_unit(name: str) -> None:
    tree = tree_of(name)
    texts = {node.id: wording.title(node) for node in tree.nodes}
    for node in tree.nodes:
        texts |= {} if isinstance(node, OUTCOMES) else {f"{node.id}:{way.code}": way.says for way in ways(node)}
    drawn = [(box.id, box.lines) for svg in drawings_of(name) for box in boxes_in(svg)]
    assert set(texts) <= {box for box, _ in drawn}
    whole = [*doses_of(tree), *(amount for text in texts.values() for amount in amounts_in(text))]
    assert [fault for _, lines in drawn for fault in parted(lines, whole)] == []
    for box, lines in drawn:
        if box in texts:
            assert amounts_in(" ".join(lines)) == amounts_in(" ".join(texts[box].split()))


def test_the_trees_name_doses_that_could_part() -> None:
    named = {dose for tree in LIBRARY.trees.values() for dose in doses_of(tree)}
    assert {"400 mg", "600 mg", "800 mg", "37.5 mg", "50 mg", "4 weeks", "2 weeks", "1 week"} <= named


@pytest.mark.parametrize(
    ("lines", "is_parted"),
    [
        (["Imatinib 800", "mg daily"], True),
        (["Imatinib 400 mg to 600", "mg daily"], True),
        (["Sunitinib 37.5", "mg daily"], True),
        (["50 mg daily, 4", "weeks on, 2 weeks off"], True),
        (["Imatinib 400 mg", "to 600 mg daily"], False),
        (["Imatinib 800 mg", "daily"], False),
    ],
)
def test_a_dose_that_parts_from_its_unit_is_noticed(lines: list[str], is_parted: bool) -> None:
    assert bool(parted(lines, [])) == is_parted
    assert bool(parted(lines, amounts_in(" ".join(lines)))) == is_parted


@pytest.mark.parametrize(
    "kind", ["k-question", "k-choice", "k-treatment", "k-against", "k-open", "k-jump", "k-chip", "k-entry"]
)
def test_text_that_is_too_wide_or_moved_aside_is_noticed(kind: str) -> None:
    svg = ElementTree.fromstring(diagram_trees.drawing(diagram_trees.EVERY_KIND))
    box = next(each for each in boxes_in(svg) if each.kind == kind)
    words = box.parts("w")[0]
    assert outside(box) == []
    words.set("x", str(float(words.get("x", 0)) - 200))
    assert outside(box)
    words.set("x", str(float(words.get("x", 0)) + 200))
    words.text = f"{words.text}{'and on ' * 9}"
    assert outside(box)
