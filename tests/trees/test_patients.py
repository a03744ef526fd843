"""Patients in sentences: what the trees say is what the source says, nothing less and nothing more."""

from pathlib import Path

import pytest
from helpers.patients import Expected, Patient, dose_of, gives, is_left_open, option_gives, read_patients, said_for

from trees.core.library import Library
from trees.core.nodes import ASKED, OUTCOMES, UNKNOWN, Treatment, ways

PATIENTS = read_patients(Path(__file__).parent)
each_patient = pytest.mark.parametrize("patient", PATIENTS, ids=lambda patient: patient.id)


@each_patient
def test_the_trees_say_all_that_the_source_says(library: Library, patient: Patient) -> None:
    said = said_for(library, patient)

    for expected in patient.expects:
        found = any(gives(node, expected) for node in said.outcomes.values())
        found = found or any(option_gives(option, expected) for option in said.options)
        assert found, f"{patient.says}\nNothing says: {expected}.\nReached: {sorted(said.outcomes)}"


@each_patient
def test_the_trees_say_no_more_than_the_source_says(library: Library, patient: Patient) -> None:
    said = said_for(library, patient)
    doses = {(each.drug, (each.mg, each.split, each.weeks)) for each in patient.expects if each.mg is not None}

    for name, node in said.outcomes.items():
        if isinstance(node, Treatment) and dose_of(node) is not None:
            assert (node.drug.id, dose_of(node)) in doses, f"{patient.says}\nNobody expects {name}: {dose_of(node)}"
        elif not is_left_open(node):
            assert any(_supports(node, each) for each in patient.expects), f"{patient.says}\nNobody expects {name}"
        else:
            assert patient.left_open, f"{patient.says}\nNobody expects anything left open, as at {name}"


@each_patient
def test_what_a_patient_is_left_with_is_advice_or_something_left_open(library: Library, patient: Patient) -> None:
    said = said_for(library, patient)

    assert patient.expects or any(map(is_left_open, said.outcomes.values())), f"{patient.says}\nNothing is expected."


def _supports(node: object, expected: Expected) -> bool:
    return gives(node, expected)


@each_patient
def test_no_order_is_invented_where_the_source_states_none(library: Library, patient: Patient) -> None:
    said = said_for(library, patient)
    schedules = {each.mg for each in patient.expects if each.drug == "sunitinib" and each.mg}

    # The one order that the first source does state is between the two schedules of its second line.
    assert not any(said.orders_stated) or len(schedules) == 2


def test_every_outcome_of_every_published_tree_has_a_patient(library: Library) -> None:
    reached = {name for patient in PATIENTS for name in said_for(library, patient).outcomes}
    everything = {
        f"{name}#{node.id}" for name, tree in library.trees.items() for node in tree.nodes if isinstance(node, OUTCOMES)
    }

    assert everything - reached == set()


def test_every_answer_for_not_known_has_a_patient(library: Library) -> None:
    given = {
        (f"{patient.collection}/{tree}", *answer.split("=", 1))
        for patient in PATIENTS
        for tree, answers in patient.walks
        for answer in answers
    }
    used = {(collection_of(tree), question) for tree, question, answer in given if answer == UNKNOWN}
    offered = {
        (collection_of(name), node.id)
        for name, tree in library.trees.items()
        for node in tree.nodes
        if isinstance(node, ASKED) and any(way.code == UNKNOWN for way in ways(node))
    }

    assert offered - used == set()


def collection_of(tree: str) -> str:
    return tree.partition("/")[0]
