"""Diagrams: that they show what the data says, cross nothing, and can be read out, tabbed through and recolored."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.diagram import crossings, disorder, draw, lay_out
from macros.diagram_boxes import CHIP, CLASSES, GOTO, JUMP, Box, Type
from macros.diagram_place import Layout, Line, Placed
from macros.measure import width
from trees.core import wording
from trees.core.doses import DailyDose
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED
from trees.core.nodes import (
    CURRENT,
    FIXED,
    IMAGING,
    MONITORING,
    OUTCOMES,
    SURGERY,
    WATCHING,
    Action,
    AdviceAgainst,
    Answer,
    Band,
    Checklist,
    Choice,
    Event,
    Item,
    LeftOpen,
    Measure,
    Node,
    Option,
    OtherTree,
    Question,
    To,
    Treatment,
    Tree,
    ways,
)
from trees.core.numbering import badges

CSS = Path(__file__).parents[2] / "docs" / "css" / "diagram.css"
SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
DRUG = Drug("amoxol", name="Amoxol")
MARKUP = 'No, <5 cm> & "some" </svg> remains'


def question(node_id: str, asks: str, *answers: tuple[str, str, To]) -> Question:
    ways_out = tuple(Answer(code, says, to=to) for code, says, to in answers)
    return Question(node_id, asks=asks, means="As it says.", lasts=FIXED, answers=ways_out)


def treatment(node_id: str, mg: float | tuple[float, float], *then: Event) -> Treatment:
    return Treatment(node_id, drug=DRUG, dose=DailyDose(mg=mg), then=then)


def action(node_id: str, says: str) -> Action:
    return Action(node_id, kind=WATCHING, says=says)


def tree_of(*nodes: Node, title: str = "A tree") -> Tree:
    return Tree("a_tree", title=title, purpose="p", readers="r", applies_to="a", because=None, nodes=nodes)


EVERY_KIND = tree_of(
    question("removed", "Was it removed?", ("yes", "Yes", "burst"), ("no", MARKUP, OtherTree("advanced"))),
    question("burst", "Did it burst?", ("yes", "Yes", "kind"), ("no", "No", "size"), ("unknown", "Not known", "kind")),
    Measure(
        "size",
        asks="How large is it?",
        means="At its widest.",
        lasts=FIXED,
        unit="cm",
        lowest=0,
        highest=50,
        step=0.1,
        bands=(
            Band("small", "< 2 cm", to="watch", below=2),
            Band("middle", "2 to 5 cm", to="either", at_least=2, at_most=5),
            Band("large", "> 5 cm", to="kind", above=5),
        ),
        unknown=Answer("unknown", "Not measured", to="open"),
    ),
    Action("watch", kind=IMAGING, says="Look again after 4 weeks and every 3 to 6 months thereafter"),
    Choice(
        "either",
        between="Surgery, or watching",
        options=(Option("surgery", "Surgery", to="surgery"), Option("watch", "Watching", to="watch")),
        order=NOT_STATED,
    ),
    Action("surgery", kind=SURGERY, says="Remove it"),
    question(
        "kind",
        "Of which kind is it?",
        ("e9", "Exon 9", "high"),
        ("other", "Another", "low"),
        ("none", "None", "cautions"),
        ("unknown", "Not tested", "cautions"),
    ),
    treatment("high", 800, Event("growth", "It grows again", to="where")),
    treatment("low", 400, Event("growth", "It grows again", to="where"), Event("harm", "Harm", to=OtherTree("harm"))),
    Checklist(
        "cautions",
        asks="Does any of these hold?",
        means="Today.",
        lasts=CURRENT,
        items=(Item("heart", "Heart failure", to="against"), Item("liver", "Liver disease", to="tests")),
        none=Answer("none", "None of these", to="range"),
        unknown=Answer("unknown", "Not known", to="open"),
        always="tests",
    ),
    AdviceAgainst("against", says="Amoxol is not advised"),
    Action("tests", kind=MONITORING, says="Liver tests once a month"),
    treatment("range", (400, 600)),
    LeftOpen("open", leaves_open="Whether it helps at an unknown size", says="s", would_decide="The size"),
    question("where", "Where does it grow?", ("one", "In one place", "surgery"), ("many", "In many", "trial")),
    action("trial", "Ask a center that runs trials"),
    title=f"Every kind: {MARKUP}",
)
SIX = tree_of(
    question("six", "Which of six?", *((f"a{n}", f"Answer number {n}", f"o{n}") for n in range(6))),
    *(treatment(f"o{n}", 100 * n + 50) for n in range(6)),
)
ADJACENT_JOIN = tree_of(
    question("first", "First?", ("yes", "Yes", "left"), ("no", "No", "right")),
    question("left", "Left?", ("a", "A", "out_a"), ("b", "B", "shared")),
    action("out_a", "Outcome of A"),
    question("right", "Right?", ("c", "C", "shared"), ("d", "D", "out_d")),
    action("shared", "Shared by B and C"),
    action("out_d", "Outcome of D"),
)
CROSSING_JOIN = tree_of(
    question("burst", "Did it burst?", ("yes", "Yes", "kind"), ("no", "No", "risk")),
    question(
        "risk", "How high is the risk?", ("low", "Low", "none"), ("middle", "Middle", "some"), ("high", "High", "kind")
    ),
    action("none", "Nothing"),
    action("some", "Something"),
    question("kind", "Of which kind?", ("a", "A", "one"), ("b", "B", "two")),
    action("one", "One"),
    action("two", "Two"),
)


def grown(nodes: int, seed: int) -> Tree:
    """Return a tree that grew at random, with joins and jumps."""
    chance = random.Random(seed)
    words = ("the", "part", "was", "seen", "before", "growth", "beyond", "5 cm", "despite", "a dose of", "400 mg")
    below: list[list[int]] = [[] for _ in range(nodes)]
    for node in range(1, nodes):
        below[chance.choice([each for each in range(node) if len(below[each]) < 4][-6:])].append(node)
    result: list[Node] = []
    for node in range(nodes):
        says = " ".join(chance.choice(words) for _ in range(chance.randint(2, 10)))
        to: list[To] = [f"n{each}" for each in below[node]]
        if not to:
            result.append(action(f"n{node}", says))
            continue
        for _ in range(chance.randint(0, 2)):
            to.insert(chance.randint(0, len(to)), f"n{chance.randint(node + 1, nodes - 1)}")
        to.append(OtherTree(chance.choice(["one", "two"])))
        result.append(
            question(f"n{node}", f"{says}?", *((f"c{n}", f"{says[:9]} {n}", each) for n, each in enumerate(to)))
        )
    return tree_of(*result)


GROWN = [grown(nodes, seed) for seed in range(4) for nodes in (7, 15, 25)]
ALL = [EVERY_KIND, SIX, ADJACENT_JOIN, CROSSING_JOIN, *GROWN]
each_tree = pytest.mark.parametrize("tree", ALL, ids=range(len(ALL)))


def tree_title(name: str) -> str:
    return f"The tree {name} & more"


def tree_href(name: str) -> str:
    return f"../{name}/?a=1&b=2"


@cache
def layout_of(tree: Tree) -> Layout:
    return lay_out(tree, badge=badges(tree), tree_title=tree_title)


@cache
def drawing(tree: Tree) -> str:
    return draw(tree, badge=badges(tree), tree_title=tree_title, tree_href=tree_href, prefix="p")


def parsed(tree: Tree) -> ElementTree.Element:
    return ElementTree.fromstring(drawing(tree))


def boxes(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [each for each in root.iter() if each.get("class", "").startswith("n ")]


def shown(box: ElementTree.Element) -> str:
    return " ".join("".join(box.itertext()).split())


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
def test_every_node_has_one_box_of_its_kind_with_its_words_and_its_badge(tree: Tree) -> None:
    found = {box.get("data-id"): box for box in boxes(parsed(tree))}
    assert len(found) == len(boxes(parsed(tree)))
    for node in tree.nodes:
        assert found[node.id].get("class") == f"n {CLASSES[type(node)]}"
        assert shown(found[node.id]) == f"{badges(tree)[node.id]} {wording.title(node)}"
        for way in () if isinstance(node, OUTCOMES) else ways(node):
            assert shown(found[f"{node.id}:{way.code}"]) == " ".join(way.says.split())


@each_tree
def test_every_line_of_text_fits_its_box(tree: Tree) -> None:
    for placed in layout_of(tree).boxes:
        box = placed.box
        for line in box.lines:
            assert width(line, box.type.size, box.type.weight) + 2 * box.type.beside <= box.width
        assert len(box.lines) * box.type.line + 2 * box.type.above <= box.height


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
        if kind == CHIP:
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
        "4 Surgery, or watching. Choice: more than one course is acceptable. Options: Surgery; Watching."
    )
    assert (names["cautions"] or "").endswith(
        "Items: Heart failure; Liver disease; None of these; Not known; In any case."
    )
    assert names["surgery"] == "B Remove it. Action: surgery."


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


def test_badges_may_be_given_by_a_function() -> None:
    given: Callable[[str], str] = badges(SIX).__getitem__
    svg = draw(SIX, badge=given, tree_title=tree_title, tree_href=tree_href, prefix="p")
    assert svg == drawing(SIX)


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


def variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"--dt-([\w-]+):\s*(#[0-9a-f]{6});", block))


def palettes() -> dict[str, dict[str, str]]:
    css = CSS.read_text(encoding="utf-8")
    light, dark, printed = [variables(block) for block in re.findall(r"\{([^{}]*--dt-bg: #[^{}]*)\}", css)]
    return {"light": light, "dark": dark, "print": printed}


def contrast(one: str, other: str) -> float:
    def luminance(color: str) -> float:
        parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_words_and_borders_stand_out_in_light_and_dark(palette: str) -> None:
    color = palettes()[palette]
    for kind in "qatsjc":
        assert contrast(color[f"{kind}-fg"], color[f"{kind}-bg"]) >= 7
        assert contrast(color[f"{kind}-fg"], color["bg"]) >= 7
        assert contrast(color[f"{kind}-bd"], color["bg"]) >= 3
        assert contrast(color[f"{kind}-bd"], color[f"{kind}-bg"]) >= 3
    for kind in "qats":
        assert contrast(color["tag-fg"], color[f"{kind}-bd"]) >= 4.5
    assert contrast(color["on"], color["bg"]) >= 3
    assert contrast(color["line"], color["bg"]) >= 4.5


def test_paper_has_the_light_colors_whatever_the_screen_has() -> None:
    assert palettes()["print"] == palettes()["light"]


def test_the_stylesheet_colors_every_kind_of_box() -> None:
    css = CSS.read_text(encoding="utf-8")
    for kind in (*CLASSES.values(), JUMP, GOTO, CHIP):
        assert f".{kind}" in css
