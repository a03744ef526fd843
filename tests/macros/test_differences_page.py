"""Where sources differ, every side stands with its own words, on the page of differences and with the outcomes."""

import pytest
from conftest import ROOT
from helpers.key_reader import read_key
from helpers.key_steps import Differing
from helpers.markup_tree import Element
from helpers.two_sources import DIFFERENCE, body
from helpers.two_sources import LIBRARY as SMALL

from macros import trust
from macros.differences_page import differences_page
from macros.key import Key
from macros.links import Links
from macros.uses import Uses
from trees.core.evidence import NotStated, Quote
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES
from trees.core.parts import parts_within

REAL = load(ROOT / "trees")
ALL = [(library, name) for library in (REAL, SMALL) for name in library.collections]
each_collection = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])


def page(library: Library, name: str) -> Element:
    return body(differences_page(Links(library, f"differences/{name}"), Uses(library), name))


@each_collection
def test_every_difference_is_there_in_the_order_of_its_file_with_an_anchor(library: Library, name: str) -> None:
    known = list(library.differences.get(name, {}).values())
    heads = [(each.attributes["id"], each.text) for each in page(library, name).all("h2")]
    assert heads == [(each.id, each.topic) for each in known]


@each_collection
def test_every_side_stands_with_its_source_its_words_and_how_firmly_or_that_it_says_nothing(
    library: Library, name: str
) -> None:
    whole = page(library, name)
    for matter, each in zip(whole.all("section"), library.differences.get(name, {}).values(), strict=True):
        assert each.follows in matter.text
        for row, side in zip(matter.one("tbody").all("tr"), each.sides, strict=True):
            says, words = row.all("td")
            assert row.one("th").one("a").text == side.source.short
            assert says.text == side.says
            quotes = [part for part in parts_within(side) if isinstance(part, Quote)]
            assert [q.text for q in words.all("q")] == [quote.text for quote in quotes]
            assert [strong.text for strong in words.all("strong")] == [f"“{q.strength}”" for q in quotes if q.strength]
            assert ("Says nothing of this." in words.text) == isinstance(side.because, NotStated)


@each_collection
def test_the_outcomes_that_show_a_difference_are_linked_from_it(library: Library, name: str) -> None:
    whole = page(library, name)
    for matter, each in zip(whole.all("section"), library.differences.get(name, {}).values(), strict=True):
        shown = [
            f"../../trees/{full}/#{node.id}"
            for full, tree in library.full_names()
            for node in tree.nodes
            if isinstance(node, OUTCOMES) and each in node.differs
        ]
        found = [a.attributes["href"] for a in matter.all("a") if "/trees/" in a.attributes["href"]]
        assert found == shown


def test_a_collection_without_a_difference_says_so() -> None:
    without = Library(**{**vars(SMALL), "differences": {}})
    assert "No difference is recorded" in page(without, "c").text


def key(library: Library, name: str) -> str:
    return str(Key(Links(library, f"trees/{name}"), Uses(library), name, library.trees[name]).steps())


def test_an_outcome_shows_each_difference_and_the_words_of_each_source_apart() -> None:
    steps = {step.id: step for step in read_key(key(SMALL, "c/first"))}
    sides = tuple((side.source.short, side.says) for side in DIFFERENCE.sides)
    assert steps["dosed"].differs == (Differing(DIFFERENCE.topic, "../../../differences/c/#how_much", sides),)
    assert [each.citation for each in steps["dosed"].words] == ["O 2021, O1", "S 2020, S01"]
    assert "Words of the sources" in key(SMALL, "c/first")
    assert "Words of the sources" not in key(SMALL, "c/alone")
    assert "O 2021:</span> No word of strength" in key(SMALL, "c/first")


def test_an_action_leads_to_the_drugs_it_is_about() -> None:
    steps = {step.id: step for step in read_key(key(SMALL, "c/first"))}
    assert steps["watch"].about == (("Velurin", "../../../drugs/velurin/"),)


def test_a_tree_names_the_sources_that_it_quotes_and_no_other() -> None:
    links = Links(SMALL, "trees/c/first")
    assert trust.line(links, "c/first").startswith("S 2020, 2020-01-01; O 2021, 2021-02-03. c/first@")
    assert trust.line(links, "c/alone").startswith("S 2020, 2020-01-01. c/alone@")
    collection = SMALL.collections["c"]
    for name in ("c/first", "c/alone"):
        tree = SMALL.trees[name]
        for shown in (trust.basis(links, collection, name, tree), trust.about(links, collection, name, tree)):
            assert "2020-01-01" in shown
            assert ("2021-02-03" in shown) == (name == "c/first")
