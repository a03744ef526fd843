"""The rules of a tree in engines of CQL that we did not write: of every patient they tell what our walker tells."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from helpers.cql_engines import (
    SITE,
    asked,
    bare,
    compared,
    parameters,
    told_by,
    told_by_the_second,
    translated,
)
from helpers.engine_patients import TOLD, Patient, Told, columns, expected, grid
from helpers.forms_of_trees import alone
from helpers.hostile_library import hostile_library
from helpers.random_trees import Maker
from helpers.random_trees import library as made

from trees.core.library import Library
from trees.formats.fhir import cql, logic
from trees.formats.fhir.elm import Elm
from trees.formats.fhir.points import REFUSAL
from trees.formats.reading import Reading

EXAMPLES = ("example/tarn_nodule", "example/after_velurin", "example/on_velurin")
BY_LOT = 40
"""Patients of each tree in the fast tests."""

HOSTILE = [
    *((hostile_library(), name) for name in ("c/case", "c/then")),
    *((alone(name), name) for name in ("odd/odd", "odd/every")),
]
RANDOM = [(made(Maker(seed).trees()), f"c/{tree}") for seed in range(12) for tree in "tuw"]
Tree = tuple[Library, str]


def reading(library: Library, name: str) -> Reading:
    return Reading(library, name, SITE)


def rules(library: Library, name: str) -> Elm:
    return logic.library(reading(library, name))


def every(library: Library) -> list[Tree]:
    return [(library, name) for name, _ in library.full_names()]


def differing(trees: list[tuple[Library, str, Elm, list[Patient]]], seconds: int = 120) -> list[object]:
    """Return every patient of whom the engine tells other things than the walker, with both."""
    jobs = [(elm, [parameters(each) for each in patients]) for _, _, elm, patients in trees]
    return [
        (name, patient, found, wanted)
        for (library, name, _, patients), told in zip(trees, told_by(jobs, seconds=seconds), strict=True)
        for patient, found in zip(patients, told, strict=True)
        if found != (wanted := expected(library, name, patient))
    ]


def of_lot(trees: list[Tree], most: int | None) -> list[tuple[Library, str, Elm, list[Patient]]]:
    return [(library, name, rules(library, name), grid(library.trees[name], most)) for library, name in trees]


def test_the_official_translator_makes_of_the_text_of_every_tree_the_elm_that_we_ship_and_complains_of_nothing(
    library: Library,
) -> None:
    translates_to_ours([*every(library), *HOSTILE])


@pytest.mark.interop
def test_the_official_translator_makes_the_same_elm_of_trees_made_by_chance() -> None:
    translates_to_ours(RANDOM)


def translates_to_ours(of: list[Tree]) -> None:
    trees = {str(at): each for at, each in enumerate(of)}
    ours = {at: rules(*each) for at, each in trees.items()}
    theirs = translated({at: cql.written(elm) for at, elm in ours.items()})

    assert [each["said"] for each in theirs.values()] == [[]] * len(trees)
    for at, elm in ours.items():
        assert bare(theirs[at]["elm"]) == elm, trees[at][1]


def test_the_comparison_with_the_translator_sees_one_changed_sign(library: Library) -> None:
    elm = rules(library, EXAMPLES[0])
    text = cql.written(elm)
    assert text.count("400 mg daily") >= 1

    theirs = translated({"t": text.replace("400 mg daily", "401 mg daily")})

    assert theirs["t"]["said"] == []
    assert bare(theirs["t"]["elm"]) != elm


def test_the_translator_complains_of_a_text_that_is_wrong() -> None:
    said = translated({"t": "library T version '1' define X: 'a' + 1 define Y: Z"})["t"]["said"]
    assert any(each.startswith("Error: ") for each in said)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_engine_tells_of_every_patient_of_an_example_what_the_walker_tells(library: Library, name: str) -> None:
    patients = grid(library.trees[name])
    assert len(patients) >= 27
    assert differing([(library, name, rules(library, name), patients)]) == []


def test_the_engine_tells_of_patients_by_lot_of_every_tree_what_the_walker_tells(library: Library) -> None:
    assert differing(of_lot(every(library), BY_LOT)) == []


def test_the_engine_tells_of_trees_with_hostile_words_and_of_trees_made_by_chance_what_the_walker_tells() -> None:
    assert differing(of_lot([*HOSTILE, *RANDOM], BY_LOT)) == []


@pytest.mark.interop
def test_the_engine_tells_of_every_patient_of_every_tree_what_the_walker_tells(library: Library) -> None:
    count = 0
    for each in every(library):
        of = of_lot([each], None)
        count += len(of[0][3])
        assert differing(of, seconds=600) == []
    assert count > 200_000


def test_the_second_engine_tells_of_patients_by_lot_of_the_examples_and_of_hostile_trees_what_the_walker_tells(
    library: Library,
) -> None:
    held_by_the_second([(library, EXAMPLES[0]), (library, EXAMPLES[2]), HOSTILE[0]], 20)


@pytest.mark.interop
def test_the_second_engine_tells_of_patients_by_lot_of_every_tree_what_the_walker_tells(library: Library) -> None:
    held_by_the_second([*every(library), *HOSTILE, *RANDOM], 60)


def held_by_the_second(trees: list[Tree], most: int) -> None:
    put = [(reading(*each), grid(each[0].trees[each[1]], most)) for each in trees]
    for (of, patients), told in zip(put, told_by_the_second(put, seconds=600), strict=True):
        for patient, found in zip(patients, told, strict=True):
            assert found == expected(of.library, of.name, patient), (of.name, patient)


def not_offered() -> Told:
    return {**dict.fromkeys(TOLD, ""), "does": "refuse", "words": REFUSAL}


def test_an_answer_that_is_not_offered_refuses_whatever_else_is_answered_and_whether_or_not_it_is_asked_for(
    library: Library,
) -> None:
    jobs = []
    for each, name in [*every(library), *HOSTILE]:
        on_a_way = {column.name for row in reading(each, name).rows for column, _ in row.cells}
        odd = [
            {**patient, column.name: value}
            for column in columns(each.trees[name])
            for value in column.refuses
            for patient in grid(each.trees[name], 3)
            if column.name in on_a_way
        ]
        assert odd
        jobs.append((rules(each, name), [parameters(patient) for patient in odd]))

    for told in told_by(jobs):
        assert told == [[not_offered()]] * len(told)


def test_a_parameter_that_is_left_out_is_an_answer_that_is_missing(library: Library) -> None:
    name = EXAMPLES[0]
    patients = grid(library.trees[name], 200)
    given = [{key: value for key, value in parameters(each).items() if value is not None} for each in patients]

    ((*told,),) = told_by([(rules(library, name), given)])

    assert told == [expected(library, name, each) for each in patients]


def changed(elm: Elm, before: str, after: str) -> Elm:
    """Return rules with one text exchanged for another, which has to stand in them."""
    text = json.dumps(elm, ensure_ascii=False)
    assert before in text
    changed_rules: Elm = json.loads(text.replace(before, after))
    return changed_rules


def swapped(elm: Elm, step: str, one: str, other: str) -> Elm:
    """Return rules in which two answers of one step lead where the other one did."""
    found = copy.deepcopy(elm)
    cases = {_code(each["when"]): each for each in _definition(found, step)["expression"]["caseItem"]}
    cases[one]["then"], cases[other]["then"] = cases[other]["then"], cases[one]["then"]
    return found


def _definition(elm: Any, name: str) -> Any:
    return next(each for each in _definitions(elm) if each["name"] == name)


def _definitions(elm: Any) -> list[Any]:
    found: list[Any] = elm["library"]["statements"]["def"]
    return found


def _code(condition: Any) -> str | None:
    return condition["operand"][1]["value"] if condition["type"] == "Equal" else None


def step_of(elm: Any, column: str) -> str:
    """Return the name of a step that reads a column."""
    steps = [each for each in _definitions(elm) if each["name"].startswith("Step")]
    return next(each["name"] for each in steps if f'"Answer {column}"' in json.dumps(each))


def edge(elm: Elm, column: str, before: str, after: str) -> Elm:
    """Return rules in which the first band of a measure that ends in one way ends in another."""
    found = copy.deepcopy(elm)
    for step in [each for each in _definitions(found) if each["name"].startswith("Step")]:
        for each in step["expression"]["caseItem"]:
            if each["when"]["type"] == "And" and each["when"]["operand"][1]["type"] == before:
                assert each["when"]["operand"][1]["operand"][0]["name"] == f"Answer {column}"
                each["when"]["operand"][1]["type"] = after
                return found
    raise AssertionError(column)


MUTANTS: dict[str, Callable[[Elm], Elm]] = {
    "two answers swapped": lambda elm: swapped(elm, step_of(elm, "quill_variant"), "yes", "no"),
    "a dose": lambda elm: changed(elm, "400 mg daily", "401 mg daily"),
    "a quote": lambda elm: changed(elm, "“continued for at least 12 weeks”", "“continued for at least 13 weeks”"),
    "a strength": lambda elm: changed(elm, "“may” in “velurin", "“should” in “velurin"),
    "an edge": lambda elm: edge(elm, "nodule_size", "Less", "LessOrEqual"),
    "a target": lambda elm: changed(elm, '"show watch"', '"show middle_size"'),
    "a question that is not asked": lambda elm: changed(elm, '"ask biopsy_done"', '"show biopsy_first"'),
}


def test_the_comparison_sees_whatever_is_changed_in_the_rules(library: Library) -> None:
    name = EXAMPLES[0]
    elm = rules(library, name)
    patients = grid(library.trees[name], 500)
    given = [parameters(each) for each in patients]
    wanted = [expected(library, name, each) for each in patients]

    whole, *found = told_by([(each, given) for each in (elm, *(change(elm) for change in MUTANTS.values()))])

    assert whole == wanted
    assert [what for what, each in zip(MUTANTS, found, strict=True) if each == wanted] == []


def test_the_condition_of_every_action_holds_when_and_only_when_it_is_told(library: Library) -> None:
    chance = random.Random(5)
    for name in EXAMPLES:
        elm: Any = rules(library, name)
        conditions = [each["name"] for each in _definitions(elm) if each["name"].startswith("At_")]
        patients = chance.sample(grid(library.trees[name]), 15)
        given = [parameters(each) for each in patients]
        jobs = [{"elm": elm, "expression": each, "parameters": given} for each in ("Told", *conditions)]
        told, *held = ([each["distinct"][at] for at in each["which"]] for each in asked("cql_run.mjs", jobs))
        for at, patient in enumerate(patients):
            true = [name for name, values in zip(conditions, held, strict=True) if values[at]]
            wanted = [f"At_{_point(each)}" for each in compared(told[at])]
            assert sorted(true) == sorted(wanted), (name, patient)


def _point(told: Told) -> str:
    return f"{told['does'].replace(' ', '_')}_{told['id'].replace('/', '__')}"
