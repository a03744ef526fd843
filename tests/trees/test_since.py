"""What has changed since, written a second time: which notes each outcome has, and what they say in numbers.

The table of outcomes stands in `since.toml`. A case is about what the sources of the trees say, and never about a note.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from trees.core.amounts import amounts
from trees.core.doses import DailyDose
from trees.core.evidence import Quote
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Outcome, Treatment, Tree
from trees.core.parts import parts_within
from trees.core.since import DOES_NOT_SAY, Since, quotes_of_note

GIST = "gist_2017"
TABLE: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("since.toml").read_text(encoding="utf-8")
)

IN_NUMBERS = {
    "start_at_400": {(400, "mg"), (800, "mg"), (9, "exon …")},
    "d842v_first": {(300, "mg"), (6, "week")},
    "start_before_the_profile": {(9, "exon …")},
    "time_to_progression": {(24, "month"), (40, "month"), (45, "month"), (60, "month")},
    "exon_9_benefit": {(9, "exon …")},
    "raise_from_400": {(400, "mg"), (800, "mg"), (9, "exon …")},
    "raised_dose": {(400, "mg"), (800, "mg"), (9, "exon …")},
    "second_line": {(400, "mg"), (800, "mg"), (9, "exon …")},
    "forms_of_sunitinib": {(50, "mg"), (4, "week"), (2, "week"), (37.5, "mg")},
    "sunitinib_by_genotype": {(9, "exon …")},
    "regorafenib_dose": {(160, "mg"), (3, "week"), (1, "week"), (4.8, "month"), (0.9, "month")},
    "ripretinib": {
        *((150, "mg"), (1, "week"), (2, "week")),
        *((6.3, "month"), (1.0, "month"), (15.1, "month"), (6.6, "month")),
    },
    "ripretinib_and_surgery": {(1, "week"), (2, "week")},
    "other_tkis": {(4, "month")},
    "heart_on_sunitinib": {(8, "%"), (47, "%")},
    "sunitinib_and_surgery": {(3, "day"), (4, "day")},
    "figures_regorafenib": {(3, "grade …"), (23.5, "%"), (19.7, "%"), (5.3, "%")},
    "timing_of_surgery": {(2, "year"), (6, "month"), (12, "month")},
    "watching_small": {(2, "cm"), (5, "of …"), (50, "per …")},
    "two_centimeters": {(2, "cm")},
    "dose_before_surgery": {(400, "mg"), (800, "mg"), (9, "exon …")},
    "how_long_before_surgery": {(6, "month"), (12, "month")},
    "three_years_in_all": {(3, "least …")},
    "length_of_adjuvant": {(3, "year")},
    "three_against_one": {
        *((1, "year"), (3, "year"), (54, "month"), (65.6, "%"), (47.9, "%"), (5, "year"), (92, "%"), (81.7, "%")),
        *((3, "grade …"), (4, "or …"), (32.8, "%"), (20.1, "%")),
    },
    "risk_and_rupture": {(50, "per …")},
    "adjuvant_genotype": {(400, "mg"), (800, "mg"), (9, "exon …")},
    "imaging_after_surgery": {(3, "month"), (6, "month")},
}
"""Every number of every note with its unit, held against PDQ of 2024-12-13; a note that is not named here has none."""


def outcomes(library: Library) -> Iterator[tuple[Tree, Outcome]]:
    for tree in library.in_order(GIST):
        for node in tree.nodes:
            if isinstance(node, OUTCOMES):
                yield tree, node


def differing(library: Library) -> list[str]:
    """Return a line for each outcome whose notes are not those of the table, and for each that the table lacks."""
    have = {(tree.id, node.id): [note.id for note in node.since] for tree, node in outcomes(library)}
    want = {(tree, node): notes for tree, nodes in TABLE.items() for node, notes in nodes.items()}
    return [
        f"{tree}#{node}: {have.get((tree, node))}, and the table has {want.get((tree, node))}"
        for tree, node in {**want, **have}
        if have.get((tree, node)) != want.get((tree, node))
    ]


def with_notes(library: Library, tree: Tree, node: Outcome, notes: tuple[Since, ...]) -> Library:
    nodes = tuple(replace(each, since=notes) if each is node else each for each in tree.nodes)
    return replace(library, trees={**library.trees, f"{GIST}/{tree.id}": replace(tree, nodes=nodes)})


def test_every_outcome_has_the_notes_that_were_written_from_the_texts(library: Library) -> None:
    assert differing(library) == []


def test_a_note_that_is_dropped_or_taken_for_another_is_noticed_at_every_outcome(library: Library) -> None:
    every = list(library.since[GIST].values())
    for tree, node in outcomes(library):
        notes = tuple(node.since)
        for index, note in enumerate(notes):
            other = next(each for each in every if each not in notes)
            for changed in ((*notes[:index], *notes[index + 1 :]), (*notes[:index], other, *notes[index + 1 :])):
                assert differing(with_notes(library, tree, node, changed)), f"{tree.id}#{node.id} {note.id}"


def test_every_number_of_a_note_is_written_here_as_well(library: Library) -> None:
    said = {name: amounts(note.says) | amounts(note.topic) for name, note in library.since[GIST].items()}

    assert {name: numbers for name, numbers in said.items() if numbers} == IN_NUMBERS


def test_every_number_of_a_note_stands_in_the_words_quoted_for_it(library: Library) -> None:
    for name, numbers in IN_NUMBERS.items():
        note = library.since[GIST][name]
        assert numbers <= {amount for quote in quotes_of_note(note) for amount in amounts(quote.text)}, name


def shown_with(node: Outcome) -> list[str]:
    """The words of the older sources that a reader sees with an outcome, where sources differ included."""
    parts = parts_within(node, without=(Since,))
    own = [getattr(node, name) for name in ("says", "leaves_open") if isinstance(getattr(node, name, None), str)]
    return [*own, *node.notes, *(part.text for part in parts if isinstance(part, Quote))]


def test_every_outcome_that_shows_a_starting_dose_above_400_mg_says_that_it_is_400_mg_now(library: Library) -> None:
    """PDQ of 2014 has a start of 400 to 600 mg; that of 2024 has 400 mg."""
    start, raising = {"start_at_400"}, {"raise_from_400", "start_at_400"}
    found = {"start": 0, "raise": 0}
    for tree, node in outcomes(library):
        names = {note.id for note in node.since}
        words = shown_with(node)
        if any("range from 400 mg to 600 mg" in text for text in words):
            found["start"] += 1
            assert start <= names, f"{tree.id}#{node.id}"
        elif any(re.search(r"400 mg\s*(?:to|–)\s*600 mg", text) for text in words):
            found["raise"] += 1
            assert names & raising, f"{tree.id}#{node.id}"
    assert found["start"] >= 5
    assert found["raise"] >= 10


def test_every_treatment_tells_what_the_newer_source_says_of_its_dose_where_that_differs(library: Library) -> None:
    """By drug and dose, from PDQ 2024: 400 to 600 mg is 400 mg, a tolerated dose is gone, regorafenib has one."""
    for tree, node in outcomes(library):
        if not isinstance(node, Treatment):
            continue
        names = {note.id for note in node.since}
        dose = (node.dose.low, node.dose.high) if isinstance(node.dose, DailyDose) else None
        wanted = {
            ("imatinib", (400, 600)): "start_at_400",
            ("imatinib", (800, 800)): "raise_from_400" if tree.id == "progression_on_imatinib" else "exon_9_benefit",
            ("sunitinib", (50, 50)): "forms_of_sunitinib",
            ("sunitinib", (37.5, 37.5)): "forms_of_sunitinib",
            ("regorafenib", None): "regorafenib_dose",
        }.get((node.drug.id, dose))
        if wanted is not None:
            assert wanted in names, f"{tree.id}#{node.id}"
        if "tolerated" in getattr(node.dose, "words", ""):
            assert "tolerated_dose" in names, f"{tree.id}#{node.id}"
        if (node.drug.id, dose) == ("imatinib", None) and "tolerated_dose" not in names:
            assert names & {"start_at_400", "dose_before_surgery", "adjuvant_genotype"}, f"{tree.id}#{node.id}"


def test_every_outcome_that_names_imatinib_as_the_first_drug_tells_for_whom_another_one_is(library: Library) -> None:
    exceptions = {"d842v_first", "wild_type_first"}
    # The genotype is known to be another one, or imatinib is taken already, or another drug is.
    elsewhere = {"imatinib_800", "continue_imatinib", "image_on_imatinib", "unresectable_go_on", "other_tki"}
    said = ("Therapy with imatinib is standard", "preferred first treatment", "imatinib is probably the best way")
    met = 0
    for tree, node in outcomes(library):
        names = {note.id for note in node.since}
        if any(each in text for text in shown_with(node) for each in said) and node.id not in elsewhere:
            met += 1
            assert exceptions <= names, f"{tree.id}#{node.id}"
    assert met >= 10


def test_every_outcome_that_calls_sunitinib_the_second_line_standard_tells_that_it_is_one_of_two_now(
    library: Library,
) -> None:
    # How sunitinib is taken, and what comes after it.
    elsewhere = {"sunitinib_how_often", "pills_not_known", "drug_after_sunitinib_open"}
    met = 0
    for tree, node in outcomes(library):
        names = {note.id for note in node.since}
        if node.id not in elsewhere and any(
            "second-line standard therapy consists of sunitinib" in text for text in shown_with(node)
        ):
            met += 1
            assert "second_line" in names, f"{tree.id}#{node.id}"
    assert met >= 20


def test_a_note_that_words_are_gone_says_nothing_else(library: Library) -> None:
    gone = {name for name, note in library.since[GIST].items() if note.change is DOES_NOT_SAY}

    unnamed = {"dasatinib_not_named", "ablation_not_named", "embolization_not_named"}
    assert gone == {"hemoglobin", "tolerated_dose", *unnamed}


def test_every_statement_of_a_partial_register_is_cited(library: Library) -> None:
    for name, register in library.registers.items():
        if register.whole:
            continue
        cited = {
            quote.at
            for notes in library.since.values()
            for note in notes.values()
            for quote in quotes_of_note(note)
            if quote.source.id == name
        }
        assert {each.id for each in register.statements} == cited, name


@pytest.mark.parametrize("words", ["dasatinib", "hemoglobin", "thrombocytopenia", "dose that can be tolerated"])
@pytest.mark.texts
def test_words_that_are_gone_stand_nowhere_in_the_newer_text_and_did_in_an_older_one(
    source_texts: Path, words: str
) -> None:
    newer = (source_texts / "pdq-gist-hp-2024-12-13.md").read_text(encoding="utf-8-sig").casefold()
    older = list(source_texts.glob("*-201*"))

    assert words not in newer
    assert any(words in path.read_text(encoding="utf-8-sig").casefold() for path in older)
