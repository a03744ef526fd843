"""The rules of a tree over a form of it that was filled in: what is left over or not offered opens nothing."""

import copy
import random
from collections.abc import Callable
from typing import Any

import pytest
from helpers.cql_engines import SITE, told_by
from helpers.engine_patients import TOLD, Patient, Told, expected, grid
from helpers.form_responses import ASKED, Answers, Data, column_of, filled_in, of_one_patient, questions, response
from helpers.hostile_library import hostile_library

from trees.core.library import Library
from trees.formats.fhir import logic
from trees.formats.fhir.points import REFUSAL
from trees.formats.fhir.questionnaire import questionnaire
from trees.formats.reading import Reading

SIZE, LIST = "example/tarn_nodule", "example/on_velurin"
BY_LOT = 4
"""Patients of each tree in the fast tests: each is a response, which takes an engine longer than parameters."""

NOT_OFFERED = {**dict.fromkeys(TOLD, ""), "does": "refuse", "words": REFUSAL}


def form_of(library: Library, name: str) -> Data:
    return questionnaire(Reading(library, name, SITE))


def told(library: Library, name: str, patients: list[list[Data]]) -> list[list[Told]]:
    """Return what the rules of a tree tell of patients, each given as the resources that there are of one."""
    bundles = [of_one_patient(f"p{at}", *resources) for at, resources in enumerate(patients)]
    (found,) = told_by([(logic.library(Reading(library, name, SITE)), bundles)], "bundles")
    return found


def agree(library: Library, names: list[str], most: int, seconds: int = 120) -> None:
    """Hold the rules to the walker, over forms in which answers were corrected and old ones are left."""
    jobs, wanted = [], []
    for name in names:
        form, patients, chance = form_of(library, name), grid(library.trees[name], most), random.Random(name)
        filled = [response(form, filled_in(form, each, chance)) for each in patients]
        bundles = [of_one_patient(f"p{at}", each) for at, each in enumerate(filled)]
        jobs.append((logic.library(Reading(library, name, SITE)), bundles))
        wanted.append([expected(library, name, each) for each in patients])
    assert told_by(jobs, "bundles", seconds=seconds) == wanted


def test_a_form_that_is_filled_in_is_told_what_the_walker_tells_whatever_old_answers_are_left_in_it(
    library: Library,
) -> None:
    agree(library, [name for name, _ in library.full_names()], BY_LOT)
    agree(hostile_library(), ["c/case"], 8)


@pytest.mark.interop
def test_many_forms_of_every_tree_are_told_what_the_walker_tells(library: Library) -> None:
    agree(library, [name for name, _ in library.full_names()], 150, seconds=600)


def test_old_answers_are_left_in_those_forms_and_a_reader_of_them_all_would_be_led_astray(library: Library) -> None:
    form, patients, chance = form_of(library, SIZE), grid(library.trees[SIZE], 40), random.Random(SIZE)
    clean = [filled_in(form, each) for each in patients]
    left = [filled_in(form, each, chance) for each in patients]

    assert sum(len(more) > len(few) for few, more in zip(clean, left, strict=True)) > 30
    links = {each["linkId"] for each in questions(form["item"])}
    assert {"biopsy_done", "biopsy_done.2"} < links


def test_every_question_stands_at_the_top_of_its_form_where_alone_the_rules_look_for_its_answer(
    library: Library,
) -> None:
    for name, _ in library.full_names():
        form = form_of(library, name)
        assert [each for each in form["item"] if each["type"] in ASKED] == list(questions(form["item"]))


PAIN_NOT_KNOWN: Patient = {"pain": "unknown"}
WATCHED: Patient = {"pain": "no", "nodule_size": 1.5}


def answer_of(filled: Any, link: str) -> Any:
    return next(each for each in filled["item"] if each["linkId"] == link)["answer"]


CHANGED_ANSWERS: dict[str, Callable[[Any], None]] = {
    "another code": lambda filled: answer_of(filled, "pain")[0]["valueCoding"].update(code="zzz"),
    "a code in capital letters": lambda filled: answer_of(filled, "pain")[0]["valueCoding"].update(code="NO"),
    "no code": lambda filled: answer_of(filled, "pain")[0]["valueCoding"].pop("code"),
    "the code of another question": lambda filled: answer_of(filled, "pain")[0]["valueCoding"].update(
        system=f"{SITE}fhir/CodeSystem/example.biopsy-done"
    ),
    "a code of no system": lambda filled: answer_of(filled, "pain")[0]["valueCoding"].pop("system"),
    "two answers": lambda filled: answer_of(filled, "pain").append({"valueCoding": {"code": "yes"}}),
    "the same answer twice": lambda filled: answer_of(filled, "pain").append(answer_of(filled, "pain")[0]),
    "a question twice": lambda filled: filled["item"].append(filled["item"][0]),
    "a word for a code": lambda filled: answer_of(filled, "pain").__setitem__(0, {"valueString": "no"}),
    "true for a code": lambda filled: answer_of(filled, "pain").__setitem__(0, {"valueBoolean": True}),
    "a number that is too large": lambda filled: answer_of(filled, "nodule_size")[0].update(valueDecimal=50.1),
    "a number that is too small": lambda filled: answer_of(filled, "nodule_size")[0].update(valueDecimal=0),
    "a word for a number": lambda filled: answer_of(filled, "nodule_size").__setitem__(0, {"valueString": "1.5"}),
    "a number with a unit": lambda filled: answer_of(filled, "nodule_size").__setitem__(
        0, {"valueQuantity": {"value": 1.5, "unit": "mm"}}
    ),
    "an old answer that is not offered": lambda filled: filled["item"].append(
        {"linkId": "quill_variant.2", "answer": [{"valueCoding": {"system": "x", "code": "yes"}}]}
    ),
}


