"""A diagram on paper: whole where it fits on a sheet, else in parts that fit, lose nothing and say where they go on."""

import re
from functools import cache
from itertools import groupby
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers import diagram_trees
from helpers.colored_page import sheets
from helpers.diagram_reader import drawings_in, read_diagram
from helpers.diagram_trees import tree_href
from helpers.markup_tree import elements

from macros.diagram.boxes import ENTRY
from macros.diagram.check import crossings, disorder
from macros.diagram.sheets import SHEETS, Page, in_sheets
from macros.diagram.svg import AROUND, BADGE_SIZE, LEFT, TOP, svg
from macros.figure import figure
from macros.links import Links
from trees.core.branches import OtherTree
from trees.core.library import load
from trees.core.nodes import OUTCOMES, Checklist, Node, Tree, ways
from trees.core.numbering import badges

LIBRARY = load(ROOT / "trees")
MADE = {f"made up {index}": tree for index, tree in enumerate(diagram_trees.ALL)}
TREES = {**LIBRARY.trees, **MADE}
each_tree = pytest.mark.parametrize("name", TREES)
each_published = pytest.mark.parametrize("name", LIBRARY.trees)
each_made = pytest.mark.parametrize("name", MADE)
MM = 96 / 25.4
PAPER = {"upright": ((210, 297), (215.9, 279.4)), "lying": ((297, 210), (279.4, 215.9))}
"""The width and the height of A4 and of Letter, in mm."""
MARGIN, AROUND_IT = 12, 100
"""Half of the margins of two sides that face, in mm, and the least room for the words around a drawing, in px."""


def title_of(name: str, other: str) -> str:
    full = LIBRARY.jump(name, OtherTree(other)) if name in LIBRARY.trees else None
    return LIBRARY.trees[full].title if full else diagram_trees.tree_title(other)


@cache
def parts_of(name: str) -> list[Page]:
    return cut(name)


def cut(name: str) -> list[Page]:
    return in_sheets(TREES[name], badge=badges(TREES[name]), tree_title=lambda other: title_of(name, other))


def written(name: str, pages: list[Page]) -> list[str]:
    return [
        svg(
            page.layout,
            TREES[name],
            tree_title=lambda other: title_of(name, other),
            tree_href=tree_href,
            prefix=f"p{number}",
        )
        for number, page in enumerate(pages)
    ]


def nodes_in(name: str, page: Page) -> list[Node]:
    here = {placed.box.id for placed in page.layout.boxes}
    return [node for node in TREES[name].nodes if node.id in here]


@each_published
def test_a_drawing_that_fits_a_sheet_is_printed_as_it_is_and_any_other_in_parts(name: str) -> None:
    html = str(figure(Links(LIBRARY, f"trees/{name}"), name, LIBRARY.trees[name]))
    page = elements(html).one("figure")
    drawn, *parts = drawings_in(html)
    wide, high = float(drawn.get("width") or 0) - LEFT - AROUND, float(drawn.get("height") or 0) - TOP - AROUND
    fitting = [sheet.name for sheet in SHEETS if wide <= sheet.width and high <= sheet.height]
    assert page.classes == ["dt-fig", f"dt-{fitting[0]}" if fitting else "dt-in-parts"]
    assert bool(parts) != bool(fitting)
    ways_held = [each.classes[-1] for each in page.all("div", "dt-sheet")]
    assert ways_held == ([] if fitting else [f"dt-{part.sheet.name}" for part in parts_of(name)])


@each_published
def test_every_part_of_a_published_tree_fits_on_its_sheet(name: str) -> None:
    assert [page for page in parts_of(name) if not fits(page)] == []


def fits(page: Page) -> bool:
    return page.layout.width <= page.sheet.width and page.layout.height <= page.sheet.height


@each_tree
def test_a_part_that_fits_on_no_sheet_has_nothing_left_to_be_cut_from_it(name: str) -> None:
    for page in parts_of(name):
        asked = [node for node in nodes_in(name, page) if not isinstance(node, OUTCOMES)]
        assert fits(page) or len(asked) <= 1


def test_what_asks_too_much_for_any_sheet_is_still_drawn_whole() -> None:
    answers = ((f"a{n}", f"Answer {'and on ' * 20}{n}", f"o{n}") for n in range(14))
    outcomes = (diagram_trees.action(f"o{n}", "Then " + "and on " * 20) for n in range(14))
    tree = diagram_trees.tree_of(diagram_trees.question("many", "Which of them?", *answers), *outcomes)
    (page,) = in_sheets(tree, badge=badges(tree), tree_title=str)
    assert not fits(page)
    assert {"many", *(f"o{n}" for n in range(14))} <= {placed.box.id for placed in page.layout.boxes}


