"""The diagram on its page: what its shapes mean, a name and a way past it, and what its basis is."""

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.basis import sources_shown
from helpers.diagram_reader import drawings_in
from helpers.markup_tree import Element, elements
from helpers.odd_library import ODD

from macros.diagram.boxes import BOX, Box
from macros.diagram.place import Layout, Placed
from macros.diagram.svg import SAMPLE
from macros.figure import LEGEND, figure, legend
from macros.links import Links
from macros.list_pages import whole_map
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.library import load
from trees.core.report import hash_of

REAL = load(ROOT / "trees")
LIBRARIES = {name: library for library in (REAL, ODD) for name in library.trees}
each_tree = pytest.mark.parametrize("name", LIBRARIES)
ASKED = "Question"
MEANS = {
    "k-question": ASKED,
    "k-measure": ASKED,
    "k-checklist": "Checklist: every true item counts",
    "k-choice": "Choice: more than one course is named",
    "k-chip": "Answer",
    "k-entry": "Goes on from the box it names",
    "k-treatment": "Treatment",
    "k-action": "Action",
    "k-against": "Advice against",
    "k-open": "Left open: its text has what is stated",
    "k-goto": "Goes on at the box it names",
    "k-jump": "Another tree",
}
OUTLINE = {"b", "b2", "bar"}


@cache
def html_of(name: str) -> str:
    library = LIBRARIES[name]
    return str(figure(Links(library, f"trees/{name}"), name, library.trees[name]))


@cache
def figure_of(name: str) -> Element:
    return elements(html_of(name)).one("figure")


def kinds_in(svg: ElementTree.Element) -> set[str]:
    found = [each.get("class", "") for each in svg.iter()]
    return {each.removeprefix("n ") for each in found if each.startswith("n ")}


@dataclass(frozen=True)
class Shown:
    """A drawing of a tree with its legend: the samples in it, and for each the kind it is drawn as and its words."""

    svg: ElementTree.Element
    samples: list[ElementTree.Element]
    entries: list[tuple[str, str]]


@cache
def shown(name: str) -> list[Shown]:
    """Return the drawing for the screen and the parts for paper."""
    whole = figure_of(name)
    legends = [each.one("ul", "dt-legend") for each in (whole.one("figcaption"), *whole.all("div", "dt-sheet"))]
    written = re.findall(r'<ul class="dt-legend">.*?</ul>', html_of(name))
    # On the page the legend of the drawing for the screen comes last.
    found = []
    for svg, list_, html in zip(drawings_in(html_of(name)), legends, [written[-1], *written[:-1]], strict=True):
        samples = [ElementTree.fromstring(each) for each in re.findall("<svg.*?</svg>", html)]
        kinds = [sample[0].get("class", "").removeprefix("n ") for sample in samples]
        words = [row.text.strip() for row in list_.all("li")]
        found.append(Shown(svg, samples, list(zip(kinds, words, strict=True))))
    return found


def outline(element: ElementTree.Element) -> list[tuple[str, str, int, str]]:
    """Return how a box is drawn, whatever its size: each shape, its class, its corners, and whether these are round."""
    return [
        (
            each.tag.rpartition("}")[2],
            each.get("class", ""),
            len(re.findall("[ML]", each.get("d", ""))),
            "round" if float(each.get("rx", 0)) >= 4 else "",
        )
        for each in element
        if each.get("class") in OUTLINE
    ]


@each_tree
def test_every_kind_of_box_has_one_entry_in_the_legend_and_no_entry_is_for_a_kind_that_is_not_there(name: str) -> None:
    for each in shown(name):
        drawn = kinds_in(each.svg)
        assert sorted(says for _, says in each.entries) == sorted({MEANS[kind] for kind in drawn})
        assert [kind for kind, says in each.entries if kind not in drawn or says != MEANS[kind]] == []


@each_tree
def test_the_entries_of_every_legend_stand_in_one_order(name: str) -> None:
    order = list(dict.fromkeys(MEANS[kind] for kind, _ in LEGEND))
    for each in shown(name):
        assert [says for _, says in each.entries] == sorted((says for _, says in each.entries), key=order.index)


@each_tree
def test_a_sample_is_drawn_with_the_outline_that_the_boxes_of_its_kind_have(name: str) -> None:
    for each in shown(name):
        for sample in each.samples:
            (group,) = sample
            drawn = [outline(box) for box in each.svg.iter() if box.get("class") == group.get("class")]
            assert outline(group)
            assert drawn == [outline(group)] * len(drawn)
            size = float(sample.get("width") or 0), float(sample.get("height") or 0)
            assert size == (SAMPLE[0] + 4, SAMPLE[1] + 4)