def test_an_answer_that_is_not_offered_refuses_the_whole_form(library: Library) -> None:
    form = form_of(library, SIZE)
    forms = []
    for change in CHANGED_ANSWERS.values():
        filled = copy.deepcopy(response(form, filled_in(form, WATCHED)))
        change(filled)
        forms.append([filled])

    found = dict(zip(CHANGED_ANSWERS, told(library, SIZE, forms), strict=True))

    assert found == {what: [NOT_OFFERED] for what in CHANGED_ANSWERS}


NO_FORM_OF_THIS_TREE: dict[str, Callable[[Any], None]] = {
    "another version": lambda filled: filled.update(questionnaire=f"{filled['questionnaire']}9"),
    "no version": lambda filled: filled.update(questionnaire=filled["questionnaire"].partition("|")[0]),
    "another form": lambda filled: filled.update(
        questionnaire=filled["questionnaire"].replace("TarnNodule", "OnVelurin")
    ),
    "of no form": lambda filled: filled.pop("questionnaire"),
    "entered in error": lambda filled: filled.update(status="entered-in-error"),
    "stopped": lambda filled: filled.update(status="stopped"),
}


def test_a_form_of_another_version_or_of_another_tree_or_one_that_was_withdrawn_is_not_read_and_the_tree_asks(
    library: Library,
) -> None:
    form = form_of(library, SIZE)
    forms: list[list[Data]] = [[]]
    for change in NO_FORM_OF_THIS_TREE.values():
        filled = copy.deepcopy(response(form, filled_in(form, WATCHED)))
        change(filled)
        forms.append([filled])

    found = dict(zip(["no form", *NO_FORM_OF_THIS_TREE], told(library, SIZE, forms), strict=True))

    assert found == {what: expected(library, SIZE, {}) for what in found}
    assert [each["does"] for each in found["no form"]] == ["ask"]


def test_a_form_that_is_still_being_filled_in_asks_for_what_is_missing(library: Library) -> None:
    form = form_of(library, SIZE)
    filled = response(form, filled_in(form, {"pain": "no"}), status="in-progress")

    (found,) = told(library, SIZE, [[filled]])

    assert [(each["does"], each["id"]) for each in found] == [("ask", "nodule_size")]


def dated(form: Data, patient: Patient, authored: str | None) -> Data:
    given: Answers = filled_in(form, patient)
    return response(form, given, **({"authored": authored} if authored else {}))


def test_of_several_forms_the_latest_is_read_and_none_where_it_cannot_be_told_which_that_is(library: Library) -> None:
    form = form_of(library, SIZE)
    watched, not_known = "2026-01-02T10:00:00Z", "2026-01-02T11:30:00+01:00"
    found = told(
        library,
        SIZE,
        [
            [dated(form, WATCHED, watched), dated(form, PAIN_NOT_KNOWN, "2026-01-02T10:00:01Z")],
            [dated(form, PAIN_NOT_KNOWN, "2025-12-31T23:59:59Z"), dated(form, WATCHED, watched)],
            [dated(form, PAIN_NOT_KNOWN, not_known), dated(form, WATCHED, "2026-01-02T10:29:59Z")],
            [dated(form, WATCHED, watched), dated(form, PAIN_NOT_KNOWN, watched)],
            [dated(form, WATCHED, watched), dated(form, PAIN_NOT_KNOWN, None)],
            [dated(form, WATCHED, watched), dated(form, PAIN_NOT_KNOWN, "2026-01")],
        ],
    )
    assert [[(each["does"], each["id"]) for each in every] for every in found] == [
        [("show", "pain_not_known")],
        [("show", "watch")],
        [("show", "pain_not_known")],
        [("ask", "pain")],
        [("ask", "pain")],
        [("ask", "pain")],
    ]


def test_a_question_that_two_ways_lead_to_is_read_where_the_way_of_the_patient_leads_to_it(library: Library) -> None:
    form = form_of(library, SIZE)
    asked: dict[str, list[str]] = {}
    for each in questions(form["item"]):
        asked.setdefault(column_of(each), []).append(each["linkId"])
    hurts = filled_in(form, {"pain": "yes", "biopsy_done": "yes", "quill_variant": "yes"})
    (by_pain,) = (link for link in asked["biopsy_done"] if link in hurts)
    large = filled_in(form, {"pain": "no", "nodule_size": 6, "biopsy_done": "yes", "quill_variant": "no"})
    (by_size,) = (link for link in asked["biopsy_done"] if link in large)
    assert by_pain != by_size

    corrected = {**hurts, **{link: each for link, each in large.items() if link not in ("pain",)}}
    (found,) = told(library, SIZE, [[response(form, corrected)]])

    assert [each["id"] for each in found] == ["velurin_400"]


def test_of_a_checklist_the_items_of_the_way_count_and_no_others(library: Library) -> None:
    form = form_of(library, LIST)
    some = {"velurin_cautions__iron": "yes"}
    (found,) = told(library, LIST, [[response(form, filled_in(form, some))]])

    assert found == expected(library, LIST, some)
    assert [(each["does"], each["id"]) for each in found] == [
        ("show", "visits"),
        ("show", "check_iron"),
        ("ask", "velurin_cautions"),
    ]
