"""What is drawn and written can be seen by its contrast: on a light and a dark screen, on paper, with forced colors."""

from collections.abc import Iterator
from functools import cache

import pytest
from conftest import ROOT
from helpers.colored_page import MEDIA, Page, Paint, add_drawing, add_key, page, sheets
from helpers.colors import contrast
from helpers.css_rules import Node
from helpers.diagram_trees import EVERY_KIND, drawing
from helpers.markup_tree import elements
from helpers.too_faint import EDGE, TEXT, Seen, all_stand_out, noticed, too_faint

from macros.diagram.boxes import CHIP, CLASSES, ENTRY, GOTO, JUMP
from macros.diagram.tree_map import TREE, chart, draw_map
from macros.figure import figure
from macros.key import Key
from macros.links import Links
from macros.uses import Uses
from trees.core.library import load

BADGES, FRAMED = {"dt-badge", "dt-since-tag"}, {"dt-step", "dt-shape", "dt-invented", "dt-since"}
KINDS = [*CLASSES.values(), JUMP, GOTO, CHIP, ENTRY]
STATES: dict[str, set[str]] = {
    "at rest": set(),
    "pointed at": {":hover"},
    "in focus": {":focus", ":focus-visible"},
    "on no way": {"is-walking"},
    "on the way": {"is-walking", "is-on"},
    "now": {"is-walking", "is-now"},
}
each_medium = pytest.mark.parametrize("medium", MEDIA)
each_state = pytest.mark.parametrize("state", STATES)


def drawn(medium: str, state: str = "at rest", css: dict[str, str] | None = None) -> tuple[Page, Node]:
    """Return a page with the drawing of a tree that has every kind of box, all of it in one state."""
    given = STATES[state]
    on = page(medium, walking="is-walking" in given, css=css)

    def mark(node: Node) -> None:
        if node.classes & {"n", "e"}:
            node.classes |= {each for each in given if each in ("is-on", "is-now")}
        if node.tag == "a":
            node.states = {each[1:] for each in given if each.startswith(":")}

    return on, add_drawing(on, drawing(EVERY_KIND), mark)


@cache
def map_svg() -> str:
    library = load(ROOT / "trees")
    return draw_map([chart(library, name) for name in library.collections], href=str, prefix="p")


def mapped(medium: str, state: str = "at rest", css: dict[str, str] | None = None) -> tuple[Page, Node]:
    """Return a page with the map of the trees, all of it in one state."""
    on = page(medium, css=css)

    def mark(node: Node) -> None:
        node.states = {each[1:] for each in STATES[state]} if node.tag == "a" else set()

    return on, add_drawing(on, map_svg(), mark)


def contrasts_of_map(on: Page, svg: Node) -> Iterator[Seen]:
    """Yield the contrast of all that is on a map; a number stands in the box of its tree."""
    ground = on.ground(svg)
    inside = on.paint(svg.all("k-tree")[0].all("b")[0], "fill") or ground
    yield from contrasts(on, svg)
    for number in svg.all("k-goto"):
        for what, *seen in of_box(on, number, inside):
            yield f"{what}, in a tree", *seen
    for what, kind in (("title", "k-title"), ("heading", "k-row")):
        for word in (word for title in svg.all(kind) for word in title.all("w")):
            yield what, on.paint(word, "fill") or ground, ground, TEXT


def kind_of(box: Node) -> str:
    return next(each for each in box.classes if each.startswith("k-"))


def called(node: Node) -> str:
    return ".".join([node.tag, *sorted(node.classes)])


def contrasts(on: Page, svg: Node) -> Iterator[Seen]:
    """Yield the contrast of all that is drawn with what is next to it."""
    ground = on.ground(svg)
    for line in svg.all("e"):
        for part in line.all("l", "h"):
            paint = on.paint(part, "stroke" if "l" in part.classes else "fill")
            assert paint is not None
            yield f"line {called(part)}", paint, ground, EDGE
    for box in svg.all("n"):
        yield from of_box(on, box, ground)


def of_box(on: Page, box: Node, ground: Paint) -> Iterator[Seen]:
    kind, outline = kind_of(box), box.all("b")[0]
    fill, border = on.paint(outline, "fill"), on.paint(outline, "stroke")
    assert fill is not None
    assert border is not None
    for word in (*box.all("w"), *box.all("s")):
        yield f"words of {kind}", on.paint(word, "fill") or ground, fill, TEXT
    yield f"border of {kind} on the page", border, ground, EDGE
    # What is filled so that it stands out from the page needs no border to be seen.
    clearer = max((border, fill), (fill, ground), key=lambda pair: contrast(*pair))
    yield f"border of {kind} on its box", *clearer, EDGE
    for second in box.all("b2"):
        yield f"second border of {kind}", on.paint(second, "stroke") or fill, fill, EDGE
    for bar in box.all("bar"):
        yield f"bar of {kind}", on.paint(bar, "fill") or fill, fill, EDGE
    for badge in box.all("tagc"):
        back = on.paint(badge, "fill") or ground
        yield f"badge of {kind} on the page", back, ground, EDGE
        for number in box.all("tag"):
            yield f"number of {kind}", on.paint(number, "fill") or back, back, TEXT
    for tag in box.all("sincec"):
        back = on.paint(tag, "fill") or ground
        # A hollow tag is seen by its line.
        edge = (on.paint(tag, "stroke") or back) if "adds" in tag.classes else back
        yield f"tag of {kind} on the page", edge, ground, EDGE
        yield f"tag of {kind} on its box", edge, fill, EDGE
        for year in box.all("since"):
            yield f"year of {kind}", on.paint(year, "fill") or back, back, TEXT
    if "focus-visible" in box.states:
        yield f"outline of {kind} in focus", on.outline(box), ground, EDGE


