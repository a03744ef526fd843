"""The slides of a tree are native shapes that can be read, moved and followed, and the same file every time."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from itertools import combinations

from conftest import ROOT
from helpers.decks import ITEMS, REAL, SIZE, deck_of, each_tree, made
from helpers.slide_reader import LEFT, RIGHT, edges, glued, outline, points, text_height, text_room
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE

from trees.core.library import Library

LONG = "gist_2017/side_effects_of_imatinib"
SMALLEST = 14


@each_tree
def test_no_slide_holds_more_than_twelve_boxes_and_every_text_can_be_read(library: Library, name: str) -> None:
    for slide in deck_of(name).slides:
        boxes = [each for each in deck_of(name).shapes(slide) if each.name in ("Words", "Other tree")]
        assert len(boxes) <= 12
        # PowerPoint, Keynote and Google Slides each have their own default: a size that is not said is not known.
        runs = slide.element.xpath(".//a:r | .//a:fld")
        assert runs
        assert all(int(run.xpath("number(a:rPr/@sz)")) >= 100 * SMALLEST for run in runs)
        assert not slide.element.xpath(".//p:pic | .//a:normAutofit")


@each_tree
def test_no_text_leaves_its_shape_and_no_shape_the_slide_and_none_lies_on_another(library: Library, name: str) -> None:
    deck = deck_of(name)
    wide, high = deck.deck.slide_width / 12700, deck.deck.slide_height / 12700
    assert (wide, high) == (960, 540)
    for number, slide in enumerate(deck.slides, 1):
        for shape in deck_of(name).shapes(slide):
            if shape.has_text_frame and shape.text_frame.text and shape.name not in ("Slide number", "Badge"):
                room_wide, room_high = text_room(shape)
                assert text_height(shape, room_wide) <= room_high + 0.5, (number, shape.text_frame.text)
        drawn = [each for each in slide.shapes if each.shape_type != MSO_SHAPE_TYPE.LINE]
        for shape in drawn:
            left, top, right, bottom = edges(shape)
            assert left >= 0, shape.name
            assert top >= 0, shape.name
            assert right <= wide, shape.name
            assert bottom <= high, (number, shape.name)
        for (one, a), (other, b) in combinations([(each.name, edges(each)) for each in drawn], 2):
            apart = a[2] <= b[0] + 0.5 or b[2] <= a[0] + 0.5 or a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5
            assert apart, (number, one, other, a, b)


@each_tree
def test_every_line_is_glued_at_both_ends_to_the_middle_of_a_side(library: Library, name: str) -> None:
    for slide in deck_of(name).slides:
        by_id = {each.shape_id: each for each in deck_of(name).shapes(slide)}
        assert len(by_id) == len(list(deck_of(name).shapes(slide)))
        for line in (each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.LINE):
            start, end = (by_id[each] for each in glued(line))
            assert points(line) == (RIGHT.get(outline(start), 3), LEFT.get(outline(end), 1))
            assert (line.begin_x, line.end_x) == (start.left + start.width, end.left)
            assert abs(line.begin_y - (start.top + start.height / 2)) <= 12700
            assert abs(line.end_y - (end.top + end.height / 2)) <= 12700
            assert line.element.xpath("string(.//a:tailEnd/@type)") == "triangle"


@each_tree
def test_whoever_cannot_see_a_slide_is_told_what_is_on_it(library: Library, name: str) -> None:
    deck = deck_of(name)
    titles = deck.titles()
    assert all(titles)
    assert len(titles) == len(set(titles))
    for slide in deck.slides:
        assert next(iter(slide.shapes)).shape_id == slide.shapes.title.shape_id
        for shape in deck_of(name).shapes(slide):
            silent = not (shape.has_text_frame and shape.text_frame.text)
            assert silent == bool(shape.element.xpath(".//*[local-name()='decorative']")), shape.name
        for group in (each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP):
            says = group.element.xpath("string(p:nvGrpSpPr/p:cNvPr/@descr)").replace("\xa0", " ")
            (badge,) = (each.text_frame.text for each in group.shapes if each.name == "Badge")
            (words,) = (each.text_frame.paragraphs[0].text for each in group.shapes if each.name == "Words")
            assert says.startswith(f"{badge}: ")
            assert words.replace("\xa0", " ") in says
        runs = [*slide.element.iter("{*}rPr"), *slide.notes_slide.element.iter("{*}rPr")]
        assert {run.get("lang") for run in runs} == {"en-US"}


def test_a_question_with_many_answers_goes_on_at_slides_that_name_each_other() -> None:
    deck = deck_of(LONG)
    parts = [slide for slide, title in zip(deck.slides, deck.titles(), strict=True) if ": question 1, " in title]
    assert len(parts) == 2
    for slide, other in zip(parts, reversed(parts), strict=True):
        (link,) = (each for each in slide.shapes if each.name == "More answers")
        assert link.click_action.target_slide.slide_id == other.slide_id
        assert link.text_frame.text == f"More answers: slide {deck.number[other.slide_id]}"


def test_shapes_are_those_of_the_diagram_in_its_colors() -> None:
    deck = deck_of(SIZE)
    slide = deck.slides[next(at for at, title in enumerate(deck.titles()) if "question 4" in title)]
    found = {
        (shape.name, outline(shape), str(shape.fill.fore_color.rgb))
        for shape in deck.shapes(slide)
        if shape.name in ("Words", "Answer", "Decoration")
    }
    assert found == {
        ("Words", MSO_SHAPE.HEXAGON, "E6F0FB"),
        ("Answer", MSO_SHAPE.ROUNDED_RECTANGLE, "EEF0F3"),
        ("Words", MSO_SHAPE.RECTANGLE, "E3F4EE"),
        ("Decoration", MSO_SHAPE.RECTANGLE, "00735C"),
    }


def test_the_file_holds_nothing_of_the_maker_of_its_model() -> None:
    content = made(REAL, ITEMS)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names)
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "thumbnail" in name or "printer" in name or "media" in name]
    for words in (b"Steve Canny", b"python-pptx", b"Macintosh", b"Calibri", b"thumbnail", b"/tmp", b"/root"):
        assert words not in whole
    assert b"<Application>A site</Application>" in whole


MAKE = """
import hashlib, sys
from pathlib import Path
from macros.attribution import Where
from macros.downloads.material import Material
from macros.downloads.slides import slides
from macros.uses import Uses
from trees.core.library import load
library = load(Path("trees"))
where = Where("https://example.org/", "A site", "2026-11-22", {})
for name in sys.argv[1:]:
    made = slides(Material(library, Uses(library), name, where, Path("docs")))
    print(hashlib.sha256(made).hexdigest())
"""


def test_another_process_makes_the_same_bytes() -> None:
    seed = {**os.environ, "PYTHONHASHSEED": "4711"}
    names = [SIZE, ITEMS]
    done = subprocess.run(
        [sys.executable, "-c", MAKE, *names], cwd=ROOT, env=seed, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [hashlib.sha256(made(REAL, name)).hexdigest() for name in names]
