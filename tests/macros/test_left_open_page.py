"""What the sources leave open is listed whole: nothing that a tree has open is missing, and the counts are right."""

import pytest
from conftest import ROOT
from helpers.markup_tree import Element
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.left_open_page import left_open_page
from macros.links import Links
from macros.uses import Uses
from trees.core.evidence import NoCriterion, NotStated
from trees.core.library import Library, load
from trees.core.nodes import ASKED, Choice, LeftOpen, Node, Treatment

REAL = load(ROOT / "trees")
ALL = [(library, name) for library in (REAL, SMALL) for name in library.collections]
each_collection = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])


def page(library: Library, name: str) -> Element:
    return body(left_open_page(Links(library, f"left_open/{name}"), Uses(library), name))


def gaps(node: Node) -> list[str]:
    """Return what a node has open, by the heading it is listed under."""
    match node:
        case LeftOpen():
            return ["Left open"]
        case Treatment():
            dose, lasts = isinstance(node.dose, NotStated), isinstance(node.duration, NotStated)
            return ["Dose not stated"] * dose + ["Duration not stated"] * lasts
        case Choice():
            return ["Order not stated"] * isinstance(node.order, NotStated)
    return ["Words without a criterion"] * (isinstance(node, ASKED) and isinstance(node.means, NoCriterion))


@each_collection
def test_everything_that_is_open_is_listed_under_its_tree_with_a_link(library: Library, name: str) -> None:
    expected = sorted(
        (f"../../trees/{name}/{tree.id}/", gap, f"../../trees/{name}/{tree.id}/#{node.id}")
        for tree in library.in_order(name)
        for node in tree.nodes
        for gap in gaps(node)
    )
    found = []
    for section in page(library, name).all("section"):
        tree = section.one("h2").one("a").attributes["href"]
        for head, rows in zip(section.all("h3"), section.all("ul", "dt-open-list"), strict=True):
            nodes = [a.attributes["href"] for a in rows.all("a") if "dt-cite" not in a.classes]
            found += [(tree, head.text, node) for node in nodes]
    assert sorted(found) == expected


@each_collection
def test_the_counts_at_the_top_are_those_of_the_lists(library: Library, name: str) -> None:
    whole = page(library, name)
    counts = [int(each.text) for each in whole.one("dl", "dt-counts").all("dd")]
    listed = [head.text for section in whole.all("section") for head in section.all("h3")]
    all_gaps = [gap for tree in library.in_order(name) for node in tree.nodes for gap in gaps(node)]
    heads = ("Left open", "Words without a criterion", "Dose not stated", "Duration not stated", "Order not stated")
    assert counts == [all_gaps.count(head) for head in heads]
    assert set(listed) == set(all_gaps)


@each_collection
def test_what_is_stated_and_what_would_decide_stand_with_each_outcome(library: Library, name: str) -> None:
    text = page(library, name).text
    for tree in library.in_order(name):
        for node in tree.nodes:
            if isinstance(node, LeftOpen):
                assert node.says in text
                assert node.would_decide in text


def test_words_without_a_criterion_stand_with_what_is_given_instead() -> None:
    text = page(SMALL, "c").text
    assert "“large” or “bulky”, in 1: Is it large?. It names 5 cm once." in text


def test_an_outcome_says_in_a_line_what_a_newer_source_does_since() -> None:
    rows = [row.text for row in page(REAL, "gist_2017").all("li")]
    open_now = next(row for row in rows if "which starting dose applies while KIT exon 9 is not tested" in row)
    undosed = next(row for row in rows if row.startswith("B: Regorafenib (dose not stated)"))
    assert "Since then, PDQ 2024 says otherwise and adds to it." in open_now
    assert undosed.endswith("Since then, PDQ 2024 adds to it.")
