"""How diagrams are written: as links with names, in the order of the data, without colors."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from helpers.diagram_trees import (
    ALL,
    EVERY_KIND,
    MARKUP,
    SIX,
    drawing,
    layout_of,
    tree_href,
    tree_title,
)

from macros.diagram import draw
from macros.diagram.boxes import CHIP, CLASSES, ENTRY, GOTO, JUMP
from trees.core import wording
from trees.core.nodes import OUTCOMES, Tree, ways
from trees.core.numbering import badges
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
each_tree = pytest.mark.parametrize("tree", ALL, ids=range(len(ALL)))


def parsed(tree: Tree) -> ElementTree.Element:
    return ElementTree.fromstring(drawing(tree))


def boxes(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [each for each in root.iter() if each.get("class", "").startswith("n ")]


def shown(box: ElementTree.Element) -> str:
    return " ".join("".join(box.itertext()).split())


@each_tree
def test_every_node_has_one_box_of_its_kind_with_its_words_and_its_badge(tree: Tree) -> None:
    found = {box.get("data-id"): box for box in boxes(parsed(tree))}
    assert len(found) == len(boxes(parsed(tree)))
    for node in tree.nodes:
        assert found[node.id].get("class") == f"n {CLASSES[type(node)]}"
        changes = {note.change for note in getattr(node, "since", ())}
        order = ((SAYS_OTHERWISE, "≠ 2031"), (DOES_NOT_SAY, "– 2031"), (ADDS, "+ 2031"))
        year = next((mark for change, mark in order if change in changes), "")
        words = f"{badges(tree)[node.id]} {year} {wording.title(node)} {wording.firmly(node)}"
        assert shown(found[node.id]) == " ".join(words.split())
        for way in () if isinstance(node, OUTCOMES) else ways(node):
            assert shown(found[f"{node.id}:{way.code}"]) == " ".join(way.says.split())


@each_tree
def test_a_drawing_is_at_most_1000_px_wide_and_shows_all_that_it_holds(tree: Tree) -> None:
    root, layout = parsed(tree), layout_of(tree)
    left, top, wide, high = map(float, (root.get("viewBox") or "").split())
    assert (wide, high) == (float(root.get("width") or 0), float(root.get("height") or 0))
    assert wide <= 1000
    for placed in layout.boxes:
        assert left < placed.x
        assert top < placed.y
        assert placed.x + placed.box.width < left + wide
        assert placed.bottom < top + high


@each_tree
def test_two_drawings_are_the_same_bytes(tree: Tree) -> None:
    assert drawing.__wrapped__(tree) == drawing(tree)


@each_tree
def test_a_drawing_is_one_line_without_colors_styles_or_scripts(tree: Tree) -> None:
    svg = drawing(tree)
    assert not re.search(r"[\n\r]|<script|<style|<!--", svg)
    names = {name for element in ElementTree.fromstring(svg).iter() for name in element.attrib}
    assert not names & {"style", "fill", "stroke", "color", "onclick", "href", "opacity"}
    assert len(re.findall("<title", svg)) == 1


@each_tree
def test_tab_order_is_the_order_of_the_data(tree: Tree) -> None:
    order = [box.get("data-id") for box in boxes(parsed(tree)) if box.get("data-id") in badges(tree)]
    assert order == [node.id for node in tree.nodes]


@each_tree
def test_every_box_is_a_link_whose_name_begins_with_the_words_on_it(tree: Tree) -> None:
    for box in boxes(parsed(tree)):
        kind = box.get("class", "").removeprefix("n ")
        if kind in (CHIP, ENTRY):
            assert (box.tag, box.get("aria-hidden")) == (f"{SVG}g", "true")
            continue
        assert (box.tag, box.get("role")) == (f"{SVG}a", "link")
        assert (box.get("aria-label") or "").startswith(shown(box))
        if kind not in (JUMP, GOTO):
            assert box.get(f"{XLINK}href") == f"#{box.get('data-id')}"
        elif kind == GOTO:
            assert (box.get(f"{XLINK}href") or "").removeprefix("#") in badges(tree)
        else:
            assert re.fullmatch(r"\.\./\w+/\?a=1&b=2", box.get(f"{XLINK}href") or "")


def test_a_question_names_its_answers() -> None:
    names = {box.get("data-id"): box.get("aria-label") for box in boxes(parsed(EVERY_KIND))}
    assert names["burst"] == "2 Did it burst? Question. Answers: Yes; No; Not known."
    assert names["either"] == (
        "4 Surgery, or watching. Choice: more than one course is named. Options: Surgery; Watching."
    )
    assert (names["cautions"] or "").endswith(
        "Items: In any case; Heart failure; Liver disease; None of these; Not known."
    )
    assert names["trial"] == "J Ask a center that runs trials. Action: watching."


def test_an_outcome_names_what_has_changed_since_after_its_words_and_the_year_that_stands_on_it() -> None:
    names = {box.get("data-id"): box.get("aria-label") for box in boxes(parsed(EVERY_KIND))}
    assert names["surgery"] == "B + 2031 Remove it. Since then, Newer 2031 adds to it. Action: surgery."
    assert names["range"] == (
        "G ≠ 2031 Amoxol 400 mg to 600 mg daily. Since then, Newer 2031 says otherwise and adds to it. Treatment."
    )
    assert names["against"] == (
        "E – 2031 Amoxol is not advised. Since then, Newer 2031 does not say this. Advice against."
    )


def test_the_drawing_is_a_named_group_and_its_lines_are_not_read_out() -> None:
    root = parsed(EVERY_KIND)
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == ("group", "p-t", "p-d")
    title, about, edges, _ = list(root)
    assert (title.tag, title.get("id"), about.tag, about.get("id")) == (f"{SVG}title", "p-t", f"{SVG}desc", "p-d")
    assert (title.text or "").startswith("Decision tree: Every kind")
    assert (edges.get("class"), edges.get("aria-hidden")) == ("edges", "true")
    assert all(edge.get("class") == "e" and edge.get("data-from") and edge.get("data-to") for edge in edges)


def test_text_that_looks_like_markup_comes_out_as_text() -> None:
    svg = drawing(EVERY_KIND)
    assert "<5" not in svg
    root = ElementTree.fromstring(svg)
    assert MARKUP in [shown(box) for box in boxes(root)]
    assert (root[0].text or "").endswith(MARKUP)


def test_badges_may_be_given_by_a_function() -> None:
    given: Callable[[str], str] = badges(SIX).__getitem__
    svg = draw(SIX, badge=given, tree_title=tree_title, tree_href=tree_href, prefix="p")
    assert svg == drawing(SIX)
