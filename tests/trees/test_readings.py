"""Two readers numbered the same texts without seeing each other: how far they agree is counted, and in the manual."""

import itertools
import json
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "readings"
MANUAL = Path(__file__).parents[2] / "docs" / "maintain"

Words = tuple[int, int]


def reading(name: str) -> dict[Words, dict]:
    """Return the statements of a reading by their first word and the one after their last, counted through the text."""
    rows = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))["statements"]
    return {(row["words"][0], row["words"][1]): row for row in rows}


def told(page: str) -> str:
    """Return the words of a page of the manual on one line, without marks of tables."""
    return " ".join((MANUAL / page).read_text(encoding="utf-8").replace("|", " ").split())


@pytest.mark.parametrize("name", ["acs_2017_first", "acs_2017_second", "pdq_2014_second"])
def test_no_word_of_a_text_stands_in_two_statements_of_a_reading(name: str) -> None:
    spans = sorted(reading(name))

    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_the_agreement_on_the_second_source_is_as_the_manual_tells_it() -> None:
    first, second = reading("acs_2017_first"), reading("acs_2017_second")
    both = set(first) & set(second)
    kinds = sum(first[words]["kind"] == second[words]["kind"] for words in both)
    gists = json.loads((HERE / "verdicts.json").read_text(encoding="utf-8"))["acs_2017"]
    same = gists["pairs"] - len(gists["not_same"])
    page = told("readings_acs_2017.md")

    assert gists["pairs"] == len(both)
    assert f"First reader {len(first)} statements" in page
    assert f"Second reader {len(second)} statements" in page
    assert f"Cut alike by both {len(both)}" in page
    assert f"Of these, of the same kind {kinds}" in page
    assert f"Of these, saying the same {same}" in page
    for reader, found in (("first", first), ("second", second)):
        counted = Counter(row["kind"] for row in found.values())
        rows = ", ".join(f"{counted[kind]} {kind}" for kind in ("action", "safety", "evidence", "background"))
        assert f"Kinds of the {reader} reader {rows}" in page


def test_the_agreement_on_the_first_source_is_as_the_manual_tells_it() -> None:
    second = reading("pdq_2014_second")
    gists = json.loads((HERE / "verdicts.json").read_text(encoding="utf-8"))["pdq_2014"]
    verdicts = Counter(each["verdict"] for each in gists["not_same"])
    page = told("readings_pdq_2014.md")

    assert f"Second reader {len(second)} statements" in page
    assert f"Saying the same {gists['pairs'] - len(gists['not_same'])} of {gists['pairs']}" in page
    assert f"Said less by the register {verdicts['one less']}" in page
    assert f"Said something else {verdicts['differ']}" in page


def test_every_gist_that_was_judged_not_the_same_has_its_reason() -> None:
    verdicts = json.loads((HERE / "verdicts.json").read_text(encoding="utf-8"))

    assert all(each["why"] for source in verdicts.values() for each in source["not_same"])