@each_made
def test_the_parts_together_have_every_step_once_and_every_answer_once_with_the_end_it_has_on_the_screen(
    name: str,
) -> None:
    # For the published trees the key is held to both, in test_text_twin.py.
    screen, _ = read_diagram(ElementTree.fromstring(diagram_trees.drawing(TREES[name])))
    paper, _ = read_diagram(*map(ElementTree.fromstring, written(name, parts_of(name))))
    assert {each.id: each for each in paper} == {each.id: each for each in screen}
    assert len(paper) == len(screen) == len(TREES[name].nodes)


@each_tree
def test_every_part_but_the_first_begins_with_words_that_say_where_it_comes_from(name: str) -> None:
    tree, numbers = TREES[name], badges(TREES[name])
    first, *others = parts_of(name)
    assert first.layout.boxes[0].box.id == tree.nodes[0].id
    seen = {node.id for node in nodes_in(name, first)}
    for page in others:
        entries = [placed for placed in page.layout.boxes if placed.box.kind == ENTRY]
        assert entries
        assert page.layout.boxes[0] in entries
        assert min(placed.y for placed in page.layout.boxes) == entries[0].y
        (root,) = {line.end for line in page.layout.lines if line.start in {entry.box.id for entry in entries}}
        # With one way of several, a reader would take the sheet for what follows from that one alone.
        ways_in = expected(tree, root, numbers)
        asked = {each for each in ways_in if each.startswith("From ")}
        assert sorted(" ".join(entry.box.lines) for entry in entries) == sorted(asked or ways_in)
        sources = {node for node, number in numbers.items() for each in asked if each.startswith(f"From {number}: ")}
        assert not asked or sources & seen
        seen |= {node.id for node in nodes_in(name, page)}


def expected(tree: Tree, root: str, numbers: dict[str, str]) -> set[str]:
    """Return every true sentence about from where a node is reached: from one node, or after outcomes."""
    found, after = set(), dict[str, list[str]]()
    for node in tree.nodes:
        out = [(way.says, way.to) for way in ways(node)]
        if isinstance(node, Checklist) and node.always is not None:
            out.insert(0, ("In any case", node.always))
        # Answers side by side that lead to one place are named together.
        for to, neighbors in groupby(out, key=lambda way: way[1]):
            says = [words for words, _ in neighbors]
            if to == root and not isinstance(node, OUTCOMES):
                found.add(f"From {numbers[node.id]}: {' or '.join(says)}")
            for words in says if to == root and isinstance(node, OUTCOMES) else ():
                after.setdefault(words, []).append(numbers[node.id])
    found |= {f"After {', '.join(at)}: {says}" for says, at in after.items()}
    return {" ".join(each.split()) for each in found}


@each_tree
def test_nothing_crosses_on_paper_and_answers_keep_their_order(name: str) -> None:
    for page in parts_of(name):
        assert crossings(page.layout) == disorder(page.layout) == 0
        middle = {placed.box.id: placed.middle for placed in page.layout.boxes}
        for node in nodes_in(name, page):
            across = [] if isinstance(node, OUTCOMES) else [middle[f"{node.id}:{way.code}"] for way in ways(node)]
            assert across == sorted(set(across))


@each_published
def test_the_parts_are_the_same_bytes_twice(name: str) -> None:
    assert written(name, cut(name)) == written(name, parts_of(name))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_drawing_as_large_as_its_sheet_has_its_smallest_type_at_8_points_on_a4_and_on_letter(sheet: object) -> None:
    (name, wide, high) = next(each for each in SHEETS if each is sheet)
    for across, down in PAPER[name]:
        room = (across - 2 * MARGIN) * MM
        # What lies is told its width in the stylesheet, since a browser lays a document out as wide as its first page.
        room = min(room, 254 * MM) if name == "lying" else room
        scale = min(1, room / (wide + LEFT + AROUND))
        assert BADGE_SIZE * scale * 0.75 >= 8
        assert (high + TOP + AROUND) * scale + AROUND_IT <= (down - 2 * MARGIN) * MM


def test_the_stylesheet_sets_the_margins_and_the_width_that_the_sheets_count_on() -> None:
    css = "".join(sheets().values())
    margins = re.findall(r"@page[^{]*{[^}]*?margin: ([\d m]+);", css)
    assert margins
    for margin in margins:
        # As CSS has it: what is left out is as the side that faces it.
        given = [int(each) for each in re.findall(r"\d+", margin)]
        top, right, bottom, left = given + {1: given * 3, 2: given, 3: given[1:2], 4: []}[len(given)]
        assert (top + bottom, left + right) == (2 * MARGIN, 2 * MARGIN)
    assert "page: lying; width: 254mm" in css


def test_the_trees_have_parts_that_come_from_answers_and_parts_that_come_after_events() -> None:
    entries = [page.layout.boxes[0].box.lines[0] for name in TREES for page in parts_of(name)[1:]]
    assert {says.split()[0] for says in entries} == {"From", "After"}
    assert {page.sheet for name in TREES for page in parts_of(name)} == set(SHEETS)
