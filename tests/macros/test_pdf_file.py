"""The file of a handout: nothing is cut off, a screen reader can read it, and it is the same bytes everywhere."""

import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT
from helpers import paper
from helpers.handout_reader import FOOT, Element, read
from helpers.handouts import AFTER, REAL, SITE, SIZE, WATCH, made, material, of, some_trees
from helpers.paper import Area, plain

from macros.downloads import pdf
from macros.downloads.forms import FORMS
from macros.downloads.marked import MARKED, pieces
from trees.core.library import Library
from trees.core.nodes import Checklist

LETTER = {False: (612, 792), True: (792, 612)}
"""The size of a sheet of Letter, in pt, upright and lying."""


@some_trees
def test_nothing_is_cut_off_on_either_paper_and_no_letter_is_too_small_to_read(library: Library, name: str) -> None:
    for leaf in paper.read(of(library, name).data):
        lies = leaf.wide > leaf.high
        # What a sheet of Letter shows of one of A4 that lies in its middle, but for what no printer reaches.
        wide, high = (min(a, b) for a, b in zip((leaf.wide, leaf.high), LETTER[lies], strict=True))
        beside, above = (leaf.wide - wide) / 2 + paper.EDGE, (leaf.high - high) / 2 + paper.EDGE
        reached = Area(beside, above, leaf.wide - beside, leaf.high - above)
        assert leaf.letters
        for letter in leaf.letters:
            assert letter.size >= 8 - 0.01, letter
            assert reached.holds(letter.area), letter
            # Between what is said and the foot nothing stands.
            assert letter.area.top < FOOT[lies] or letter.area.bottom > FOOT[lies] + 5, letter
        assert all(reached.holds(each, spare=1) for each in leaf.shapes)


def test_a_drawing_that_fits_on_no_sheet_gets_a_larger_one() -> None:
    tree = REAL.trees[WATCH]
    (asked,) = [node for node in tree.nodes if isinstance(node, Checklist)]
    many = tuple(replace(item, code=f"{item.code}_{n}") for n in range(5) for item in asked.items)
    wide = replace(asked, items=many)
    nodes = tuple(wide if node is asked else node for node in tree.nodes)
    found = read(pdf.make(material(replace(REAL, trees={**REAL.trees, WATCH: replace(tree, nodes=nodes)}), WATCH)))
    (number,) = [number for number, sheet in enumerate(found.sheets) if any(tag.kind == "Figure" for tag in sheet.tags)]
    leaf = paper.read(found.data)[number]
    assert leaf.wide > 842
    assert all(leaf.reached.holds(letter.area) and letter.size > 7.99 for letter in leaf.letters)
    assert all(leaf.reached.holds(each) for each in leaf.shapes)


@some_trees
def test_a_screen_reader_is_told_what_everything_is(library: Library, name: str) -> None:
    found = of(library, name)
    tags = [tag for sheet in found.sheets for tag in sheet.tags]
    kinds = [tag.kind for tag in tags]
    assert kinds.count("H1") == 1
    assert kinds.count("H3") == len(library.trees[name].nodes)
    figures = [tag for tag in tags if tag.kind == "Figure"]
    assert figures
    for figure in figures:
        assert plain(library.trees[name].title) in plain(figure.instead)
        assert "the steps say the same in words" in figure.instead
    for words in (b"/Lang(en)", b"/DisplayDocTitle true", b"/Marked true", b"<pdfuaid:part>1</pdfuaid:part>"):
        assert words in found.data


def test_headings_are_read_in_the_order_of_the_steps() -> None:
    order = [tag.kind for sheet in of(REAL, SIZE).sheets for tag in sheet.tags if re.fullmatch(r"H\d", tag.kind)]
    assert order == ["H1", "H2", "H2", *["H3"] * 11, "H2", "H2"]
    assert [each.inside for each in of(REAL, SIZE).sheets[0].tags if each.kind == "H1"] == [("Document",)]


def test_a_drawing_is_not_read_out_letter_by_letter_but_in_a_sentence() -> None:
    figures = [tag for sheet in of(REAL, SIZE).sheets for tag in sheet.tags if tag.kind == "Figure"]
    assert figures == [
        Element(
            "Figure",
            "Decision tree, A new Tarn nodule. 4 questions or choices, 7 outcomes. "
            "Each box is a link to its step, and the steps say the same in words.",
            ("Document",),
        )
    ]


