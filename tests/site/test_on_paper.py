"""The pages on paper, A4 and Letter, read from the PDF that the browser makes: nothing small, nothing cut.

A4 is printed from a light screen and Letter from a dark one: paper is white all the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from helpers.basis import sources_shown
from helpers.browser import Scheme, visiting
from helpers.colors import contrast
from helpers.paper import PT, Leaf, Print, plain, printed, read
from playwright.sync_api import Browser

from macros.diagram.sheets import SHEETS, Sheet
from macros.diagram.svg import AROUND, MARGINS, TOP
from macros.figure import LEGEND
from trees.core.library import Library

PAPERS: dict[str, Scheme] = {"A4": "light", "Letter": "dark"}
OTHER_PAGES = (
    "",
    "trees/",
    "trees/gist_2017/",
    "trials/",
    "trials/gist_2017/eortc_62005/",
    "trials/gist_2017/sunitinib_placebo/",
    "sources/pdq_2014/",
    "drugs/imatinib/",
    "differences/gist_2017/",
    "since/gist_2017/",
    "sources/pdq_2024/",
    "left_open/example/",
    "cases/example/",
    "review/example/",
    "change/a_tree/",
)
ENLARGE = """([name, wide, high, kinds]) => {
  const svg = document.querySelector(".dt-fig .dt-svg:not(.dt-sample)");
  svg.setAttribute("viewBox", `-10 -14 ${wide} ${high}`);
  svg.setAttribute("width", wide);
  svg.setAttribute("height", high);
  svg.closest(".dt-fig").className = `dt-fig dt-${name}`;
  const legend = document.querySelector(".dt-legend");
  for (const kind of kinds.filter((each) => !legend.textContent.includes(each))) {
    const entry = legend.firstElementChild.cloneNode(true);
    entry.lastChild.data = kind;
    legend.prepend(entry);
  }
}"""
LEAST = 8.0
"""The least size of a letter, in pt."""
LEAST_CONTRAST = 4.5
"""Of letters with what they stand on, as WCAG asks for on a screen."""


@pytest.fixture(scope="module")
def prints(browser: Browser, origin: str, library: Library) -> list[Print]:
    """Every page of a tree and one of every other kind, on each paper."""
    addresses = [*(f"trees/{name}/" for name in library.trees), *OTHER_PAGES]
    made = []
    for paper, scheme in PAPERS.items():
        with visiting(browser, origin, scheme=scheme) as visit:
            made += [printed(visit.open(address), address, paper) for address in addresses]
    return made


def each_leaf(prints: list[Print]) -> Iterator[tuple[str, Leaf]]:
    """Return every sheet with what to call it."""
    for one in prints:
        for number, leaf in enumerate(one.leaves, 1):
            yield f"{one.name}, sheet {number} of {len(one.leaves)}", leaf


def test_letters_are_measured_as_large_as_they_are_printed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.page.set_content(
            "<p style='font-size:8pt'>aaa</p><p style='font-size:20pt'>bbb</p>"
            "<svg viewBox='0 0 100 50' width='50' height='25'><text x='9' y='20' font-size='20px'>ccc</text></svg>"
            "<p style='zoom:.5; font-size:16pt'>ddd</p><p style='transform:scale(.5,2); font-size:10pt'>eee</p>"
        )
        sizes = {each.says: round(each.size, 1) for leaf in read(visit.page.pdf()) for each in leaf.letters}

    assert sizes == {"a": 8.0, "b": 20.0, "c": 7.5, "d": 8.0, "e": 5.0}


def test_every_letter_on_paper_is_at_least_8_pt_high(prints: list[Print]) -> None:
    faults = []
    for name, leaf in each_leaf(prints):
        small = [each for each in leaf.letters if each.size < LEAST - 0.005]
        if small:
            least = min(each.size for each in small)
            faults.append(f"{name}: {least:.2f} pt: {''.join(each.says for each in small)[:60]}")

    assert faults == []


def test_nothing_on_paper_is_cut_by_the_edge_of_a_sheet(prints: list[Print]) -> None:
    faults = []
    for name, leaf in each_leaf(prints):
        # A line of a drawing that is cut still has its whole length in the PDF.
        faults += [f"{name}: a shape at {shape}" for shape in leaf.shapes if not leaf.inside.holds(shape, 2)]
        outside = [each for each in leaf.words if not leaf.inside.holds(each.area, 1)]
        outside += [each for each in leaf.letters if not leaf.reached.holds(each.area)]
        if outside:
            faults.append(f"{name}: {''.join(each.says for each in outside)[:60]}")

    assert faults == []


def test_no_word_of_a_page_is_missing_on_paper(prints: list[Print]) -> None:
    faults = []
    for one in prints:
        wanted = Counter(map(plain, one.said["words"]))
        assert len(wanted) > 10
        # What a drawing breaks in lines may be split in the text of the PDF, so its letters are counted too.
        faults += [f"{one.name}: {words}" for words, times in wanted.items() if one.text.count(words) < times]
        lost = Counter("".join(wanted.elements())) - Counter(one.text)
        faults += [f"{one.name}: {times} times {letter}" for letter, times in lost.items()]

    assert faults == []


def test_every_diagram_stands_on_one_sheet_with_each_of_its_boxes_whole(prints: list[Print]) -> None:
    faults = []
    for one in prints:
        for number, drawing in enumerate(one.said["drawings"], 1):
            lost = min((not_whole(leaf, drawing["boxes"]) for leaf in one.leaves), key=len)
            faults += [f"{one.name}, diagram {number}: {words}" for words in lost]

    assert faults == []


def not_whole(leaf: Leaf, boxes: list[dict[str, str]]) -> list[str]:
    """Return the boxes that do not stand on a sheet: with their words in one piece, in a shape no larger than they."""
    lost = []
    for (words, wide), times in Counter((box["words"], float(box["wide"])) for box in boxes).items():
        shapes = [shape for shape in leaf.shapes if shape.right - shape.left <= wide * PT + 5]
        found = [place for place in leaf.places(words) if any(shape.holds(place) for shape in shapes)]
        if len(found) < times:
            lost.append(words)
    for badge in {plain(box["badge"] + box["words"]) for box in boxes if box["badge"]}:
        if badge not in leaf.text:
            lost.append(badge)
    return lost


def test_every_diagram_on_paper_has_its_basis_and_its_legend_on_the_same_sheet(
    prints: list[Print], library: Library
) -> None:
    faults, seen, explained = [], 0, set()
    for one in prints:
        address = one.name.partition(" ")[0]
        if address not in {f"trees/{name}/" for name in library.trees}:
            continue
        for number, drawing in enumerate(one.said["drawings"], 1):
            seen += 1
            said = " ".join(drawing["beside"])
            name = address.removeprefix("trees/").removesuffix("/")
            dates = [source.date for source in sources_shown(library, name)]
            drawn = {box["kind"] for box in drawing["boxes"]}
            kinds = [says for kind, says in LEGEND if kind in drawn]
            explained |= drawn
            wanted = [*dates, f"{name}@", "Not reviewed by a clinician", "Numbers are questions", *kinds]
            faults += [f"{one.name}, diagram {number}: {each} is not said" for each in wanted if each not in said]
            leaf = min(one.leaves, key=lambda each: len(not_whole(each, drawing["boxes"])))
            faults += [
                f"{one.name}, diagram {number}: on another sheet: {words}"
                for words in drawing["beside"]
                if plain(words) not in leaf.text
            ]

    assert faults == []
    assert seen >= len(library.trees) * len(PAPERS)
    assert explained >= {kind for kind, _ in LEGEND}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_largest_drawing_that_a_sheet_takes_has_its_basis_and_the_longest_legend_below_it(
    browser: Browser, origin: str, sheet: Sheet, paper: str
) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/gist_2017/second_line_sunitinib/")
        kinds = sorted({says for _, says in LEGEND})
        page.evaluate(ENLARGE, [sheet.name, sheet.width + MARGINS, sheet.height + TOP + AROUND, kinds])
        one = printed(page, "the largest drawing", paper)
    (drawing,) = one.said["drawings"]
    (leaf,) = (each for each in one.leaves if not not_whole(each, drawing["boxes"]))

    assert all(plain(words) in leaf.text for words in drawing["beside"])
    assert min(each.size for each in leaf.letters) >= LEAST - 0.005


def test_no_sheet_is_empty_and_none_ends_with_a_heading(prints: list[Print]) -> None:
    faults = []
    for one in prints:
        headings = tuple(map(plain, one.said["headings"]))
        for name, leaf in each_leaf([one]):
            if not leaf.words:
                faults.append(f"{name}: empty")
            elif leaf.text.endswith(headings) and leaf is not one.leaves[-1]:
                faults.append(f"{name}: ends with {leaf.text[-40:]}")

    assert faults == []


def test_every_sheet_says_what_the_footer_of_the_site_says_and_its_number(prints: list[Print]) -> None:
    faults = []
    for one in prints:
        assert "whether a clinician has reviewed it" in " ".join(one.said["footer"].split())
        for number, leaf in enumerate(one.leaves, 1):
            before, found, after = leaf.in_margins.partition(f"{number}/{len(one.leaves)}")
            if not found or before + after != plain(one.said["footer"]):
                faults.append(f"{one.name}, sheet {number}: {leaf.in_margins}")

    assert faults == []


def test_paper_is_white_and_its_letters_are_told_from_it_whatever_the_screen_was(prints: list[Print]) -> None:
    faults = []
    for one in prints:
        for (name, leaf), image in zip(each_leaf([one]), one.images(), strict=True):
            faults += [f"{name}: {what}" for what in not_white(image)]
            pale, high = "", image.size[1]
            for each in leaf.letters:
                left, bottom, right, top = each.area
                box = int(left) - 1, int(high - top) - 1, int(right) + 2, int(high - bottom) + 2
                reach = image.crop(box).getextrema()
                # What it stands on is the lightest or the darkest thing in its box.
                darkest, lightest = (
                    (red / 255, green / 255, blue / 255) for red, green, blue in zip(*reach, strict=True)
                )
                if max(contrast(each.color, darkest), contrast(each.color, lightest)) < LEAST_CONTRAST:
                    pale += each.says
            if pale:
                faults.append(f"{name}: pale: {pale[:60]}")

    assert faults == []


def test_paper_is_white_to_its_edges_when_a_dark_screen_is_printed_with_its_background(
    browser: Browser, origin: str
) -> None:
    with visiting(browser, origin, scheme="dark") as visit:
        page = visit.open("trees/gist_2017/tki_safety/")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        one = printed(page, "trees/gist_2017/tki_safety/", "A4", background=True)

    assert [what for image in one.images() for what in not_white(image)] == []


def not_white(image: Any) -> list[str]:
    """Return what of a sheet should be white and is not."""
    wide, high = image.size
    edges = [(0, 0, wide, 1), (0, high - 1, wide, high), (0, 0, 1, high), (wide - 1, 0, wide, high)]
    faults = ["an edge" for edge in edges if image.crop(edge).getextrema() != ((255, 255),) * 3]
    return [*faults, *(["most of it"] if image.convert("L").histogram()[255] < 0.6 * wide * high else [])]


def test_the_boxes_of_a_diagram_are_links_on_paper_too(prints: list[Print]) -> None:
    faults = []
    for one in prints:
        for number, drawing in enumerate(one.said["drawings"], 1):
            leaf = min(one.leaves, key=lambda each: len(not_whole(each, drawing["boxes"])))
            for words in {
                box["words"] for box in drawing["boxes"] if box["linked"] and re.search(r"\w{4}", box["words"])
            }:
                places = leaf.places(words)
                if not any(link.holds(place, 1) for link in leaf.links for place in places):
                    faults.append(f"{one.name}, diagram {number}: {words}")

    assert faults == []


def test_who_follows_the_link_of_one_tree_prints_the_review_of_that_tree_and_where_it_is_signed(
    browser: Browser, origin: str, library: Library
) -> None:
    first, *others = library.in_order("example")
    with visiting(browser, origin) as visit:
        page = visit.open("review/example/")
        whole = " ".join(printed(page, "review/example/", "A4").said["headings"])
        page.locator(f"a[href='#review-{first.id}']").click()
        one = " ".join(printed(page, "review/example/", "A4").said["headings"])

    assert all(tree.title in whole for tree in (first, *others))
    assert first.title in one
    assert "Signature" in one
    assert not any(tree.title in one for tree in others)
