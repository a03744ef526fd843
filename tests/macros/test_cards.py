"""The picture of a tree says what it is and how far to trust it, in the colors of the page and with its own letters."""

import io
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.basis import sources_shown
from helpers.css_rules import Node, Sheet, rules
from PIL import Image

from macros.card import EDGE, card
from macros.card_style import painted_by, resolved
from macros.diagram.boxes import CHIP, CLASSES, ENTRY, GOTO, JUMP
from macros.diagram.measure import width
from macros.downloads.inter import FAMILY, FILE
from macros.finishing.cards import picture, write
from macros.head import CARD_SIZE
from trees.core.digest import digest
from trees.core.library import load
from trees.core.records import Review
from trees.core.review import NOT_REVIEWED

REAL = load(ROOT / "trees")
CSS = painted_by(ROOT / "docs")
SVG = "{http://www.w3.org/2000/svg}"
SMALL, LARGE, INVENTED = "gist_2017/first_line", "gist_2017/adjuvant_imatinib", "example/tarn_nodule"
WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def letters() -> Iterator[Path]:
    with as_file(FILE) as path:
        yield path


def drawn(name: str, letters: Path) -> Image.Image:
    return Image.open(io.BytesIO(picture(card(REAL, name, FAMILY), resolved(CSS), letters))).convert("RGB")


def head_of(name: str) -> list[ElementTree.Element]:
    """Return the lines of text above the diagram."""
    return ElementTree.fromstring(card(REAL, name, FAMILY)).findall(f"{SVG}text")


@pytest.mark.parametrize("name", REAL.trees)
def test_a_picture_says_what_the_tree_is_and_how_far_to_trust_it(name: str) -> None:
    said = " ".join(" ".join(each.itertext()) for each in head_of(name)).replace("\xa0", " ")
    collection = REAL.collections[name.partition("/")[0]]
    for words in (
        collection.title,
        REAL.trees[name].title,
        f"{name}@{digest(REAL, name)[:8]}",
        "Not medical advice, not current guidance.",
        NOT_REVIEWED,
        *(f"{source.short}, {source.date}" for source in sources_shown(REAL, name)),
    ):
        assert words in said
    assert ("Nothing here is medicine." in said) == collection.invented


@pytest.mark.parametrize("name", REAL.trees)
def test_every_line_above_the_diagram_fits_into_the_picture(name: str) -> None:
    lines = head_of(name)
    for line in lines:
        size, bold = float(line.get("font-size", "")), line.get("font-weight") == "700"
        wide = width("".join(line.itertext()), size, 500) * (1.1 if bold else 1)
        assert EDGE + wide <= CARD_SIZE[0], line.text
    heights = [float(line.get("y", "")) for line in lines]
    assert heights == sorted(heights)
    assert heights[-1] < CARD_SIZE[1] / 2


def test_a_long_title_and_a_long_review_take_more_lines_and_stay_inside() -> None:
    tree = replace(REAL.trees[SMALL], title="What to name first when very much has to be said of it " * 3)
    record = Review(
        "first_line",
        sha256="0" * 64,
        reviewer="Somebody With A Long Name And Several Titles",
        role="invented clinician",
        date="2026-11-20",
        compared=(REAL.collections["gist_2017"].sources[0],),
    )
    library = replace(REAL, trees={**REAL.trees, SMALL: tree}, reviews={"gist_2017": [record]})
    lines = ElementTree.fromstring(card(library, SMALL, FAMILY)).findall(f"{SVG}text")
    assert all(width("".join(each.itertext()), float(each.get("font-size", "")), 500) < 1160 for each in lines)
    assert "changed since." in " ".join("".join(each.itertext()) for each in lines)


@pytest.mark.parametrize("name", [SMALL, LARGE, INVENTED])
def test_a_picture_has_its_size_and_shows_the_diagram_in_the_colors_of_the_page(name: str, letters: Path) -> None:
    image = drawn(name, letters)
    assert image.size == CARD_SIZE
    colors = {color for _, color in image.crop((0, 200, *CARD_SIZE)).getcolors(maxcolors=1 << 24) or []}
    assert {(0xE6, 0xF0, 0xFB), (0x0B, 0x5C, 0xAD)} <= colors
    assert image.getpixel((4, 300)) == image.getpixel((1196, 300)) == WHITE


def test_a_diagram_that_goes_on_below_fades_and_one_that_fits_ends_above_the_edge(letters: Path) -> None:
    wide, high = CARD_SIZE
    for name in (LARGE, SMALL):
        last = drawn(name, letters).crop((0, high - 1, wide, high))
        assert all(min(color) > 240 for _, color in last.getcolors() or [])
    assert "url(#fade)" in card(REAL, LARGE, FAMILY)
    assert "url(#fade)" not in card(REAL, SMALL, FAMILY)


def test_the_letters_are_those_of_the_file_and_none_of_the_machine(letters: Path) -> None:
    made = card(REAL, SMALL, FAMILY)
    with_letters = picture(made, resolved(CSS), letters)
    assert with_letters == picture(made, resolved(CSS), letters)
    elsewhere = picture(made, resolved(CSS), Path("no such file.ttf"))
    title = (EDGE, 75, 600, 125)
    assert Image.open(io.BytesIO(with_letters)).convert("RGB").crop(title).getcolors() != [(28000, WHITE)]
    assert Image.open(io.BytesIO(elsewhere)).convert("RGB").crop(title).getcolors() == [(28000, WHITE)]


def test_every_tree_has_a_picture(tmp_path: Path) -> None:
    names = [name for name in REAL.trees if name.startswith("example/")]
    example = replace(REAL, collections={"example": REAL.collections["example"]})
    write(tmp_path, example, ROOT / "docs")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png")) == sorted(
        f"cards/{name}.png" for name in names
    )


PARTS = ("b", "b2", "bar", "tagc", "tag", "sincec", "sincec adds", "since", "since adds", "w", "s")
KINDS = sorted({*CLASSES.values(), CHIP, ENTRY, GOTO, JUMP})
PAINTS = ("fill", "stroke", "stroke-width", "stroke-dasharray")


def paints(css: str, *above: str) -> dict[tuple[str, str, str], str]:
    """Return how each part of each kind of box, and of a line, is painted below elements of these classes."""
    sheet, at = Sheet(list(rules(css)), "screen"), Node("body")
    for name in above:
        at = at.add(Node("div", {name}))
    found = {}
    for kind in KINDS:
        box = at.add(Node("g", {"n", kind}))
        for part in PARTS:
            node = box.add(Node("path", set(part.split())))
            found.update({(kind, part, name): sheet.value(node, name) for name in PAINTS})
    line = at.add(Node("g", {"e"}))
    for part in ("l", "h"):
        node = line.add(Node("path", {part}))
        found.update({("line", part, name): sheet.value(node, name) for name in PAINTS})
    return found


def test_every_part_of_a_picture_is_painted_as_on_a_light_page() -> None:
    assert paints(resolved(CSS)) == paints(CSS, "dt", "dt-svg")
    assert paints(resolved(CSS))["k-treatment", "sincec", "fill"] not in ("none", "#000000")
    assert "var(" not in resolved(CSS)
    assert ":" not in "".join(rule.selector for rule in rules(resolved(CSS)))
