"""The map of all trees shows every jump and nothing else, crosses nothing, and can be used without seeing it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import pytest
from conftest import ROOT
from helpers.diagram_reader import drawings_in
from helpers.drawn_boxes import Area, letters, number, rectangle
from helpers.odd_library import ODD
from helpers.tree_maps import (
    CHARTS,
    MARKUP,
    DrawnMap,
    address,
    below_its_heading,
    crossings,
    drawn,
    href,
    jumps,
    listed,
    page,
    read_map,
    steps,
    widened,
    within,
)

from macros.diagram.tree_map import Chart, chart, draw_map
from macros.links import Links, pages
from macros.list_pages import collection_page, whole_map
from trees.core.branches import Answer, OtherTree
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
LIBRARIES = {"the repository": REAL, "the odd library": ODD}
ALONE = {name: chart(library, name) for library in LIBRARIES.values() for name in library.collections}
ALL: dict[str, list[Chart]] = {
    **{name: [each] for name, each in {**CHARTS, **ALONE}.items()},
    "the repository": [ALONE[name] for name in REAL.collections],
}
each_map = pytest.mark.parametrize("name", ALL)
each_library = pytest.mark.parametrize("library", LIBRARIES.values(), ids=LIBRARIES)


@cache
def svg_of(name: str) -> str:
    return drawn(name) if name in CHARTS else draw_map(ALL[name], href=href, prefix="p")


@cache
def map_of(name: str) -> DrawnMap:
    return read_map(svg_of(name))


def in_order(name: str) -> dict[str, tuple[str, str]]:
    return {
        tree: (str(at), " ".join(title.split()))
        for each in ALL[name]
        for at, (tree, title) in enumerate(each.trees.items(), 1)
    }


def wanted(name: str) -> set[tuple[str, str]]:
    return {(tree, other) for each in ALL[name] for tree, others in each.leads.items() for other in others}


@each_map
def test_the_lines_and_numbers_of_a_map_are_what_leads_to_what_each_drawn_once(name: str) -> None:
    assert sorted(map_of(name).leads) == sorted(wanted(name))


@each_library
def test_what_leads_to_what_is_every_jump_that_the_trees_have(library: Library) -> None:
    for collection in library.collections:
        found = {(tree, other) for tree, to in jumps(library, collection).items() for other in to}
        assert found
        assert set(map_of(collection).leads) == found
    assert set(jumps(REAL, "example")["example/after_velurin"]) == {"example/tarn_nodule"}


def test_a_jump_to_the_start_of_the_same_tree_leads_to_no_other_tree() -> None:
    again = Library(ODD.root, "trees", collections=ODD.collections, trees={"odd/every": ODD.trees["odd/harm"]})
    first, *others = again.trees["odd/every"].nodes
    ways = (Answer("a", "Again", to=OtherTree("every")),)
    again.trees["odd/every"] = replace(
        again.trees["odd/every"], id="every", nodes=(replace(first, answers=ways), *others)
    )
    assert chart(again, "odd").leads == {"odd/every": []}


@each_library
def test_the_list_in_words_says_what_the_map_says_and_which_words_lead_where(library: Library) -> None:
    listings = {name: collection_page(Links(library, f"trees/{name}"), name) for name in library.collections}
    here = {name: f"trees/{name}" for name in library.collections}
    for html, at, names, why in (
        *((listings[name], here[name], [name], True) for name in library.collections),
        (whole_map(Links(library, "trees")), "trees", list(library.collections), False),
    ):
        trees = {name: each for collection in names for name, each in jumps(library, collection).items()}
        numbers = {tree: f"{n} {title}" for name in names for tree, (n, title) in in_order(name).items()}
        assert listed(html, at) == {
            tree: (numbers[tree], {other: (numbers[other], tuple(says) if why else ()) for other, says in to.items()})
            for tree, to in trees.items()
        }
        shown = read_map(re.findall(r'<svg\b[^>]* role="group".*?</svg>', html)[0])
        assert {(tree, other) for tree, (_, to) in listed(html, at).items() for other in to} == set(shown.leads)
        assert {tree: f"{each.badge} {each.words}" for tree, each in shown.trees.items()} == numbers
        assert len(drawings_in(html)) == 1


@each_library
def test_every_box_and_every_number_leads_to_the_page_of_its_tree(library: Library) -> None:
    shown = read_map(re.findall(r'<svg\b[^>]* role="group".*?</svg>', whole_map(Links(library, "trees")))[0])
    for name, tree in shown.trees.items():
        assert page(address(tree.element), "trees") == name
        assert f"trees/{name}" in pages(library)
        for other, each in tree.numbers.items():
            assert page(address(each), "trees") == other


@each_map
def test_trees_stand_in_reading_order_with_their_numbers_directly_after_them(name: str) -> None:
    # That a number stands after its own tree, and that none is there twice, is what `read_map` insists on.
    shown, leads = map_of(name), wanted(name)
    assert list(shown.trees) == list(in_order(name))
    for tree, each in shown.trees.items():
        after = [other for other in in_order(name) if (tree, other) in leads and other in each.numbers]
        assert list(each.numbers) == after


@each_map
def test_every_box_is_a_link_with_a_name_that_begins_with_its_number_and_its_words(name: str) -> None:
    trees, shown = in_order(name), map_of(name)
    for tree, each in shown.trees.items():
        assert (each.badge, each.words) == trees[tree]
        along = [" ".join(trees[end]) for start, end in shown.lines if start == tree]
        label = each.element.get("aria-label") or ""
        assert label.startswith(f"{each.badge} {each.words}.")
        assert sorted(label.partition(" Leads to: ")[2].removesuffix(".").split("; ")) == sorted(along or [""])
        for other, pill in each.numbers.items():
            says = " ".join("".join(pill.itertext()).split())
            assert says == trees[other][0]
            assert pill.get("aria-label") == f"{says} {trees[other][1]}, from {trees[tree][1]}"
            assert address(pill) == href(other)
        links = [each.element, *each.numbers.values()]
        assert {(link.tag.rpartition("}")[2], link.get("role")) for link in links} == {("a", "link")}
        assert address(each.element) == href(tree)


@each_map
def test_a_number_is_at_least_as_large_as_a_finger_and_touches_nothing_in_its_box(name: str) -> None:
    # WCAG 2.5.8: 24 px by 24 px.
    for tree in map_of(name).trees.values():
        outlines = [rectangle(each[0]) for each in tree.numbers.values()]
        taken = [letters(each) for each in tree.element if each.get("class") == "w"]
        badge = next(rectangle(each) for each in tree.element if each.get("class") == "tagc")
        for pill, outline in zip(tree.numbers.values(), outlines, strict=True):
            assert outline.right - outline.left >= 24
            assert outline.bottom - outline.top >= 24
            assert within(outline, tree.area, 4)
            assert within(letters(pill[1]), outline, 1)
            assert not any(outline.meets(each) for each in (*taken, badge))
        assert not [pair for pair in combinations(outlines, 2) if widened(pair[0], 4).meets(pair[1])]


@each_map
def test_no_text_leaves_its_box_nor_lies_on_other_text(name: str) -> None:
    for tree in map_of(name).trees.values():
        lines = [each for each in tree.element if each.get("class") == "w"]
        assert lines
        assert all(within(letters(each), tree.area, 2) for each in lines)
        assert all(number(lower, "y") - number(upper, "y") >= 14 for upper, lower in pairwise(lines))
        back, tag = (next(each for each in tree.element if each.get("class") == of) for of in ("tagc", "tag"))
        assert rectangle(back).left <= letters(tag).left
        assert letters(tag).right <= rectangle(back).right
        assert not [each for each in lines if rectangle(back).meets(letters(each))]


@each_map
def test_no_line_crosses_a_line_or_a_box_and_no_two_boxes_or_titles_overlap(name: str) -> None:
    assert crossings(map_of(name)) == []


@each_map
def test_every_line_leaves_its_tree_below_and_meets_the_next_one_from_above(name: str) -> None:
    shown = map_of(name)
    for (start, end), points in shown.lines.items():
        one, other = shown.trees[start].area, shown.trees[end].area
        assert points[0] == pytest.approx(((one.left + one.right) / 2, one.bottom), abs=1)
        # The head of the arrow, 8 px long, takes the rest of the way.
        assert points[-1] == pytest.approx(((other.left + other.right) / 2, other.top - 7), abs=1)


@each_map
def test_a_tree_stands_as_many_rows_down_as_the_fewest_steps_lead_to_it_from_the_first(name: str) -> None:
    shown = map_of(name)
    ends = {tree for line in shown.lines for tree in line}
    for given in ALL[name]:
        if not ends & set(given.trees) and shown.headings:
            below_its_heading(shown, given)
            continue
        heights = sorted({shown.trees[tree].area.top for tree in given.trees if tree in ends})
        row = {tree: heights.index(shown.trees[tree].area.top) for tree in given.trees if tree in ends}
        reached = steps({tree: list(to) for tree, to in given.leads.items()}, next(iter(given.trees)))
        assert {tree: row.get(tree, 0) for tree in reached} == reached
        assert all(row[end] == row[start] + 1 for start, end in shown.lines if start in row)
        for tree in row:
            above = [other for other in row if tree in given.leads[other] and row[other] == row[tree] - 1]
            assert not above or (above[0], tree) in shown.lines
            assert bool(row[tree]) == (tree in {end for _, end in shown.lines})


@each_map
def test_all_that_is_drawn_lies_inside_the_picture_and_every_title_above_its_trees(name: str) -> None:
    shown = map_of(name)
    texts = [area for _, area in (*shown.titles, *shown.headings)]
    assert (shown.root.get("viewBox") or "").endswith(f" {shown.root.get('width')} {shown.root.get('height')}")
    badges = [rectangle(each) for tree in shown.trees.values() for each in tree.element if each.get("class") == "tagc"]
    points = [Area(x, y, x, y) for line in shown.lines.values() for x, y in line]
    boxes = [tree.area for tree in shown.trees.values()]
    assert [area for area in (*boxes, *texts, *badges, *points) if not within(area, shown.size, 0)] == []
    assert [says for says, _ in shown.titles] == [" ".join(each.title.split()) for each in ALL[name]]
    for (_, title), given in zip(shown.titles, ALL[name], strict=True):
        assert all(title.bottom < shown.trees[tree].area.top for tree in given.trees)
        # A narrow window opens on the first tree, and shows the title with it.
        first = shown.trees[next(iter(given.trees))].area
        assert (
            min(title.left, shown.size.right - title.right) < 8
            or abs(title.left + title.right - first.left - first.right) <= 2
        )


@each_map
def test_a_map_is_no_wider_than_a_page_and_without_lines_only_where_a_row_of_trees_would_be(name: str) -> None:
    shown = map_of(name)
    assert shown.wide <= 1000
    # A row of seven fits with the narrowest text.
    assert not shown.headings or len(shown.trees) > 7


def test_the_maps_have_lines_numbers_in_one_row_and_in_several_and_trees_that_no_line_touches() -> None:
    trees = [(shown, tree, each) for shown in map(map_of, ALL) for tree, each in shown.trees.items()]
    rows = {len({rectangle(pill[0]).top for pill in each.numbers.values()}) for _, _, each in trees}
    assert {0, 1, 2} <= rows
    assert [tree for shown, tree, _ in trees if tree not in {end for line in shown.lines for end in line}]
    assert {bool(shown.headings) for shown in map(map_of, ALL)} == {True, False}


@each_map
def test_a_map_is_one_line_without_colors_styles_or_scripts(name: str) -> None:
    svg = svg_of(name)
    assert not re.search(r"[\n\r]|<script|<style|<!--", svg)
    names = {attribute for element in map_of(name).root.iter() for attribute in element.attrib}
    assert not names & {"style", "fill", "stroke", "color", "onclick", "href", "opacity"}


@each_map
def test_a_map_has_a_title_and_says_how_many_trees_it_shows(name: str) -> None:
    root, count = map_of(name).root, len(in_order(name))
    assert (root.get("role"), root.get("aria-labelledby"), root.get("aria-describedby")) == ("group", "p-t", "p-d")
    title, about, edges, _ = root
    assert (title.get("id"), title.text) == ("p-t", "Map of the trees: which leads to which")
    assert (about.get("id"), (about.text or "").partition(".")[0]) == ("p-d", f"{count} tree{'s' * (count > 1)}")
    assert (edges.get("class"), edges.get("aria-hidden")) == ("edges", "true")


@each_map
def test_two_maps_are_the_same_bytes(name: str) -> None:
    assert draw_map(ALL[name], href=href, prefix="p") == svg_of(name)


def test_a_title_that_looks_like_markup_comes_out_as_text() -> None:
    assert "<5" not in svg_of("titles like markup")
    assert {tree.words.rpartition(" ")[0] for tree in map_of("titles like markup").trees.values()} == {MARKUP}


def lacks_a_line(svg: str) -> str:
    return re.sub(r'<g class="e".*?</g>', "", svg, count=1)


def lacks_a_number(svg: str) -> str:
    return re.sub(r'<a role="link" class="n k-goto".*?</a>', "", svg, count=1)


def leads_elsewhere(svg: str) -> str:
    return re.sub(r'(k-goto" data-from="[^"]*" data-to=")[^"]*"', r'\1made/x"', svg, count=1)


@pytest.mark.parametrize("harm", [lacks_a_line, lacks_a_number, leads_elsewhere], ids=lambda harm: harm.__name__)
def test_a_map_is_noticed_that(harm: Callable[[str], str]) -> None:
    assert set(read_map(harm(svg_of("example"))).leads) != wanted("example")
