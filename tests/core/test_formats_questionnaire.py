"""A tree as a FHIR Questionnaire: what it shows under every answer, by the rules of FHIR alone."""

import copy
import json
import random

import pytest
from helpers.engine_patients import columns, expected, grid, refused
from helpers.form_reader import (
    as_filled_in,
    asked,
    every,
    everywhere,
    in_order,
    patient_of,
    questions,
    shown,
    with_stale,
)
from helpers.forms_of_trees import every_form, form_of, reading_of
from helpers.random_trees import Maker
from helpers.random_trees import library as random_library

from trees.core.library import Library
from trees.core.nodes import Checklist
from trees.formats.fhir import names

SAMPLE = 40


@pytest.fixture(scope="module")
def everything(library: Library):
    """Return every tree of the repository and the odd ones, each with its library and its form."""
    return every_form(library)


def wrong(library, name, form, patients, chance):
    """Return the patients of whom a form says something other than our walker, or asks more for what is left over."""
    found = []
    for patient in patients:
        wanted = in_order(expected(library, name, patient))
        responses = everywhere(form, patient), as_filled_in(form, patient), with_stale(form, patient, chance)
        found += [patient for response in responses if shown(form, response) != wanted]
        found += [patient for response in responses if asked(form, response) != asked(form, responses[1])]
    return found


def test_a_form_shows_on_every_row_of_every_tree_what_our_walker_does(everything):
    chance = random.Random(1)
    for library, name, form in everything:
        patients = [patient_of(row, highest=high) for row in reading_of(library, name).rows for high in (False, True)]
        assert wrong(library, name, form, patients, chance) == [], name


def test_a_form_shows_what_our_walker_does_to_patients_by_lot_whatever_answers_are_left_over(everything):
    chance = random.Random(2)
    for library, name, form in everything:
        assert wrong(library, name, form, grid(library.trees[name], SAMPLE), chance) == [], name


@pytest.mark.parametrize("seed", range(12))
def test_a_form_shows_what_our_walker_does_in_trees_made_by_chance(seed):
    library = random_library(Maker(seed).trees())
    for name in library.trees:
        form, patients = form_of(library, name), grid(library.trees[name], 150)
        assert wrong(library, name, form, patients, random.Random(seed)) == [], name


@pytest.mark.interop
def test_a_form_shows_what_our_walker_does_to_every_patient_of_every_tree(everything):
    chance = random.Random(3)
    for library, name, form in everything:
        assert wrong(library, name, form, grid(library.trees[name]), chance) == [], name


def test_an_answer_that_is_not_offered_opens_nothing(everything):
    for library, name, form in everything:
        cases = refused(library.trees[name], library, name)
        assert cases, name
        for column, patient in cases:
            for response in (everywhere(form, patient), as_filled_in(form, patient)):
                told = [each["does"] for each in shown(form, response)]
                assert told in ([], ["ask"], ["choose"]), (name, column, patient)


def test_an_answer_that_is_not_offered_opens_nothing_whatever_is_answered_after_it(everything):
    for library, name, form in everything:
        odd = {column.name: column.refuses for column in columns(library.trees[name])}
        for row in reading_of(library, name).rows:
            patient = patient_of(row)
            # An item of a list beside others is told apart from them: they are shown, and it is not.
            before = [column.name for column, _ in row.cells if not isinstance(column.node, Checklist)]
            for where, value in ((each, value) for each in before for value in odd[each]):
                does = {each["does"] for each in shown(form, everywhere(form, {**patient, where: value}))}
                assert not {"show", "go on"} & does, (name, patient, where, value)


def test_what_is_asked_on_a_row_are_the_questions_of_its_way_and_no_others(everything):
    for library, name, form in everything:
        reading = reading_of(library, name)
        for row in reading.rows:
            for highest in (False, True):
                answers = everywhere(form, patient_of(row, highest=highest))
                assert asked(form, answers) == set(names.links_of(reading, row).values()), name


def test_a_code_of_another_column_is_no_answer(everything):
    for library, name, form in everything:
        for row in reading_of(library, name).rows:
            answers = everywhere(form, patient_of(row))
            strange = {
                link: {**answer, "system": f"{answer['system']}.other"}
                for link, answer in answers.items()
                if isinstance(answer, dict)
            }
            if strange:
                assert {each["does"] for each in shown(form, {**answers, **strange})} <= {"ask", "choose"}, name


