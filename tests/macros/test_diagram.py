"""Where diagrams put things: they show what the data says, in its order, and nothing crosses."""

import pytest
from helpers.diagram_trees import (
    ADJACENT_JOIN,
    ALL,
    CROSSING_JOIN,
    EVERY_KIND,
    action,
    grown,
    layout_of,
    question,
    tree_of,
)

from macros.diagram import crossings, disorder
from macros.diagram.boxes import CHIP, GOTO, JUMP, Box, Type
from macros.diagram.measure import width
from macros.diagram.place import Layout, Line, Placed
from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Tree, ways
from trees.core.numbering import badges

each_tree = pytest.mark.parametrize("tree", ALL, ids=range(len(ALL)))


@each_tree
def test_no_line_crosses_a_line_or_a_box(tree: Tree) -> None:
    assert crossings(layout_of(tree)) == 0


@each_tree
def test_answers_stand_left_to_right_in_the_order_of_the_data(tree: Tree) -> None:
    layout = layout_of(tree)
    middle = {placed.box.id: placed.middle for placed in layout.boxes}
    assert disorder(layout) == 0
    for node in tree.nodes:
        if not isinstance(node, OUTCOMES):
            across = [middle[f"{node.id}:{way.code}"] for way in ways(node)]
            assert across == sorted(across)
            assert len(set(across)) == len(across)


@each_tree
def test_every_answer_leads_where_the_data_says(tree: Tree) -> None:
    layout = layout_of(tree)
    about = {placed.box.id: (placed.box.about, placed.box.kind == JUMP) for placed in layout.boxes}
    leads = {line.start: about[line.end] for line in layout.lines if about[line.end][0]}
    comes_from = {line.end: line.start for line in layout.lines if not about[line.end][0]}
    for node in tree.nodes:
        for way in () if isinstance(node, OUTCOMES) else ways(node):
            to = way.to
            assert leads[f"{node.id}:{way.code}"] == ((to.name, True) if isinstance(to, OtherTree) else (to, False))
            assert comes_from[f"{node.id}:{way.code}"] == node.id


@each_tree
def test_every_line_runs_from_the_lower_edge_of_its_box_to_the_upper_edge_of_the_other(tree: Tree) -> None:
    layout = layout_of(tree)
    at = {placed.box.id: placed for placed in layout.boxes}
    for line in layout.lines:
        (start_x, start_y), (end_x, end_y) = line.points[0], line.points[-1]
        assert start_y == at[line.start].bottom
        assert end_y == at[line.end].y
        assert abs(start_x - at[line.start].middle) <= 2
        assert abs(end_x - at[line.end].middle) <= 2


@each_tree
def test_every_line_of_text_fits_its_box(tree: Tree) -> None:
    for placed in layout_of(tree).boxes:
        box = placed.box
        for line in box.lines:
            assert width(line, box.type.size, box.type.weight) + 2 * box.type.beside <= box.width
        assert len(box.lines) * box.type.line + 2 * box.type.above <= box.height


def test_ids_that_mean_something_to_graphviz_are_only_ids() -> None:
    odd = ['a"b', "c:n", "node", "<i>", "strict digraph", "back\\slash"]
    tree = tree_of(
        question('a"b', "Which?", *((each, each, each) for each in odd[1:])), *(action(o, o) for o in odd[1:])
    )
    assert [placed.box.about for placed in layout_of(tree).boxes if placed.box.about] == odd


def test_a_join_that_crosses_nothing_is_drawn_as_lines() -> None:
    layout = layout_of(ADJACENT_JOIN)
    assert {line.start for line in layout.lines if line.end == "shared"} == {"left:b", "right:c"}
    assert not [placed for placed in layout.boxes if placed.box.kind == GOTO]


def test_a_join_that_would_cross_is_a_pill_with_the_number_of_the_box() -> None:
    layout = layout_of(CROSSING_JOIN)
    pills = [placed.box for placed in layout.boxes if placed.box.kind == GOTO]
    assert [(pill.of, pill.about, pill.lines) for pill in pills] == [("burst", "kind", ("Go to 3",))]
    assert [line.start for line in layout.lines if line.end == "kind"] == ["risk:high"]


