"""The text twin of a diagram loses nothing: the graph of a tree is made again from the HTML of its key alone."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.diagram_reader import XLINK, as_drawn, drawings_in, entries_of, read_diagram
from helpers.key_reader import read_key
from helpers.key_steps import Step
from helpers.odd_library import ODD
from helpers.tree_graph import Graph

from macros.figure import figure
from macros.key import Key
from macros.links import Links
from macros.uses import Uses
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
ALL = [*((REAL, name) for name in REAL.trees), *((ODD, name) for name in ODD.trees)]
each_tree = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])


def key_of(library: Library, name: str) -> str:
    return str(Key(Links(library, f"trees/{name}"), Uses(library), name, library.trees[name]).steps())


def drawings_of(library: Library, name: str) -> list[ElementTree.Element]:
    return drawings_in(str(figure(Links(library, f"trees/{name}"), name, library.trees[name])))


def drawing_of(library: Library, name: str) -> ElementTree.Element:
    return drawings_of(library, name)[0]


@each_tree
def test_the_tree_can_be_made_again_from_the_key_alone(library: Library, name: str) -> None:
    found, expected = read_key(key_of(library, name)), Graph(library, name).steps()
    assert [step.id for step in found] == [step.id for step in expected]
    for shown, step in zip(found, expected, strict=True):
        assert shown == step


@each_tree
def test_the_diagram_and_the_key_say_the_same(library: Library, name: str) -> None:
    drawn, entries = read_diagram(drawing_of(library, name))
    steps = read_key(key_of(library, name))
    assert drawn == as_drawn(steps)
    assert set(entries) <= entries_of(steps)


@each_tree
def test_the_parts_for_paper_and_the_key_say_the_same(library: Library, name: str) -> None:
    parts, steps = drawings_of(library, name)[1:], read_key(key_of(library, name))
    drawn, entries = read_diagram(*parts)
    assert {each.id: each for each in drawn} == ({each.id: each for each in as_drawn(steps)} if parts else {})
    assert set(entries) <= entries_of(steps)


@each_tree
def test_what_only_events_lead_to_says_in_the_diagram_after_what_it_comes(library: Library, name: str) -> None:
    _, entries = read_diagram(drawing_of(library, name))
    steps = read_key(key_of(library, name))
    in_time = {way.to for step in steps for way in step.ways if way.kind in ("event", "onward")}
    drawn = {way.to for step in steps for way in step.ways if way.kind not in ("event", "onward")}
    apart = {f"#{step.id}" for step in steps[1:]} & in_time - drawn
    assert apart == {entry.to for entry in entries if entry.says.startswith("After ")}


def test_the_trees_have_every_kind_of_step_and_every_kind_of_way() -> None:
    steps = [step for library, name in ALL for step in read_key(key_of(library, name))]
    kinds = "question measure checklist choice treatment action against open"
    assert {step.kind for step in steps} == set(kinds.split())
    ways = {"answer", "band", "item", "option", "in any case", "event", "onward"}
    assert {way.kind for step in steps for way in step.ways} == ways


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda html: html.replace(old, new, 1)


def without(pattern: str) -> Callable[[str], str]:
    return lambda html: re.sub(pattern, "", html, count=1)


def swapped(html: str) -> str:
    return re.sub(r'(<li data-code="yes".*?</li>)(<li data-code="no".*?</li>)', r"\2\1", html, count=1)


SIZE, CAUTIONS, AFTER = "example/tarn_nodule", "example/on_velurin", "example/after_velurin"
WRONG = {
    "lacks an answer": (SIZE, without('<li data-code="no".*?</li>')),
    "has two answers in the other order": (SIZE, swapped),
    "leads from an answer to another step": (
        SIZE,
        replaced('href="#nodule_size"><span class="dt-says">No', 'href="#watch"><span class="dt-says">No'),
    ),
    "names another step than it leads to": (SIZE, replaced("No</span> → question 2", "No</span> → question 3")),
    "has other words for an answer": (SIZE, replaced(">Not measured</span> →", ">Measured</span> →")),
    "moves the edge of a band by a sign": (SIZE, replaced("(&lt; 2 cm)", "(≤ 2 cm)")),
    "moves the edge of a band by a digit": (SIZE, replaced("≤ 5 cm)", "≤ 50 cm)")),
    "has a wider range": (SIZE, replaced("to 50, to", "to 500, to")),
    "has another dose": (SIZE, replaced('"dt-dose">100 mg', '"dt-dose">400 mg')),
    "has another unit": (SIZE, replaced('"dt-dose">100 mg', '"dt-dose">100 g')),
    "has a cycle of other length": (AFTER, replaced('"dt-dose">50 mg daily, 3', '"dt-dose">50 mg daily, 4')),
    "does not say that the dose is split": (SIZE, replaced("daily in split doses (", "daily (")),
    "has another drug": (SIZE, replaced('velurin/">Velurin', 'osmatil/">Osmatil')),
    "lacks the duration": (SIZE, replaced("at least 12 weeks", "duration not stated")),
    "lacks what holds in any case": (CAUTIONS, without('<p class="dt-always">.*?</p>')),
    "calls an item an answer": (CAUTIONS, replaced('data-way="item"', 'data-way="answer"')),
    "calls an event a way onward": (SIZE, replaced('data-way="event"', 'data-way="onward"')),
    "says that what changes stays true": (
        SIZE,
        replaced(
            "This answer can change with time: after an event it is asked again.",
            "This answer does not change with time.",
        ),
    ),
    "gives a criterion where there is none": (
        SIZE,
        replaced("No criterion is given for “painful”", "A criterion is given"),
    ),
    "lacks a part of what is left open": (SIZE, without("<div><dt>Would decide.*?</div>")),
    "has another word of strength": (AFTER, replaced("<strong>“should not”", "<strong>“must not”")),
    "has another word of strength for an option": (
        AFTER,
        replaced("Strength: <strong>“may”", "Strength: <strong>“is”"),
    ),
    "cites another statement": (SIZE, replaced("example_2020/#E04", "example_2020/#E05")),
    "lacks a quote": (SIZE, without(r"<li><q>nodules larger.*?</li>")),
    "takes the source's question for ours": (
        SIZE,
        without('<small class="dt-ours">Our question: a source only implies it</small>'),
    ),
    "lacks a way back": (SIZE, without('; <a href="#biopsy_first">outcome E.*?</a>')),
    "lacks a way in from another tree": (CAUTIONS, without(r', <a href="../tarn_nodule/#velurin_400".*?</a>')),
    "has another badge": (SIZE, replaced('"dt-badge">B<', '"dt-badge">C<')),
    "lacks a step": (SIZE, without('<section class="dt-step k-open".*?</section>')),
    "lacks where the sources differ": (SIZE, without("<div><dt>Where the sources differ.*?</div>")),
    "has another side of a difference": (SIZE, replaced('<span class="dt-whose">', '<span class="dt-whose">Not ')),
    "lacks what has changed since": (SIZE, without('<div class="dt-since">.*?</div>')),
    "says what has changed since after the advice": (
        SIZE,
        lambda html: re.sub(r'(<div class="dt-since">.*?</div>)(<dl class="dt-facts">.*?</dl>)', r"\2\1", html),
    ),
    "has another change": (SIZE, replaced(" says otherwise</strong>", " adds</strong>")),
    "has another dose since": (SIZE, replaced("75 mg daily; later", "95 mg daily; later")),
    "has another date of what has changed since": (SIZE, replaced(">2024-03-31<", ">2025-03-31<")),
    "has another address of what has changed since": (SIZE, replaced("tarn-nodules-2</a>", "tarn-nodules</a>")),
    "lacks the words that were searched for": (AFTER, replaced("Searched for and not found: “quill tea”", "Not found")),
    "lacks what has changed since for an option": (AFTER, without('<small class="dt-since-line">.*?</small>')),
    "lacks that a newer source was read": (CAUTIONS, without('<p class="dt-since-none">.*?</p>')),
    "lacks a trial": (SIZE, without('<ul><li><a href="../../../trials/example/heron/.*?</ul>')),
}


def read_or_not(html: str) -> list[Step] | str:
    """Return the steps, or why they cannot be read."""
    try:
        return read_key(html)
    except (ValueError, KeyError) as error:
        return repr(error)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_key_is_noticed_that(wrong: str) -> None:
    name, harm = WRONG[wrong]
    html = key_of(REAL, name)
    assert harm(html) != html
    assert read_or_not(html) == Graph(REAL, name).steps()
    assert read_or_not(harm(html)) != Graph(REAL, name).steps()


@each_tree
def test_a_key_that_lacks_any_one_of_its_rows_is_noticed(library: Library, name: str) -> None:
    html, steps = key_of(library, name), Graph(library, name).steps()
    rows = list(re.finditer(r"<li\b.*?</li>", html))
    assert rows
    for row in rows:
        assert read_or_not(html[: row.start()] + html[row.end() :]) != steps, row.group()


def boxes_of(svg: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in svg.iter() if each.get("class") == f"n k-{kind}"]


def lacks_a_line(svg: ElementTree.Element) -> None:
    edges = next(each for each in svg.iter() if each.get("class") == "edges")
    edges.remove(edges[0])


def swaps_two_lines(svg: ElementTree.Element) -> None:
    first, second = [each for each in svg.iter() if (each.get("data-from") or "").startswith("biopsy_done:")][:2]
    ends = first.get("data-to", ""), second.get("data-to", "")
    first.set("data-to", ends[1])
    second.set("data-to", ends[0])


def swaps_two_answers(svg: ElementTree.Element) -> None:
    outlines = [chip[0] for chip in boxes_of(svg, "chip")[:2]]
    places = [outline.get("x", "") for outline in outlines]
    for outline, place in zip(outlines, reversed(places), strict=True):
        outline.set("x", place)


def has_other_words(svg: ElementTree.Element) -> None:
    boxes_of(svg, "treatment")[0][-1].text = "Velurin 200 mg daily "


def has_another_number(svg: ElementTree.Element) -> None:
    next(each for each in svg.iter() if each.get("class") == "tag").text = "7 "


def has_another_link(svg: ElementTree.Element) -> None:
    boxes_of(svg, "goto")[0].set(XLINK, "#nodule_size")


def has_another_kind(svg: ElementTree.Element) -> None:
    boxes_of(svg, "open")[0].set("class", "n k-action")


HARMS = [
    lacks_a_line,
    swaps_two_lines,
    swaps_two_answers,
    has_other_words,
    has_another_number,
    has_another_link,
    has_another_kind,
]


@pytest.mark.parametrize("harm", HARMS, ids=[harm.__name__ for harm in HARMS])
def test_a_diagram_is_noticed_that(harm: Callable[[ElementTree.Element], None]) -> None:
    svg, steps = drawing_of(REAL, SIZE), read_key(key_of(REAL, SIZE))
    assert read_diagram(svg)[0] == as_drawn(steps)
    harm(svg)
    try:
        drawn = read_diagram(svg)[0]
    except (ValueError, KeyError):
        return
    assert drawn != as_drawn(steps)