def test_every_link_id_stands_once(everything):
    for _, name, form in everything:
        links = [each["linkId"] for each in every(form["item"])]
        assert len(links) == len(set(links)), name


def test_a_condition_names_a_question_that_stands_before_it(everything):
    for _, name, form in everything:
        before: set[str] = set()
        conditions = 0
        for item in every(form["item"]):
            asked = {each["question"] for each in item.get("enableWhen", ())}
            assert asked <= before, (name, item["linkId"])
            conditions += len(asked)
            if item["type"] in ("choice", "decimal"):
                before.add(item["linkId"])
        assert conditions, name


def test_what_has_conditions_says_how_they_are_taken_together(everything):
    for _, name, form in everything:
        for item in every(form["item"]):
            assert ("enableWhen" in item) == (item.get("enableBehavior") in ("all", "any")), (name, item["linkId"])


def test_a_condition_asks_only_for_what_its_question_offers(everything):
    for _, name, form in everything:
        offered = {
            each["linkId"]: [(option["valueCoding"]["system"], option["valueCoding"]["code"]) for option in options]
            for each in questions(form)
            if (options := each.get("answerOption"))
        }
        for item in every(form["item"]):
            for condition in item.get("enableWhen", ()):
                if condition["operator"] == "=":
                    coded = condition["answerCoding"]["system"], condition["answerCoding"]["code"]
                    assert coded in offered[condition["question"]], (name, item["linkId"])


def test_of_the_link_ids_of_a_column_one_at_most_is_asked_at_a_time(everything):
    chance = random.Random(4)
    for library, name, form in everything:
        links = names.link_ids(reading_of(library, name))
        assert sorted(each for of_column in links.values() for each in of_column) == sorted(
            each["linkId"] for each in questions(form)
        )
        for patient in grid(library.trees[name], SAMPLE):
            response = as_filled_in(form, patient)
            stale = with_stale(form, patient, chance)
            for of_column in links.values():
                assert len(set(of_column) & set(response)) <= 1, name
                assert all(stale[each] == response[each] for each in of_column if each in response), name


def test_a_row_reads_its_answers_where_the_form_keeps_them(everything):
    for library, name, form in everything:
        reading = reading_of(library, name)
        for row in reading.rows:
            links = names.links_of(reading, row)
            response = as_filled_in(form, patient_of(row))
            answered = {column.name for column, _ in row.cells if patient_of(row)[column.name] is not None}
            assert {links[each] for each in answered} == set(response), name


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Dose: 100 mg daily", "Dose: 200 mg daily"),
        ("nodules larger than 5 cm", "nodules larger than 3 cm"),
        ('"operator": ">="', '"operator": ">"'),
        ('"operator": "<="', '"operator": "<"'),
        ('"answerDecimal": 5', '"answerDecimal": 5.1'),
        ("What would decide: The largest diameter.", "What would decide: Nothing."),
        ("HERON: Open trial, 120 patients", "HERON: Open trial, 12 patients"),
        ("Duration: at least 12 weeks", "Duration: Not stated"),
        ('"answerBoolean": false', '"answerBoolean": true'),
    ],
)
def test_the_comparison_notices_a_form_that_says_something_else(library, written, other):
    name = "example/tarn_nodule"
    text = json.dumps(form_of(library, name), ensure_ascii=False)
    assert written in text
    form = json.loads(text.replace(written, other))
    patients = [patient_of(row) for row in reading_of(library, name).rows] + grid(library.trees[name], 400)
    assert wrong(library, name, form, patients, random.Random(5))


def test_the_comparison_notices_two_answers_that_are_swapped_in_any_condition(library):
    name = "example/after_velurin"
    form = form_of(library, name)
    patients = grid(library.trees[name], 400)
    swapped = {"yes": "no", "no": "yes", "osmatil": "surgery", "surgery": "osmatil"}
    noticed = []
    for index, item in enumerate(form["item"]):
        for place, condition in enumerate(item.get("enableWhen", ())):
            code = condition.get("answerCoding", {}).get("code")
            if code in swapped:
                mutant = copy.deepcopy(form)
                mutant["item"][index]["enableWhen"][place]["answerCoding"]["code"] = swapped[code]
                noticed.append(bool(wrong(library, name, mutant, patients, random.Random(6))))
    assert noticed
    assert all(noticed)
