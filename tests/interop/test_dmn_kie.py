"""KIE, the engine of Apache, on our files of DMN: it finds no gap and no overlap, and tells what our walker tells."""

from collections.abc import Iterator, Sequence

import pytest
from helpers.dmn import file_of, not_offered, odd
from helpers.dmn_changed import (
    END,
    Change,
    changed,
    how_many,
    of_field,
    offering,
    other_words,
    swapped,
    told_in_any_case,
    wider_rule,
    without_rule,
)
from helpers.engine_patients import TOLD, Patient, columns, expected, grid, refused
from helpers.kie import Kie, kie

from trees.core.library import Library
from trees.formats.reading import FIELDS

SIZE, ITEMS = "example/tarn_nodule", "example/on_velurin"
SAMPLE, OF_ODD = 60, 25
"""Patients of each tree, and of each odd one, in every run of the tests; every patient in those that take long."""
GAP, OVERLAP = "DECISION_TABLE_GAP", "DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE"
REFUSED = {"_offered": "SUCCEEDED", "_end": "FAILED", "_told": "SKIPPED"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kie]:
    with kie(tmp_path_factory.mktemp("kie")) as listening:
        yield listening


def names(library: Library) -> list[str]:
    return [name for name, _ in library.full_names()]


def told_otherwise(
    engine: Kie, library: Library, name: str, patients: Sequence[Patient], change: Change | None = None
) -> list[Patient]:
    """Return the patients of whom the engine tells anything else than our walker."""
    file = file_of(library, name)
    told = engine.decide_all(file if change is None else changed(file, change), patients)
    return [each for each, found in zip(patients, told, strict=True) if found != expected(library, name, each)]


def test_no_table_of_any_tree_has_a_gap_or_an_overlap(engine: Kie, library: Library) -> None:
    assert [(name, faults) for name in names(library) if (faults := engine.faults(file_of(library, name)))] == []


def test_no_table_of_an_odd_tree_has_a_gap_or_an_overlap(engine: Kie) -> None:
    assert [(name, faults) for of, name in odd() if (faults := engine.faults(file_of(of, name)))] == []


@pytest.mark.parametrize("name", [SIZE, ITEMS, "example/after_velurin"])
def test_a_row_that_is_taken_away_is_a_gap(engine: Kie, library: Library, name: str) -> None:
    file = file_of(library, name)
    for at in range(how_many(file, END)):
        kinds = {each.kind for each in engine.faults(changed(file, without_rule(END, at)))}
        assert kinds == {GAP}, f"row {at + 1}"


@pytest.mark.parametrize("name", [SIZE, ITEMS])
def test_a_row_that_asks_less_is_an_overlap(engine: Kie, library: Library, name: str) -> None:
    file = file_of(library, name)
    for at in range(how_many(file, END)):
        assert OVERLAP in {each.kind for each in engine.faults(changed(file, wider_rule(at)))}, f"row {at + 1}"


def test_a_band_whose_edge_is_moved_is_a_gap_or_an_overlap(engine: Kie, library: Library) -> None:
    file = file_of(library, SIZE)
    for old, new in (("< 2", "< 1.9"), (">= 2", ">= 2.1"), (">= 2", "> 2"), ("<= 5", "< 5"), ("> 5", "> 5.1")):
        assert GAP in {each.kind for each in engine.faults(changed(file, other_words(old, new, END)))}, new
    for old, new in (("< 2", "<= 2"), ("> 5", "> 4.9")):
        assert OVERLAP in {each.kind for each in engine.faults(changed(file, other_words(old, new, END)))}, new


def test_the_engine_tells_of_each_patient_what_our_walker_tells(engine: Kie, library: Library) -> None:
    for name in names(library):
        assert told_otherwise(engine, library, name, grid(library.trees[name], SAMPLE)) == [], name