@each_tree
def test_a_sample_is_hidden_from_screen_readers_and_holds_no_words_and_no_link(name: str) -> None:
    for sample in (sample for each in shown(name) for sample in each.samples):
        assert (sample.get("aria-hidden"), sample.get("focusable"), sample.get("role")) == ("true", "false", None)
        assert {each.tag.rpartition("}")[2] for each in sample.iter()} <= {"svg", "g", "rect", "path"}


def test_every_kind_of_box_has_a_meaning_and_the_trees_have_them_all() -> None:
    assert dict(LEGEND) == MEANS
    assert set().union(*(kinds_in(drawings_in(html_of(name))[0]) for name in LIBRARIES)) == set(MEANS)


def test_kinds_that_mean_the_same_share_one_entry_with_the_sample_of_one_that_is_there() -> None:
    def boxes(*kinds: str) -> Layout:
        return Layout(tuple(Placed(Box(each, each, each, BOX), 0, 0) for each in kinds), (), 0, 0)

    assert re.findall("k-\\w+", str(legend(boxes("k-measure", "k-question")))) == ["k-question"]
    assert re.findall("k-\\w+", str(legend(boxes("k-measure")))) == ["k-measure"]
    assert re.findall("k-\\w+", str(legend(boxes()))) == []


def test_a_legend_says_what_a_quoted_word_is_where_a_box_has_one() -> None:
    assert "“may”" in html_of("gist_2017/first_line")
    assert "A word in quotation marks" in html_of("gist_2017/first_line")
    assert "A word in quotation marks" not in html_of("gist_2017/tki_safety")


def check_region(region: Element, about: str) -> None:
    given = region.attributes
    assert (given["role"], given["tabindex"]) == ("region", "0")
    assert about in given["aria-label"]
    assert "scrolls sideways" in given["aria-label"]
    assert region.one("svg").attributes["role"] == "group"


@each_tree
def test_the_diagram_is_in_a_region_that_has_a_name_and_that_the_keyboard_reaches(name: str) -> None:
    check_region(figure_of(name).one("div", "dt-scroll"), LIBRARIES[name].trees[name].title)


def test_the_map_is_in_a_region_that_has_a_name_and_that_the_keyboard_reaches() -> None:
    page = elements(whole_map(Links(REAL, "trees")))
    check_region(page.one("div", "dt-scroll"), "Map of the trees")
    assert "numbered in the order of reading" in page.one("figcaption").text


@each_tree
def test_the_first_thing_in_the_figure_is_a_way_past_the_diagram_to_the_steps(name: str) -> None:
    library = LIBRARIES[name]
    first = figure_of(name).children[0]
    assert isinstance(first, Element)
    link = first.one("a")
    assert link.text == "Skip the diagram, read the steps"
    page = tree_page(Links(library, f"trees/{name}"), Uses(library), name)
    before, _, after = page.partition(f' id="{link.attributes["href"].removeprefix("#")}"')
    assert "<svg" in before
    assert after.startswith(">Steps</h2>")
    assert 'role="group"' not in after


def basis(name: str) -> list[str]:
    """Return what every picture of a tree says of its basis."""
    library = LIBRARIES[name]
    dates = [f"{source.short}, {source.date}" for source in sources_shown(library, name)]
    return [library.trees[name].title, *dates, f"{name}@{hash_of(library, name)}", "Not reviewed by a clinician"]


@each_tree
def test_the_caption_says_the_dates_of_the_sources_the_version_and_the_state_of_review(name: str) -> None:
    caption = figure_of(name).one("figcaption").one("p", "dt-caption").text
    assert [each for each in basis(name) if each.lower() not in caption.lower()] == []
    library = LIBRARIES[name]
    others = set(library.collections[name.partition("/")[0]].sources) - set(sources_shown(library, name))
    assert [each.short for each in others if f"{each.short}, {each.date}" in caption] == []


@each_tree
def test_every_part_for_paper_says_its_number_and_the_same_basis(name: str) -> None:
    parts = figure_of(name).all("div", "dt-sheet")
    assert len(parts) == len(drawings_in(html_of(name))) - 1
    for at, part in enumerate(parts, 1):
        caption = part.one("p", "dt-caption").text
        assert caption.startswith(f"Part {at} of {len(parts)}: ") or len(parts) == 1
        assert [each for each in basis(name) if each.lower() not in caption.lower()] == []


@each_tree
def test_no_two_elements_of_a_figure_have_the_same_id(name: str) -> None:
    found = re.findall(r' id="([^"]*)"', html_of(name))
    assert len(found) == len(set(found))
    assert found