def test_answers_side_by_side_that_lead_to_one_place_share_its_box() -> None:
    layout = layout_of(EVERY_KIND)
    assert {line.start for line in layout.lines if line.end == "cautions"} == {"kind:none", "kind:unknown"}


def test_events_are_not_lines_and_what_only_they_lead_to_stands_apart_below() -> None:
    layout = layout_of(EVERY_KIND)
    assert not {line.start for line in layout.lines} & {"high", "low"}
    at = {placed.box.id: placed for placed in layout.boxes}
    assert at["where"].y > max(placed.bottom for placed in layout.boxes if placed.box.of in ("cautions", "open"))
    entries = [at[line.start].box.lines for line in layout.lines if line.end == "where"]
    assert [" ".join(lines) for lines in entries] == ["After C, D: It grows again"]


def test_what_is_shown_in_any_case_has_an_answer_of_its_own() -> None:
    layout = layout_of(EVERY_KIND)
    ends = {line.start: line.end for line in layout.lines}
    assert {placed.box.id: placed.box.about for placed in layout.boxes}[ends["cautions:+always"]] == "tests"


def test_a_drawing_too_wide_is_cut_in_parts_that_say_where_they_come_from() -> None:
    tree = grown(25, 0)
    layout, numbers = layout_of(tree), badges(tree)
    about = {placed.box.id: placed.box for placed in layout.boxes}
    entries = [line for line in layout.lines if line.start.startswith("0>")]
    assert entries
    for entry in entries:
        ways_in = [(node.id, way.says) for node in tree.nodes for way in ways(node) if way.to == entry.end]
        words = " ".join(about[entry.start].lines)
        assert any(words.startswith(f"From {numbers[source]}: {says}") for source, says in ways_in)


def box_at(name: str, x: float, y: float) -> Placed:
    return Placed(Box(name, name, CHIP, Type(14, 400, 18, 18, 10), width=40, height=20), x, y)


def test_a_crossing_is_counted() -> None:
    ends = [box_at("a", 0, 0), box_at("b", 100, 0), box_at("c", 0, 100), box_at("d", 100, 100)]
    straight = Line("a", "c", ((20, 20), (20, 100))), Line("b", "d", ((120, 20), (120, 100)))
    swapped = Line("a", "d", ((20, 20), (20, 50), (120, 50), (120, 100)))
    crossing = swapped, Line("b", "c", ((120, 20), (120, 60), (20, 60), (20, 100)))
    assert crossings(Layout(tuple(ends), straight, 200, 200)) == 0
    assert crossings(Layout(tuple(ends), crossing, 200, 200)) == 1
    assert crossings(Layout((*ends, box_at("e", 60, 40)), (swapped,), 200, 200)) == 1
    assert crossings(Layout((*ends, box_at("e", 10, 0)), (), 200, 200)) == 1
    kin = Line("a", "c", ((20, 20), (20, 50), (60, 50), (60, 70), (20, 70), (20, 100))), swapped
    assert crossings(Layout(tuple(ends), kin, 200, 200)) == 0


def test_answers_out_of_order_are_counted() -> None:
    ends = (box_at("q", 0, 0), box_at("q:1", 100, 50), box_at("q:2", 0, 50))
    lines = tuple(Line("q", end, ((20, 20), (20, 50))) for end in ("q:1", "q:2"))
    assert disorder(Layout(ends, lines, 200, 200)) == 1


def test_a_loop_of_answers_is_refused_and_does_not_hang() -> None:
    loop = tree_of(
        question("a", "A?", ("yes", "Yes", "b"), ("no", "No", "out")),
        question("b", "B?", ("yes", "Yes", "c"), ("no", "No", "out")),
        question("c", "C?", ("yes", "Yes", "b"), ("no", "No", "a")),
        action("out", "Out"),
    )
    with pytest.raises(ValueError, match="loop"):
        layout_of(loop)


def test_every_tree_of_this_repository_can_be_drawn(library: Library) -> None:
    for full, tree in library.full_names():
        layout = layout_of.__wrapped__(tree)
        assert crossings(layout) == disorder(layout) == 0, full
        assert layout.width <= 1000, full