def test_the_drawing_has_every_kind_of_box() -> None:
    _, svg = drawn("light")
    assert {kind_of(box) for box in svg.all("n")} == set(KINDS)


@each_medium
def test_words_borders_lines_and_badges_stand_out_in_every_state(medium: str) -> None:
    all_stand_out(medium, {state: contrasts(*drawn(medium, state)) for state in STATES})


@each_medium
def test_words_borders_lines_numbers_and_titles_of_the_map_stand_out_in_every_state(medium: str) -> None:
    maps = {state: mapped(medium, state) for state in ("at rest", "pointed at", "in focus")}
    for _, svg in maps.values():
        assert {kind_of(box) for box in svg.all("n")} == {TREE, GOTO}
        assert svg.all("k-title")
        assert svg.all("k-row")
    all_stand_out(medium, {state: contrasts_of_map(*each) for state, each in maps.items()})


@each_medium
def test_a_diagram_stands_on_the_color_of_its_page(medium: str) -> None:
    on, svg = drawn(medium)
    assert max(abs(one - other) for one, other in zip(on.ground(svg), on.ground(on.body), strict=True)) < 0.005


def test_paper_has_the_colors_of_light_whatever_the_screen_has() -> None:
    def painted(medium: str) -> list[tuple[str, ...]]:
        on, svg = drawn(medium)
        names = ("fill", "stroke", "stroke-width", "stroke-dasharray")
        return [tuple(on.sheet.value(each, name) for name in names) for each in svg.within()]

    assert painted("print") == painted("light")
    assert painted("print from a dark screen") == painted("light")
    assert painted("dark") != painted("light")


@each_state
def test_where_the_reader_forces_colors_only_those_are_used_and_words_keep_theirs(state: str) -> None:
    on, svg = drawn("forced", state)
    boxes = [(on, box) for box in svg.all("n")]
    if state in ("at rest", "pointed at", "in focus"):
        of_map, drawing_of_map = mapped("forced", state)
        boxes += [(of_map, box) for box in drawing_of_map.all("n")]
        titles = [word for kind in ("k-title", "k-row") for one in drawing_of_map.all(kind) for word in one.all("w")]
        assert {of_map.sheet.value(word, "fill") for word in titles} == {"CanvasText"}
    legible = {
        ("CanvasText", "Canvas"),
        ("LinkText", "Canvas"),
        ("Canvas", "CanvasText"),
        ("HighlightText", "Highlight"),
    }
    for on, box in boxes:
        outline = box.all("b")[0]
        fill, border = (on.sheet.value(outline, each) for each in ("fill", "stroke"))
        assert {(on.sheet.value(word, "fill"), fill) for word in (*box.all("w"), *box.all("s"))} <= legible, kind_of(
            box
        )
        assert border in ("CanvasText", "Highlight")
        backs = [on.sheet.value(badge, "fill") for badge in box.all("tagc")]
        assert {(on.sheet.value(number, "fill"), backs[0]) for number in box.all("tag")} <= legible
        tags = [on.sheet.value(tag, "fill") for tag in box.all("sincec")]
        assert {(on.sheet.value(year, "fill"), tags[0]) for year in box.all("since")} <= legible


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (".k-tree .w { fill: var(--dt-j-fg)", ".k-tree .w { fill: var(--dt-j-bg)", "words of k-tree"),
        (".k-tree .b { fill: var(--dt-j-bg)", ".k-tree .b { fill: var(--dt-q-bd)", "border of k-goto"),
        (
            ".k-tree .b { fill: var(--dt-j-bg); stroke: var(--dt-j-bd)",
            ".k-tree .b { stroke: var(--dt-j-bg)",
            "border of k-tree",
        ),
        (".k-tree .tagc { fill: var(--dt-j-bd)", ".k-tree .tagc { fill: var(--dt-j-bg)", "number of k-tree"),
        (".k-title .w { fill: var(--dt-fg)", ".k-title .w { fill: var(--dt-tag-fg)", "title"),
        (".k-row .w { fill: var(--dt-fg)", ".k-row .w { fill: var(--dt-tag-fg)", "heading"),
    ],
)
def test_a_color_of_the_map_that_is_too_faint_is_noticed(old: str, new: str, what: str) -> None:
    css = {name: text.replace(old, new) for name, text in sheets().items()}
    assert css != sheets()
    assert noticed(what, contrasts_of_map(*mapped("dark", css=css)))


