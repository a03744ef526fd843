"""SpiffWorkflow on our files of DMN, as they are shipped: it tells what our walker tells, and nothing of a stranger."""

from collections.abc import Iterable, Iterator

import pytest
from helpers.dmn import file_of, not_offered, odd, renamed
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
    without_rule,
)
from helpers.engine_patients import TOLD, Patient, expected, grid, refused
from helpers.spiff import WORDS, Decisions, Process, each_told
from SpiffWorkflow.bpmn.exceptions import WorkflowTaskException
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment

from trees.core.library import Library
from trees.formats.reading import FIELDS

SIZE, ITEMS = "example/tarn_nodule", "example/on_velurin"
SAMPLE, OF_ODD = 60, 25
"""Patients of each tree, and of each odd one, in every run of the tests; every patient in those that take long."""


def names(library: Library) -> list[str]:
    return [name for name, _ in library.full_names()]


def told_otherwise(
    library: Library, name: str, patients: Iterable[Patient], change: Change | None = None
) -> Iterator[Patient]:
    """Yield the patients of whom the engine tells anything else than our walker."""
    file = file_of(library, name)
    decisions = Decisions(file if change is None else changed(file, change))
    yield from (each for each in patients if decisions.told(each) != expected(library, name, each))


def is_noticed(library: Library, name: str, change: Change) -> bool:
    """Return whether the engine tells of any patient anything else than our walker, once the file is changed."""
    return any(told_otherwise(library, name, grid(library.trees[name], 600), change))


def test_the_engine_tells_of_each_patient_what_our_walker_tells(library: Library) -> None:
    for name in names(library):
        assert list(told_otherwise(library, name, grid(library.trees[name], SAMPLE))) == [], name


def test_the_engine_tells_of_each_patient_of_an_odd_tree_what_our_walker_tells() -> None:
    for of, name in odd():
        assert list(told_otherwise(of, name, grid(of.trees[name], OF_ODD))) == [], name


@pytest.mark.interop
def test_the_engine_tells_of_every_patient_what_our_walker_tells(library: Library) -> None:
    for name in names(library):
        assert list(told_otherwise(library, name, grid(library.trees[name]))) == [], name


@pytest.mark.parametrize("name", [SIZE, ITEMS])
def test_the_script_engine_as_it_comes_tells_the_same(library: Library, name: str) -> None:
    as_it_comes = PythonScriptEngine(TaskDataEnvironment(WORDS))
    decisions = Decisions(file_of(library, name), as_it_comes)
    for patient in grid(library.trees[name], 40):
        assert decisions.told(patient) == expected(library, name, patient)


@pytest.mark.parametrize("name", [SIZE, ITEMS])
def test_a_process_with_the_three_decisions_tells_the_same(library: Library, name: str) -> None:
    file = file_of(library, name)
    process = Process(file)
    for patient in grid(library.trees[name], 15):
        assert each_told(process.through(renamed(file, patient))) == expected(library, name, patient)


def test_a_process_stops_where_a_column_holds_what_it_does_not_offer(library: Library) -> None:
    file = file_of(library, ITEMS)
    process = Process(file)
    for patient in not_offered(library.trees[ITEMS]):
        with pytest.raises(WorkflowTaskException, match="_end"):
            process.through(renamed(file, patient))


def test_a_process_has_to_forget_one_patient_before_the_next(library: Library) -> None:
    file = file_of(library, SIZE)
    nothing = renamed(file, grid(library.trees[SIZE])[0])
    process = Process(file)
    first = process.through({**nothing, "pain": "no", "nodule_size": 1})
    assert first["id"] == ["watch"]
    assert process.through({**first, "pain": "yes"})["id"] != ["biopsy_done"], "SpiffWorkflow now replaces a list"
    assert process.through({**nothing, "pain": "yes"})["id"] == ["biopsy_done"]


def test_a_value_that_any_column_does_not_offer_comes_to_nothing(library: Library) -> None:
    for of, name in [*((library, each) for each in names(library)), *odd()]:
        decisions, patients = Decisions(file_of(of, name)), not_offered(of.trees[name])
        assert patients, name
        assert [each for each in patients if decisions.told(each)] == [], name


@pytest.mark.parametrize("name", [SIZE, ITEMS, "example/after_velurin"])
def test_an_answer_that_is_not_offered_where_it_is_asked_comes_to_nothing(library: Library, name: str) -> None:
    patients = refused(library.trees[name], library, name)
    decisions = Decisions(file_of(library, name))
    assert [decisions.told(patient) for _, patient in patients] == [[]] * len(patients)


def test_each_row_that_is_taken_away_is_noticed(library: Library) -> None:
    for at in range(how_many(file_of(library, ITEMS), END)):
        assert is_noticed(library, ITEMS, without_rule(END, at)), f"row {at + 1}"


@pytest.mark.parametrize("field", TOLD)
def test_a_letter_more_in_what_is_told_is_noticed(library: Library, field: str) -> None:
    assert is_noticed(library, SIZE, of_field(FIELDS.index(field)))


@pytest.mark.parametrize(
    "change",
    [
        swapped(0, 3),
        other_words("400 mg daily", "300 mg daily"),
        other_words("2 cm without pain may be watched", "2 cm without pain can be watched"),
        other_words("< 2", "< 2.1", END),
        other_words("<= 5", "< 5", END),
        other_words(">= 2", "> 2", END),
    ],
)
def test_another_answer_dose_quote_and_edge_are_noticed(library: Library, change: Change) -> None:
    assert is_noticed(library, SIZE, change)


def test_an_item_that_is_shown_in_any_case_is_noticed(library: Library) -> None:
    assert is_noticed(library, ITEMS, told_in_any_case)


def test_a_code_more_that_is_let_through_is_noticed(library: Library) -> None:
    decisions = Decisions(changed(file_of(library, ITEMS), offering("zzz")))
    assert any(decisions.told(each) for each in not_offered(library.trees[ITEMS]))