@some_trees
def test_all_letters_stand_in_the_file_and_come_from_one_family(library: Library, name: str) -> None:
    data = of(library, name).data
    described = re.findall(rb"/Type/FontDescriptor(.*?)>>", data, re.DOTALL)
    assert described
    assert all(b"/FontFile2 " in each for each in described)
    assert {re.sub(rb"^\w{6}\+", b"", each) for each in re.findall(rb"/BaseFont/([^/\s>]+)", data)} == {
        b"Inter-Regular"
    }


@some_trees
def test_a_handout_asks_no_program_to_do_anything(library: Library, name: str) -> None:
    assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm)\b", of(library, name).data)


ANEW = f"""
import sys
from pathlib import Path
from macros.attribution import Where
from macros.downloads import pdf
from macros.downloads.material import Material
from macros.uses import Uses
from trees.core.library import load
library = load(Path("trees"))
where = Where({SITE!r}, "A site", "2026-11-22", {{"trees/{SIZE}/": "2026-10-31"}})
sys.stdout.buffer.write(pdf.make(Material(library, Uses(library), {SIZE!r}, where, Path("docs"))))
"""


def test_the_same_tree_is_the_same_bytes_again_and_on_another_machine() -> None:
    assert pdf.make(material(REAL, SIZE)) == made(id(REAL), SIZE)
    elsewhere = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LANG": "tr_TR.UTF-8",
        "PYTHONPATH": ".",
    }
    done = subprocess.run([sys.executable, "-c", ANEW], cwd=ROOT, env=elsewhere, capture_output=True, check=True)
    assert done.stdout == made(id(REAL), SIZE)


def test_the_day_in_the_file_is_that_on_which_the_tree_changed() -> None:
    assert of(REAL, SIZE).said["CreationDate"].startswith("D:20261031")
    assert of(REAL, AFTER).said["CreationDate"].startswith("D:20261122")


COMMANDS = (
    '#panic("x") $x^2$ *bold* _thin_ @ref <label> \\ // not a comment /* nor this */ [a](b) `raw` ~ -- --- ...',
    "= no heading",
    "- no list",
    "+ nor this",
    "1. nor this",
    "/ term: nor this",
    "\"quotes\" and 'marks' https://example.com",
    '#{ } #set page(width: 1pt) #sys.inputs.data </svg> &amp; \\u{41} "}, {"title": "',
)


@pytest.mark.parametrize("text", COMMANDS)
def test_text_that_looks_like_a_command_is_text(text: str) -> None:
    tree = REAL.trees[WATCH]
    odd = replace(tree, title=text, purpose=f"Purpose {text}", applies_to=f"Those {text}")
    library = replace(REAL, trees={**REAL.trees, WATCH: odd})
    found = read(pdf.make(material(library, WATCH)))
    assert found.said["Title"] == text
    for words in (text, f"Purpose {text}", f"Which patients: Those {text}"):
        assert plain(words) in found.sheets[0].text
    assert all(plain(text) in sheet.foot for sheet in found.sheets)
    assert "\n".join(f"{label}: {says}" for label, says in material(library, WATCH).attribution.rows()) in found.said[
        "Subject"
    ].replace("\r", "")


def test_a_letter_that_is_not_there_is_named_rather_than_left_out() -> None:
    tree = replace(REAL.trees[WATCH], purpose="A dose in \u6bcf\u65e5")
    library = replace(REAL, trees={**REAL.trees, WATCH: tree})
    with pytest.raises(ValueError, match=r"no “\u65e5” \(U\+65E5\), “\u6bcf” \(U\+6BCF\)"):
        pdf.make(material(library, WATCH))


def test_letters_that_few_texts_have_are_set_as_well() -> None:
    tree = replace(REAL.trees[WATCH], purpose="\u0141\u00f3d\u017a, \u0394F508, \u2153 of \u2103")
    library = replace(REAL, trees={**REAL.trees, WATCH: tree})
    found = read(pdf.make(material(library, WATCH)))
    assert plain(tree.purpose) in found.sheets[0].text


def test_what_cannot_be_seen_does_not_reach_the_marks_between_pieces() -> None:
    assert pieces(MARKED.plain("a\x01b\x02c\x03 d")) == [{"text": "abc d", "to": "", "kind": ""}]
    assert pieces(f"{MARKED.label('Dose')} {MARKED.plain('400 mg')} ({MARKED.link('A 1', '#a')})") == [
        {"text": "Dose:", "to": "", "kind": "label"},
        {"text": "400\u00a0mg (", "to": "", "kind": ""},
        {"text": "A 1", "to": "#a", "kind": ""},
        {"text": ")", "to": "", "kind": ""},
    ]


def test_a_tree_is_offered_as_a_handout() -> None:
    (form,) = [form for form in FORMS if form.suffix == ".pdf"]
    assert form.make is pdf.make
