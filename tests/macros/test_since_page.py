"""What has changed since stands on a page of its own, with a collection and with the source that says it."""

from dataclasses import replace

import pytest
from conftest import ROOT
from helpers.markup_tree import Element, elements
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros import since
from macros.links import Links
from macros.list_pages import collection_page, source_list
from macros.review_page import review_page
from macros.since_page import since_page
from macros.source_page import source_page
from macros.uses import Uses
from trees.core.library import load
from trees.core.nodes import OUTCOMES
from trees.core.since import NotFound, quotes_of_note

REAL = load(ROOT / "trees")
USES = Uses(REAL)
each_collection = pytest.mark.parametrize("name", REAL.collections)


def page(name: str) -> Element:
    return body(since_page(Links(REAL, f"since/{name}"), USES, name))


@each_collection
def test_every_note_is_there_with_its_source_its_change_its_words_and_an_anchor(name: str) -> None:
    known = REAL.since[name]
    sections = page(name).all("section")
    assert [each.one("h2").attributes["id"] for each in sections] == list(known)
    for section, note in zip(sections, known.values(), strict=True):
        assert section.one("h2").text == note.topic
        assert f"{note.source.short} {note.change.value}: {note.says}" in section.text
        assert [q.text for q in section.all("q")] == [quote.text for quote in quotes_of_note(note)]
        missing = note.because.words if isinstance(note.because, NotFound) else ()
        assert all(f"“{each}”" in section.text for each in missing)
        assert bool(missing) == ("Searched for and not found" in section.text)


@each_collection
def test_the_outcomes_that_have_a_note_are_linked_from_it(name: str) -> None:
    for section, note in zip(page(name).all("section"), REAL.since[name].values(), strict=True):
        met = [
            f"../../trees/{full}/#{node.id}"
            for full, tree in REAL.full_names()
            for node in tree.nodes
            if isinstance(node, OUTCOMES) and any(each is note for each in node.since)
        ]
        found = [a.attributes["href"] for a in section.all("a") if "/trees/" in a.attributes["href"]]
        assert found == met


@pytest.mark.parametrize("name", [name for name, each in REAL.collections.items() if each.newer])
def test_the_page_and_that_of_the_collection_say_what_was_read_and_what_a_missing_note_means(name: str) -> None:
    read = "; ".join(f"{each.short}, {each.date}, {each.address}" for each in REAL.collections[name].newer)
    of_collection = body(collection_page(Links(REAL, f"trees/{name}"), name))
    for shown in (page(name), of_collection):
        assert f"Newer, and not followed: {read}." in shown.text
        assert "It was read for every outcome of these trees." in shown.text
        assert "it is not one of which nothing has changed" in shown.text
    assert f"../../since/{name}/" in [a.attributes.get("href") for a in of_collection.all("a")]


def test_how_many_outcomes_have_a_note_is_counted() -> None:
    nodes = [n for t in REAL.in_order("gist_2017") for n in t.nodes if isinstance(n, OUTCOMES)]
    assert f"{sum(bool(node.since) for node in nodes)} of {len(nodes)} outcomes have a note." in page("gist_2017").text


def test_a_collection_without_a_newer_source_says_that_nothing_newer_was_read() -> None:
    shown = body(since_page(Links(SMALL, "since/c"), Uses(SMALL), "c"))
    assert "No newer source was read. What has changed since is not told here." in shown.text
    assert "Newer, and not followed" not in body(collection_page(Links(SMALL, "trees/c"), "c")).text


def test_a_newer_source_is_told_from_those_that_are_followed_in_the_list_of_sources() -> None:
    rows = elements(source_list(Links(REAL, "sources"))).all("li")
    told = {row.all("a")[0].text: "No tree follows it" in row.text for row in rows}
    assert told == {
        "PDQ 2014": False,
        "ACS 2017": False,
        "PDQ 2024": True,
        "Invented 2020": False,
        "Invented 2024": True,
    }


def test_the_page_of_a_newer_source_is_partial_and_names_the_notes_that_quote_each_statement() -> None:
    shown = body(source_page(Links(REAL, "sources/pdq_2024"), USES, "pdq_2024"))
    rows = {row.one("th").attributes.get("id"): row for row in shown.all("tr") if row.all("th") and row.all("td")}
    statements = REAL.registers["pdq_2024"].statements

    assert "partial: cited for single facts" in shown.text
    assert "third party's copy of 2025-12-30" in shown.text
    assert "no PDQ summary" in shown.text
    for each in statements:
        quoting = [n for n in REAL.since["gist_2017"].values() if each.id in {q.at for q in quotes_of_note(n)}]
        assert quoting, each.id
        assert all(f"What changed since: {note.topic}" in rows[each.id].text for note in quoting)
        assert "Not quoted." not in rows[each.id].text


def test_the_review_sheet_has_what_has_changed_since_before_what_is_said() -> None:
    html = review_page(Links(REAL, "review/example"), USES, "example")
    parts = body(html).all("section", "dt-sheet-of")
    nodes = [node for tree in REAL.in_order("example") for node in tree.nodes if isinstance(node, OUTCOMES)]
    for part, node in zip(parts, nodes, strict=True):
        classes = [each.classes for each in part.children if isinstance(each, Element)]
        framed = [at for at, each in enumerate(classes) if "dt-since" in each]
        assert len(framed) == bool(node.since)
        after = [at for at, each in enumerate(classes) if {"dt-facts", "dt-quotes"} & set(each)]
        assert all(at < min(after) for at in framed)


def test_notes_of_two_newer_sources_stand_apart_each_under_its_own_date_and_address() -> None:
    first, second = list(REAL.since["gist_2017"].values())[:2]
    other = replace(second.source, id="other", short="Other 2031", date="2031-05-05", address="https://example.org/x")
    links = Links(REAL, "trees/gist_2017/first_line")
    shown = elements(str(since.block(links, "gist_2017", (first, replace(second, source=other), first))))
    heads = [each.one("p", "dt-since-head").text for each in shown.all("div", "dt-since")]

    assert [head.split()[0] for head in heads] == ["2024", "2031"]
    assert "PDQ 2024, 2024-12-13, https://www.cancer.gov/" in heads[0]
    assert "Other 2031, 2031-05-05, https://example.org/x" in heads[1]
    assert [len(each.all("li")) for each in shown.all("div", "dt-since")] == [2, 1]
    assert since.block(links, "gist_2017", ()) is None
    assert since.in_short(links, "gist_2017", ()) is None


def test_the_address_of_a_newer_source_is_printed_and_linked_and_nothing_is_loaded_from_it() -> None:
    note = next(iter(REAL.since["gist_2017"].values()))
    shown = elements(str(since.block(Links(REAL, "trees/gist_2017/first_line"), "gist_2017", (note,))))
    link = shown.one("a", "dt-address")

    assert link.text == link.attributes["href"] == note.source.address
    assert link.attributes["rel"] == "noopener external"
    assert not any(shown.all(tag) for tag in ("img", "iframe", "script", "link"))
