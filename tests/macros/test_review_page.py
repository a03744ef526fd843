"""The review sheet has every outcome with what a reviewer judges, room to answer, and the content that is signed."""

import pytest
from conftest import ROOT
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.links import Links
from macros.review_page import review_page
from macros.uses import Uses
from trees.core import wording
from trees.core.evidence import quotes_of
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES, Treatment
from trees.core.numbering import badges
from trees.core.report import hash_of

REAL = load(ROOT / "trees")
ALL = [(library, name) for library in (REAL, SMALL) for name in library.collections]
each_collection = pytest.mark.parametrize(("library", "name"), ALL, ids=[name for _, name in ALL])


PAGES = {
    name: body(review_page(Links(library, f"review/{name}"), Uses(library), name))
    for library in (REAL, SMALL)
    for name in library.collections
}


@each_collection
def test_every_outcome_stands_with_its_quotes_their_places_and_what_we_say(library: Library, name: str) -> None:
    parts = PAGES[name].all("section", "dt-sheet-of")
    nodes = [(tree, node) for tree in library.in_order(name) for node in tree.nodes if isinstance(node, OUTCOMES)]
    places = {(source, each.id): each.at for source, of in library.registers.items() for each in of.statements}
    for part, (tree, node) in zip(parts, nodes, strict=True):
        assert part.one("h3").text == f"{badges(tree)[node.id]} {wording.title(node)}"
        for row, quote in zip(part.one("tbody").all("tr"), quotes_of(node.because), strict=True):
            place = places.get((quote.source.id, quote.at), "")
            assert row.one("th").text.split() == f"{quote.source.short}, {quote.at} {place}".split()
            assert row.one("q").text == quote.text
            assert [each.text for each in row.all("strong")] == [f"“{quote.strength}”"] * bool(quote.strength)
        assert all(note in part.text for note in node.notes)
        if isinstance(node, Treatment):
            assert wording.dose_as_printed(node.dose) in part.text
            assert (node.duration if isinstance(node.duration, str) else "Not stated") in part.text


@each_collection
def test_every_outcome_has_two_boxes_to_tick_and_a_line_for_remarks(library: Library, name: str) -> None:
    for part in PAGES[name].all("section", "dt-sheet-of"):
        assert len(part.all("svg", "dt-tick")) == 2
        assert part.one("p", "dt-ticks").text.split() == ["agrees", "does", "not", "agree"]
        assert len(part.one("p", "dt-remarks").all("span", "dt-line")) == 1


@each_collection
def test_the_end_is_signed_for_the_exact_content_of_every_tree(library: Library, name: str) -> None:
    end = PAGES[name].all("section", "dt-review")[-1]
    assert [each.text for each in end.all("dt")] == ["Name", "Profession", "Date", "Signature"]
    codes = [each.text for each in end.one("ul", "dt-codes").all("code")]
    names = [f"{name}/{tree.id}" for tree in library.in_order(name)]
    assert codes == [f"{each}@{hash_of(library, each)}" for each in names]


def test_an_outcome_says_which_answers_lead_to_it() -> None:
    part = PAGES["c"].all("section", "dt-sheet-of")[0]
    assert [each.text for each in part.one("dl").all("div")[0].all("li")] == [
        "Is it large? Yes",
        "One or the other? More",
    ]
