"""PDQ 2014 held against PDQ 2024: what the page on changed sources says of it is what comes out."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.changed_texts import became, compared

from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES
from trees.core.passages import Passage, passages
from trees.core.since import NotFound, quotes_of_note
from trees.core.tokens import holds, tokens
from trees.core.touched import TextNow
from trees.core.work_list import counts

PAGE = (ROOT / "docs" / "change" / "a_source.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pdq(library: Library, source_texts: Path) -> TextNow:
    old = (source_texts / "pdq-gist-metastatic-2014-02-25.txt").read_text(encoding="utf-8")
    new = (source_texts / "pdq-gist-hp-2024-12-13.md").read_text(encoding="utf-8")
    return compared(library, new, "pdq_2014", old)


@pytest.mark.texts
def test_pdq_2014_against_2024_has_the_counts_that_the_page_gives(pdq: TextNow) -> None:
    assert counts(pdq) == [
        "31 statements: 1 same; 25 reworded; 5 gone. 623 sentences of the new text are new.",
        "453 quotes: 17 in a sentence that has not changed; 228 in a sentence that has changed; "
        "0 in another sentence only; 208 no longer there.",
        "174 places in 16 trees and beside them rest on a statement that is not the same.",
    ]
    assert "\n".join(counts(pdq)) in PAGE
    assert {name for name, what in became(pdq).items() if what == "gone"} == {"P08", "P16", "P17", "P30", "P31"}


@pytest.mark.texts
def test_of_the_notes_that_a_person_wrote_the_comparison_brings_up_as_many_as_the_page_says(
    pdq: TextNow, library: Library, source_texts: Path
) -> None:
    new = passages((source_texts / "pdq-gist-hp-2024-12-13.md").read_text(encoding="utf-8"))
    whole = Passage(1, tuple(token for each in new for token in each.tokens))
    at_a_statement = [each for of in pdq.statements for each in of.new]
    gone = " ".join(quote.resting.quote.text for of in pdq.statements if not of.new for quote in of.quotes)
    notes = list(library.since["gist_2017"].values())
    searched = [note.because.words for note in notes if isinstance(note.because, NotFound)]
    quoted = [quotes_of_note(note) for note in notes if not isinstance(note.because, NotFound)]
    missed = [words for words in searched if not any(holds(gone, each) for each in words)]
    fresh = [quotes for quotes in quoted if not any(stands_in(at_a_statement, quote.text) for quote in quotes)]

    assert all(stands_in([whole], quote.text) for quotes in quoted for quote in quotes)
    assert (len(notes), len(fresh), len(missed), len(notes) - len(fresh) - len(missed)) == (59, 48, 3, 8)
    assert all(f"**{number} " in PAGE for number in (8, 48, 3))


def stands_in(found: Sequence[Passage], text: str) -> bool:
    """Whether the words stand in a row in one of these sentences."""
    words = tokens(text)
    return any(
        each.tokens[at : at + len(words)] == words for each in found for at in range(len(each.tokens) - len(words) + 1)
    )


@pytest.mark.texts
def test_of_the_outcomes_on_pdq_2014_the_comparison_names_as_many_as_the_page_says(
    pdq: TextNow, library: Library
) -> None:
    touched = {each.statement.id for each in pdq.touched}
    outcomes = [
        (node, {quote.at for quote in quotes_of(node.because) if quote.source.id == "pdq_2014"})
        for tree in library.in_order("gist_2017")
        for node in tree.nodes
        if isinstance(node, OUTCOMES)
    ]
    resting = [(node, at) for node, at in outcomes if at]
    named = [node for node, at in resting if at & touched]

    assert (len(resting), len(named), sum(bool(node.since) for node in named)) == (70, 65, 59)
    assert "of 70 outcomes that rest on PDQ 2014 the command names 65, of which 59 have a note and 6 have none" in PAGE


@pytest.mark.texts
def test_pdq_2014_against_2024_finds_where_each_of_the_doses_went(pdq: TextNow) -> None:
    lines = {each.statement.id: [passage.line for passage in each.new] for each in pdq.statements}

    assert {name: lines[name] for name in ("P02", "P04", "P09", "P11", "P12", "P16", "P22", "P23")} == {
        "P02": [331],
        "P04": [337],
        "P09": [352],
        "P11": [402, 402],
        "P12": [402, 402],
        "P16": [],
        "P22": [489, 490, 491],
        "P23": [492],
    }


@pytest.mark.texts
@pytest.mark.parametrize("text", ["pdq-gist-metastatic-2014-02-25.txt", "acs-gist-treating-2017-05-17.md"])
def test_a_real_text_compared_with_itself_is_all_the_same(text: str, library: Library, source_texts: Path) -> None:
    source = {"pdq": "pdq_2014", "acs": "acs_2017"}[text[:3]]
    old = (source_texts / text).read_text(encoding="utf-8")
    now = compared(library, old, source, old)

    assert (now.touched, now.new, now.left_out) == ([], (), 0)