@cache
def html() -> str:
    """Return the key and the legend of the invented trees, which have every kind of step."""
    library = load(ROOT / "trees")
    uses, names = Uses(library), [name for name in library.trees if name.startswith("example/")]
    keys = [Key(Links(library, f"trees/{each}"), uses, each, library.trees[each]).steps() for each in names]
    shown = figure(Links(library, f"trees/{names[0]}"), names[0], library.trees[names[0]])
    return "".join(map(str, ('<p class="dt-invented">Invented</p>', shown, *keys)))


def keyed(medium: str, states: set[str], css: dict[str, str] | None = None) -> Page:
    on = page(medium, css=css)
    add_key(on, elements(html()), lambda node: node.states.update(states))
    return on


def in_drawing(at: Node | None) -> bool:
    return at is not None and (at.tag == "svg" or in_drawing(at.parent))


def contrasts_of_key(on: Page) -> Iterator[Seen]:
    for box in (box for each in on.body.all("dt-legend") for box in each.all("n")):
        yield from of_box(on, box, on.ground(box))
    for node in (each for each in on.body.within() if not in_drawing(each)):
        ground = on.ground(node.parent)
        if node.tag in ("a", "p", "h3", "dt", "dd", "small", "strong", "q", "li") or node.classes & BADGES:
            yield f"words of {called(node)}", on.paint(node, "color") or on.ground(node), on.ground(node), TEXT
        if node.classes & BADGES:
            yield "badge on its step", on.ground(node), ground, EDGE
        sides = ("left",) if "dt-step" in node.classes else ("left", "top")
        for side in sides if node.classes & FRAMED else ():
            border = on.paint(node, f"border-{side}-color")
            assert border is not None
            for where, behind in (("page", ground), ("ground", on.ground(node))):
                yield f"border of {called(node)} on its {where}", border, behind, EDGE
        if node.tag == "h3" and "target" in node.states:
            yield "outline of the step led to", on.outline(node), ground, EDGE


@each_medium
def test_words_badges_and_borders_of_the_key_and_the_legend_stand_out(medium: str) -> None:
    all_stand_out(medium, {"at rest": contrasts_of_key(keyed(medium, set()))})


@each_medium
def test_words_badges_and_borders_of_a_step_that_is_led_to_or_in_focus_stand_out(medium: str) -> None:
    all_stand_out(medium, {"led to": contrasts_of_key(keyed(medium, {"focus-within", "target"}))})


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("--dt-t-fg: #defaf0", "--dt-t-fg: #5d8d7d", "words of k-treatment"),
        ("--dt-c-bd: #848c9c", "--dt-c-bd: #5b6272", "border of k-chip"),
        ("--dt-line: #a3abba", "--dt-line: #707886", "line"),
        ("--dt-tag-fg: #12151c", "--dt-tag-fg: #6e7a86", "number of"),
        (".k-against .w { fill: var(--dt-s-fg)", ".k-against .w { fill: var(--dt-s-bg)", "words of k-against"),
        (".k-jump .b { fill: var(--dt-j-bg)", ".k-jump .b { fill: var(--dt-j-fg)", "words of k-jump"),
        (".k-checklist) .b2 { stroke: var(--dt-q-bd)", ".k-checklist) .b2 { stroke: var(--dt-q-bg)", "second border"),
        ("opacity: .7", "opacity: .35", "line"),
        ("outline: 3px solid var(--dt-on)", "outline: 3px solid var(--dt-c-bg)", "outline of"),
        (".k-chip.is-on .w { fill: var(--dt-tag-fg)", ".k-chip.is-on .w { fill: var(--dt-c-fg)", "words of k-chip"),
        (".sincec { fill: var(--dt-n-bd)", ".sincec { fill: var(--dt-n-bg)", "tag of"),
        (".since { fill: var(--dt-tag-fg)", ".since { fill: var(--dt-n-bd)", "year of"),
        ("bg); stroke: var(--dt-n-bd); stroke-width: 1.4", "bg); stroke: var(--dt-bg); stroke-width: 1.4", "tag of"),
        (".since.adds { fill: var(--dt-n-bd)", ".since.adds { fill: var(--dt-bg)", "year of"),
    ],
)
def test_a_color_that_is_too_faint_is_noticed(old: str, new: str, what: str) -> None:
    css = {name: text.replace(old, new) for name, text in sheets().items()}
    assert css != sheets()
    assert any(noticed(what, contrasts(*drawn("dark", state, css))) for state in STATES)


def test_a_color_that_is_too_faint_is_said_once_with_its_line_its_variables_and_its_numbers() -> None:
    ours = sheets()["diagram"].replace("--dt-t-fg: #06281f", "--dt-t-fg: #8fb5a8", 1)
    css = {**sheets(), "diagram": ours}
    line = ours.partition("--dt-t-fg")[0].count("\n") + 1
    assert too_faint("light", {state: contrasts(*drawn("light", state, css)) for state in STATES}) == [
        f"docs/css/diagram.css:{line}: --dt-t-fg on --dt-t-bg: "
        "the contrast of the words of k-treatment is 1.97; text needs 4.5 (light)"
    ]
