"""A tree as DOT: Graphviz itself reads and draws it, and what it read is the tree, with whose it is in plain sight."""

import re
import warnings
from functools import cache
from xml.etree import ElementTree

import pygraphviz
import pytest
from helpers.materials import NAMES, ODD_NAMES, WHERE, material

from macros.downloads.dot_file import make, quoted, text, tip
from trees.core import wording
from trees.core.branches import Event, Onward, OtherTree
from trees.core.evidence import quotes_of
from trees.core.export import NODE_KINDS, WAY_KINDS
from trees.core.nodes import OUTCOMES, Checklist, Treatment, ways

EVERY = [*NAMES, *ODD_NAMES]
SIZE, AFTER, ON = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def plain(given: str) -> str:
    """Return what an attribute says."""
    return given.replace("&amp;", "&").replace("\\\\", "\\")


@cache
def graph(name: str) -> pygraphviz.AGraph:
    return pygraphviz.AGraph(string=make(material(name)).decode("utf-8"))


@cache
def drawn(name: str) -> ElementTree.Element:
    """Return the drawing that Graphviz makes of a file; it says in a warning what it cannot read or place."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = pygraphviz.AGraph(string=make(material(name)).decode("utf-8")).draw(format="svg", prog="dot")
    return ElementTree.fromstring(made)


def texts(within: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()).replace("\xa0", " ") for each in within.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", EVERY)
def test_the_graph_that_is_read_back_is_the_tree(name: str) -> None:
    of, found = material(name), graph(name)
    boxes = [each for each in found.nodes() if each.attr["kind"] in NODE_KINDS.values()]
    assert [(str(each), each.attr["kind"], each.attr["badge"], plain(each.attr["words"])) for each in boxes] == [
        (node.id, NODE_KINDS[type(node)], of.badges[node.id], " ".join(wording.title(node).split()))
        for node in of.tree.nodes
    ]
    for node in of.tree.nodes:
        expected = [
            (way.code, WAY_KINDS[type(way)], " ".join(way.says.split()), goal(name, way.to)) for way in ways(node)
        ]
        if isinstance(node, Checklist) and node.always is not None:
            expected.insert(0, ("+always", "in_any_case", "In any case", node.always))
        shown = []
        for chip in found.successors(node.id):
            (end,) = found.successors(chip)
            to = end.attr["tree"] if end.attr["kind"] == "tree" else str(end)
            shown.append((chip.attr["code"], chip.attr["kind"], plain(chip.attr["words"]), to))
            assert chip == f"{node.id}={chip.attr['code']}"
            assert found.predecessors(chip) == [node.id]
        assert shown == expected


def goal(name: str, to: str | OtherTree) -> str:
    of = material(name)
    return to if isinstance(to, str) else of.library.jump(name, to) or ""


@pytest.mark.parametrize("name", EVERY)
def test_a_treatment_has_its_dose_as_printed_and_its_strength(name: str) -> None:
    for node in material(name).tree.nodes:
        if isinstance(node, Treatment):
            box = graph(name).get_node(node.id)
            assert plain(box.attr["dose"]) == wording.dose_as_printed(node.dose)
            assert plain(box.attr["strength"] or "") == wording.firmly(node)
            assert plain(box.attr["duration"]) == wording.duration(node.duration)


@pytest.mark.parametrize("name", EVERY)
def test_what_leads_through_time_is_dashed_and_nothing_else_is(name: str) -> None:
    for node in material(name).tree.nodes:
        for way in ways(node):
            chip = f"{node.id}={way.code}"
            styles = [edge.attr["style"] or "" for edge in graph(name).in_edges(chip) + graph(name).out_edges(chip)]
            assert styles == ["dashed" if isinstance(way, Event | Onward) else ""] * 2


@pytest.mark.parametrize("name", EVERY)
def test_every_box_leads_to_its_place_on_the_site(name: str) -> None:
    for box in graph(name).nodes():
        kind = box.attr["kind"]
        if kind in NODE_KINDS.values():
            assert box.attr["URL"] == f"{WHERE.address}trees/{name}/#{box}"
        elif kind == "tree":
            assert box.attr["URL"] == f"{WHERE.address}trees/{box.attr['tree']}/"


@pytest.mark.parametrize("name", EVERY)
def test_whose_it_is_and_what_is_newer_stands_in_the_drawing_and_above_the_file(name: str) -> None:
    of = material(name)
    above = make(of).decode("utf-8").partition("\ndigraph ")[0].splitlines()
    told = plain(graph(name).graph_attr["label"]).replace("\\l", " ")
    assert all(line.startswith("// ") for line in above)
    for says in [*(says for _, says in of.attribution.rows()), *of.attribution.noted()]:
        line = " ".join(says.split())
        assert any(line in each for each in above)
        assert line in told
    assert plain(graph(name).graph_attr["comment"]) == " ".join(of.attribution.line().split())


@pytest.mark.parametrize("name", [SIZE, AFTER, ON, "gist_2017/first_line", *ODD_NAMES])
def test_graphviz_draws_every_word_as_it_is_written(name: str) -> None:
    of, drawing = material(name), drawn(name)
    groups = {each.findtext(f"{SVG}title"): each for each in drawing.iter(f"{SVG}g") if each.get("class") != "edge"}
    for node in of.tree.nodes:
        group = groups[node.id]
        shown = " ".join(texts(group))
        assert " ".join(wording.title(node).split()) in shown
        assert shown.startswith(wording.since_mark(node))
        assert shown.endswith(wording.firmly(node))
        if isinstance(node, OUTCOMES):
            (link,) = group.iter(f"{SVG}a")
            tip = " ".join((link.get(f"{XLINK}title") or "").split())
            assert all(" ".join(f"{note.topic}: {note.says}".split()) in tip for note in node.since)
            assert all(f"“{quote.text}” ({wording.citation(quote)}" in tip for quote in quotes_of(node.because))
        for way in ways(node):
            assert " ".join(texts(groups[f"{node.id}={way.code}"])) == " ".join(way.says.split())
    title = " ".join(of.attribution.title.split())
    # The words above the tree stand right in the drawing, not in a box.
    (whole,) = (each for each in drawing.iter(f"{SVG}g") if each.get("class") == "graph")
    told = " ".join("".join(each.itertext()).replace("\xa0", " ") for each in whole.iterfind(f".//{SVG}text"))
    assert title in told
    assert of.attribution.review in told
    assert of.attribution.sha256 in told


def test_text_that_is_an_escape_or_html_to_graphviz_is_text() -> None:
    for given in (r"\N \G \L \T \l \r \n", "<b>x</b>", 'a "b" \\', "&amp; &lt; &#35; &", "\\", '\\"', "</td> // /* #"):
        dot = f"digraph {{ a [label={quoted(text(given))}, tooltip={quoted(tip([given]))}, URL=x]; }}"
        made = ElementTree.fromstring(pygraphviz.AGraph(string=dot).draw(format="svg", prog="dot"))
        assert texts(made) == [given]
        (link,) = made.iter(f"{SVG}a")
        assert link.get(f"{XLINK}title") == given


def test_an_outcome_of_the_invented_tree_reads_like_this() -> None:
    made = make(material(SIZE)).decode("utf-8")
    label = re.search(r'"velurin_100" \[label="([^"]*)"', made)
    assert label is not None
    assert label[1].replace("\\n", " ") == "≠ 2024. Since then, Invented 2024 says otherwise. F: Velurin 100 mg daily"
    assert 'label="2 cm to 5 cm"' in made