def test_the_engine_tells_of_each_patient_of_an_odd_tree_what_our_walker_tells(engine: Kie) -> None:
    for of, name in odd():
        assert told_otherwise(engine, of, name, grid(of.trees[name], OF_ODD)) == [], name


@pytest.mark.interop
def test_the_engine_tells_of_every_patient_what_our_walker_tells(engine: Kie, library: Library) -> None:
    for name in names(library):
        assert told_otherwise(engine, library, name, grid(library.trees[name])) == [], name


@pytest.mark.parametrize("name", [SIZE, ITEMS, "example/after_velurin"])
def test_a_patient_alone_is_told_what_one_of_many_is(engine: Kie, library: Library, name: str) -> None:
    file = file_of(library, name)
    patients = grid(library.trees[name], 30)
    alone = [engine.decide(file, each) for each in patients]
    assert [each.told for each in alone] == list(engine.decide_all(file, patients))
    assert [each.messages for each in alone] == [[]] * len(patients)
    assert {status for each in alone for status in each.ended.values()} == {"SUCCEEDED"}


def test_a_value_that_any_column_does_not_offer_refuses_the_whole_patient(engine: Kie, library: Library) -> None:
    for of, name in [*((library, each) for each in names(library)), *odd()[:2]]:
        patients = not_offered(of.trees[name])
        assert patients, name
        assert list(engine.decide_all(file_of(of, name), patients)) == [[]] * len(patients), name


@pytest.mark.parametrize("name", [SIZE, ITEMS, "example/after_velurin"])
def test_an_answer_that_is_not_offered_fails_and_what_needs_it_is_not_decided(
    engine: Kie, library: Library, name: str
) -> None:
    for column, patient in refused(library.trees[name], library, name):
        result = engine.decide(file_of(library, name), patient)
        assert (result.ended, result.told) == (REFUSED, []), (column, patient)
        assert result.came_to == {"_offered": False, "_end": None, "_told": None}


def test_where_a_column_is_left_out_nothing_is_decided(engine: Kie, library: Library) -> None:
    file = file_of(library, SIZE)
    whole = {column.name: None for column in columns(library.trees[SIZE])}
    for column in whole:
        result = engine.given(file, {name: None for name in whole if name != column})
        assert result.ended == dict.fromkeys(REFUSED, "SKIPPED"), column
        assert result.told == []


def test_two_answers_that_are_swapped_are_noticed(engine: Kie, library: Library) -> None:
    patients = grid(library.trees[SIZE], 400)
    assert told_otherwise(engine, library, SIZE, patients, swapped(0, 3))


@pytest.mark.parametrize("field", TOLD)
def test_a_letter_more_in_what_is_told_is_noticed(engine: Kie, library: Library, field: str) -> None:
    patients = grid(library.trees[SIZE], 400)
    assert told_otherwise(engine, library, SIZE, patients, of_field(FIELDS.index(field)))


@pytest.mark.parametrize(
    "change",
    [
        other_words("400 mg daily", "300 mg daily"),
        other_words("at least 12 weeks", "at least 2 weeks"),
        other_words("2 cm without pain may be watched", "2 cm without pain can be watched"),
        other_words("< 2", "<= 2", END),
    ],
)
def test_another_dose_another_quote_and_another_edge_are_noticed(engine: Kie, library: Library, change: Change) -> None:
    assert told_otherwise(engine, library, SIZE, grid(library.trees[SIZE], 2_000), change)


def test_an_item_that_is_shown_in_any_case_is_noticed(engine: Kie, library: Library) -> None:
    assert told_otherwise(engine, library, ITEMS, grid(library.trees[ITEMS]), told_in_any_case)


def test_a_code_more_that_is_let_through_is_noticed(engine: Kie, library: Library) -> None:
    patients = not_offered(library.trees[ITEMS])
    file = changed(file_of(library, ITEMS), offering("zzz"))
    assert list(engine.decide_all(file, patients)) != [[]] * len(patients)
